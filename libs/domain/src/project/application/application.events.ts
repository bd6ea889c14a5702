import type { CallId, PersonId, TextRef } from '../../shared/branded-ids';
import type { Clock } from '../../shared/clock';
import type { Contact, Party, ProjectType } from '../../shared/facts';
import type { Country, Instant } from '../../shared/local-date';
import type { Submission } from '../project.state';

/** Events of the stage `application`. */
export type ApplicationEvent =
  | {
      type: 'ApplicationStarted';
      projectId: string;
      callId: CallId;
      callCode: string;
      programme: string;
      year: number;
      policyVersion: number;
      clock: Clock;
      startedBy: PersonId;
      at: Instant;
    }
  | {
      type: 'ApplicationSubmitted';
      applicationRef: string;
      submission: Submission;
      parties: Party[];
      contacts: Contact[];
      hostCountry: Country;
      fieldCode: string;
      projectType: ProjectType;
      durationMonths: number;
      justification?: TextRef;
      at: Instant;
    }
  | { type: 'ApplicationWithdrawn'; by: PersonId; at: Instant }
  | { type: 'ApplicationFrozen'; closedAt: Instant; at: Instant }
  | { type: 'DraftExpired'; closedAt: Instant; at: Instant };
