import type { CallId, PersonId, ProjectId } from '../shared/branded-ids';
import type { Clock } from '../shared/clock';
import type { Deadline } from '../shared/deadline';
import type { Country, Instant, LocalDate } from '../shared/local-date';
import type { Proposal } from '../shared/proposal';

/** Sub-states of a call, in order. */
export const callSubStates = [
  'draft',
  'published',
  'open',
  'closed',
  'reviewing',
  'deciding',
  'public-notice',
  'announced',
  'archived',
  'cancelled',
] as const;

/** A sub-state of a call. */
export type CallSubState = (typeof callSubStates)[number];

/** Number of the shape below. */
export const callStateSchema = 1;

/** One line of the ranking: exact score as a fraction, and why it stands where it stands. */
export interface RankedLine {
  projectId: ProjectId;
  applicationRef: string;
  rank: number;
  sumHalfPoints: number;
  count: number;
  hostCountry: Country;
  fieldCode: string;
  centreCandidate: boolean;
  list: 'A' | 'B' | 'C' | 'D';
  /** Codes of the tie-breaks that decided, in order. */
  tieBrokenBy: string[];
}

/** The council's decision on one line. */
export interface DecidedLine {
  projectId: ProjectId;
  decision: 'approve' | 'reserve' | 'reject';
  asCentre: boolean;
  hostCountry: Country;
  deviates: boolean;
  projectRef?: string;
}

/** All that is known of one call, folded from its ledger. */
export interface CallState {
  kind: 'call';
  schema: number;
  id: CallId;
  code: string;
  programme: string;
  year: number;
  policyVersion: number;
  clock: Clock;
  subState: CallSubState;
  since: Instant;
  createdBy: PersonId;
  opensAt: Instant;
  closesAt: Instant;
  publishedAt?: Instant;
  /** Applications that told the call of themselves. */
  applications: ProjectId[];
  ranking?: RankedLine[];
  proposal?: { lines: RankedLine[]; preparedAt: Instant };
  decision?: { lines: DecidedLine[]; decidedAt: Instant; decidedOn: LocalDate };
  noticeStartedOn?: LocalDate;
  noticeEndsAt?: Instant;
  noticeEnded?: boolean;
  announcedOn?: LocalDate;
  /** Last running number of project references per host country; never reused. */
  referenceNumbers: Partial<Record<Country, number>>;
  freePlaces: number;
  /** Projects whose place became free again. */
  freedBy: ProjectId[];
  proposals: Proposal[];
  deadlines: Deadline[];
  series: Record<string, number>;
}
