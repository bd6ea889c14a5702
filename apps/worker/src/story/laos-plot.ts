import type { CallPlot } from './call-story';

/**
 * The Laos standards programme as it can be played under its own policy, without company and without public notice: a college and the host work on the
 * standard of the intelligent logistics technician, the ministry of the host country beside them. The names of people are those of the demo.
 */
export function laosPlot(roomId: string, policyVersion: number): CallPlot {
  return {
    code: 'LNVS-2026',
    year: 2026,
    programme: 'LNVS',
    policyVersion,
    publishedOn: '2026-03-02',
    closesOn: '2026-03-31',
    rankedOn: '2026-05-18',
    councilOn: '2026-05-20',
    announcedOn: '2026-05-29',
    defenceNoticeDays: 20,
    clock: { kind: 'conducted', roomId },
    projects: [
      {
        key: 'standard-log',
        titleZh: '老挝智能物流技术员职业标准',
        titleEn: 'Occupational Standard of the Intelligent Logistics Technician, Laos',
        lead: 'chuncheng',
        host: 'nam-khong',
        ministry: 'moes',
        hostCountry: 'LA',
        hostCity: 'Vientiane',
        field: 'LOG',
        marks: 0.86,
        durationMonths: 6,
      },
    ],
  };
}
