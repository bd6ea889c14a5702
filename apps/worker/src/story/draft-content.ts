import type { DocumentRef } from '@app/domain';
import { contactOf, type ProjectPlot } from './project-plot';
import { idOf } from './story-ids';

interface ContactSpec {
  person: string;
  organization: string;
  rights: string[];
  primary?: boolean;
  legalRepresentative?: boolean;
  lead?: boolean;
  officeHead?: boolean;
}

function contact({ person, organization, rights, ...marks }: ContactSpec): Record<string, unknown> {
  return {
    personId: idOf(person),
    organizationId: idOf(organization),
    rights,
    primary: marks.primary ?? false,
    legalRepresentative: marks.legalRepresentative ?? false,
    lead: marks.lead ?? false,
    officeHead: marks.officeHead ?? false,
  };
}

/** The one person of a host or company, who also signs for it. */
function signatory(organization: keyof typeof contactOf): Record<string, unknown> {
  const marks = { primary: true, legalRepresentative: true, officeHead: true };
  return contact({ person: contactOf[organization], organization, rights: ['view', 'sign'], ...marks });
}

/** The people of a project: lead, contact and legal representative of the lead; one person each of host and company, who also signs. */
function contactsOf(plot: ProjectPlot): Record<string, unknown>[] {
  return [
    contact({
      person: `lead-${plot.lead}`,
      organization: plot.lead,
      rights: ['view', 'edit'],
      primary: true,
      lead: true,
      officeHead: true,
    }),
    contact({ person: `contact-${plot.lead}`, organization: plot.lead, rights: ['view', 'edit'] }),
    contact({ person: `legal-${plot.lead}`, organization: plot.lead, rights: ['sign'], legalRepresentative: true }),
    signatory(plot.host),
    ...(plot.enterprise === undefined ? [] : [signatory(plot.enterprise)]),
  ];
}

/** A complete application form of a plot. */
export function draftContent(plot: ProjectPlot, documents: Record<string, DocumentRef>): Record<string, unknown> {
  return {
    titleZh: plot.titleZh,
    titleEn: plot.titleEn,
    ...(plot.titleLocal === undefined ? {} : { titleLocal: plot.titleLocal }),
    type: plot.type ?? 'new',
    hostCountry: plot.hostCountry,
    hostCity: plot.hostCity,
    siteAddress: `${plot.hostCity}, training site of the host`,
    fieldCode: plot.field,
    parties: [
      { organizationId: idOf(plot.lead), role: 'LEAD' },
      { organizationId: idOf(plot.host), role: 'HOST' },
      ...(plot.enterprise === undefined ? [] : [{ organizationId: idOf(plot.enterprise), role: 'ENTERPRISE' }]),
      ...(plot.ministry === undefined ? [] : [{ organizationId: idOf(plot.ministry), role: 'MINISTRY' }]),
    ],
    contacts: contactsOf(plot),
    needsAnalysis:
      'Companies on site need technicians who know the equipment and the working language. 当地企业急需懂设备、懂中文的技术人员。',
    goals: 'Two intakes a year, one standard handed to the ministry. 每年两期招生,形成一项职业标准。',
    trainingPlan: 'Twelve weeks in the workshop, four in a company. 校内十二周,企业四周。',
    standardsPlan: 'One occupational standard drafted with the host. 与所在国院校共同起草一项职业标准。',
    siteAndEquipment: 'Two training rooms; equipment stays with the host after exit. 两间实训室,退出后设备归所在国院校。',
    featureStatement: 'Training follows the order books of the companies. 教随产出。',
    durationMonths: plot.durationMonths ?? 12,
    budgetCny: '1200000.00',
    risks: 'Customs may delay equipment. 设备清关可能延误。',
    sustainability: 'Fees of company courses pay the teachers. 企业培训收入支付师资。',
    submissionLanguage: 'zh',
    declaredTrue: true,
    documents: Object.entries(documents).map(([type, ref]) => ({ type, ...ref })),
  };
}

/** A complete annual report. Totals grow from year to year. */
export function reportContent(yearsRunning: number): Record<string, unknown> {
  const codes = { T1: 40, T2: 180, T3: 90, F1: 12, S1: 1, R1: 4, E1: 5 };
  return {
    summaryZh: '工坊按计划运行,招生与培训达到年度目标。',
    summaryEn: 'The workshop runs as planned; intake and training reached the goals of the year.',
    status: 'Running as planned.',
    progress: 'All courses were held; one was moved by two weeks.',
    problems: 'Spare parts took long at customs.',
    nextYear: 'A second intake and the first certificates.',
    risks: 'None beyond those of the plan.',
    money: 'Received 1,200,000 CNY, spent 1,060,000 CNY.',
    indicators: Object.fromEntries(Object.entries(codes).map(([code, n]) => [code, { inYear: n, cumulative: n * yearsRunning }])),
  };
}
