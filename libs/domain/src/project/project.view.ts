import type { ViewOfState } from '../decider';
import type { ProjectState } from './project.state';

/** Marks beside the sub-state that an operator should see. */
export function overlaysOf(state: ProjectState): string[] {
  return [
    ...(state.hold === undefined ? [] : [`${state.hold.kind}:${state.hold.reasonCode}`]),
    ...(state.proposals.length === 0 ? [] : ['proposal']),
    ...(state.exitProposedAt === undefined ? [] : ['exit-proposed']),
    ...(state.termination === undefined ? [] : ['termination-decided']),
    ...(state.demonstrationCentre === undefined ? [] : [`centre:${state.demonstrationCentre}`]),
  ];
}

/** What the shell may show of a project: stage, marks and codes, nothing personal. */
export function viewOfProject(state: ProjectState): ViewOfState {
  const reference = state.projectRef ?? state.applicationRef ?? state.callCode;
  return {
    stage: state.stage,
    subState: state.subState,
    overlays: overlaysOf(state),
    closed: state.subState === 'archived' && state.deadlines.length === 0,
    summary: `**${reference}** ${state.stage} / ${state.subState}`,
  };
}
