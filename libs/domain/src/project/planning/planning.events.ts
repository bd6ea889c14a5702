import type { PersonId, TextRef } from '../../shared/branded-ids';
import type { Deadline, Intervention } from '../../shared/deadline';
import type { Instant, LocalDate } from '../../shared/local-date';

/** What was done to the planned mails of a deadline. */
interface Done {
  ladder: string;
  object: string;
  intervention: Intervention;
  at: Instant;
}

/** Events of the Secretariat's interventions in planned mails and dates. */
export type PlanningEvent =
  | (Done & { type: 'OccurrenceSkipped'; step: string })
  /** The mail itself is told by the reminder or escalation that follows. */
  | (Done & { type: 'SentNow'; step: string; extra: boolean })
  | (Done & { type: 'DeadlineSnoozed'; deadline: Deadline; from: LocalDate; workingDays: number })
  | (Done & { type: 'DeadlineChanged'; deadline: Deadline; from: LocalDate })
  | (Done & { type: 'SeriesPaused' })
  | (Done & { type: 'SeriesResumed' })
  /** An intervention was taken back: the deadline is as it would be without it. */
  | {
      type: 'InterventionUndone';
      interventionId: string;
      kind: Intervention['kind'];
      ladder: string;
      object: string;
      /** Series whose waiting mails were taken back. */
      series: number;
      recalled: string[];
      deadline: Deadline;
      by: PersonId;
      reason: TextRef;
      at: Instant;
    };
