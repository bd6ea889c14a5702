import type { PersonId } from '../../shared/branded-ids';
import type { Instant } from '../../shared/local-date';

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
  | { type: 'ReportOverdue'; year: number; at: Instant }
  | { type: 'ReportWarningIssued'; year: number; at: Instant }
  | { type: 'SuspendedForMissingReport'; year: number; at: Instant }
  | { type: 'ExitProposed'; missedYears: number[]; at: Instant }
  | { type: 'MouExpired'; expiredOn: string; at: Instant }
  | { type: 'ProjectClosed'; outcome: 'expired'; at: Instant };
