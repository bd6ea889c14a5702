import type { EntityRef } from './entity-ids';
import type { CommitResult, EntityCommand } from './entity.contract';

/** One command for one entity, with what the shell believes the ledger holds. */
export interface CommitInput {
  entity: EntityRef;
  command: EntityCommand;
  viewRev: number;
  viewHead: string;
  /** The shell's time, real epoch milliseconds. */
  now: number;
}

/** A command that could not be carried out, with a stable code. */
export interface StoreFailureInput {
  entity: EntityRef;
  commandId: string;
  reason: string;
}

/** What the entity shell asks of the worker. All are idempotent by natural keys and may run again at any time. */
export interface EntityActivities {
  /**
   * The one transaction in which a decision becomes a fact. Fails with `OLDER_CODE` (retryable), `COMMIT_FAILED` or
   * `DECIDE_FAILED` (final); any other error means: try again.
   */
  commit(input: CommitInput): Promise<CommitResult>;
  /** Stores `failed` as the command's outcome, so that its sender learns what became of it. */
  storeFailure(input: StoreFailureInput): Promise<void>;
  /** Sends the entity's waiting commands for other entities, in order per receiver, marked row by row. */
  dispatch(input: { entity: EntityRef }): Promise<{ sent: number }>;
}
