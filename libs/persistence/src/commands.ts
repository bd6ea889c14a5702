import type { Actor, Instant, TextRef, Violation } from '@app/domain';
import { canonicalJson } from './ledger/canonical-json';
import type { Door, EntityKey } from './ledger/entry-body';
import { sha256 } from './ledger/hash-chain';
import type { Sql } from './sql';

/** Through which door a command came; the clock gives none. */
export type CommandSource = Exclude<Door, 'clock'>;

/** A command to be stored: ids, codes, dates, numbers and hashes only. `id` is unique per entity; clients' ids are UUIDs. */
export interface NewCommand {
  id: string;
  type: string;
  actor: Actor;
  onBehalfOf?: string;
  reason?: TextRef;
  /** Revision the sender has seen. */
  expectedRev?: number;
  payload: unknown;
  source: CommandSource;
}

/** What became of a command. `rev` is the entity's revision afterwards. */
export type CommandOutcome =
  | { status: 'applied'; rev: number; events: string[] }
  | { status: 'refused'; rev: number; violation: Violation }
  | { status: 'failed'; code: string; incident: string };

/** A stored command with its answer, if it has one. */
export interface StoredCommand {
  id: string;
  type: string;
  actor: Actor;
  onBehalfOf: string | null;
  reason: TextRef | null;
  expectedRev: number | null;
  payload: unknown;
  payloadHash: string;
  source: CommandSource;
  receivedAt: Date;
  /** The receipt in the entity's own time. */
  occurredAt: Date;
  status: 'pending' | 'applied' | 'refused' | 'failed';
  outcome: CommandOutcome | null;
}

/** Answer of `openCommand`: stored now, stored before by the same person with the same content, or an id that somebody used for something else. */
export type OpenedCommand = { is: 'new'; command: StoredCommand } | { is: 'known'; command: StoredCommand } | { is: 'other' };

/** Columns of a stored command, for statements of this lib. */
export const commandColumns = `command_id AS id, type, actor, on_behalf_of AS "onBehalfOf", reason, expected_rev AS "expectedRev", payload,
  payload_hash AS "payloadHash", source, received_at AS "receivedAt", occurred_at AS "occurredAt", status, outcome`;

/** Hash over what a command asks, so that a repeated id with other content is noticed. The expected revision may differ between two tries. */
export function commandHash(command: Pick<NewCommand, 'type' | 'payload' | 'reason' | 'onBehalfOf'>): string {
  const { type, payload, reason, onBehalfOf } = command;
  return sha256(canonicalJson({ type, payload, reason: reason?.sha256, onBehalfOf }));
}

/** Id of the person who asks; nothing for the clock. */
export function actorIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** Columns of a new command in the order of `commandValues`, for statements of this lib; parameters 1 to 12. */
export const valueColumns =
  'entity_kind, entity_id, command_id, type, actor, actor_id, on_behalf_of, payload, payload_hash, reason, expected_rev, source';

/** Values of a new command in the order of `valueColumns`. */
export function commandValues(entity: EntityKey, command: NewCommand): unknown[] {
  const { id, type, actor, onBehalfOf, payload, reason, expectedRev, source } = command;
  return [
    entity.kind,
    entity.id,
    id,
    type,
    JSON.stringify(actor),
    actorIdOf(actor),
    onBehalfOf ?? null,
    JSON.stringify(payload),
    commandHash(command),
    reason === undefined ? null : JSON.stringify(reason),
    expectedRev ?? null,
    source,
  ];
}

/**
 * Stores a command as pending, stamped by the database's clock and by the entity's own. From here on it cannot be lost.
 * A call that is created in a rehearsal room has the room's time.
 * @param clockOf entity whose clock gives the command's own time while the target does not exist yet (the call of a new project)
 */
export async function openCommand(db: Sql, entity: EntityKey, command: NewCommand, clockOf?: EntityKey): Promise<OpenedCommand> {
  const rows = await db.query<StoredCommand[]>(
    `WITH now_at AS (SELECT date_trunc('milliseconds', clock_timestamp()) AS at),
       timed AS (SELECT h.clock, r.room_now FROM entity_head h LEFT JOIN room r ON r.id = h.room_id
         WHERE (h.kind, h.id) IN (($1, $2::uuid), ($13, $14::uuid)) AND h.rev > 0 ORDER BY (h.kind, h.id) = ($1, $2::uuid) DESC LIMIT 1)
     INSERT INTO command (${valueColumns}, received_at, occurred_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, at,
       coalesce((SELECT date_trunc('milliseconds', virtual_now(clock, room_now)) FROM timed),
         (SELECT room_now FROM room WHERE id::text = $8::jsonb->'clock'->>'roomId'), at) FROM now_at
     ON CONFLICT DO NOTHING RETURNING ${commandColumns}`,
    [...commandValues(entity, command), ...(clockOf === undefined ? [null, null] : [clockOf.kind, clockOf.id])],
  );
  if (rows[0] !== undefined) return { is: 'new', command: rows[0] };
  return openedBefore(db, entity, command);
}

async function openedBefore(db: Sql, entity: EntityKey, command: NewCommand): Promise<OpenedCommand> {
  const known = await findCommand(db, entity, command.id);
  if (known === undefined) throw new Error(`command ${command.id} is neither new nor known`);
  const same = known.payloadHash === commandHash(command) && actorIdOf(known.actor) === actorIdOf(command.actor);
  return same ? { is: 'known', command: known } : { is: 'other' };
}

/** A stored command of an entity; nothing when the id is unknown there. */
export async function findCommand(db: Sql, { kind, id }: EntityKey, commandId: string): Promise<StoredCommand | undefined> {
  const rows = await db.query<StoredCommand[]>(
    `SELECT ${commandColumns} FROM command WHERE entity_kind = $1 AND entity_id = $2 AND command_id = $3`,
    [kind, id, commandId],
  );
  return rows[0];
}

/** A refusal known before the engine was asked (the dry run): stored as the command's answer, so that a repeat gets the same. */
export async function storeRefusal(db: Sql, { kind, id }: EntityKey, commandId: string, rev: number, violation: Violation): Promise<void> {
  const outcome: CommandOutcome = { status: 'refused', rev, violation };
  await db.query(
    `UPDATE command SET status = 'refused', outcome = $4, done_at = clock_timestamp()
      WHERE entity_kind = $1 AND entity_id = $2 AND command_id = $3 AND status = 'pending'`,
    [kind, id, commandId, JSON.stringify(outcome)],
  );
}

/** A command that still waits, with its entity. */
export type WaitingCommand = StoredCommand & { entity: EntityKey };

/** Commands that have been pending for longer than `olderThanMs`, of one entity or of all, in order of receipt: the sweep submits them again. */
export async function leftPending(db: Sql, olderThanMs: number, limit: number, of?: EntityKey): Promise<WaitingCommand[]> {
  const rows = await db.query<(StoredCommand & { entityKind: EntityKey['kind']; entityId: string })[]>(
    `SELECT entity_kind AS "entityKind", entity_id AS "entityId", ${commandColumns} FROM command
      WHERE status = 'pending' AND received_at < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
        AND ($3::text IS NULL OR (entity_kind = $3 AND entity_id = $4::uuid)) ORDER BY received_at, seq LIMIT $2`,
    [olderThanMs, limit, of?.kind ?? null, of?.id ?? null],
  );
  return rows.map(({ entityKind, entityId, ...command }) => ({ ...command, entity: { kind: entityKind, id: entityId } }));
}

/**
 * The door to be told in the ledger. Nothing for a person's command that came back from the engine's queue after the database had lost its row:
 * nobody knows any more how it was given.
 */
export function doorOf({ source, actor }: Pick<StoredCommand, 'source' | 'actor'>): Door | undefined {
  return source === 'dispatch' && actor.kind === 'person' ? undefined : source;
}

/** Receipt of a command as the entity's own instant. */
export function occurredAtOf(command: Pick<StoredCommand, 'occurredAt'>): Instant {
  return command.occurredAt.toISOString();
}
