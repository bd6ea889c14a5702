import type { EntityView } from '@app/domain';
import { wakeCommandId } from './entity-ids';
import type { EntityRef } from './entity-ids';
import type { CommitResult, EntityCommand, ShellCarry, ShellSnapshot } from './entity.contract';

const maxQueued = 100;
const maxQueuedCharacters = 32_000;
const maxRecentIds = 200;
const dispatchEvery = 10;
const fruitlessBackOffMs = 60_000;
const failedBackOffMs = 3_600_000;

/** What a shell holds before its first commit. */
export const freshView: EntityView = {
  schema: 1,
  rev: 0,
  head: '',
  stage: '',
  subState: '',
  overlays: [],
  rollAt: 600,
  roll: false,
  closed: false,
  summary: '',
};

/** Why a command is not even queued. */
export interface QueueRefusal {
  code: 'MALFORMED_COMMAND' | 'BUSY' | 'STALE_REVISION';
  message: string;
}

/** What the next turn of the shell's loop needs to know of its run. */
export interface RunMeasure {
  historyLength: number;
  continueAsNewSuggested: boolean;
}

/**
 * All that a shell remembers, without the engine: queue, view, recent ids, and when it last failed to wake.
 * Its answers are control flow of a workflow that is replayed for years: change it only with the whole corpus replayed.
 */
export class ShellState {
  view: EntityView;
  readonly queue: EntityCommand[];
  private readonly recentIds: Set<string>;
  private retryAt: number;
  private toDispatch: boolean;
  private rolling = false;
  private asked: boolean;
  private told = false;
  private doneInRun = 0;
  private sinceDispatch = 0;

  constructor(
    private readonly entity: EntityRef,
    carry?: ShellCarry,
  ) {
    this.view = carry?.view ?? freshView;
    this.queue = carry?.queue ?? [];
    this.recentIds = new Set(carry?.recentIds);
    this.retryAt = carry?.retryAt ?? 0;
    this.toDispatch = carry?.toDispatch ?? false;
    this.asked = carry !== undefined;
  }

  /** Why this command may not be queued; nothing when it may. A known id passes: it is answered with its first answer. */
  refusalOf(command: unknown): QueueRefusal | undefined {
    if (!isCommand(command)) return { code: 'MALFORMED_COMMAND', message: 'a command has an id, a type, an actor and a payload' };
    if (this.knows(command.id)) return undefined;
    if (this.queue.length >= maxQueued || JSON.stringify([...this.queue, command]).length > maxQueuedCharacters) {
      return { code: 'BUSY', message: `${this.queue.length} commands are waiting` };
    }
    // Only older: the shell may lag behind the ledger, whose own check counts.
    if (command.expectedRev !== undefined && command.expectedRev < this.view.rev) {
      return { code: 'STALE_REVISION', message: `expected revision ${command.expectedRev}, the entity is at ${this.view.rev}` };
    }
    return undefined;
  }

  /** Queues a command unless it is known; answers how many wait. */
  accept(command: EntityCommand): { queued: number } {
    if (!this.knows(command.id)) this.queue.push(command);
    return { queued: this.queue.length };
  }

  /** Queues a question to the ledger; one that has not begun serves later askers too. */
  acceptSync(key: string): void {
    this.asked = true;
    this.told = true;
    if (this.queue.slice(1).some((one) => one.type === 'Sync')) return;
    this.queue.push({ id: `Sync/${this.entity.id}/${key}`, type: 'Sync', actor: { kind: 'system' }, payload: {} });
  }

  /** Queues the clock's command for the planned instant; its id comes from entity, revision and instant. */
  acceptWake(): void {
    const at = this.view.nextWakeAt ?? 0;
    this.queue.push({ id: wakeCommandId(this.entity, this.view.rev, at), type: 'Wake', actor: { kind: 'system' }, payload: { at } });
  }

  /** Asks for continue-as-new between two commands. */
  askToRoll(): void {
    this.rolling = true;
  }

  /** Whether something waits to be done before sleeping. */
  hasWork(): boolean {
    return this.queue.length > 0 || this.rolling;
  }

  /** Whether this run has yet to hear from the ledger and no command will ask in passing. */
  mustAskLedger(): boolean {
    return !this.asked && this.queue.length === 0;
  }

  /** Whether the run should end here; a run with work does some of it first, so that rolling never spins. */
  mustRoll(run: RunMeasure): boolean {
    const due = this.rolling || this.view.roll || run.continueAsNewSuggested || run.historyLength > this.view.rollAt;
    return due && (this.doneInRun > 0 || this.queue.length === 0);
  }

  /** Whether commands for other entities should leave now: when idle, and every few commands under load. */
  mustDispatch(): boolean {
    return this.toDispatch && (this.queue.length === 0 || this.sinceDispatch >= dispatchEvery);
  }

  /** Notes that dispatch was given its chance; what it leaves behind the sweep finds. */
  dispatched(): void {
    this.toDispatch = false;
    this.sinceDispatch = 0;
  }

  /** Whether the entity is archived and nothing waits. */
  isOver(): boolean {
    return this.view.closed && this.queue.length === 0 && !this.toDispatch;
  }

  /** Whether the ledger has nothing of this entity: its first command was refused. */
  isUnborn(): boolean {
    return this.view.rev === 0;
  }

  /** Real epoch milliseconds of the next try to wake; nothing when none is planned. */
  wakeAt(): number | undefined {
    return this.view.nextWakeAt === undefined ? undefined : Math.max(this.view.nextWakeAt, this.retryAt);
  }

  /** Copies what commit answered for the first command in the queue. Answers whether a wake-up changed nothing. */
  take(result: CommitResult & { view: EntityView }, now: number): { fruitlessWake: boolean } {
    const fruitlessWake = this.queue[0]?.type === 'Wake' && sameNext(this.view, result.view);
    this.retryAt = fruitlessWake ? now + fruitlessBackOffMs : 0;
    this.view = result.view;
    this.toDispatch ||= result.hasCommands;
    return { fruitlessWake };
  }

  /** Notes that the clock's command failed: tried again in an hour, or as soon as the ledger is asked. */
  wakeFailed(now: number): void {
    this.retryAt = now + failedBackOffMs;
  }

  /** Notes that the entity is halted: the command stays, but this run may end. */
  halted(): void {
    this.asked = true;
    this.told = false;
    this.doneInRun++;
  }

  /** Whether somebody asked to read the ledger since the entity was found halted. */
  wasToldToRead(): boolean {
    return this.told;
  }

  /** The first command leaves the queue: its sender can learn what became of it. */
  finishFirst(): void {
    const command = this.queue.shift();
    this.asked = true;
    this.doneInRun++;
    this.sinceDispatch++;
    if (command === undefined || isInternal(command)) return;
    this.recentIds.add(command.id);
    if (this.recentIds.size > maxRecentIds) this.recentIds.delete(this.recentIds.values().next().value as string);
  }

  /** What the next run needs. */
  carry(): ShellCarry {
    const { view, queue, retryAt, toDispatch } = this;
    return { schema: 1, view: { ...view, roll: false }, queue, recentIds: [...this.recentIds], retryAt, toDispatch };
  }

  /** What operators see. */
  snapshot(): ShellSnapshot {
    return { view: this.view, queued: this.queue.length, toDispatch: this.toDispatch, retryAt: this.retryAt };
  }

  private knows(id: string): boolean {
    return this.recentIds.has(id) || this.queue.some((one) => one.id === id);
  }
}

/** Wake and Sync store no outcome: a failed one must be able to succeed later under the same id. */
export function isInternal(command: EntityCommand): boolean {
  return command.type === 'Wake' || command.type === 'Sync';
}

function isCommand(command: unknown): command is EntityCommand {
  if (!isObject(command) || !isObject(command.actor) || command.payload === undefined) return false;
  const { id, type, expectedRev } = command;
  return isWord(id) && isWord(type) && (expectedRev === undefined || Number.isInteger(expectedRev));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function sameNext(before: EntityView, after: EntityView): boolean {
  if (before.rev !== after.rev) return false;
  return before.next?.key === after.next?.key && before.next?.at === after.next?.at && before.nextWakeAt === after.nextWakeAt;
}
