import type { Instant } from './local-date';
import type { PersonId, TextRef } from './branded-ids';

/** A command under four eyes that waits for a second person; carried out by `ConfirmProposal` in the same commit. */
export interface Proposal {
  proposalId: string;
  commandType: string;
  payload: unknown;
  proposedBy: PersonId;
  proposedAt: Instant;
  reason?: TextRef;
  lapsesAt: Instant;
  /** Put to the council instead of a second person of the Secretariat. */
  asks?: 'council';
}
