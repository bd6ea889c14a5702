import type { DocumentRef, OrganizationId, PersonId, TextRef } from '../../shared/branded-ids';
import type { Contact, Party } from '../../shared/facts';
import type { Instant, LocalDate } from '../../shared/local-date';
import type { ChangeType } from './change-types';

/** One value that becomes another, frozen when it was asked for. */
export interface ChangeItem extends Given {
  path: string;
  old: string;
  new: string;
  /** The text before, where an amendment had set one. */
  oldText?: TextRef;
}

/** Stands for a value that no amendment has set: the application's own words, no party, no early end. */
export const nothingSet = '-';

/** What an item carries beside its value. */
export interface Given {
  /** The new text, where the value is one; the value is its id. */
  text?: TextRef;
  /** The organization that joins or leaves with its people, frozen when it was asked for. */
  party?: PartyWithPeople;
}

/** An organization in a project with the people who act for it. */
export interface PartyWithPeople {
  party: Party;
  contacts: Contact[];
}

/** What amendments have put in place of the application's own words, and the end on which the parties agreed. */
export interface Amended {
  titleZh?: TextRef;
  titleEn?: TextRef;
  scope?: TextRef;
  site?: TextRef;
  /** Site and equipment as they are to be. */
  equipment?: TextRef;
  /** Goals and indicators, for the time to come. */
  indicators?: TextRef;
  /** Total budget in yuan, written as in the application. */
  budgetCny?: string;
  endsEarlyOn?: LocalDate;
}

/** A mail that told of a change and has left: nobody can take it back. */
export interface SentTelling {
  kind: string;
  on: LocalDate;
}

/** A party's signature under an amendment. */
export interface AmendmentSignature {
  organizationId: OrganizationId;
  personId: PersonId;
  capacity: string;
  signedOn: LocalDate;
  place: TextRef;
  document: DocumentRef;
}

/**
 * A change set: a numbered amendment of the contract (`A1`), or a correction of the record (`C1`). A list of old and new values, never a new text.
 */
export interface ChangeSet {
  changeId: string;
  /** Number within the project; with its reference `LMGF-2025-LA-003/A1`. */
  no: string;
  kind: 'amendment' | 'correction';
  types: ChangeType[];
  items: ChangeItem[];
  effectiveOn?: LocalDate;
  document?: DocumentRef;
  note: TextRef;
  state: 'proposed' | 'returned' | 'approved' | 'rejected' | 'cancelled' | 'lapsed' | 'in-effect';
  proposedBy: PersonId;
  proposedAt: Instant;
  /** Who approved, returned or rejected it, with his reason where he gave one. */
  decidedBy?: PersonId;
  decidedAt?: Instant;
  decision?: TextRef;
  /** The council's minutes, for what it has to agree to. */
  minutes?: DocumentRef;
  /** Key of the duplicate block that is kept for the lead whom it names, from the approval on. */
  block?: string;
  /** Organizations whose signatures it needs; known when it is approved. */
  signatories: OrganizationId[];
  signatures: AmendmentSignature[];
  /** The day on which it takes effect, once that is certain. */
  effectOn?: LocalDate;
  tookEffectAt?: Instant;
  /** Why it lapsed: not signed or decided in time, or overtaken by what happened. */
  lapsedFor?: 'unsigned' | 'silence' | 'overtaken';
  /** The change that this one takes back, and which mails about it have left. */
  inverseOf?: string;
  cannotTakeBack?: SentTelling[];
}

const open: ReadonlySet<ChangeSet['state']> = new Set(['proposed', 'returned', 'approved']);

/** Whether a change still waits for somebody or something. */
export function isOpenChange({ state }: Pick<ChangeSet, 'state'>): boolean {
  return open.has(state);
}
