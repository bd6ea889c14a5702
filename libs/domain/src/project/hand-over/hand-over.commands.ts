import type { PersonId } from '../../shared/branded-ids';
import type { LocalDate } from '../../shared/local-date';

/** Commands of handing over a place in the project: the officer's, or a contact's. */
export type HandOverCommand =
  /** Offers somebody the place of the file's officer or of a contact; from `effectiveOn` on, at once without it. */
  | { type: 'OfferHandOver'; payload: { personId: PersonId; toPersonId: PersonId; effectiveOn?: LocalDate } }
  | { type: 'AcceptHandOver'; payload: { handOverId: string } }
  | { type: 'DeclineHandOver'; payload: { handOverId: string } }
  /** Takes an offer back, as long as it has not taken effect. */
  | { type: 'CancelHandOver'; payload: { handOverId: string } };
