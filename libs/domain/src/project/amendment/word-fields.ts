import { parseLocalDate } from '../../calendar/local-dates';
import type { DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { closeDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { earlyEndObject } from '../ending/early-end';
import { dayClock } from '../day-clock';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import { nothingSet, type Amended } from './change-set';
import type { ChangeType } from './change-types';
import type { FieldRule, FieldSetting, Refusal, Running } from './field-rule';

type Word = 'titleZh' | 'titleEn' | 'scope' | 'site' | 'equipment' | 'indicators';

/** What amendments have set, with one value another; a value that is taken back leaves the application's own. */
function amendedWith<K extends keyof Amended>(
  { amended = {} }: ProjectState,
  what: K,
  value: Amended[K] | undefined,
): { amended: Amended } {
  const { [what]: _before, ...rest } = amended;
  return { amended: value === undefined ? rest : { ...rest, [what]: value } };
}

/** A text that stands in a row of its own: the project knows only which, until then the application's own holds. */
function words(what: Word, type: ChangeType, input: 'line' | 'text'): FieldRule {
  return {
    kind: 'amendment',
    type,
    input,
    keys: () => ['-'],
    read: ({ amended }) => amended?.[what]?.textId ?? nothingSet,
    textOf: ({ amended }) => amended?.[what],
    refusal: (_state, _key, value, { given }) =>
      value === nothingSet || given.text !== undefined ? undefined : refuse('CHANGE_VALUE', 'this is not a text', { path: what }),
    set: (state, _key, _value, { text }) => amendedWith(state, what, text),
  };
}

/** The total of the budget; how it is spread over its lines stands in the paper of the amendment. */
const budget: FieldRule = {
  kind: 'amendment',
  type: 'budget-shift',
  input: 'amount',
  keys: () => ['-'],
  read: ({ amended }) => amended?.budgetCny ?? nothingSet,
  refusal: (_state, _key, value) =>
    value === nothingSet || /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/.test(value)
      ? undefined
      : refuse('CHANGE_VALUE', 'this is not an amount', { path: 'budgetCny' }),
  set: (state, _key, value) => amendedWith(state, 'budgetCny', value === nothingSet ? undefined : value),
};

/** A day that lies ahead and before the MoU ends by itself. */
function earlyRefusal({ mou }: Running, value: string, ctx: FieldSetting): Refusal | undefined {
  if (value === nothingSet) return undefined;
  const parsed = parseLocalDate(value);
  if (!parsed.ok) return parsed;
  const today = todayOf(ctx);
  if (value <= today) return refuse('DATE_IN_PAST', 'a project never ends in the past', { date: value, earliest: today });
  const latest = mou.expiresOn;
  return value >= latest ? refuse('DURATION_OUT_OF_RANGE', 'the MoU ends by itself', { latest }) : undefined;
}

/** The clock of the day from which the project has ended. */
function endsFrom(state: Running, on: LocalDate, ctx: DecideContext): ProjectEvent {
  return dayClock({ object: earlyEndObject, on, code: 'end-early', policyKey: 'change.sign', owner: 'SH', runsOnHold: true }, state, ctx);
}

/** The day from which the project has ended by agreement, before its MoU ends by itself. */
const earlyEnd: FieldRule = {
  kind: 'amendment',
  type: 'early-end',
  input: 'date',
  keys: () => ['-'],
  read: ({ amended }) => amended?.endsEarlyOn ?? nothingSet,
  locked: ({ termination }) => (termination === undefined ? undefined : refuse('ALREADY_DONE', 'its end is decided')),
  refusal: (state, _key, value, ctx) => earlyRefusal(state, value, ctx),
  set: (state, _key, value) => amendedWith(state, 'endsEarlyOn', value === nothingSet ? undefined : value),
  moves: (state, _key, value, ctx) =>
    value === nothingSet ? closeDeadline(state, 'clock', earlyEndObject, 'withdrawn') : [endsFrom(state, value, ctx)],
};

/** What the parties may amend in the application's own words and figures, and the end on which they agree. */
export const wordFields: Readonly<Record<string, FieldRule>> = {
  titleZh: words('titleZh', 'title', 'line'),
  titleEn: words('titleEn', 'title', 'line'),
  scope: words('scope', 'scope', 'text'),
  site: words('site', 'site', 'line'),
  equipment: words('equipment', 'equipment-list', 'text'),
  indicators: words('indicators', 'indicators', 'text'),
  budgetCny: budget,
  endsEarlyOn: earlyEnd,
};
