import type { CallCommand } from './call/call.commands';
import { decideCall } from './call/call.decide';
import { callEffects } from './call/call.effects';
import type { CallEvent } from './call/call.events';
import { evolveCall } from './call/call.evolve';
import { callStateSchema, type CallState } from './call/call.state';
import { viewOfCall } from './call/call.view';
import { callNotifications, projectNotifications } from './notification/notification-rules';
import type { ProjectCommand } from './project/project.commands';
import { decideProject } from './project/project.decide';
import { projectEffects } from './project/project.effects';
import type { ProjectEvent } from './project/project.events';
import { evolveProject } from './project/project.evolve';
import { planProject } from './project/project.plan';
import { projectStateSchema, type ProjectState } from './project/project.state';
import { viewOfProject } from './project/project.view';
import type { Decider } from './decider';
import { planDeadlines } from './shared/plan-deadlines';

/** The rules of a project. */
export const projectDecider: Decider<ProjectState, ProjectCommand, ProjectEvent> = {
  schema: projectStateSchema,
  decide: decideProject,
  evolve: evolveProject,
  plan: planProject,
  toView: viewOfProject,
  effects: projectEffects,
  notifications: projectNotifications,
};

/** The rules of a call. Its opening and closing are exact instants, never spread. */
export const callDecider: Decider<CallState, CallCommand, CallEvent> = {
  schema: callStateSchema,
  decide: decideCall,
  evolve: evolveCall,
  plan: (state, policy, calendars) => planDeadlines(state.id, state.deadlines, policy, calendars, true),
  toView: viewOfCall,
  effects: callEffects,
  notifications: callNotifications,
};

/**
 * Number of the rules below; raised with each change of a rule, an event or a ladder. Each stored head notes the build that wrote it, and an older worker
 * leaves newer heads to a newer worker.
 */
export const rulesBuild = 4;
