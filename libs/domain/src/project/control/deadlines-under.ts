import { isPeriod, type DateArithmetic, type Period } from '../../calendar/arithmetic';
import { dueAfter, fixedDue } from '../../calendar/deadline';
import { endOfDay, formalZone, localDateOf } from '../../calendar/zone';
import type { Policy } from '../../policy/policy';
import { valueAt } from '../../policy/policy-tree';
import type { Consequence, Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import { interventionsIn } from '../../shared/interventions';
import type { Instant, LocalDate } from '../../shared/local-date';
import { movedTo } from '../../shared/moved-deadline';
import { planDeadlines } from '../../shared/plan-deadlines';
import type { ProjectState } from '../project.state';
import { offsets, type Offset } from './policy-offsets';

type Setting = Pick<DecideContext, 'now' | 'policy' | 'calendars'>;

/** A date that the other policy would set and that is not taken: it lies in the past, or comes before the one that was told. */
export interface KeptDate {
  ladder: Deadline['ladder'];
  object: string;
  dueOn: LocalDate;
  wouldBe: LocalDate;
  why: 'past' | 'told';
}

/** The open deadlines of a project as another policy has them. */
export interface UnderPolicy {
  /** On another date, as a new series. */
  moved: { deadline: Deadline; from: LocalDate }[];
  /** On the same date, but with another time for what the clock does, or with steps that fall due at once. */
  adjusted: Deadline[];
  kept: KeptDate[];
}

function periodIn(policy: Policy, key: string): Period | undefined {
  const value = valueAt(policy, key);
  return typeof value === 'string' && isPeriod(value) ? value : undefined;
}

/** Moved by hand: the Secretariat's date is nobody's rule. */
function isMovedByHand(deadline: Deadline): boolean {
  return interventionsIn(deadline).some(({ kind }) => kind === 'snoozed' || kind === 'changed');
}

/** The date by another policy, counted from the same start; nothing where the date does not come from a value that differs. */
function dateUnder(deadline: Deadline, after: Policy, { policy: before, calendars }: Setting): DateArithmetic | undefined {
  const { because, ladder, object, policyKey } = deadline;
  const options = { set: because.set, calendars };
  if (ladder === 'report' && because.period === 'fixed') {
    const year = Number(object) + 1;
    if (before.report.due === after.report.due || because.startOn !== `${year}-${before.report.due}`) return undefined;
    return fixedDue(`${year}-${after.report.due}`, { ...options, roll: after.report.roll });
  }
  const period = periodIn(after, policyKey);
  if (period === undefined || period === because.period || periodIn(before, policyKey) !== because.period) return undefined;
  return dueAfter(because.startOn, period, { ...options, roll: 'next' });
}

/** When the clock acts by another policy: never sooner than it was told, and never in the past. */
function momentUnder(c: Consequence, offset: Offset, { because }: Deadline, after: Policy, ctx: Setting): Instant {
  const from = offset.from === 'due' ? because.dueOn : because.startOn;
  const options = { set: because.set, roll: 'none', calendars: ctx.calendars } as const;
  const anew = endOfDay(dueAfter(from, offset.period(after), options).dueOn, formalZone);
  const earliest = ctx.policy.time.neverShortenTold && c.at > ctx.now ? c.at : ctx.now;
  return anew < earliest ? earliest : anew;
}

function withConsequences(deadline: Deadline, moved: boolean, after: Policy, ctx: Setting): Deadline {
  const consequences = deadline.consequences.flatMap((c) => {
    const offset = offsets[c.code];
    if (offset === undefined || deadline.done.includes(`end.${c.code}`)) return [c];
    if (offset.applies?.(after) === false) return [];
    const isSame = !moved && offset.period(after) === offset.period(ctx.policy);
    return isSame ? [c] : [{ ...c, at: momentUnder(c, offset, deadline, after, ctx) }];
  });
  const isSame = consequences.length === deadline.consequences.length && consequences.every((c, no) => c === deadline.consequences[no]);
  return isSame ? deadline : { ...deadline, consequences };
}

/**
 * Steps whose moment has passed by the time the policy is adopted: reminders before the date are dropped, save the last one, which goes at once as it would
 * for a new deadline; of escalations the newest of a level goes at once, since the delay that calls for it is there.
 */
function withPassedSteps(state: ProjectState, deadline: Deadline, after: Policy, { calendars, now }: Setting): Deadline {
  const steps = planDeadlines(state.id, [{ ...deadline, done: [] }], after, calendars).filter((o) => o.level !== undefined);
  const passed = steps.filter((o) => o.at <= now && !deadline.done.includes(o.step));
  if (passed.length === 0) return deadline;
  const isReminder = ({ step }: { step: string }): boolean => step.startsWith('t-');
  const last = now < deadline.endsAt ? steps.findLast(isReminder) : undefined;
  const dropped = passed.filter((o) => isReminder(o) && o !== last).map((o) => o.step);
  return { ...deadline, notBefore: now, done: [...deadline.done, ...dropped] };
}

/** The date that the other policy sets, or why it is not taken; nothing where it sets none. */
function newDate(deadline: Deadline, after: Policy, ctx: Setting): DateArithmetic | KeptDate | undefined {
  const because = isMovedByHand(deadline) ? undefined : dateUnder(deadline, after, ctx);
  if (because === undefined || because.dueOn === deadline.dueOn) return undefined;
  const { ladder, object, dueOn } = deadline;
  const kept = { ladder, object, dueOn, wouldBe: because.dueOn };
  if (because.dueOn <= localDateOf(ctx.now, formalZone)) return { ...kept, why: 'past' };
  return because.dueOn < dueOn && ctx.policy.time.neverShortenTold ? { ...kept, why: 'told' } : because;
}

/** Stopped by a hold, or the time of a proposal, which its second person was told. */
function staysAsItIs({ frozen, object }: Deadline): boolean {
  return frozen !== undefined || object.startsWith('proposal-');
}

/**
 * What another policy makes of a project's open deadlines. A date is computed anew where it still is as the present policy gave it and the value behind it
 * differs; it then begins a new series. A date already told never becomes shorter (`time.neverShortenTold`), and none is set into the past: it stays, and
 * is named as kept. What the clock has done at a deadline it never does again; what it has not done comes at its time by the other policy.
 * Deadlines that a hold has stopped keep what was left of them, dates set by hand stay, and so do the calendars by which a date was counted.
 */
export function deadlinesUnder(state: ProjectState, after: Policy, ctx: Setting): UnderPolicy {
  const kept = known.get(state);
  if (kept?.after === after && kept.now === ctx.now && kept.policy === ctx.policy && kept.calendars === ctx.calendars) return kept.found;
  const found = countedUnder(state, after, ctx);
  known.set(state, { after, now: ctx.now, policy: ctx.policy, calendars: ctx.calendars, found });
  return found;
}

/** What was counted last of a state: it is decided and then told. Nobody changes what he was given. */
const known = new WeakMap<ProjectState, Setting & { after: Policy; found: UnderPolicy }>();

function countedUnder(state: ProjectState, after: Policy, ctx: Setting): UnderPolicy {
  const found: UnderPolicy = { moved: [], adjusted: [], kept: [] };
  for (const deadline of state.deadlines.filter((d) => !staysAsItIs(d))) {
    const date = newDate(deadline, after, ctx);
    if (date !== undefined && 'startOn' in date) {
      const moved = movedTo(state, deadline, date, ctx.now);
      found.moved.push({ deadline: withConsequences(moved, true, after, ctx), from: deadline.dueOn });
      continue;
    }
    if (date !== undefined) found.kept.push(date);
    const adjusted = withPassedSteps(state, withConsequences(deadline, false, after, ctx), after, ctx);
    if (adjusted !== deadline) found.adjusted.push(adjusted);
  }
  return found;
}
