import type { DocumentRef, PersonId, TextRef } from '../../shared/branded-ids';
import type { Instant, LocalDate } from '../../shared/local-date';

/** Events of the stage `construction`. */
export type ConstructionEvent =
  /** Freezes the baseline and is the evidence of the named milestone. */
  | { type: 'KickOffHeld'; heldOn: LocalDate; minutes: DocumentRef; milestone: string; at: Instant }
  | { type: 'MilestoneForecastChanged'; milestone: string; from: LocalDate; forecastOn: LocalDate; why: TextRef; at: Instant }
  | { type: 'EvidenceSubmitted'; milestone: string; documents: DocumentRef[]; at: Instant }
  | { type: 'MilestoneReached'; milestone: string; reachedOn: LocalDate; at: Instant }
  | { type: 'MilestoneTurnedAmber'; milestone: string; at: Instant }
  | { type: 'MilestoneTurnedRed'; milestone: string; at: Instant }
  /** Is itself the evidence of the named milestone. */
  | { type: 'SelfEvaluationSubmitted'; document: DocumentRef; signedBy: PersonId; milestone: string; submittedOn: LocalDate; at: Instant }
  | { type: 'AcceptancePassed'; heldOn: LocalDate; present: PersonId[]; minutes: DocumentRef; at: Instant };
