import type { CallId, PersonId, ProjectId } from '../shared/branded-ids';
import type { Clock } from '../shared/clock';
import type { SharedEvent } from '../shared/deadline-events';
import type { Country, Instant, LocalDate } from '../shared/local-date';
import type { DecidedLine, RankedLine } from './call.state';

/** Everything that may have happened to a call. */
export type CallEvent =
  | {
      type: 'CallCreated';
      callId: CallId;
      code: string;
      programme: string;
      year: number;
      opensAt: Instant;
      closesAt: Instant;
      policyVersion: number;
      clock: Clock;
      by: PersonId;
      at: Instant;
    }
  | { type: 'CallPublished'; opensAt: Instant; at: Instant }
  | { type: 'CallOpened'; at: Instant }
  | { type: 'CallClosed'; closedAt: Instant; applications: ProjectId[]; at: Instant }
  | { type: 'ApplicationCounted'; projectId: ProjectId; late: boolean; closedAt?: Instant }
  | { type: 'RankingFixed'; lines: RankedLine[]; by: PersonId; at: Instant }
  | { type: 'ProposalPrepared'; lines: RankedLine[]; at: Instant }
  | {
      type: 'ProposalDecided';
      lines: DecidedLine[];
      present: PersonId[];
      votesFor: number;
      votesAgainst: number;
      decidedOn: LocalDate;
      at: Instant;
    }
  | { type: 'PublicNoticeStarted'; startedOn: LocalDate; endsAt: Instant; at: Instant }
  | { type: 'PublicNoticeEnded'; at: Instant }
  | { type: 'ProjectsAnnounced'; lines: DecidedLine[]; announcedOn: LocalDate; at: Instant }
  | { type: 'PlaceReclaimed'; projectId: ProjectId; hostCountry: Country; at: Instant }
  | { type: 'PlaceFreed'; projectId: ProjectId; hostCountry: Country; at: Instant }
  | SharedEvent;
