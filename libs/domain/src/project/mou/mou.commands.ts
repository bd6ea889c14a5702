import type { DocumentRef, OrganizationId, PersonId, TextRef } from '../../shared/branded-ids';
import type { LocalDate } from '../../shared/local-date';

/** Commands of the stage `mou`. */
export type MouCommand =
  | { type: 'AcceptAward'; payload: { letter: DocumentRef } }
  /** The draft in every language of `mou.languages`, from one data set named by its hash. */
  | { type: 'SubmitMouDraft'; payload: { documents: { language: string; ref: DocumentRef }[]; dataHash: string; effectiveOn?: LocalDate } }
  | { type: 'OpenSigning'; payload: Record<string, never> }
  | {
      type: 'RecordSignature';
      payload: {
        organizationId: OrganizationId;
        personId: PersonId;
        capacity: string;
        signedOn: LocalDate;
        place: TextRef;
        document: DocumentRef;
      };
    }
  /** More time for the parties to sign (`mou`), or to hand in a year's report (`report/2026`), within the policy's limits. */
  | { type: 'GrantExtension'; payload: { object: string; until: LocalDate } };
