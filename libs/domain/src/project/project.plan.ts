import type { Calendars } from '../calendar/calendar-table';
import type { Policy } from '../policy/policy';
import type { Occurrence } from '../shared/occurrence';
import { planDeadlines } from '../shared/plan-deadlines';
import type { ProjectState } from './project.state';

/** Everything that will happen to a project if nobody acts, in time order. A closed project without deadlines has an empty plan. */
export function planProject(state: ProjectState, policy: Policy, calendars: Calendars): Occurrence[] {
  return planDeadlines(state.id, state.deadlines, policy, calendars);
}
