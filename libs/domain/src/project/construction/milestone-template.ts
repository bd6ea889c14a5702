import { addMonths } from '../../calendar/local-dates';
import type { LocalDate } from '../../shared/local-date';
import type { Milestone } from '../project.state';

/** Milestone that the record of the kick-off itself is the evidence of. */
export const kickOffMilestone = 'M0';

/** Milestone that the self-evaluation itself is the evidence of. */
export const selfEvaluationMilestone = 'M10';

/**
 * Milestones of a construction of 12 months with their weight in percent and the month in which they are due (default): kick-off, site handed over,
 * equipment bought, equipment installed, teachers trained, standards drafted, recognized by the ministry, resources in languages, first class,
 * opening, self-evaluation.
 */
const template: readonly { code: string; weight: number; month: number }[] = [
  { code: kickOffMilestone, weight: 5, month: 1 },
  { code: 'M1', weight: 10, month: 3 },
  { code: 'M2', weight: 10, month: 4 },
  { code: 'M3', weight: 15, month: 7 },
  { code: 'M4', weight: 10, month: 7 },
  { code: 'M5', weight: 10, month: 6 },
  { code: 'M6', weight: 10, month: 10 },
  { code: 'M7', weight: 10, month: 9 },
  { code: 'M8', weight: 10, month: 10 },
  { code: 'M9', weight: 5, month: 11 },
  { code: selfEvaluationMilestone, weight: 5, month: 12 },
];

/** Month in which each milestone is due, scaled to the duration and rounded; never before the first. */
export function scaledMilestones(durationMonths: number): { code: string; weight: number; month: number }[] {
  return template.map((m) => ({ ...m, month: Math.max(1, Math.round((m.month * durationMonths) / 12)) }));
}

/** The milestones of a project whose MoU takes effect on a day, none reached; planned dates are not moved off holidays, their deadlines are. */
export function milestonesFrom(effectiveOn: LocalDate, durationMonths: number): Milestone[] {
  return scaledMilestones(durationMonths).map(({ code, weight, month }) => {
    const plannedOn = addMonths(effectiveOn, month);
    return { code, weight, plannedOn, forecastOn: plannedOn, evidence: [], state: 'open' };
  });
}
