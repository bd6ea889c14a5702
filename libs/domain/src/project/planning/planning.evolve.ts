import type { Deadline, Intervention } from '../../shared/deadline';
import { seriesWith } from '../../shared/evolve-shared';
import { interventionsIn } from '../../shared/interventions';
import type { ProjectState } from '../project.state';
import type { PlanningEvent } from './planning.events';

type Change = (deadline: Deadline) => Deadline;

function changed(state: ProjectState, ladder: string, object: string, change: Change): ProjectState {
  return { ...state, deadlines: state.deadlines.map((d) => (d.ladder === ladder && d.object === object ? change(d) : d)) };
}

function replaced(state: ProjectState, deadline: Deadline): ProjectState {
  const after = changed(state, deadline.ladder, deadline.object, () => deadline);
  return { ...after, series: seriesWith(state.series, deadline) };
}

/** The step that was taken back is no longer done; the intervention stands beside the others. A resumed series has no pause any more. */
function noted(intervention: Intervention): Change {
  const { recalled } = intervention;
  const ended = intervention.kind === 'resumed' ? intervention.ended.interventionId : undefined;
  return (d) => ({
    ...d,
    done: d.done.filter((step) => !recalled.includes(step)),
    interventions: [...interventionsIn(d).filter((one) => one.interventionId !== ended), intervention],
  });
}

/** Copies the facts of an intervention into the state. */
export function evolvePlanning(state: ProjectState, event: PlanningEvent): ProjectState {
  switch (event.type) {
    case 'OccurrenceSkipped':
    case 'SentNow':
    case 'SeriesPaused':
    case 'SeriesResumed':
      return changed(state, event.ladder, event.object, noted(event.intervention));
    case 'DeadlineSnoozed':
    case 'DeadlineChanged':
    case 'InterventionUndone':
      return replaced(state, event.deadline);
  }
}
