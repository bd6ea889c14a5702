import type { Deadline } from '../shared/deadline';
import type { Decision } from '../shared/decision';
import type { SharedEvent } from '../shared/deadline-events';
import type { Country } from '../shared/local-date';
import { refuse, type Violation } from '../shared/result';
import type { CalendarSet } from '../calendar/calendar-table';
import type { Policy } from '../policy/policy';
import { calendarSet } from '../shared/calendar-sets';
import type { ProjectEvent } from './project.events';
import type { SubState } from './project.stages';
import type { ProjectState } from './project.state';

/** A rule of one command: state and payload in, events or a refusal out. */
export type ProjectDecision = Decision<ProjectEvent>;

/** Events that happened. */
export function happened(...events: (ProjectEvent | SharedEvent)[]): Extract<ProjectDecision, { ok: true }> {
  return { ok: true, events };
}

/** Refuses a command in a sub-state where it makes no sense; nothing when it fits. */
export function notIn(state: ProjectState, ...allowed: SubState[]): { ok: false; violation: Violation } | undefined {
  if (allowed.includes(state.subState)) return undefined;
  return refuse('WRONG_STAGE', `not possible in ${state.stage}/${state.subState}`, {
    stage: state.stage,
    subState: state.subState,
    allowed: [...allowed],
  });
}

/** The lead organization's id and country; a submitted application always has one. */
export function leadOf(state: ProjectState): { organizationId: string; country: Country } {
  const lead = state.parties.find((p) => p.role === 'LEAD');
  return lead ?? { organizationId: '', country: 'CN' };
}

/** Deadlines that live on when a stage ends: the ones of open proposals under four eyes, and of places that are handed over. */
export function outlivesStage({ ladder, object }: Deadline): boolean {
  return ladder === 'handOver' || object.startsWith('proposal-') || object.startsWith('hand-over-');
}

/** Calendars of deadlines towards one party from the MoU on (default: a day counts if China and the party's country both work). */
export function contractSet(party: Country, policy: Policy): CalendarSet {
  return calendarSet(policy.time.calendars.contract, party);
}

/** Calendars of the competition: application, review, approval (default: China for everybody, so that all are treated alike). */
export function competitionSet(policy: Policy, party: Country = 'CN'): CalendarSet {
  return calendarSet(policy.time.calendars.competition, party);
}
