import type { Clock, EntityView, Instant } from '@app/domain';
import type { Sql } from '../sql';
import type { EntityKey } from './entry-body';

/** Where an entity stands: what its ledger folds to, and which rules folded it. */
export interface EntityHead {
  rev: number;
  /** Hash of the last ledger entry; empty before the first. */
  head: string;
  rulesBuild: number;
  stateSchema: number;
  state: unknown;
  policyVersion: number | null;
  clock: Clock;
  roomId: string | null;
  view: EntityView | null;
  attributes: Record<string, string | null>;
  planHash: string | null;
  closed: boolean;
  haltedAt: Date | null;
}

/** The head under the row lock, with the clocks that count in this transaction. */
export interface LockedHead {
  head: EntityHead | undefined;
  /** The database's clock, to the millisecond. */
  dbNow: Instant;
  /** Time of the entity's room, for a conducted clock. */
  roomNow: Instant | undefined;
  /** Number of the last change of any calendar. */
  calendarVersion: number;
}

const columns = `h.rev, h.head, h.rules_build AS "rulesBuild", h.state_schema AS "stateSchema", h.state, h.policy_version AS "policyVersion", h.clock,
  h.room_id AS "roomId", h.view, h.attributes, h.plan_hash AS "planHash", h.closed, h.halted_at AS "haltedAt"`;

/**
 * Locks the entity until the end of the transaction. An entity that does not exist yet is locked by its name, so that two first commands never
 * meet. Waits at most the session's lock time-out.
 */
export async function lockHead(tx: Sql, entity: EntityKey): Promise<LockedHead> {
  const known = await selectForUpdate(tx, entity);
  if (known !== undefined) return known;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${entity.kind}/${entity.id}`]);
  const born = await selectForUpdate(tx, entity);
  if (born !== undefined) return born;
  const [clocks] = await tx.query<Clocks[]>(`SELECT ${clockColumns}, NULL::timestamptz AS "roomNow"`);
  if (clocks === undefined) throw new Error('the database told no time');
  return lockedHead(undefined, clocks);
}

interface Clocks {
  dbNow: Date;
  roomNow: Date | null;
  calendarVersion: number;
}

const clockColumns = `date_trunc('milliseconds', clock_timestamp()) AS "dbNow",
  (SELECT coalesce(max(version), 0) FROM calendar_version) AS "calendarVersion"`;

/** The clock is read outside the locking part, so after a wait for the lock and not before it. */
async function selectForUpdate(tx: Sql, { kind, id }: EntityKey): Promise<LockedHead | undefined> {
  const [row] = await tx.query<(EntityHead & Clocks)[]>(
    `WITH locked AS MATERIALIZED (SELECT ${columns} FROM entity_head h WHERE h.kind = $1 AND h.id = $2 FOR UPDATE)
     SELECT locked.*, ${clockColumns}, (SELECT room_now FROM room WHERE id = locked."roomId") AS "roomNow" FROM locked`,
    [kind, id],
  );
  if (row === undefined) return undefined;
  const { dbNow, roomNow, calendarVersion, ...head } = row;
  return lockedHead(head, { dbNow, roomNow, calendarVersion });
}

function lockedHead(head: EntityHead | undefined, { dbNow, roomNow, calendarVersion }: Clocks): LockedHead {
  return { head, dbNow: dbNow.toISOString(), roomNow: roomNow?.toISOString(), calendarVersion };
}

/** Reads a head without locking it; nothing when the entity does not exist. For previews, dry runs and pages. */
export async function findHead(db: Sql, { kind, id }: EntityKey): Promise<EntityHead | undefined> {
  const rows = await db.query<EntityHead[]>(`SELECT ${columns} FROM entity_head h WHERE h.kind = $1 AND h.id = $2 AND h.rev > 0`, [
    kind,
    id,
  ]);
  return rows[0];
}

/** Whether an entity was stopped because shell and ledger disagree. */
export async function isHalted(db: Sql, { kind, id }: EntityKey): Promise<boolean> {
  const rows = await db.query<unknown[]>('SELECT FROM entity_head WHERE kind = $1 AND id = $2 AND halted_at IS NOT NULL', [kind, id]);
  return rows.length > 0;
}

/** What every reader may see of where an entity stands; nothing when it does not exist or was not folded yet. */
export async function findView(db: Sql, { kind, id }: EntityKey): Promise<EntityView | undefined> {
  const rows = await db.query<{ view: EntityView | null }[]>('SELECT view FROM entity_head WHERE kind = $1 AND id = $2 AND rev > 0', [
    kind,
    id,
  ]);
  return rows[0]?.view ?? undefined;
}

/** What `commit` leaves at the head. Instants in the entity's own time, save `nextWakeAt`. */
export interface NewHead {
  rev: number;
  head: string;
  rulesBuild: number;
  stateSchema: number;
  state: unknown;
  policyVersion: number;
  clock: Clock;
  roomId: string | null;
  view: EntityView;
  attributes: Record<string, string | null>;
  planHash: string;
  closed: boolean;
  nextAt: Instant | null;
  /** Real instant of the next wake-up. */
  nextWakeAt: Instant | null;
}

/** Writes the head; the row lock is held by the caller. */
export async function writeHead(tx: Sql, entity: EntityKey, head: NewHead): Promise<void> {
  await tx.query(
    `INSERT INTO entity_head (kind, id, rev, head, rules_build, state_schema, state, policy_version, clock, room_id, view, attributes, plan_hash,
       closed, next_at, next_wake_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (kind, id) DO UPDATE SET rev = $3, head = $4, rules_build = $5, state_schema = $6, state = $7, policy_version = $8, clock = $9,
       room_id = $10, view = $11, attributes = $12, plan_hash = $13, closed = $14, next_at = $15, next_wake_at = $16, updated_at = now()`,
    [
      entity.kind,
      entity.id,
      head.rev,
      head.head,
      head.rulesBuild,
      head.stateSchema,
      JSON.stringify(head.state),
      head.policyVersion,
      JSON.stringify(head.clock),
      head.roomId,
      JSON.stringify(head.view),
      JSON.stringify(head.attributes),
      head.planHash,
      head.closed,
      head.nextAt,
      head.nextWakeAt,
    ],
  );
}

/** Stops an entity until somebody has looked: shell and ledger disagree. Nothing else is written. */
export async function haltEntity(tx: Sql, { kind, id }: EntityKey, reason: string): Promise<void> {
  await tx.query(
    `INSERT INTO entity_head (kind, id, rev, head, rules_build, state_schema, halted_at, halted_reason) VALUES ($1, $2, 0, '', 0, 0, now(), $3)
     ON CONFLICT (kind, id) DO UPDATE SET halted_at = coalesce(entity_head.halted_at, now()), halted_reason = $3`,
    [kind, id, reason],
  );
}

/** Lifts a halt once shell and ledger agree again. */
export async function liftHalt(tx: Sql, { kind, id }: EntityKey): Promise<void> {
  await tx.query('UPDATE entity_head SET halted_at = NULL, halted_reason = NULL WHERE kind = $1 AND id = $2', [kind, id]);
}
