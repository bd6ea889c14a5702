import type { DocumentRef, OrganizationId, PersonId, TextRef } from '../../shared/branded-ids';
import type { Deadline } from '../../shared/deadline';
import type { Instant, LocalDate } from '../../shared/local-date';
import type { Milestone } from '../project.state';

/** Events of the stage `mou`. */
export type MouEvent =
  | { type: 'AwardAccepted'; by: PersonId; letter: DocumentRef; at: Instant }
  | { type: 'ApprovalLapsed'; at: Instant }
  | {
      type: 'MouDraftSubmitted';
      no: number;
      documents: { language: string; ref: DocumentRef }[];
      dataHash: string;
      effectiveOn?: LocalDate;
      commentsEndAt: Instant;
      at: Instant;
    }
  | { type: 'MouCommentsEnded'; at: Instant }
  /** The organizations that have to sign, in order. */
  | { type: 'SigningOpened'; signatories: OrganizationId[]; at: Instant }
  | {
      type: 'PartySigned';
      organizationId: OrganizationId;
      personId: PersonId;
      capacity: string;
      signedOn: LocalDate;
      place: TextRef;
      document: DocumentRef;
      at: Instant;
    }
  | { type: 'MouSigned'; signedOn: LocalDate; effectiveOn: LocalDate; expiresOn: LocalDate; at: Instant }
  | { type: 'SignaturePeriodOver'; at: Instant }
  | { type: 'LapseBroughtToCouncil'; at: Instant }
  /** The time to sign ends later: the dates that moved. */
  | {
      type: 'MouPeriodExtended';
      from: LocalDate;
      until: LocalDate;
      deadlines: Deadline[];
      by: PersonId;
      reason: TextRef;
      at: Instant;
    }
  | { type: 'MouTookEffect'; effectiveOn: LocalDate; durationMonths: number; milestones: Milestone[]; endsOn: LocalDate; at: Instant };
