import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** One thing that is wrong with an entity's shell, by a code and the values of its sentence. */
export interface EngineFinding {
  code: string;
  values: Record<string, string | number>;
}

/** A finding as it is kept, with what people call the entity. */
export interface KeptFinding extends EngineFinding {
  entity: EntityKey;
  reference: string | null;
  foundAt: Date;
  seenAt: Date;
}

/** Where the database says an entity stands, as far as repair needs it. */
export interface Standing {
  rev: number;
  head: string;
  closed: boolean;
  haltedReason: string | null;
  /** Wake-up on the wall that is over by more than what was asked. */
  overdueSince: Date | null;
  /** Commands that wait longer than what was asked, and since when the oldest does. */
  pending: number;
  pendingSince: Date | null;
  /** Rows of the outbox up to now, and those whose mail has left. */
  outboxRows: number;
  mailsSent: number;
  /** Mails of which nobody knows whether they left. */
  mailsUncertain: number;
}

/** The standing of one entity; nothing when the ledger does not know it. `lateMs`: how old something must be before it counts as late. */
export async function standingOf(
  db: Sql,
  { kind, id }: EntityKey,
  lateMs: { wake: number; command: number },
): Promise<Standing | undefined> {
  const [row] = await db.query<Standing[]>(
    `SELECT h.rev, h.head, h.closed, CASE WHEN h.halted_at IS NOT NULL THEN coalesce(h.halted_reason, '') END AS "haltedReason",
       CASE WHEN NOT h.closed AND h.next_wake_at < clock_timestamp() - $3 * interval '1 millisecond' THEN h.next_wake_at END AS "overdueSince",
       c.pending, c.since AS "pendingSince", o.rows AS "outboxRows", o.sent AS "mailsSent", o.uncertain AS "mailsUncertain"
       FROM entity_head h,
         LATERAL (SELECT count(*)::integer AS pending, min(received_at) AS since FROM command WHERE entity_kind = h.kind AND entity_id = h.id
            AND status = 'pending' AND received_at < clock_timestamp() - $4 * interval '1 millisecond') c,
         LATERAL (SELECT count(*)::integer AS rows, count(*) FILTER (WHERE kind = 'mail' AND state = 'sent')::integer AS sent,
            count(*) FILTER (WHERE kind = 'mail' AND state = 'uncertain')::integer AS uncertain FROM outbox
            WHERE entity_kind = h.kind AND entity_id = h.id) o
      WHERE h.kind = $1 AND h.id = $2 AND h.rev > 0`,
    [kind, id, lateMs.wake, lateMs.command],
  );
  return row;
}

/** How many rows of the outbox the entity's entries up to a revision have written. */
export async function outboxRowsUpTo(db: Sql, { kind, id }: EntityKey, rev: number): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM outbox WHERE entity_kind = $1 AND entity_id = $2 AND rev <= $3',
    [kind, id, rev],
  );
  return row?.count ?? 0;
}

/** Entities of which the database alone says that something is wrong: halted, with commands or a wake-up that are late, with uncertain mails. At most `limit`. */
export function suspiciousEntities(db: Sql, lateMs: { wake: number; command: number }, limit: number): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT h.kind, h.id FROM entity_head h WHERE h.halted_at IS NOT NULL OR (NOT h.closed AND h.next_wake_at < clock_timestamp() - $1 * interval '1 millisecond')
     UNION SELECT c.entity_kind, c.entity_id FROM command c JOIN entity_head h ON h.kind = c.entity_kind AND h.id = c.entity_id
      WHERE c.status = 'pending' AND c.received_at < clock_timestamp() - $2 * interval '1 millisecond'
     UNION SELECT o.entity_kind, o.entity_id FROM outbox o WHERE o.kind = 'mail' AND o.state = 'uncertain' AND o.room_id IS NULL LIMIT $3`,
    [lateMs.wake, lateMs.command, limit],
  );
}

/** Replaces what is known of one entity: what is found now stays or is added, what is gone is forgotten. */
export async function keepFindings(db: Sql, { kind, id }: EntityKey, findings: readonly EngineFinding[]): Promise<void> {
  await db.query('DELETE FROM engine_finding WHERE entity_kind = $1 AND entity_id = $2 AND code <> ALL($3)', [
    kind,
    id,
    findings.map(({ code }) => code),
  ]);
  for (const { code, values } of findings) {
    await db.query(
      `INSERT INTO engine_finding (entity_kind, entity_id, code, details) VALUES ($1, $2, $3, $4)
       ON CONFLICT (entity_kind, entity_id, code) DO UPDATE SET details = excluded.details, seen_at = clock_timestamp()`,
      [kind, id, code, JSON.stringify(values)],
    );
  }
}

/** What is in need of repair, the oldest first. At most `limit`. */
export function listFindings(db: Sql, limit: number): Promise<KeptFinding[]> {
  return db.query<KeptFinding[]>(
    `SELECT jsonb_build_object('kind', f.entity_kind, 'id', f.entity_id) AS entity, f.code, f.details AS values, f.found_at AS "foundAt",
       f.seen_at AS "seenAt", coalesce(s.reference, l.code) AS reference FROM engine_finding f
       LEFT JOIN project_summary s ON f.entity_kind = 'project' AND s.id = f.entity_id
       LEFT JOIN call_summary l ON f.entity_kind = 'call' AND l.id = f.entity_id ORDER BY f.found_at, f.entity_id, f.code LIMIT $1`,
    [limit],
  );
}

/** Entities with a finding that is kept, so that the next look asks whether it is gone. */
export function entitiesWithFindings(db: Sql): Promise<EntityKey[]> {
  return db.query<EntityKey[]>('SELECT DISTINCT entity_kind AS kind, entity_id AS id FROM engine_finding');
}

/** Ids of running acts of these kinds that began more than `quietMs` ago: whoever carries them out may never have begun. */
export async function quietActs(db: Sql, kindPrefix: string, quietMs: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM technical_act WHERE state = 'running' AND starts_with(kind, $1)
       AND coalesce(decided_at, opened_at) < clock_timestamp() - $2 * interval '1 millisecond'`,
    [kindPrefix, quietMs],
  );
  return rows.map(({ id }) => id);
}
