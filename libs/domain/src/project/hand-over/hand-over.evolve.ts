import { withDeadlines } from '../../shared/evolve-shared';
import { withContact } from '../control/taken-over';
import type { HandOver, ProjectState } from '../project.state';
import type { HandOverEvent } from './hand-over.events';

type Of<T extends HandOverEvent['type']> = Extract<HandOverEvent, { type: T }>;

function without(state: ProjectState, handOverId: string): ProjectState {
  const { handOvers = [], ...rest } = state;
  const open = handOvers.filter((one) => one.handOverId !== handOverId);
  return open.length === 0 ? rest : { ...rest, handOvers: open };
}

function accepted(state: ProjectState, { handOverId, at }: Of<'HandOverAccepted'>): ProjectState {
  const handOvers = (state.handOvers ?? []).map((one): HandOver => (one.handOverId === handOverId ? { ...one, acceptedAt: at } : one));
  return { ...state, handOvers };
}

function tookEffect(state: ProjectState, { handOverId, from, to, contact, deadlines }: Of<'HandOverTookEffect'>): ProjectState {
  const moved = { ...without(state, handOverId), ...withDeadlines(state, deadlines) };
  return contact === undefined ? { ...moved, officerId: to } : withContact(moved, from, contact);
}

const copies: { [T in HandOverEvent['type']]: (state: ProjectState, event: Of<T>) => ProjectState } = {
  HandOverOffered: (state, event) => ({ ...state, handOvers: [...(state.handOvers ?? []), event.handOver] }),
  HandOverAccepted: accepted,
  HandOverDeclined: (state, event) => without(state, event.handOverId),
  HandOverCancelled: (state, event) => without(state, event.handOverId),
  HandOverLapsed: (state, event) => without(state, event.handOverId),
  HandOverTookEffect: tookEffect,
};

/** Copies the facts of an event of a hand-over into the state. */
export function evolveHandOver(state: ProjectState, event: HandOverEvent): ProjectState {
  // The table's type has paired each event with its own copy.
  const copy = copies[event.type] as (state: ProjectState, event: HandOverEvent) => ProjectState;
  return copy(state, event);
}
