import type { Intervention } from '../../shared/deadline';
import type { PlanningEvent } from './planning.events';

/** Mails of a ladder that wait and are not to leave any more, with the word for why. */
export interface Recall {
  rule: string;
  object: string;
  series: number;
  steps: string[];
  why: RecallReason;
}

/** Why a waiting mail was taken back; the same mail comes back when the intervention is undone and the step is still due. */
export const recallReasons = ['skipped', 'paused', 'moved', 'sent-now', 'taken-back'] as const;

/** A word for why a waiting mail was taken back. */
export type RecallReason = (typeof recallReasons)[number];

const reasons: Record<Exclude<PlanningEvent['type'], 'SeriesResumed'>, RecallReason> = {
  OccurrenceSkipped: 'skipped',
  SentNow: 'sent-now',
  DeadlineSnoozed: 'moved',
  DeadlineChanged: 'moved',
  SeriesPaused: 'paused',
  InterventionUndone: 'taken-back',
};

/** The waiting mails that an event takes back; none for events of other kinds. */
export function recallOf(event: { type: string }): Recall | undefined {
  if (!Object.hasOwn(reasons, event.type)) return undefined;
  const { type, ...planning } = event as Exclude<PlanningEvent, { type: 'SeriesResumed' }>;
  const { ladder: rule, object } = planning;
  const { series, recalled } = 'intervention' in planning ? takenBack(planning.intervention) : planning;
  return recalled.length === 0 ? undefined : { rule, object, series, steps: recalled, why: reasons[type] };
}

/** A moved date takes back mails of the series before its own. */
function takenBack(intervention: Intervention): { series: number; recalled: string[] } {
  const { series, recalled } = intervention;
  return { series: 'before' in intervention ? intervention.before.series : series, recalled };
}
