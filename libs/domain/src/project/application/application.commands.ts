import type { CallId, DocumentRef, PersonId, TextRef } from '../../shared/branded-ids';
import type { Instant } from '../../shared/local-date';

/** Opens a draft under a call that is open; whoever starts it may edit it. */
export interface StartApplication {
  type: 'StartApplication';
  payload: { callId: CallId };
}

/** Hands in the named draft version, signed by the legal representative of the lead; the last submitted version counts. */
export interface SubmitApplication {
  type: 'SubmitApplication';
  payload: { draftVersion: number; draftHash: string; signedBy: PersonId; signature: DocumentRef; justification?: TextRef };
}

/** Takes the application back; counts as from the start. Legal representative, in writing. */
export interface WithdrawApplication {
  type: 'WithdrawApplication';
  payload: { letter: DocumentRef };
}

/** The call tells: the window closed at this instant. Submitted applications go to the check, drafts end. */
export interface FreezeApplication {
  type: 'FreezeApplication';
  payload: { closedAt: Instant };
}

/** Commands of the stage `application`. */
export type ApplicationCommand = StartApplication | SubmitApplication | WithdrawApplication | FreezeApplication;
