import type { ApplicationEvent } from './application/application.events';
import { projectStateSchema, type EndedFrom, type ProjectState } from './project.state';

type Started = Omit<Extract<ApplicationEvent, { type: 'ApplicationStarted' }>, 'type'>;

/** The state of a project that has just been started. */
export function firstProjectState(event: Started): ProjectState {
  return {
    kind: 'project',
    schema: projectStateSchema,
    id: event.projectId,
    callId: event.callId,
    callCode: event.callCode,
    programme: event.programme,
    year: event.year,
    policyVersion: event.policyVersion,
    clock: event.clock,
    stage: 'application',
    subState: 'draft',
    since: event.at,
    startedAt: event.at,
    startedBy: event.startedBy,
    parties: [],
    contacts: [],
    submissions: [],
    check: { items: {}, rounds: [] },
    review: { assignments: [], sheets: [] },
    approval: {},
    reports: [],
    proposals: [],
    deadlines: [],
    series: {},
    unreachable: [],
  };
}

/** Moves a state to a stage and sub-state; `since` only changes when the sub-state does. */
export function moveTo(state: ProjectState, stage: ProjectState['stage'], subState: ProjectState['subState'], at: string): ProjectState {
  if (state.stage === stage && state.subState === subState) return state;
  return { ...state, stage, subState, since: at };
}

/** Ends a project: archived with its outcome. */
export function closeAs(state: ProjectState, outcome: NonNullable<ProjectState['outcome']>, at: string): ProjectState {
  return { ...moveTo(state, 'closed', 'archived', at), outcome, closedAt: at };
}

/** Where a project stands that is about to end. */
export function endedFromOf({ stage, subState, deadlines, demonstrationCentre }: ProjectState): EndedFrom {
  return { stage, subState, deadlines, ...(demonstrationCentre === undefined ? {} : { centre: demonstrationCentre }) };
}
