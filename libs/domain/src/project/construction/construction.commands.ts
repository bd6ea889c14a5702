import type { DocumentRef, PersonId, TextRef } from '../../shared/branded-ids';
import type { LocalDate } from '../../shared/local-date';

/** Commands of the stage `construction`. */
export type ConstructionCommand =
  | { type: 'RecordKickOff'; payload: { heldOn: LocalDate; minutes: DocumentRef } }
  | { type: 'UpdateForecast'; payload: { milestone: string; forecastOn: LocalDate; why: TextRef } }
  | { type: 'SubmitEvidence'; payload: { milestone: string; documents: DocumentRef[] } }
  | { type: 'AcceptEvidence'; payload: { milestone: string; reachedOn: LocalDate } }
  | { type: 'SubmitSelfEvaluation'; payload: { document: DocumentRef; signedBy: PersonId } }
  /** Only `passed` on the main road; rectification and failure are decided by commands of their own. */
  | { type: 'RecordAcceptance'; payload: { result: 'passed'; heldOn: LocalDate; present: PersonId[]; minutes: DocumentRef } };
