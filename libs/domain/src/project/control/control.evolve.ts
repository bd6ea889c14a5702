import type { Deadline } from '../../shared/deadline';
import { seriesWith } from '../../shared/evolve-shared';
import { moveTo } from '../first-state';
import type { ProjectState } from '../project.state';
import type { ControlEvent } from './control.events';

/** Puts changed deadlines in the place of the old ones of the same ladder and object. */
function replaced(state: ProjectState, changed: Deadline[]): Pick<ProjectState, 'deadlines' | 'series'> {
  const of = (d: Deadline): string => `${d.ladder}/${d.object}`;
  const byName = new Map(changed.map((d) => [of(d), d]));
  return { deadlines: state.deadlines.map((d) => byName.get(of(d)) ?? d), series: changed.reduce(seriesWith, state.series) };
}

/** Copies the facts of a control event into the state. */
export function evolveControl(state: ProjectState, event: ControlEvent): ProjectState {
  switch (event.type) {
    case 'ProjectHeld': {
      const text = event.text === undefined ? {} : { text: event.text };
      const hold = {
        kind: event.kind,
        reasonCode: event.reasonCode,
        ...text,
        from: event.at,
        heldOn: event.heldOn,
        automatic: event.automatic,
      };
      return { ...state, ...replaced(state, event.frozen), hold };
    }
    case 'ProjectResumed': {
      const { hold: _ended, ...rest } = state;
      return { ...rest, ...replaced(state, event.moved) };
    }
    case 'ProjectRewound': {
      const { stage, from, to, superseded: work, by, reason, at, fromStage, ended } = event;
      const undo = fromStage === undefined || ended === undefined ? {} : { stage: fromStage, opened: event.work, ended };
      const aside = { at, from, to, by, reason, work, ...undo };
      return moveTo({ ...state, ...event.work, superseded: [...(state.superseded ?? []), aside] }, stage, to, at);
    }
    case 'RewindUndone': {
      const deadlines = [...state.deadlines, ...event.deadlines];
      const series = event.deadlines.reduce(seriesWith, state.series);
      const back = { ...state, ...event.work, deadlines, series, superseded: (state.superseded ?? []).slice(0, -1) };
      return moveTo(back, event.stage, event.to, event.at);
    }
    case 'ContactReplaced': {
      const { personId, contact } = event;
      const others = state.contacts.filter((one) => one.personId !== contact.personId || one.personId === personId);
      return { ...state, contacts: others.map((one) => (one.personId === personId ? contact : one)) };
    }
    case 'PolicyAdopted':
      return { ...state, ...replaced(state, event.deadlines), policyVersion: event.to };
    case 'AddressFailed':
      return { ...state, unreachable: [...state.unreachable, event.personId] };
    case 'AddressWorksAgain':
      return { ...state, unreachable: state.unreachable.filter((id) => id !== event.personId) };
  }
}
