import { dueAfter } from '../../calendar/deadline';
import { parseLocalDate } from '../../calendar/local-dates';
import { secretariatSet } from '../../shared/calendar-sets';
import type { TextRef } from '../../shared/branded-ids';
import { setDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import type { AmendmentCommand } from './amendment.commands';
import { checkItems, type CheckedItems } from './change-items';
import type { ChangeItem, ChangeSet } from './change-set';
import { changesOf, openChanges } from './open-changes';
import { changeTypeRules } from './change-types';
import type { FrozenItem, Refusal, Running } from './field-rule';
import type { PersonSetting } from './person-setting';
import { takesEffect } from './take-effect';

type Asked = Omit<Extract<AmendmentCommand, { type: 'ProposeChange' }>['payload'], 'items'> & { items: FrozenItem[] };
type Setting = PersonSetting & { reason: TextRef };
type Inverse = Pick<ChangeSet, 'inverseOf' | 'cannotTakeBack'>;

function isOffice({ actor: { roles } }: Setting): boolean {
  return roles.includes('CO') || roles.includes('SH');
}

/** Amendments are the parties' and, on their behalf, the Secretariat's to ask for; corrections the Secretariat's, with the paper that proves them. */
function askerRefusal({ kind, document, effectiveOn }: Asked, ctx: Setting): Refusal | undefined {
  if (kind === 'amendment') return undefined;
  if (!isOffice(ctx)) return refuse('NOT_ALLOWED', 'the Secretariat corrects its record');
  if (document === undefined) return refuse('DOCUMENT_MISSING', 'name the paper that proves it', { documents: ['CORRESPONDENCE'] });
  return effectiveOn === undefined ? undefined : refuse('CORRECTION_AT_ONCE', 'a correction has no effective date');
}

/** One open change at a time (`change.oneOpen`), and never two about one value; one that was returned is replaced by the next of its kind. */
function openRefusal(state: ProjectState, { kind, items }: Asked, ctx: Setting): Refusal | undefined {
  const others = openChanges(state).filter((one) => !isReplaced(one, kind));
  const paths = items.map((one) => one.path);
  const inTheWay = ctx.policy.change.oneOpen ? others : others.filter((one) => one.items.some(({ path }) => paths.includes(path)));
  const first = inTheWay[0];
  return first === undefined ? undefined : refuse('CHANGE_OPEN', 'another change is open', { no: first.no, state: first.state });
}

function isReplaced(change: ChangeSet, kind: ChangeSet['kind']): boolean {
  return change.state === 'returned' && change.kind === kind;
}

/** A stated day that is real and not past; a change that has to be signed is asked for in time (`change.askBefore`). */
function effectiveRefusal(effectiveOn: string | undefined, { types }: CheckedItems, ctx: Setting): Refusal | undefined {
  if (effectiveOn === undefined) return undefined;
  const parsed = parseLocalDate(effectiveOn);
  if (!parsed.ok) return parsed;
  const today = todayOf(ctx);
  if (effectiveOn < today)
    return refuse('CHANGE_BACKDATED', 'a change never takes effect in the past', { date: effectiveOn, earliest: today });
  if (types.every((type) => changeTypeRules[type].signedBy === 'nobody')) return undefined;
  const earliest = dueAfter(today, ctx.policy.change.askBefore, { set: ['CN'], roll: 'none', calendars: ctx.calendars }).dueOn;
  return effectiveOn < earliest ? refuse('CHANGE_TOO_SOON', 'the parties need time to sign', { earliest }) : undefined;
}

/** Who joins says so in a letter. */
function letterRefusal({ document }: Asked, { types }: CheckedItems): Refusal | undefined {
  if (!types.includes('partner-in') || document !== undefined) return undefined;
  return refuse('DOCUMENT_MISSING', 'who joins says so in a letter', { documents: ['CORRESPONDENCE'] });
}

/** Numbers go on within the project, amendments and corrections apart. */
function numberOf(state: ProjectState, kind: ChangeSet['kind']): string {
  const own = changesOf(state).filter((one) => one.kind === kind);
  const again = own.find((one) => isReplaced(one, kind));
  return again?.no ?? `${kind === 'amendment' ? 'A' : 'C'}${own.length + 1}`;
}

/** The decision is due within `change.decide`; silence never approves, and refuses only where the policy says so. */
function decisionDeadline(state: ProjectState, change: ChangeSet, ctx: Setting): ProjectEvent {
  const major = change.types.some((type) => changeTypeRules[type].weight === 'major');
  return setDeadline(
    {
      ladder: 'amendment',
      object: change.no,
      period: ctx.policy.change.decide,
      set: secretariatSet(ctx.policy),
      policyKey: 'change.decide',
      owner: { role: major ? 'SH' : 'CO' },
      country: 'CN',
      consequences: ctx.policy.change.silence === 'refuse' ? [{ code: 'lapse-change', policyKey: 'change.silence' }] : [],
    },
    state,
    ctx,
  );
}

function proposed(state: Running, asked: Asked, inverse: Inverse, ctx: Setting): ProjectDecision {
  const refusal = askerRefusal(asked, ctx) ?? openRefusal(state, asked, ctx);
  if (refusal !== undefined) return refusal;
  const checked = checkItems(state, asked.kind, asked.items, ctx);
  if (!checked.ok) return checked;
  const wrongDay = letterRefusal(asked, checked) ?? effectiveRefusal(asked.effectiveOn, checked, ctx);
  if (wrongDay !== undefined) return wrongDay;
  const { kind, effectiveOn, document } = asked;
  const { commandId: changeId, now: at, actor, reason: note } = ctx;
  const change: ChangeSet = {
    ...{ changeId, no: numberOf(state, kind), kind, types: checked.types, items: checked.items },
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(document === undefined ? {} : { document }),
    ...{ note, state: 'proposed', proposedBy: actor.personId, proposedAt: at, signatories: [], signatures: [] },
    ...inverse,
  };
  const event: ProjectEvent = { type: 'ChangeProposed', changeId, no: change.no, by: actor.personId, change, at };
  const atOnce = kind === 'correction' && !checked.secondPerson;
  return happened(event, ...(atOnce ? takesEffect(state, change, todayOf(ctx), ctx) : [decisionDeadline(state, change, ctx)]));
}

/** Asks for a change: locked from now on, with its old values frozen. A correction that needs no second person is true at once. */
export function decidePropose(state: Running, payload: Asked, ctx: Setting): ProjectDecision {
  return proposed(state, payload, {}, ctx);
}

/**
 * Asks for the inverse of a change that is in effect, as a change set of its own with the same approval and signatures. Refused while something later
 * depends on it, naming what; says which mails about it cannot be taken back.
 */
export function decideUndoChange(
  state: Running,
  { changeId, document }: Extract<AmendmentCommand, { type: 'UndoChange' }>['payload'],
  ctx: Setting,
): ProjectDecision {
  const change = changesOf(state).find((one) => one.changeId === changeId);
  if (change === undefined) return refuse('UNKNOWN_OBJECT', 'there is no such change', { changeId });
  if (change.state !== 'in-effect') return refuse('CHANGE_DECIDED', 'it is not in effect', { no: change.no, state: change.state });
  const undone = changesOf(state).find((one) => one.inverseOf === changeId && one.state === 'in-effect');
  if (undone !== undefined) return refuse('ALREADY_DONE', 'it was taken back', { no: undone.no });
  const items = change.items.map(inverseOf);
  const inverse = checkItems(state, change.kind, items, ctx);
  if (!inverse.ok) return blocked(inverse);
  const asked: Asked = { kind: change.kind, items, ...(document === undefined ? {} : { document }) };
  const sent = ctx.facts.changeMails ?? [];
  return proposed(state, asked, { inverseOf: changeId, ...(sent.length === 0 ? {} : { cannotTakeBack: sent }) }, ctx);
}

/** One value back to what it was, with the text or the people of then. */
function inverseOf({ path, old, new: now, oldText, party }: ChangeItem): FrozenItem {
  return { path, old: now, new: old, ...(oldText === undefined ? {} : { text: oldText }), ...(party === undefined ? {} : { party }) };
}

/** The old value is not possible any more; the refusal names it with the reason. */
function blocked({ violation }: Refusal): Refusal {
  return refuse('CHANGE_DEPENDED_ON', violation.message, { why: violation.code, ...violation.values });
}
