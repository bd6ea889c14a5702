import type { CallPlot } from './call-story';
import type { ProjectPlot } from './project-plot';
import { plusDays, weekday } from './story-dates';

type Place = Pick<ProjectPlot, 'lead' | 'host' | 'enterprise' | 'hostCountry' | 'hostCity'>;

const laos: Place = { lead: 'chuncheng', host: 'nam-khong', enterprise: 'yunling', hostCountry: 'LA', hostCity: 'Vientiane' };
const cambodia: Place = { lead: 'yujiang', host: 'tonle', enterprise: 'mekong-build', hostCountry: 'KH', hostCity: 'Phnom Penh' };
const thailand: Place = { lead: 'yujiang', host: 'mae-nam', enterprise: 'lanjiang', hostCountry: 'TH', hostCity: 'Nong Khai' };
const vietNam: Place = { lead: 'erhai', host: 'song-cuu', enterprise: 'yunling', hostCountry: 'VN', hostCity: 'Can Tho' };
const myanmar: Place = { lead: 'erhai', host: 'ayeyarwady', enterprise: 'yunling', hostCountry: 'MM', hostCity: 'Mandalay' };

/** Where the workshops of the demo stand. */
export const places: readonly Place[] = [laos, cambodia, thailand, vietNam, myanmar];

/** Projects of the 2025 call. */
const projects2025: ProjectPlot[] = [
  {
    key: 'logistics-la',
    titleZh: '老挝智能物流工坊',
    titleEn: 'Intelligent Logistics Workshop, Laos',
    titleLocal: 'ໂຮງ\u200bຝຶກ\u200bການ\u200bຂົນ\u200bສົ່ງ\u200bອັດສະລິຍະ',
    ...laos,
    field: 'LOG',
    type: 'centre-candidate',
    marks: 0.88,
    durationMonths: 24,
    stopsAt: 'building',
  },
  {
    key: 'construction-kh',
    titleZh: '柬埔寨房屋建筑工坊',
    titleEn: 'Housing Construction Workshop, Cambodia',
    ...cambodia,
    field: 'CON',
    marks: 0.84,
    returned: true,
    durationMonths: 18,
    stopsAt: 'building',
    lateMilestones: ['M6', 'M8'],
  },
  {
    key: 'vehicles-th',
    titleZh: '泰国新能源汽车工坊',
    titleEn: 'New Energy Vehicles Workshop, Thailand',
    ...thailand,
    field: 'NEV',
    marks: 0.86,
    durationMonths: 8,
  },
  {
    key: 'mechatronics-mm',
    titleZh: '缅甸机电一体化工坊',
    titleEn: 'Mechatronics Workshop, Myanmar',
    ...myanmar,
    field: 'MEC',
    marks: 0.8,
    durationMonths: 24,
    stopsAt: 'building',
    heldDays: 6,
  },
  {
    key: 'cookery-kh',
    titleZh: '柬埔寨烹饪工坊',
    titleEn: 'Cookery Workshop, Cambodia',
    ...cambodia,
    field: 'CUL',
    marks: 0.7,
    council: 'reserve',
  },
  {
    key: 'furniture-vn',
    titleZh: '越南家具工坊',
    titleEn: 'Furniture Workshop, Viet Nam',
    ...vietNam,
    field: 'FUR',
    marks: 0.5,
    council: 'reject',
  },
  {
    key: 'crops-la',
    titleZh: '老挝作物生产工坊',
    titleEn: 'Crop Production Workshop, Laos',
    ...laos,
    lead: 'erhai',
    field: 'CRO',
    stopsAt: 'draft',
  },
];

/** The day the demo is made for, and the year its rounds are named after: one whose holidays are known. */
export interface DemoDay {
  today: string;
  year: number;
}

/** Projects on the way to their MoU. */
const projectsBeforeMou: ProjectPlot[] = [
  {
    key: 'animals-la',
    titleZh: '老挝畜牧工坊',
    titleEn: 'Animal Husbandry Workshop, Laos',
    ...laos,
    lead: 'erhai',
    field: 'ANI',
    marks: 0.84,
    stopsAt: 'partly-signed',
  },
  {
    key: 'commerce-vn',
    titleZh: '越南电子商务工坊',
    titleEn: 'E-commerce Workshop, Viet Nam',
    ...vietNam,
    field: 'ECO',
    marks: 0.82,
    stopsAt: 'commenting',
    draftOnDay: 54,
  },
];

/** The 2025 call with its published dates: its projects are being built or already report. */
export function call2025(): CallPlot {
  return {
    code: 'LMGF-2025',
    year: 2025,
    publishedOn: '2025-06-03',
    closesOn: '2025-08-31',
    rankedOn: '2025-09-29',
    councilOn: '2025-09-30',
    noticeOn: '2025-10-09',
    announcedOn: '2025-10-17',
    projects: projects2025,
  };
}

/** Days of a round before its announcement, wide enough for the longest holidays. */
function roundBefore(announcedOn: string): Omit<CallPlot, 'code' | 'year' | 'projects'> {
  return {
    publishedOn: plusDays(announcedOn, -144),
    closesOn: plusDays(announcedOn, -56),
    rankedOn: plusDays(announcedOn, -22),
    councilOn: plusDays(announcedOn, -21),
    noticeOn: plusDays(announcedOn, -20),
    announcedOn,
    defenceNoticeDays: 18,
  };
}

/** A round announced two months ago: its projects comment on and sign their MoU. */
export function callBeforeMou({ today, year }: DemoDay): CallPlot {
  return {
    code: `LMGF-${year}`,
    year,
    ...roundBefore(weekday(today, -66)),
    projects: projectsBeforeMou,
  };
}

/** A round announced two weeks ago: one award is accepted, one waits for its answer. */
export function callAnnounced({ today, year }: DemoDay): CallPlot {
  return {
    code: `LMGF-${year}-S1`,
    year,
    ...roundBefore(weekday(today, -16)),
    projects: [
      {
        key: 'trainers-th',
        titleZh: '泰国职业培训师工坊',
        titleEn: 'Vocational Trainers Workshop, Thailand',
        ...thailand,
        field: 'VTR',
        marks: 0.8,
        stopsAt: 'drafting',
      },
      {
        key: 'communication-mm',
        titleZh: '缅甸通信工程工坊',
        titleEn: 'Communication Engineering Workshop, Myanmar',
        ...myanmar,
        field: 'COM',
        marks: 0.78,
        stopsAt: 'accepting',
      },
    ],
  };
}

/** A supplementary round that closed days ago: in the check and with the experts. */
export function callInReview({ today, year }: DemoDay): CallPlot {
  const closesOn = plusDays(today, -9);
  return {
    code: `LMGF-${year}-S2`,
    year,
    publishedOn: plusDays(today, -75),
    closesOn,
    rankedOn: plusDays(closesOn, 30),
    councilOn: plusDays(closesOn, 31),
    noticeOn: plusDays(closesOn, 33),
    announcedOn: plusDays(closesOn, 45),
    projects: [
      {
        key: 'logistics-th',
        titleZh: '泰国智能物流工坊',
        titleEn: 'Intelligent Logistics Workshop, Thailand',
        ...thailand,
        lead: 'chuncheng',
        field: 'LOG',
        stopsAt: 'scoring',
      },
      {
        key: 'vehicles-la',
        titleZh: '老挝新能源汽车工坊',
        titleEn: 'New Energy Vehicles Workshop, Laos',
        ...laos,
        lead: 'yujiang',
        field: 'NEV',
        stopsAt: 'returned',
      },
      {
        key: 'construction-vn',
        titleZh: '越南房屋建筑工坊',
        titleEn: 'Housing Construction Workshop, Viet Nam',
        ...vietNam,
        field: 'CON',
        stopsAt: 'checking',
      },
    ],
  };
}

/** A round that is open: drafts and first submissions. */
export function callOpen({ today, year }: DemoDay): CallPlot {
  const closesOn = plusDays(today, 3);
  return {
    code: `LMGF-${year}-S3`,
    year,
    publishedOn: plusDays(today, -30),
    closesOn,
    rankedOn: plusDays(closesOn, 30),
    councilOn: plusDays(closesOn, 31),
    noticeOn: plusDays(closesOn, 33),
    announcedOn: plusDays(closesOn, 45),
    projects: [
      {
        key: 'mechatronics-kh',
        titleZh: '柬埔寨机电一体化工坊',
        titleEn: 'Mechatronics Workshop, Cambodia',
        ...cambodia,
        field: 'MEC',
        stopsAt: 'submitted',
      },
      {
        key: 'cookery-th',
        titleZh: '泰国烹饪工坊',
        titleEn: 'Cookery Workshop, Thailand',
        ...thailand,
        lead: 'chuncheng',
        field: 'CUL',
        stopsAt: 'draft',
      },
    ],
  };
}
