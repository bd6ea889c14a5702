import type { CallPlot } from '../../apps/worker/src/story/call-story';

/** Never within the time that is told. */
const never = 400;

/**
 * Four workshops that owe the report of 2026 in spring 2027: at the end of March one report is accepted, one is handed in, two are open; the
 * contacts of those two differ.
 */
export function campaignPlot(clock: Record<string, unknown>): CallPlot {
  return {
    code: 'LMGF-2025',
    year: 2025,
    publishedOn: '2025-06-03',
    closesOn: '2025-08-31',
    rankedOn: '2025-09-29',
    councilOn: '2025-09-30',
    noticeOn: '2025-10-09',
    announcedOn: '2025-10-17',
    clock,
    reportsUntil: 2026,
    projects: [
      {
        ...{ key: 'logistics-la', titleZh: '老挝智能物流工坊', titleEn: 'Intelligent Logistics Workshop, Laos', hostCity: 'Vientiane' },
        ...{ lead: 'chuncheng', host: 'nam-khong', enterprise: 'yunling', hostCountry: 'LA', field: 'LOG', marks: 0.88 },
        durationMonths: 8,
      },
      {
        ...{ key: 'construction-kh', titleZh: '柬埔寨房屋建筑工坊', titleEn: 'Housing Construction Workshop, Cambodia' },
        ...{ lead: 'yujiang', host: 'tonle', enterprise: 'mekong-build', hostCountry: 'KH', hostCity: 'Phnom Penh', field: 'CON' },
        ...{ marks: 0.84, durationMonths: 10, lateReports: { 2026: never } },
      },
      {
        ...{ key: 'mechatronics-mm', titleZh: '缅甸机电一体化工坊', titleEn: 'Mechatronics Workshop, Myanmar', hostCity: 'Mandalay' },
        ...{ lead: 'erhai', host: 'ayeyarwady', enterprise: 'yunling', hostCountry: 'MM', field: 'MEC', marks: 0.8 },
        ...{ durationMonths: 8, lateReports: { 2026: never } },
      },
      {
        ...{ key: 'furniture-vn', titleZh: '越南家具工坊', titleEn: 'Furniture Workshop, Viet Nam', hostCity: 'Da Nang' },
        ...{ lead: 'erhai', host: 'song-cuu', enterprise: 'lanjiang', hostCountry: 'VN', field: 'FUR', marks: 0.82 },
        // Eight days before it is due.
        ...{ durationMonths: 8, lateReports: { 2026: -8 } },
      },
    ],
  };
}

/** A later call whose decisions are announced on 29 March 2027 at 11:00 Beijing: a workshop is approved, another is not, and their letters wait. */
export function announcedPlot(clock: Record<string, unknown>): CallPlot {
  return {
    code: 'LMGF-2026',
    year: 2026,
    publishedOn: '2026-11-03',
    closesOn: '2027-01-08',
    rankedOn: '2027-03-08',
    councilOn: '2027-03-09',
    noticeOn: '2027-03-10',
    announcedOn: '2027-03-29',
    clock,
    projects: [
      {
        ...{ key: 'vehicles-th', titleZh: '泰国新能源汽车工坊', titleEn: 'New Energy Vehicles Workshop, Thailand', hostCity: 'Nong Khai' },
        ...{ lead: 'yujiang', host: 'mae-nam', enterprise: 'lanjiang', hostCountry: 'TH', field: 'NEV', marks: 0.86 },
      },
      {
        ...{ key: 'cookery-kh', titleZh: '柬埔寨烹饪工坊', titleEn: 'Cookery Workshop, Cambodia', hostCity: 'Phnom Penh' },
        ...{ lead: 'chuncheng', host: 'tonle', enterprise: 'mekong-build', hostCountry: 'KH', field: 'CUL', marks: 0.5, council: 'reject' },
      },
    ],
  };
}
