import { addWorkingDays } from '../calendar/working-days';
import { addDays } from '../calendar/local-dates';
import { escalationDate, reminderDate, windowInstant } from '../calendar/send-window';
import type { Calendars } from '../calendar/calendar-table';
import { localDateOf, zoneOf } from '../calendar/zone';
import type { LadderStep, Policy } from '../policy/policy';
import type { Deadline } from './deadline';
import { isPaused, isSkipped } from './interventions';
import { jitterMsOf } from './jitter';
import { later, type Instant, type LocalDate } from './local-date';
import { memory, type Memory } from './memory';
import type { Occurrence } from './occurrence';

interface Planned {
  step: LadderStep;
  name: string;
  date: LocalDate;
  at: Instant;
}

/** The day a ladder step falls on: before-deadline steps move earlier to a day the owner works, later ones count days on which Kunming and the owner both work. */
function stepDate(step: LadderStep, d: Deadline, policy: Policy, calendars: Calendars): LocalDate {
  const known = knownDates.get(calendars) ?? memory<string, LocalDate>(mostDates);
  knownDates.set(calendars, known);
  const { dueOn, because, country } = d;
  const name = [step.step, dueOn, because.startOn, because.set.join(), country, policy.time.calendars.escalation].join(' ');
  return known(name, () => countedDate(step, d, policy, calendars));
}

/** Days that were counted, by the very same calendars: many deadlines fall on the same day. */
const knownDates = new WeakMap<Calendars, Memory<string, LocalDate>>();
const mostDates = 100_000;

function countedDate(step: LadderStep, d: Deadline, policy: Policy, calendars: Calendars): LocalDate {
  const n = Number(step.step.replace(/^\D+/, ''));
  if (step.step.startsWith('t-')) return reminderDate(d.dueOn, n, d.country, calendars);
  if (step.step.startsWith('wd-')) return addWorkingDays(d.because.startOn, n, d.because.set, calendars).dueOn;
  if (step.step.startsWith('day+')) return addDays(d.dueOn, n);
  const recipient = policy.time.calendars.escalation === 'CN' ? 'CN' : d.country;
  return escalationDate(d.dueOn, Math.max(n, 1), recipient, calendars);
}

function plannedSteps(d: Deadline, policy: Policy, calendars: Calendars, jitterMs: number): Planned[] {
  const row = d.ladder === 'clock' ? undefined : policy.ladder[d.ladder];
  const planned = (row?.steps ?? []).map((step) => {
    const date = stepDate(step, d, policy, calendars);
    return {
      step,
      name: `${step.step}.${step.level}`,
      date,
      at: later(windowInstant(date, policy.mail.window, zoneOf(d.country)), jitterMs),
    };
  });
  return withoutPast(planned, d).map((p) => notBefore(p, d));
}

/** What another policy would have asked for before it was adopted goes when it was adopted: the ledger's time never runs backwards. */
function notBefore(p: Planned, { notBefore: since, country }: Deadline): Planned {
  return since === undefined || p.at >= since ? p : { ...p, at: since, date: localDateOf(since, zoneOf(country)) };
}

/** A step already past when the deadline was set is dropped, unless it is the last before the due date: that one goes at once. */
function withoutPast(planned: Planned[], d: Deadline): Planned[] {
  const before = planned.filter((p) => p.step.step.startsWith('t-'));
  const last = before.reduce<Planned | undefined>((a, p) => (a === undefined || p.at >= a.at ? p : a), undefined);
  return planned.flatMap((p) => {
    if (p.at >= d.setAt) return [p];
    return p === last && d.setAt < d.endsAt ? [{ ...p, at: d.setAt, date: localDateOf(d.setAt, zoneOf(d.country)) }] : [];
  });
}

/**
 * Steps of deadlines that were planned before, by the very same policy and calendars. A deadline is never changed in place: another date has another
 * arithmetic, and what is done of it leaves its arithmetic as it is.
 */
const known = new WeakMap<Deadline['because'], Kept[]>();

interface Kept extends PlannedBy {
  deadline: Deadline;
  steps: Planned[];
}

/** What the steps of a deadline hang on beside its arithmetic; not what was done of them. */
function isSamePlan(a: Deadline, b: Deadline): boolean {
  return (
    a.ladder === b.ladder &&
    a.country === b.country &&
    a.dueOn === b.dueOn &&
    a.setAt === b.setAt &&
    a.endsAt === b.endsAt &&
    a.notBefore === b.notBefore
  );
}

/** A deadline has few futures at a time: that of its policy, and that of one it may adopt. */
const mostKept = 4;

/** The steps of a deadline's ladder; kept, since a forecast plans the same deadlines over and over. */
function stepsOf(d: Deadline, policy: Policy, calendars: Calendars, jitterMs: number): Planned[] {
  const all = known.get(d.because) ?? [];
  const kept = all.find((one) => isBy(one, policy, calendars, jitterMs) && isSamePlan(one.deadline, d));
  if (kept !== undefined) return kept.steps;
  const steps = onePerDay(plannedSteps(d, policy, calendars, jitterMs));
  known.set(d.because, [{ deadline: d, policy, calendars, jitterMs, steps }, ...all.slice(0, mostKept - 1)]);
  return steps;
}

/** Two steps of one level never fall on one day: the later one wins. */
function onePerDay(planned: Planned[]): Planned[] {
  return planned.filter((p, i) => !planned.some((q, j) => j > i && q.step.level === p.step.level && q.date === p.date));
}

function stepOccurrence(d: Deadline, p: Planned): Occurrence {
  return {
    key: `${d.ladder}/${d.object}/${p.name}`,
    rule: d.ladder,
    object: d.object,
    step: p.name,
    series: d.series,
    at: p.at,
    kind: p.step.level === 'L0' ? 'reminder' : 'escalation',
    level: p.step.level,
    to: p.step.to,
    owner: d.owner,
    dueOn: d.dueOn,
    because: d.because,
    policyKey: `ladder.${d.ladder}`,
    ...(d.article === undefined ? {} : { article: d.article }),
    cancelledBy: `done.${d.ladder}`,
  };
}

function consequenceOccurrences(d: Deadline, jitterMs: number): Occurrence[] {
  return d.consequences
    .filter((c) => !d.done.includes(`end.${c.code}`))
    .map((c) => ({
      key: `${d.ladder}/${d.object}/end.${c.code}`,
      rule: d.ladder,
      object: d.object,
      step: `end.${c.code}`,
      series: d.series,
      at: later(c.at, jitterMs),
      kind: 'consequence' as const,
      to: [],
      owner: d.owner,
      consequence: c.code,
      dueOn: d.dueOn,
      because: d.because,
      policyKey: c.policyKey,
      ...(d.article === undefined ? {} : { article: d.article }),
      cancelledBy: `done.${d.ladder}`,
    }));
}

/** Ladders as occurrences, by their steps: what is done of a deadline takes some away and changes none. */
const knownLadders = new WeakMap<Planned[], { deadline: Deadline; occurrences: Occurrence[] }>();

function isSameTold(a: Deadline, b: Deadline): boolean {
  const { ladder, object, series, dueOn, owner, article, because } = a;
  const isSameAim = ladder === b.ladder && object === b.object && series === b.series && dueOn === b.dueOn;
  return isSameAim && owner === b.owner && article === b.article && because === b.because;
}

function ladderOf(d: Deadline, steps: Planned[]): Occurrence[] {
  const kept = knownLadders.get(steps);
  if (kept !== undefined && isSameTold(kept.deadline, d)) return kept.occurrences;
  const occurrences = steps.map((p) => stepOccurrence(d, p));
  knownLadders.set(steps, { deadline: d, occurrences });
  return occurrences;
}

/** By what a deadline is planned. */
interface PlannedBy {
  policy: Policy;
  calendars: Calendars;
  jitterMs: number;
}

function isBy(known: PlannedBy, policy: Policy, calendars: Calendars, jitterMs: number): boolean {
  return known.policy === policy && known.calendars === calendars && known.jitterMs === jitterMs;
}

/** What one deadline brings, in time order. */
interface Brought {
  deadline: Deadline;
  occurrences: Occurrence[];
}

/**
 * The plan that was made last: a wake-up is planned once to be found and once to be decided, and of all deadlines of an entity a step changes one.
 * Nobody changes a plan or a deadline he was given.
 */
let last: (PlannedBy & { deadlines: Deadline[]; brought: Brought[]; occurrences: Occurrence[] }) | undefined;

/**
 * Everything an entity's open deadlines will bring if nobody acts, in time order; ties by key, so the order is stable. Deadlines frozen by a hold are left
 * out, and so are the steps that the Secretariat skipped or paused; what the clock does at a deadline's end is neither skipped nor paused.
 * @param exact moments that must not be spread (opening and closing of a call)
 */
export function planDeadlines(entityId: string, deadlines: Deadline[], policy: Policy, calendars: Calendars, exact = false): Occurrence[] {
  const jitterMs = exact ? 0 : jitterMsOf(entityId);
  const kept = last !== undefined && isBy(last, policy, calendars, jitterMs) ? last : undefined;
  if (kept?.deadlines === deadlines) return kept.occurrences;
  const by = { policy, calendars, jitterMs };
  const brought = deadlines
    .filter((d) => d.frozen === undefined)
    .map((deadline) => kept?.brought.find((one) => one.deadline === deadline) ?? { deadline, occurrences: occurrencesOf(deadline, by) });
  const occurrences = brought.reduce<Occurrence[]>((all, one) => merged(all, one.occurrences), []);
  last = { ...by, deadlines, brought, occurrences };
  return occurrences;
}

/** Two plans in time order as one. */
function merged(a: Occurrence[], b: Occurrence[]): Occurrence[] {
  if (a.length === 0) return b;
  const all: Occurrence[] = [];
  let next = 0;
  for (const one of a) {
    for (let other = b[next]; other !== undefined && inTimeOrder(other, one) < 0; other = b[next]) {
      all.push(other);
      next += 1;
    }
    all.push(one);
  }
  return all.concat(b.slice(next));
}

function inTimeOrder(a: Occurrence, b: Occurrence): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

function occurrencesOf(d: Deadline, { policy, calendars, jitterMs }: PlannedBy): Occurrence[] {
  const steps = isPaused(d) ? [] : ladderOf(d, stepsOf(d, policy, calendars, jitterMs));
  const open = steps.filter(({ step }) => !d.done.includes(step) && !isSkipped(d, step));
  return [...open, ...consequenceOccurrences(d, jitterMs)].sort(inTimeOrder);
}
