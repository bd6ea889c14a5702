import { randomUUID } from 'node:crypto';
import type { Actor, Instant, TextRef } from '@app/domain';
import {
  findCommand,
  findHead,
  markDispatched,
  undispatchedOf,
  type CommandOutcome,
  type CommandSource,
  type EntityKey,
  type TransactionSource,
} from '@app/persistence';
import { storeCommandAt } from '@app/persistence/ledger-writer';
import { commitTransaction, letClockRun } from '../commit/commit-transaction';
import type { CommitTools } from '../commit/open-session';

/** A command to be played at an instant of the entity's own time. */
export interface PlayedCommand {
  /** Made when left out. */
  id?: string;
  type: string;
  actor: Actor;
  payload: unknown;
  reason?: TextRef;
  at: Instant;
}

/** Plays commands through the same transaction as the worker, in this process and without the engine. */
export interface Player {
  /** Stores and applies a command, and whatever fell due before it. Answers its outcome. */
  give(entity: EntityKey, command: PlayedCommand): Promise<CommandOutcome>;
  /** Lets the clock of an entity act until now. */
  wake(entity: EntityKey): Promise<void>;
  /** Lets the clock of an entity act until an instant of its own time, which may lie in the past. */
  wakeUntil(entity: EntityKey, until: Instant): Promise<void>;
  /** Carries over all commands these entities have for others, and what follows from them, until nothing is left. Answers how many. */
  dispatch(from: EntityKey, at: Instant): Promise<number>;
}

const rowsAtOnce = 1_000;

/**
 * A player on a database. For first data, records from elsewhere and tests; a running programme is played by its workflows.
 * @param door how people's commands are said to have come in
 */
export function createPlayer(db: TransactionSource, tools: CommitTools, door: CommandSource = 'cli'): Player {
  const commit = async (entity: EntityKey, command: { id: string; type: string; actor: Actor; payload: unknown }): Promise<void> => {
    const head = await findHead(db, entity);
    const input = { entity, command, viewRev: head?.rev ?? 0, viewHead: head?.head ?? '', now: Date.now() };
    await db.transaction((tx) => commitTransaction(tx, tools, input));
  };
  const give: Player['give'] = async (entity, { at, ...played }) => {
    const source = played.actor.kind === 'person' ? door : 'dispatch';
    const command = { ...played, id: played.id ?? randomUUID(), source };
    await storeCommandAt(db, entity, command, at);
    await commit(entity, command);
    const outcome = (await findCommand(db, entity, command.id))?.outcome;
    if (outcome === null || outcome === undefined) throw new Error(`${command.type} was left without an answer`);
    return outcome;
  };
  const dispatch = async (from: EntityKey, at: Instant): Promise<number> => {
    let sent = 0;
    const waiting = [from];
    for (let entity = waiting.shift(); entity !== undefined; entity = waiting.shift()) {
      for (const row of await undispatchedOf(db, entity, rowsAtOnce)) {
        await give(row.target, { id: row.id, ...row.command, actor: { kind: 'system' }, at });
        await markDispatched(db, row.id, 'sent', {});
        waiting.push(row.target);
        sent += 1;
      }
    }
    return sent;
  };
  return {
    give,
    dispatch,
    wakeUntil: (entity, until) => db.transaction((tx) => letClockRun(tx, tools, entity, until)),
    wake: (entity) => commit(entity, { id: `Wake/${entity.id}/player`, type: 'Wake', actor: { kind: 'system' }, payload: {} }),
  };
}
