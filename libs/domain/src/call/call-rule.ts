import type { Decision } from '../shared/decision';
import { refuse, type Violation } from '../shared/result';
import type { CallEvent } from './call.events';
import type { CallState, CallSubState } from './call.state';

/** A rule of a call's command. */
export type CallDecision = Decision<CallEvent>;

/** Events that happened. */
export function called(...events: CallEvent[]): CallDecision {
  return { ok: true, events };
}

/** Refuses a command in a sub-state where it makes no sense. */
export function callNotIn(state: CallState, ...allowed: CallSubState[]): { ok: false; violation: Violation } | undefined {
  return allowed.includes(state.subState)
    ? undefined
    : refuse('WRONG_STAGE', `not possible in ${state.subState}`, { stage: 'call', subState: state.subState, allowed: [...allowed] });
}
