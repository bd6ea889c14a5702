import type { DocumentRef, PersonId, TextRef } from '../../shared/branded-ids';
import type { Instant, LocalDate } from '../../shared/local-date';
import type { ProjectState } from '../project.state';
import type { AmendmentSignature, ChangeSet } from './change-set';

/** Which change it happened to. */
interface OfChange {
  changeId: string;
  no: string;
  at: Instant;
}

/** Parts of the state that a change sets. */
export type ChangedParts = Partial<Pick<ProjectState, 'construction' | 'contacts' | 'mou' | 'parties' | 'amended'>>;

/** Events of change sets. */
export type AmendmentEvent =
  /** Asked for and locked; one that was returned before is replaced under its number. */
  | (OfChange & { type: 'ChangeProposed'; by: PersonId; change: ChangeSet })
  | (OfChange & { type: 'ChangeApproved'; by: PersonId; signatories: string[]; minutes?: DocumentRef; block?: string })
  | (OfChange & { type: 'ChangeReturned' | 'ChangeRejected'; by: PersonId; reason: TextRef })
  | (OfChange & { type: 'ChangeCancelled'; by: PersonId })
  | (OfChange & { type: 'AmendmentSigned'; organizationId: string; signedOn: LocalDate; signature: AmendmentSignature })
  /** All that it needs is there: the day on which the clock lets it take effect. */
  | (OfChange & { type: 'ChangeSettled'; effectOn: LocalDate })
  | (OfChange & { type: 'ChangeTookEffect'; kind: ChangeSet['kind']; effectOn: LocalDate; set: ChangedParts })
  | (OfChange & { type: 'ChangeLapsed'; why: NonNullable<ChangeSet['lapsedFor']> });
