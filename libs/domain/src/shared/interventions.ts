import type { Deadline, Intervention } from './deadline';

/** What was done to a deadline by hand and still counts. */
export function interventionsIn(deadline: Pick<Deadline, 'interventions'>): Intervention[] {
  return deadline.interventions ?? [];
}

/** The pause that stops a deadline's reminders now, if there is one. It outlives a moved date: nobody asked for the mails to begin again. */
export function pauseOf(deadline: Pick<Deadline, 'interventions'>): Intervention | undefined {
  return interventionsIn(deadline).find((one) => one.kind === 'paused');
}

/** Whether the reminders and escalations of a deadline are paused. */
export function isPaused(deadline: Pick<Deadline, 'interventions'>): boolean {
  return pauseOf(deadline) !== undefined;
}

/** Whether one step of the present series was left out. A new series forgets it: a skip is about one mail. */
export function isSkipped(deadline: Pick<Deadline, 'interventions' | 'series'>, step: string): boolean {
  return interventionsIn(deadline).some((one) => one.kind === 'skipped' && one.step === step && one.series === deadline.series);
}

/** The deadline with other interventions; with none it is as if there had never been any. */
export function withInterventions(deadline: Deadline, interventions: Intervention[]): Deadline {
  const { interventions: _before, ...rest } = deadline;
  return interventions.length === 0 ? rest : { ...rest, interventions };
}

/** The deadline as its ladder alone would have it: nothing sent, skipped or paused yet. */
export function untouched(deadline: Deadline): Deadline {
  return { ...withInterventions(deadline, []), done: [] };
}
