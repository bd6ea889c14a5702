import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Actor, EntityView, TextRef, Violation } from '@app/domain';

/**
 * A command as it travels through the engine: ids, codes, dates, numbers and hashes only, never a name or a free text.
 * `id` is unique per entity and decides: the same id is answered with the first answer.
 */
export interface EntityCommand {
  id: string;
  type: string;
  actor: Actor;
  /** Person for whom the actor acts. */
  onBehalfOf?: string;
  reason?: TextRef;
  /** Revision the sender has seen; the command is refused with STALE_REVISION when the entity has moved on. */
  expectedRev?: number;
  payload: unknown;
}

/** Payload of a Wake: the planned instant in epoch milliseconds of the clock that counts. */
export interface WakePayload {
  at: number;
}

/** What the shell carries into its next run. `schema` 1 stays readable for ever. */
export interface ShellCarry {
  schema: 1;
  view: EntityView;
  queue: EntityCommand[];
  /** Ids of commands handled lately: a cache, the ledger decides. */
  recentIds: string[];
  /** Epoch milliseconds before which no Wake is tried again; 0 when none failed. */
  retryAt: number;
  toDispatch: boolean;
}

/** Argument of `projectWorkflow` and `callWorkflow`. */
export interface EntityInput {
  id: string;
  carry?: ShellCarry;
}

/** What the query answers: for operators and verification, never for pages. */
export interface ShellSnapshot {
  view: EntityView;
  queued: number;
  toDispatch: boolean;
  retryAt: number;
}

/** Ledger entry as `commit` wrote it: canonical text and its hash, an independent witness of the ledger. No personal data. */
export interface WrittenEntry {
  rev: number;
  hash: string;
  text: string;
}

/** What `commit` tells the shell. Exactly one of `view` and `halted` is set. */
export interface CommitResult {
  /** The entity as the ledger has it now. */
  view?: EntityView;
  /** Shell and ledger disagree, or an operator halted the entity: nothing was written, the command stays queued. */
  halted?: boolean;
  /** Entries written by this transaction, oldest first. */
  entries?: WrittenEntry[];
  /** Why this command was refused. */
  violation?: Violation;
  /** Commands for other entities wait for dispatch. */
  hasCommands: boolean;
  /** Search attributes that changed (`NextWakeAt` as an ISO instant); null removes one. */
  attributes?: Record<string, string | null>;
}

/** Queues a command and returns at once: the sender learns the outcome from PostgreSQL. Update id = command id. */
export const submitUpdate = defineUpdate<{ queued: number }, [EntityCommand]>('submit');

/** What the shell holds. */
export const snapshotQuery = defineQuery<ShellSnapshot>('snapshot');

/** Continue as new between two commands. */
export const rollSignal = defineSignal('roll');

/** Read from the ledger where the entity stands; `key` names the occasion. Follows every reset, restore and replan. */
export const syncSignal = defineSignal<[{ key: string }]>('sync');
