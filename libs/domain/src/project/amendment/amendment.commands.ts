import type { DocumentRef, OrganizationId, PersonId, TextRef } from '../../shared/branded-ids';
import type { LocalDate } from '../../shared/local-date';

/** What is asked to become another: a path of the project and its new value. `old` is what the asker has seen; the rule reads it from the project. */
export interface AskedItem {
  path: string;
  old?: string;
  /** Left out where the new value is a text. */
  new?: string;
  /** The new value, where it is a text. */
  text?: TextRef;
  /** Of an organization that joins: who acts and signs for it. */
  personId?: PersonId;
}

/**
 * Commands about change sets: amendments of the contract and corrections of the record. Each needs a person; who decides against says why. An approval
 * names the council's minutes where the council has to agree.
 */
export type AmendmentCommand =
  | {
      type: 'ProposeChange';
      payload: { kind: 'amendment' | 'correction'; items: AskedItem[]; effectiveOn?: LocalDate; document?: DocumentRef };
    }
  | { type: 'ApproveChange'; payload: { changeId: string; minutes?: DocumentRef } }
  /** Back to whoever asked; he may ask again under the same number. */
  | { type: 'ReturnChange'; payload: { changeId: string } }
  | { type: 'RejectChange'; payload: { changeId: string } }
  /** By whoever asked, before the first signature. */
  | { type: 'CancelChange'; payload: { changeId: string } }
  | {
      type: 'RecordAmendmentSignature';
      payload: {
        changeId: string;
        organizationId: OrganizationId;
        personId: PersonId;
        capacity: string;
        signedOn: LocalDate;
        place: TextRef;
        document: DocumentRef;
      };
    }
  /** Asks for the inverse of a change that is in effect, as a change set of its own. */
  | { type: 'UndoChange'; payload: { changeId: string; document?: DocumentRef } };
