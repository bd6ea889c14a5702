import { dueAfter, fixedDue, type DateArithmetic, type Period } from '../calendar/deadline';
import type { Calendars, CalendarSet } from '../calendar/calendar-table';
import { endOfDay, formalZone, localDateOf } from '../calendar/zone';
import type { LadderKey } from '../policy/policy';
import type { Consequence, ConsequenceCode, Deadline, Owner } from './deadline';
import type { SharedEvent } from './deadline-events';
import type { Country, Instant, LocalDate } from './local-date';

/** What an entity keeps of its deadlines; projects and calls both do. */
export interface HasDeadlines {
  deadlines: Deadline[];
  series: Record<string, number>;
}

/** A consequence as a rule names it: at the deadline's end, some period after its due date, after its start, or at an instant. */
export interface ConsequenceSpec {
  code: ConsequenceCode;
  policyKey: string;
  afterDue?: Period;
  afterStart?: Period;
  at?: Instant;
}

/** A `period` from `startOn` (today when left out), or the date itself. */
type Length = { period: Period; startOn?: LocalDate; fixedOn?: never } | { fixedOn: LocalDate };

/** What a rule says of a new deadline. */
export type DeadlineSpec = Length & {
  ladder: LadderKey | 'clock';
  object: string;
  /** Ends at this instant instead of 24:00 of its due date (call closing, effect of an MoU). */
  endsAt?: Instant;
  set: CalendarSet;
  roll?: 'next' | 'none';
  policyKey: string;
  article?: string;
  owner: Owner;
  country: Country;
  consequences?: ConsequenceSpec[];
  runsOnHold?: boolean;
};

interface Setting {
  now: Instant;
  calendars: Calendars;
}

function arithmeticOf(spec: DeadlineSpec, { now, calendars }: Setting): DateArithmetic {
  const roll = spec.roll ?? 'next';
  if (spec.fixedOn !== undefined) return fixedDue(spec.fixedOn, { set: spec.set, roll, calendars });
  const startOn = spec.startOn ?? localDateOf(now, formalZone);
  return dueAfter(startOn, spec.period, { set: spec.set, roll, calendars });
}

function consequenceAt(
  spec: ConsequenceSpec,
  because: DateArithmetic,
  endsAt: Instant,
  { set }: DeadlineSpec,
  { calendars }: Setting,
): Instant {
  if (spec.at !== undefined) return spec.at;
  const from = spec.afterDue !== undefined ? because.dueOn : because.startOn;
  const period = spec.afterDue ?? spec.afterStart;
  if (period === undefined) return endsAt;
  return endOfDay(dueAfter(from, period, { set, roll: 'none', calendars }).dueOn, formalZone);
}

/**
 * Computes a deadline of the formal zone with its arithmetic (Civil Code 201-203: the first day is not counted; a last day on a holiday moves on
 * unless the rule says `roll: 'none'`). Its series is one above the last of the same ladder and object, so no old reminder key returns.
 */
export function makeDeadline(spec: DeadlineSpec, entity: Pick<HasDeadlines, 'series'> | undefined, setting: Setting): Deadline {
  const because = arithmeticOf(spec, setting);
  const endsAt = spec.endsAt ?? endOfDay(because.dueOn, formalZone);
  const consequences: Consequence[] = (spec.consequences ?? []).map((c) => {
    const at = consequenceAt(c, because, endsAt, spec, setting);
    // What was recorded after its time follows now: the ledger's time never runs backwards.
    return { code: c.code, policyKey: c.policyKey, at: at < setting.now ? setting.now : at };
  });
  return {
    ladder: spec.ladder,
    object: spec.object,
    series: (entity?.series[`${spec.ladder}/${spec.object}`] ?? 0) + 1,
    setAt: setting.now,
    dueOn: because.dueOn,
    endsAt,
    zone: formalZone,
    because,
    policyKey: spec.policyKey,
    ...(spec.article === undefined ? {} : { article: spec.article }),
    owner: spec.owner,
    country: spec.country,
    consequences,
    done: [],
    ...(spec.runsOnHold ? { runsOnHold: true } : {}),
  };
}

/** The number of the next series of an open deadline: above every one it has had, also one that was taken back, so that no mail's key returns. */
export function nextSeries(entity: Pick<HasDeadlines, 'series'>, { ladder, object, series }: Deadline): number {
  return Math.max(series, entity.series[`${ladder}/${object}`] ?? 0) + 1;
}

/** The event that sets a deadline. */
export function setDeadline(spec: DeadlineSpec, entity: Pick<HasDeadlines, 'series'> | undefined, setting: Setting): SharedEvent {
  return { type: 'DeadlineSet', deadline: makeDeadline(spec, entity, setting) };
}

/** The open deadline of a ladder row and object, if there is one. */
export function findDeadline(entity: HasDeadlines, ladder: Deadline['ladder'], object: string): Deadline | undefined {
  return entity.deadlines.find((d) => d.ladder === ladder && d.object === object);
}

/** Events that close the named deadline; none when it is not open, so a repeated closing is quiet. */
export function closeDeadline(
  entity: HasDeadlines,
  ladder: Deadline['ladder'],
  object: string,
  why: 'met' | 'over' | 'withdrawn',
): SharedEvent[] {
  return findDeadline(entity, ladder, object) === undefined ? [] : [{ type: 'DeadlineClosed', ladder, object, why }];
}

/** Events that close every open deadline save the ones a predicate keeps; used when an entity leaves a stage or ends. */
export function closeAllDeadlines(
  entity: HasDeadlines,
  why: 'over' | 'withdrawn',
  keep: (d: Deadline) => boolean = () => false,
): SharedEvent[] {
  return entity.deadlines.filter((d) => !keep(d)).map((d) => ({ type: 'DeadlineClosed', ladder: d.ladder, object: d.object, why }));
}
