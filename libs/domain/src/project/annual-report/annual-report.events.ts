import type { PersonId, TextRef } from '../../shared/branded-ids';
import type { Deadline } from '../../shared/deadline';
import type { Instant, LocalDate } from '../../shared/local-date';

/** Events of the annual report and of the MoU's end. */
export type AnnualReportEvent =
  | { type: 'ReportOpened'; year: number; shortForm: boolean; at: Instant }
  | { type: 'ReportMerged'; year: number; at: Instant }
  | {
      type: 'ReportSubmitted';
      year: number;
      version: number;
      hash: string;
      indicators: Record<string, number>;
      submittedBy: PersonId;
      at: Instant;
    }
  | { type: 'ReportAccepted'; year: number; at: Instant }
  /** Not asked for: shown as waived, never as done. */
  | { type: 'ReportWaived'; year: number; by: PersonId; reason: TextRef; at: Instant }
  /** To be handed in (once more); the version that was handed in before stays on record. */
  | { type: 'ReportReopened'; year: number; by: PersonId; reason: TextRef; at: Instant }
  /** More time to hand it in: the date that moved. */
  | {
      type: 'ReportPeriodExtended';
      year: number;
      from: LocalDate;
      until: LocalDate;
      deadlines: Deadline[];
      by: PersonId;
      reason: TextRef;
      at: Instant;
    }
  | { type: 'ReportOverdue'; year: number; at: Instant }
  | { type: 'ReportWarningIssued'; year: number; at: Instant }
  | { type: 'SuspendedForMissingReport'; year: number; at: Instant }
  | { type: 'ExitProposed'; missedYears: number[]; at: Instant }
  | { type: 'MouExpired'; expiredOn: string; at: Instant }
  | { type: 'ProjectClosed'; outcome: 'expired'; at: Instant };
