import { seriesWith } from '../../shared/evolve-shared';
import { endedFromOf, moveTo } from '../first-state';
import type { ProjectState } from '../project.state';
import type { EndingEvent } from './ending.events';

type TakenUp = Extract<EndingEvent, { stage: unknown }>;

/** A project whose MoU was in force leaves with exit tasks, another is archived at once; its hold ends, its centre's slot is free. */
function terminated(state: ProjectState, { outcome, at }: Extract<EndingEvent, { type: 'ProjectTerminated' }>): ProjectState {
  const { hold: _hold, termination: _carriedOut, ...rest } = state;
  const centre = rest.demonstrationCentre === undefined ? {} : { demonstrationCentre: 'released' as const };
  const moved = moveTo(rest, 'closed', outcome === 'terminated' ? 'exiting' : 'archived', at);
  return { ...moved, ...centre, outcome, closedAt: at, endedFrom: endedFromOf(state) };
}

/** The end on which the parties agreed is over with what is taken up again. */
function withoutEarlyEnd(state: ProjectState): ProjectState {
  if (state.amended?.endsEarlyOn === undefined) return state;
  const { endsEarlyOn: _over, ...amended } = state.amended;
  return { ...state, amended };
}

function takenUp(state: ProjectState, { stage, subState, deadlines, centre, at }: TakenUp): ProjectState {
  const { outcome: _outcome, closedAt: _closedAt, endedFrom: _from, demonstrationCentre: _slot, ...rest } = withoutEarlyEnd(state);
  const open = {
    ...rest,
    ...(centre === undefined ? {} : { demonstrationCentre: centre }),
    deadlines: [...state.deadlines, ...deadlines],
    series: deadlines.reduce(seriesWith, state.series),
  };
  return moveTo(open, stage, subState, at);
}

/** Copies the facts of an end by decision, or of what is taken up again, into the state. */
export function evolveEnding(state: ProjectState, event: EndingEvent): ProjectState {
  switch (event.type) {
    case 'TerminationDecided': {
      const { grounds, outcome, effectiveOn, by, reason, at } = event;
      return { ...state, termination: { grounds, outcome, effectiveOn, by, reason, decidedAt: at } };
    }
    case 'TerminationLifted': {
      const { termination: _lifted, ...rest } = state;
      return rest;
    }
    case 'ProjectTerminated':
      return terminated(state, event);
    case 'ProjectReinstated':
    case 'WithdrawalUndone':
      return takenUp(state, event);
  }
}
