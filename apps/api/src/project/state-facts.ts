import type { ProjectState } from '@app/domain';

/** How a value is to be read: a code of ours, a date, a number, a plain text, the id of a text, or the id of a person or an organization. */
export type FactKind = 'code' | 'date' | 'number' | 'text' | 'words' | 'name';

/** One thing that is known of a project. `object` says of what within it (a milestone, a year, a ladder), `about` what that is about. */
export interface Fact {
  field: string;
  object: string | null;
  about: string | null;
  kind: FactKind;
  value: string;
}

/** A fact that became another; null where it was not known before or is not any more. */
export interface FactChange extends Omit<Fact, 'value'> {
  from: string | null;
  to: string | null;
}

type Value = string | number | undefined;

const fact = (field: string, kind: FactKind, value: Value, object: string | null = null, about: string | null = null): Fact[] =>
  value === undefined ? [] : [{ field, object, about, kind, value: String(value) }];

/** What is known of a project in single values that people care about, in a fixed order. */
export function factsOf(state: ProjectState | undefined): Fact[] {
  if (state === undefined) return [];
  return [...ofProject(state), ...ofReview(state), ...ofMou(state), ...ofConstruction(state), ...ofReports(state), ...ofDeadlines(state)];
}

function ofProject(state: ProjectState): Fact[] {
  return [
    ...fact('stage', 'code', state.stage),
    ...fact('subState', 'code', state.subState),
    ...fact('applicationRef', 'text', state.applicationRef),
    ...fact('projectRef', 'text', state.projectRef),
    ...fact('outcome', 'code', state.outcome),
    ...fact('officer', 'name', state.officerId),
    ...fact('hostCountry', 'code', state.hostCountry),
    ...fact('field', 'code', state.fieldCode),
    ...fact('type', 'code', state.type),
    ...fact('durationMonths', 'number', state.durationMonths),
    ...fact('centre', 'code', state.demonstrationCentre),
    ...fact('hold', 'code', state.hold?.kind),
    ...ofAmended(state),
    ...fact('endsByDecisionOn', 'date', state.termination?.effectiveOn),
    ...fact('holdReason', 'code', state.hold?.reasonCode),
    ...state.parties.flatMap((party) => fact('party', 'code', party.role, null, party.organizationId)),
    ...fact('leader', 'name', state.contacts.find((one) => one.lead)?.personId),
    ...state.contacts.flatMap((one) => [
      ...(one.primary ? fact('primaryContact', 'code', 'yes', null, one.personId) : []),
      ...(one.officeHead ? fact('officeHead', 'code', 'yes', null, one.personId) : []),
    ]),
    ...(state.changes ?? []).flatMap((one) => fact('change', 'code', one.state, one.no)),
  ];
}

function ofAmended({ amended }: ProjectState): Fact[] {
  if (amended === undefined) return [];
  return [
    ...(['titleZh', 'titleEn', 'scope', 'site', 'equipment', 'indicators'] as const).flatMap((what) =>
      fact(what, 'words', amended[what]?.textId),
    ),
    ...fact('budgetCny', 'number', amended.budgetCny),
    ...fact('endsEarlyOn', 'date', amended.endsEarlyOn),
  ];
}

function ofReview({ check, review, approval }: ProjectState): Fact[] {
  return [
    ...Object.entries(check.items).flatMap(([code, item]) => fact('checkItem', 'code', item.verdict, code)),
    ...review.assignments.flatMap((one) => fact('assignment', 'code', one.state, null, one.expertId)),
    ...fact('defence', 'date', review.defence?.at),
    ...fact('rank', 'number', approval.rank),
    ...fact('list', 'code', approval.list),
  ];
}

function ofMou({ mou }: ProjectState): Fact[] {
  if (mou === undefined) return [];
  return [
    ...fact('draftNo', 'number', mou.draft?.no),
    ...mou.signatures.flatMap((one) => fact('signature', 'date', one.signedOn, null, one.organizationId)),
    ...fact('signedOn', 'date', mou.signedOn),
    ...fact('effectiveOn', 'date', mou.effectiveOn),
    ...fact('expiresOn', 'date', mou.expiresOn),
  ];
}

function ofConstruction({ construction }: ProjectState): Fact[] {
  if (construction === undefined) return [];
  return [
    ...fact('endsOn', 'date', construction.endsOn),
    ...fact('constructionMonths', 'number', construction.durationMonths),
    ...fact('kickOffHeldOn', 'date', construction.kickOffHeldOn),
    ...construction.milestones.flatMap((one) => [
      ...fact('milestoneState', 'code', one.state, one.code),
      ...fact('milestoneMark', 'code', one.mark, one.code),
      ...fact('baselineOn', 'date', one.baselineOn, one.code),
      ...fact('plannedOn', 'date', one.plannedOn, one.code),
      ...fact('forecastOn', 'date', one.forecastOn, one.code),
      ...fact('actualOn', 'date', one.actualOn, one.code),
    ]),
  ];
}

function ofReports({ reports }: ProjectState): Fact[] {
  return reports.flatMap((one) => fact('report', 'code', one.state, String(one.year)));
}

function ofDeadlines({ deadlines }: ProjectState): Fact[] {
  return deadlines.filter((one) => one.ladder !== 'clock').flatMap((one) => fact('deadline', 'date', one.dueOn, one.ladder, one.object));
}

/** What became of the facts: changed, new and gone ones, in their order. */
export function changesBetween(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const keyOf = ({ field, object, about }: Fact): string => `${field}/${object ?? ''}/${about ?? ''}`;
  const old = new Map(before.map((one) => [keyOf(one), one.value]));
  const now = new Set(after.map(keyOf));
  const change = ({ value: _value, ...what }: Fact, from: string | null, to: string | null): FactChange => ({ ...what, from, to });
  return [
    ...after.filter((one) => old.get(keyOf(one)) !== one.value).map((one) => change(one, old.get(keyOf(one)) ?? null, one.value)),
    ...before.filter((one) => !now.has(keyOf(one))).map((one) => change(one, one.value, null)),
  ];
}
