import type { CallPlot } from './call-story';
import type { ProjectPlot } from './project-plot';

/** The field that the Laos standards programme began with, as a workshop; it is built in a year and reports three times in time. */
const logistics: ProjectPlot = {
  key: 'logistics-la',
  titleZh: '老挝智能物流工坊',
  titleEn: 'Intelligent Logistics Workshop, Laos',
  lead: 'chuncheng',
  host: 'nam-khong',
  enterprise: 'yunling',
  hostCountry: 'LA',
  hostCity: 'Vientiane',
  field: 'LOG',
  marks: 0.88,
};

/** Hands in its second report late, after the reminders. */
const construction: ProjectPlot = {
  key: 'construction-kh',
  titleZh: '柬埔寨房屋建筑工坊',
  titleEn: 'Housing Construction Workshop, Cambodia',
  lead: 'yujiang',
  host: 'tonle',
  enterprise: 'mekong-build',
  hostCountry: 'KH',
  hostCity: 'Phnom Penh',
  field: 'CON',
  marks: 0.84,
  durationMonths: 10,
  lateReports: { 2027: 41 },
};

/** Is held for some days after its acceptance: its clocks stop and keep what is left. */
const mechatronics: ProjectPlot = {
  key: 'mechatronics-mm',
  titleZh: '缅甸机电一体化工坊',
  titleEn: 'Mechatronics Workshop, Myanmar',
  lead: 'erhai',
  host: 'ayeyarwady',
  enterprise: 'yunling',
  hostCountry: 'MM',
  hostCity: 'Mandalay',
  field: 'MEC',
  marks: 0.8,
  durationMonths: 8,
  heldDays: 6,
};

/** The 2025 call as a rehearsal: three applications, or one alone, from publication to the third annual report. */
export function rehearsalPlot(roomId: string, one: boolean): CallPlot {
  return {
    code: 'LMGF-2025',
    year: 2025,
    publishedOn: '2025-06-03',
    closesOn: '2025-08-31',
    rankedOn: '2025-09-29',
    councilOn: '2025-09-30',
    noticeOn: '2025-10-09',
    announcedOn: '2025-10-17',
    clock: { kind: 'conducted', roomId },
    projects: one ? [logistics] : [logistics, construction, mechatronics],
  };
}
