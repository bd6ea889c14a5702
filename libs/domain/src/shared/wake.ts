import type { Calendars } from '../calendar/calendar-table';
import type { Policy } from '../policy/policy';
import type { ConsequenceCode, Deadline } from './deadline';
import type { SharedEvent } from './deadline-events';
import type { HasDeadlines } from './make-deadline';
import type { Instant } from './local-date';
import type { Occurrence } from './occurrence';

/** Carries out what the clock does at a deadline's moment; the events follow `ConsequenceReached`. */
export type CarryOut<E> = (code: ConsequenceCode, deadline: Deadline) => E[];

/** What a wake-up needs to know. */
export interface WakeSetting {
  now: Instant;
  policy: Policy;
  calendars: Calendars;
}

function issue(first: Occurrence, level: NonNullable<Occurrence['level']>, due: Occurrence[]): SharedEvent {
  const same = due.filter(
    (o) => o.rule === first.rule && o.object === first.object && o.series === first.series && o.level === level && o.kind === first.kind,
  );
  const newest = same.reduce((_, later) => later, first);
  return {
    type: newest.kind === 'reminder' ? 'ReminderIssued' : 'EscalationIssued',
    key: newest.key,
    rule: newest.rule,
    object: newest.object,
    step: newest.step,
    series: newest.series,
    level,
    to: newest.to,
    owner: newest.owner,
    dueOn: newest.dueOn,
    plannedAt: newest.at,
    merged: same.filter((o) => o !== newest).map((o) => o.step),
  };
}

/**
 * Handles the first occurrence that is due and not yet done (never "is it due today?"). After a time of standstill all steps of one object and level
 * that fell due meanwhile are merged into the newest. Nothing due: no events.
 */
export function wake<E>(entity: HasDeadlines, plan: Occurrence[], setting: WakeSetting, carryOut: CarryOut<E>): (E | SharedEvent)[] {
  const due = plan.filter((o) => o.at <= setting.now);
  const first = due[0];
  if (first === undefined) return [];
  if (first.level !== undefined) return [issue(first, first.level, due)];
  const deadline = entity.deadlines.find((d) => d.ladder === first.rule && d.object === first.object);
  if (deadline === undefined || first.consequence === undefined) return [];
  const reached: SharedEvent = {
    type: 'ConsequenceReached',
    ladder: first.rule,
    object: first.object,
    series: first.series,
    code: first.consequence,
    at: setting.now,
  };
  return [reached, ...carryOut(first.consequence, deadline)];
}
