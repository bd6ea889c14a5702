import type { CallEvent } from '../call/call.events';
import type { CallState } from '../call/call.state';
import type { ProjectEvent } from '../project/project.events';
import type { ProjectState } from '../project/project.state';
import { isSharedEvent } from '../shared/evolve-shared';
import { callNotices, type CallOwnEvent } from './call-notices';
import type { NotificationIntent } from './notification-kinds';
import { applicationToApproval, referenceOf, type StageEvent } from './project-notices';
import { mouToClosed } from './running-project-notices';
import { sharedNotices } from './shared-notices';

type RuleOf<E extends { type: string }, S> = { [T in E['type']]: (event: Extract<E, { type: T }>, state: S) => NotificationIntent[] };

const projectRules: RuleOf<StageEvent, ProjectState> = { ...applicationToApproval, ...mouToClosed };

/** One rule of a table; the table's type has already paired each event with its own rule. */
function ruleFor<E extends { type: string }, S>(rules: RuleOf<E, S>, event: E): (event: E, state: S) => NotificationIntent[] {
  return rules[event.type as E['type']] as (event: E, state: S) => NotificationIntent[];
}

/**
 * Whom an event of a project tells what (event and role table of the programme). Roles become people in `resolveRecipients`.
 * @param after the state with the event in it, so that deadlines the same commit opened are known when it is the commit's last state
 */
export function projectNotifications(event: ProjectEvent, after: ProjectState): NotificationIntent[] {
  if (isSharedEvent(event)) return sharedNotices(event, after, referenceOf(after));
  return ruleFor<StageEvent, ProjectState>(projectRules, event)(event, after);
}

/** Whom an event of a call tells what. */
export function callNotifications(event: CallEvent, after: CallState): NotificationIntent[] {
  if (isSharedEvent(event)) return sharedNotices(event, after, after.code);
  return ruleFor<CallOwnEvent, CallState>(callNotices, event)(event, after);
}
