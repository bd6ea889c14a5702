import type { Calendars } from './calendar/calendar-table';
import type { Policy } from './policy/policy';
import type { ProjectState } from './project/project.state';
import type { Deadline } from './shared/deadline';
import { jitterMsOf } from './shared/jitter';
import { later, type Instant } from './shared/local-date';
import type { Occurrence } from './shared/occurrence';
import { planDeadlines } from './shared/plan-deadlines';

/** Stands for the moment at which a deadline was set: it is another one each time, though the plan is the same. */
const atOnce = 'at once';

function ownerText({ role, organizationId = '', personId = '' }: Occurrence['owner']): string {
  return `${role} ${organizationId} ${personId}`;
}

function lineOf(o: Occurrence, begins: Instant | undefined): string {
  const when = begins !== undefined && o.at <= begins ? atOnce : o.at;
  return [o.key, o.series, when, o.kind, o.level ?? '', o.to.join(' '), ownerText(o.owner), o.consequence ?? '', o.dueOn].join('|');
}

/**
 * The plan of a project as one text, a line per occurrence: key, series, instant, kind, level, roles, who owes it, what the clock does, date. Two plans
 * that do the same have the same text, whenever they were made: what goes at once because its deadline was just set is written without its instant.
 * Rules hash nothing, so its hash, by which a prediction is compared with what then happens, is `planHash` of the persistence library.
 */
export function planText(state: ProjectState, policy: Policy, calendars: Calendars): string {
  const jitterMs = jitterMsOf(state.id);
  const begins = new Map(state.deadlines.map((d) => [`${d.ladder}/${d.object}`, later(beginOf(d), jitterMs)]));
  const lines = planDeadlines(state.id, state.deadlines, policy, calendars).map((o) => lineOf(o, begins.get(`${o.rule}/${o.object}`)));
  // What goes at once has no place of its own in time.
  return lines.sort().join('\n');
}

function beginOf({ setAt, notBefore = setAt }: Deadline): Instant {
  return notBefore > setAt ? notBefore : setAt;
}
