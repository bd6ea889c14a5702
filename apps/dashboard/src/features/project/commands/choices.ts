import type { Choice } from '../../../components/command-form/field-specs';
import { formatDate } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { organizationName, personName } from '../names';
import type { ProjectFormContext } from './project-form';

/** Items of the formal check, version 1 of the checklist. */
export const checkItems = [
  'on-time',
  'complete',
  'readable',
  'signed',
  'applicant-kind',
  'countries',
  'partners',
  'not-excluded',
  'no-duplicate',
];

/** Fields of the application's form that may be returned for correction. */
export const correctableFields = [
  'titleZh',
  'titleEn',
  'hostCountry',
  'hostCity',
  'siteAddress',
  'fieldCode',
  'parties',
  'contacts',
  'needsAnalysis',
  'goals',
  'trainingPlan',
  'standardsPlan',
  'siteAndEquipment',
  'featureStatement',
  'durationMonths',
  'budgetCny',
  'risks',
  'sustainability',
] as const;

/** Documents of an application that may be returned for correction. */
const correctableDocuments = [
  'LEGAL_PERSON_CERTIFICATE',
  'AUTHORIZATION_LETTER',
  'PARTNER_LETTER',
  'ENTERPRISE_INTENT',
  'SITE_PROOF',
  'BUDGET',
];

/** Reasons for a defect or a failed item. */
const defectReasons = ['MISSING', 'INCOMPLETE', 'SUM_WRONG', 'UNREADABLE', 'NOT_SIGNED', 'INCONSISTENT', 'NOT_ELIGIBLE'];

/** Items of the check with what was recorded of them. */
export function checkItemChoices({ project, t }: ProjectFormContext): Choice[] {
  return checkItems.map((code) => {
    const item = project.check.items[code];
    return { value: code, label: t(`checkItems.${code}`), ...(item === undefined ? {} : { hint: t(`verdicts.${item.verdict}`) }) };
  });
}

/** Reasons in words. */
export function defectReasonChoices({ t }: ProjectFormContext): Choice[] {
  return defectReasons.map((code) => ({ value: code, label: t(`defectReasons.${code}`) }));
}

/** What may be listed as a defect: fields and documents of the application. */
export function correctionTargets({ t }: ProjectFormContext): Choice[] {
  return [
    ...correctableFields.map((field) => ({ value: field, label: t(`application.${field}.label`) })),
    ...correctableDocuments.map((type) => ({ value: type, label: t(`documentTypes.${type}`) })),
  ];
}

/** Experts of this file in one of these states. */
export function assignedExperts({ project, t }: ProjectFormContext, ...states: string[]): Choice[] {
  return project.review.assignments
    .filter((one) => states.includes(one.state))
    .map((one) => ({
      value: one.expertId,
      label: personName(project, one.expertId, t('project.somebody')),
      hint: t(`assignments.${one.state}`),
    }));
}

/** Parties and contacts of a project or of a draft, with the names of both. */
interface Involved extends Pick<ProjectDetail, 'people' | 'organizations'> {
  parties?: { organizationId: string; role: string }[];
  contacts?: { personId: string; organizationId: string; legalRepresentative: boolean }[];
}

/** Legal representatives of the lead. */
export function leadSignersOf({ parties = [], contacts = [], ...names }: Involved, language: string): Choice[] {
  const leads = parties.filter((party) => party.role === 'LEAD').map((party) => party.organizationId);
  return contacts
    .filter((one) => one.legalRepresentative && leads.includes(one.organizationId))
    .map((one) => ({
      value: one.personId,
      label: personName(names, one.personId, one.personId),
      hint: organizationName(names, one.organizationId, language, ''),
    }));
}

/** People who may sign for the lead. */
export function leadSigners({ project, language }: ProjectFormContext): Choice[] {
  return leadSignersOf(project, language);
}

/** Parties; those that signed are shown as such and cannot be chosen. */
export function unsignedParties({ project, language, t }: ProjectFormContext): Choice[] {
  const ids = [...new Set(project.parties.map((party) => party.organizationId))];
  return ids.map((id) => {
    const signature = project.mou?.signatures.find((one) => one.organizationId === id);
    const parts = project.parties.filter((party) => party.organizationId === id).map((party) => t(`parties.${party.role}`));
    return {
      value: id,
      label: organizationName(project, id, language, '–'),
      hint: signature === undefined ? parts.join(t('why.comma')) : t('project.signedOn', { day: formatDate(signature.signedOn, language) }),
      disabled: signature !== undefined,
    };
  });
}

/** People with the right to sign for a party. */
export function signersOf({ project, t }: ProjectFormContext, organizationId: unknown): Choice[] {
  return project.contacts
    .filter((one) => one.organizationId === organizationId && (one.rights.includes('sign') || one.legalRepresentative))
    .map((one) => ({ value: one.personId, label: personName(project, one.personId, t('project.somebody')) }));
}

/** Milestones in one of these states, with their planned day. */
export function milestoneChoices({ project, language, t }: ProjectFormContext, ...states: string[]): Choice[] {
  return (project.construction?.milestones ?? [])
    .filter((one) => states.includes(one.state))
    .map((one) => ({
      value: one.code,
      label: `${one.code} ${t(`milestones.${one.code}`)}`,
      hint: t('project.plannedFor', { day: formatDate(one.plannedOn, language) }),
    }));
}

/** Years whose report is in this state. */
export function reportYears({ project, t }: ProjectFormContext, state: string): Choice[] {
  return project.reports
    .filter((one) => one.state === state)
    .map((one) => ({ value: String(one.year), label: t('report.of', { year: one.year }) }));
}

/** What waits for a second person. */
export function openProposals({ project, language, t }: ProjectFormContext): Choice[] {
  return project.proposals.map((one) => ({
    value: one.proposalId,
    label: t('proposals.by', { what: t(`proposals.${one.commandType}`), name: personName(project, one.proposedBy, t('project.somebody')) }),
    hint: t('proposals.lapses', { day: formatDate(one.lapsesAt.slice(0, 10), language) }),
  }));
}

/** Options in the words of the catalogue. */
export function worded({ t }: ProjectFormContext, words: string, values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: t(`${words}.${value}`) }));
}

/** Steps that can be left out or done once more: the defence, the report of a year. */
export function stepChoices({ t }: ProjectFormContext, steps: readonly string[]): Choice[] {
  return steps.map((step) => {
    const [kind = '', year] = step.split('/');
    return { value: step, label: t(`steps.${kind}`, { year }) };
  });
}

/** Contacts who can be replaced; the leader changes by amendment. */
export function replaceableContacts({ project, language, t }: ProjectFormContext): Choice[] {
  return project.contacts
    .filter((one) => !one.lead)
    .map((one) => ({
      value: one.personId,
      label: personName(project, one.personId, t('project.somebody')),
      hint: organizationName(project, one.organizationId, language, ''),
    }));
}

/** The people of a contact's organization, without himself. */
export function colleaguesOf({ project, colleagues }: ProjectFormContext, personId: unknown): Choice[] {
  const organizationId = project.contacts.find((one) => one.personId === personId)?.organizationId;
  return (colleagues[organizationId ?? ''] ?? []).filter((one) => one.value !== personId);
}

/** Places that can be handed over: the officer's, and those of contacts save the leader's. Without the right to see colleagues the list of officers is empty. */
export function placesToHandOver(context: ProjectFormContext): Choice[] {
  const { project, t } = context;
  const officer = project.officerId;
  if (officer === undefined || context.officers.length === 0) return replaceableContacts(context);
  return [
    { value: officer, label: personName(project, officer, t('project.somebody')), hint: t('handOver.officer') },
    ...replaceableContacts(context),
  ];
}

/** Who may take a place over: other case officers, or people of the contact's organization. */
export function successorsOf(context: ProjectFormContext, personId: unknown): Choice[] {
  if (personId !== context.project.officerId) return colleaguesOf(context, personId);
  return context.officers.filter((one) => one.value !== personId);
}

/** Hand-overs that were offered, whose place to whom. */
export function openHandOvers({ project, language, t }: ProjectFormContext): Choice[] {
  const named = (id: string): string => personName(project, id, t('project.somebody'));
  return (project.handOvers ?? []).map((one) => ({
    value: one.handOverId,
    label: t('handOver.fromTo', { from: named(one.from), to: named(one.to) }),
    ...(one.effectiveOn === undefined ? {} : { hint: t('handOver.on', { day: formatDate(one.effectiveOn, language) }) }),
  }));
}
