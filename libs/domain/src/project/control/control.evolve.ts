import { seriesWith, withDeadlines } from '../../shared/evolve-shared';
import { moveTo } from '../first-state';
import type { ProjectState } from '../project.state';
import type { ControlEvent } from './control.events';
import { withContact } from './taken-over';

type Of<T extends ControlEvent['type']> = Extract<ControlEvent, { type: T }>;

function held(state: ProjectState, event: Of<'ProjectHeld'>): ProjectState {
  const { kind, reasonCode, text, at: from, heldOn, automatic } = event;
  const hold = { kind, reasonCode, ...(text === undefined ? {} : { text }), from, heldOn, automatic };
  return { ...state, ...withDeadlines(state, event.frozen), hold };
}

function rewound(state: ProjectState, event: Of<'ProjectRewound'>): ProjectState {
  const { stage, from, to, superseded: work, by, reason, at, fromStage, ended } = event;
  const undo = fromStage === undefined || ended === undefined ? {} : { stage: fromStage, opened: event.work, ended };
  const aside = { at, from, to, by, reason, work, ...undo };
  return moveTo({ ...state, ...event.work, superseded: [...(state.superseded ?? []), aside] }, stage, to, at);
}

function restored(state: ProjectState, event: Of<'RewindUndone'>): ProjectState {
  const deadlines = [...state.deadlines, ...event.deadlines];
  const series = event.deadlines.reduce(seriesWith, state.series);
  const back = { ...state, ...event.work, deadlines, series, superseded: (state.superseded ?? []).slice(0, -1) };
  return moveTo(back, event.stage, event.to, event.at);
}

const copies: { [T in ControlEvent['type']]: (state: ProjectState, event: Of<T>) => ProjectState } = {
  ProjectHeld: held,
  ProjectResumed: ({ hold: _ended, ...rest }, event) => ({ ...rest, ...withDeadlines(rest, event.moved) }),
  ProjectRewound: rewound,
  RewindUndone: restored,
  ContactReplaced: (state, event) => withContact(state, event.personId, event.contact),
  PolicyAdopted: (state, event) => ({ ...state, ...withDeadlines(state, event.deadlines), policyVersion: event.to }),
  AddressFailed: (state, event) => ({ ...state, unreachable: [...state.unreachable, event.personId] }),
  AddressWorksAgain: (state, event) => ({ ...state, unreachable: state.unreachable.filter((id) => id !== event.personId) }),
};

/** Copies the facts of a control event into the state. */
export function evolveControl(state: ProjectState, event: ControlEvent): ProjectState {
  // The table's type has paired each event with its own copy.
  const copy = copies[event.type] as (state: ProjectState, event: ControlEvent) => ProjectState;
  return copy(state, event);
}
