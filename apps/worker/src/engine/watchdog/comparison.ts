import type { Client } from '@temporalio/client';
import type { TransactionSource, WatchFinding, WatchKind } from '@app/persistence';
import type { CommitTools } from '../../commit/open-session';
import type { ClockWitness } from './clock-witness';

/** How old or how far apart something must be before it is a finding, in ms, and how much is looked at closely in one round. */
export interface WatchLimits {
  /** Plans, wake-ups and rows of the outbox. */
  lateMs: number;
  /** Beyond the end of a lease. */
  leaseMs: number;
  /** Between the mail server's record and ours: what is on its way, and two clocks. */
  recordMs: number;
  /** Since a worker last asked for work. */
  pollerMs: number;
  /** A workflow younger than this may not have written its first entry yet. */
  youngMs: number;
  /** Between what shell and ledger say and the second look: a commit may be on its way. */
  settleMs: number;
  /** Between our clock and the database's. */
  clockMs: number;
  /** Entities whose hashes, whose fold and whose shell are looked at; the next round goes on. At least so many, of very many a twenty-fourth. */
  hashes: number;
  folds: number;
  shells: number;
}

/** The limits that hold outside tests. */
export const watchLimits: WatchLimits = {
  lateMs: 900_000,
  leaseMs: 300_000,
  recordMs: 300_000,
  pollerMs: 180_000,
  youngMs: 300_000,
  settleMs: 3_000,
  clockMs: 60_000,
  hashes: 500,
  folds: 150,
  shells: 25,
};

/** Where the mail server's record is asked, and the domain of our Message-IDs. */
export interface MailRecordSource {
  url: string;
  domain: string;
}

/** What the comparisons need. The engine is only read. */
export interface WatchTools {
  db: TransactionSource;
  client: Client;
  namespace: string;
  commit: CommitTools;
  limits: WatchLimits;
  /** Where the mail server's own record can be asked. */
  mailRecord?: MailRecordSource | undefined;
  /** Only the watchdog's own process has a clock that is to be watched. */
  clock?: ClockWitness;
}

/** What a comparison saw. */
export interface Compared {
  found: WatchFinding[];
  /** How much it looked at, by name. */
  counts: Record<string, number>;
  /** It could not look this time, for a reason that is told elsewhere: what is open stays open. */
  blind?: true;
}

/** One comparison of a round. */
export interface Comparison {
  name: string;
  kinds: readonly WatchKind[];
  compare: (tools: WatchTools) => Promise<Compared>;
}
