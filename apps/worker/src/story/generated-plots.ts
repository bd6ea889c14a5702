import type { CallPlot } from './call-story';
import { callAnnounced, callBeforeMou, callInReview, callOpen, call2025, places, type DemoDay } from './demo-plots';
import type { DemoOrganization } from './organizations';
import type { ProjectPlot } from './project-plot';
import { plusDays } from './story-dates';

/** How many numbered colleges apply beside those of the demo. */
const colleges = 21;

const fields: readonly [code: string, zh: string, en: string][] = [
  ['LOG', '智能物流', 'Intelligent Logistics'],
  ['CON', '房屋建筑', 'Housing Construction'],
  ['NEV', '新能源汽车', 'New Energy Vehicles'],
  ['MEC', '机电一体化', 'Mechatronics'],
  ['CRO', '作物生产', 'Crop Production'],
  ['ANI', '畜牧', 'Animal Husbandry'],
  ['ECO', '电子商务', 'E-commerce'],
  ['CUL', '烹饪', 'Cookery'],
  ['FUR', '家具', 'Furniture'],
  ['COM', '通信工程', 'Communication Engineering'],
  ['VTR', '职业培训师', 'Vocational Trainers'],
];

const countryNames: Record<string, [zh: string, en: string]> = {
  LA: ['老挝', 'Laos'],
  KH: ['柬埔寨', 'Cambodia'],
  TH: ['泰国', 'Thailand'],
  VN: ['越南', 'Viet Nam'],
  MM: ['缅甸', 'Myanmar'],
};

/** Names of the numbered colleges' towns; invented colleges, real towns. */
const towns: readonly [zh: string, en: string][] = [
  ['昆明', 'Kunming'],
  ['大理', 'Dali'],
  ['曲靖', 'Qujing'],
  ['玉溪', 'Yuxi'],
  ['保山', 'Baoshan'],
  ['普洱', "Pu'er"],
  ['临沧', 'Lincang'],
  ['丽江', 'Lijiang'],
  ['昭通', 'Zhaotong'],
  ['重庆', 'Chongqing'],
  ['成都', 'Chengdu'],
  ['贵阳', 'Guiyang'],
  ['南宁', 'Nanning'],
  ['柳州', 'Liuzhou'],
];

/** The numbered colleges that apply in generated calls. */
export function generatedColleges(): DemoOrganization[] {
  return Array.from({ length: colleges }, (_, index) => {
    const [zh, en] = towns[index % towns.length] ?? ['', ''];
    const kind = index < towns.length ? ['工程', 'Engineering'] : ['农业', 'Agriculture'];
    return {
      key: `college-${index + 1}`,
      nameZh: `${zh}${kind[0] ?? ''}职业学院`,
      nameEn: `${en} ${kind[1] ?? ''} Vocational College`,
      kind: 'vocational-college',
      country: 'CN',
      inYunnan: index < 9,
      mailDomain: `college-${index + 1}.example`,
    };
  });
}

/** Keys of the people of the numbered colleges. */
export function collegePeopleKeys(): string[] {
  return generatedColleges().flatMap(({ key }) => ['lead', 'contact', 'legal'].map((part) => `${part}-${key}`));
}

/** What the n-th generated project is about: every one another lead, place and field, so that none is refused as a duplicate. */
function subject(n: number): Pick<ProjectPlot, 'key' | 'titleZh' | 'titleEn' | 'field' | 'lead'> & (typeof places)[number] {
  const place = places[n % places.length];
  const [code, zh, en] = fields[Math.floor(n / places.length) % fields.length] ?? ['', '', ''];
  const lead = `college-${1 + (Math.floor(n / (places.length * fields.length)) % colleges)}` as const;
  if (place === undefined) throw new Error('there are no places');
  const [countryZh, countryEn] = countryNames[place.hostCountry] ?? ['', ''];
  const [townZh, townEn] = towns[(Number(lead.slice(8)) - 1) % towns.length] ?? ['', ''];
  return {
    ...place,
    key: `generated-${n}`,
    titleZh: `${countryZh}${zh}工坊（${townZh}）`,
    titleEn: `${en} Workshop ${countryEn} with ${townEn}`,
    field: code,
    lead,
  };
}

/** From 62.5 to 95.5 points of 100, so that nobody falls below a threshold. */
const leastPoints = 375;
const pointSteps = 100;

type Way = Partial<ProjectPlot>;

/** How the projects of each call go on; taken in turn. */
const ways: Record<'built' | 'mou' | 'announced' | 'review' | 'open', readonly Way[]> = {
  built: [
    { stopsAt: 'building', durationMonths: 24 },
    { durationMonths: 8 },
    { stopsAt: 'building', lateMilestones: ['M6', 'M8'] },
    { council: 'reject' },
    { durationMonths: 8, returned: true },
    { stopsAt: 'building', durationMonths: 18, heldDays: 6 },
    { council: 'reserve' },
    { stopsAt: 'building', durationMonths: 12, lateMilestones: ['M3'] },
    { stopsAt: 'draft' },
    { durationMonths: 10 },
  ],
  mou: [{ stopsAt: 'partly-signed' }, { stopsAt: 'commenting' }, { stopsAt: 'drafting' }, { stopsAt: 'partly-signed', returned: true }],
  announced: [{ stopsAt: 'accepting' }, { stopsAt: 'drafting' }, { council: 'reject' }, { stopsAt: 'accepting' }],
  review: [{ stopsAt: 'scoring' }, { stopsAt: 'checking' }, { stopsAt: 'returned' }, { stopsAt: 'scoring', returned: false }],
  open: [{ stopsAt: 'draft' }, { stopsAt: 'submitted' }, { stopsAt: 'draft' }],
};

/**
 * The rounds of the demo with many more projects each, for load: named after another programme, and told like any story. The same numbers give the
 * same projects.
 * @param perCall projects of each of the five rounds
 */
export function generatedCalls(day: DemoDay, { perCall, policyVersion }: { perCall: number; policyVersion: number }): CallPlot[] {
  const beforeMou = callBeforeMou(day);
  const rounds: [CallPlot, readonly Way[]][] = [
    [call2025(), ways.built],
    // Some are returned once, and have to be heard before the ranking all the same.
    [{ ...beforeMou, closesOn: plusDays(beforeMou.closesOn, -7) }, ways.mou],
    [callAnnounced(day), ways.announced],
    [callInReview(day), ways.review],
    [callOpen(day), ways.open],
  ];
  return rounds.map(([plot, wayOf], round) => ({
    ...plot,
    code: plot.code.replace('LMGF', 'LMGX'),
    programme: 'LMGX',
    policyVersion,
    projects: Array.from({ length: perCall }, (_, index) => ({
      ...subject(round * perCall + index),
      ...wayOf[index % wayOf.length],
      key: `generated-${round}-${index}`,
      points: leastPoints + 2 * (index % pointSteps),
    })),
  }));
}
