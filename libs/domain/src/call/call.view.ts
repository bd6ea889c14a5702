import type { ViewOfState } from '../decider';
import type { CallState } from './call.state';

/** What the shell may show of a call. */
export function viewOfCall(state: CallState): ViewOfState {
  return {
    stage: 'call',
    subState: state.subState,
    overlays: state.proposals.length === 0 ? [] : ['proposal'],
    closed: state.subState === 'archived' || state.subState === 'cancelled',
    summary: `**${state.code}** ${state.subState}, ${state.applications.length} applications`,
  };
}
