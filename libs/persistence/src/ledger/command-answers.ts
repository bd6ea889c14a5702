import type { Instant } from '@app/domain';
import { commandColumns, commandValues, valueColumns, type CommandOutcome, type NewCommand, type StoredCommand } from '../commands';
import type { Sql } from '../sql';
import type { EntityKey } from './entry-body';

/** Channel on which the id of a command is announced in the transaction that answers it. */
export const outcomeChannel = 'command_outcome';

/**
 * The entity's pending commands up to and including the named one, in order of receipt. An answered one is returned alone, with its answer.
 * A command the database has never seen (lost by a restore, still in the engine's queue) is stored first.
 */
export async function pendingUpTo(tx: Sql, entity: EntityKey, command: NewCommand): Promise<StoredCommand[]> {
  const rows = await tx.query<StoredCommand[]>(
    `SELECT ${commandColumns} FROM command c
      WHERE entity_kind = $1 AND entity_id = $2 AND (command_id = $3 OR (status = 'pending' AND (received_at, seq) <=
        (SELECT received_at, seq FROM command WHERE entity_kind = $1 AND entity_id = $2 AND command_id = $3)))
      ORDER BY received_at, seq`,
    [entity.kind, entity.id, command.id],
  );
  const own = rows.find((row) => row.id === command.id);
  if (own === undefined) return [await storeLate(tx, entity, command)];
  return own.status === 'pending' ? rows : [own];
}

/** The entity's pending commands received until an instant of its own time, in order of receipt: they come before what the clock does then. */
export async function pendingUntil(tx: Sql, { kind, id }: EntityKey, until: Instant): Promise<StoredCommand[]> {
  return tx.query<StoredCommand[]>(
    `SELECT ${commandColumns} FROM command
      WHERE entity_kind = $1 AND entity_id = $2 AND status = 'pending' AND occurred_at <= $3 ORDER BY received_at, seq`,
    [kind, id, until],
  );
}

async function storeLate(tx: Sql, entity: EntityKey, command: NewCommand): Promise<StoredCommand> {
  const rows = await tx.query<StoredCommand[]>(
    `INSERT INTO command (${valueColumns}, received_at, occurred_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, at, at FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS at) n
     RETURNING ${commandColumns}`,
    commandValues(entity, command),
  );
  if (rows[0] === undefined) throw new Error(`command ${command.id} could not be stored`);
  return rows[0];
}

/** Stores a command's answer and announces its id to whoever waits; the first answer stays. */
export async function answerCommand(tx: Sql, { kind, id }: EntityKey, commandId: string, outcome: CommandOutcome): Promise<void> {
  await tx.query(
    `WITH answered AS (
       UPDATE command SET status = $4, outcome = $5, done_at = clock_timestamp()
        WHERE entity_kind = $1 AND entity_id = $2 AND command_id = $3 AND status = 'pending' RETURNING command_id)
     SELECT pg_notify('${outcomeChannel}', $1 || '/' || $2::text || '/' || command_id) FROM answered`,
    [kind, id, commandId, outcome.status, JSON.stringify(outcome)],
  );
}

/**
 * Stores a pending command with a receipt of the caller's choice, in the entity's own time: for first data and for moving records in from elsewhere,
 * never for people's commands. Does nothing for an id that is known.
 */
export async function storeCommandAt(tx: Sql, entity: EntityKey, command: NewCommand, at: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO command (${valueColumns}, received_at, occurred_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13) ON CONFLICT DO NOTHING`,
    [...commandValues(entity, command), at],
  );
}

/** Stores a command together with its answer, as history has it; of a known one that still waits the answer only. */
export async function storeAnswered(
  tx: Sql,
  entity: EntityKey,
  command: NewCommand & { at: Instant },
  outcome: CommandOutcome,
): Promise<void> {
  await storeCommandAt(tx, entity, command, command.at);
  await answerCommand(tx, entity, command.id, outcome);
}
