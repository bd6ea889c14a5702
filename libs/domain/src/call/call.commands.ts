import type { PersonId, ProjectId } from '../shared/branded-ids';
import type { Clock } from '../shared/clock';
import type { Country, Instant, LocalDate } from '../shared/local-date';

/** Everything that may be asked of a call. */
export type CallCommand =
  /** Opening and closing are instants with the formal zone; opening is the later of `opensAt` and publication. */
  | {
      type: 'CreateCall';
      payload: { code: string; programme: string; year: number; opensAt: Instant; closesAt: Instant; policyVersion: number; clock?: Clock };
    }
  | { type: 'PublishCall'; payload: Record<string, never> }
  | { type: 'FixRanking'; payload: { chairVotes?: { before: ProjectId; after: ProjectId }[] } }
  | { type: 'PrepareProposal'; payload: Record<string, never> }
  | {
      type: 'DecideProposal';
      payload: {
        lines: { projectId: ProjectId; decision: 'approve' | 'reserve' | 'reject' }[];
        present: PersonId[];
        votesFor: number;
        votesAgainst: number;
      };
    }
  | { type: 'StartPublicNotice'; payload: { startOn: LocalDate } }
  | { type: 'AnnounceProjects'; payload: Record<string, never> }
  /** A project tells: here is an application of yours. */
  | { type: 'CountApplication'; payload: { projectId: ProjectId } }
  /** A project tells: the place I held is free again. */
  | { type: 'FreePlace'; payload: { projectId: ProjectId; hostCountry: Country } }
  /** A project that had freed its place goes on after all. */
  | { type: 'ReclaimPlace'; payload: { projectId: ProjectId; hostCountry: Country } }
  | { type: 'ConfirmProposal'; payload: { proposalId: string } }
  | { type: 'RejectProposal'; payload: { proposalId: string } }
  | { type: 'Wake'; payload: Record<string, never> }
  | { type: 'Sync'; payload: Record<string, never> }
  | { type: 'Replan'; payload: Record<string, never> };

/** Name of a call command. */
export type CallCommandType = CallCommand['type'];
