import type { EntityKey } from '../ledger/entry-body';
import { changedRows, type Sql } from '../sql';

/** Everything that the watchdog finds; each has a sentence and a next action on the page. */
export const watchKinds = [
  'OCCURRENCE_MISSED',
  'WAKE_MISSED',
  'OUTBOX_UNCLAIMED',
  'CLAIM_EXPIRED',
  'MAIL_UNRECORDED',
  'RECORD_WITHOUT_MAIL',
  'VIEW_BEHIND',
  'LEDGER_BEHIND',
  'LEDGER_BROKEN',
  'ROOT_CONTRADICTED',
  'SUMMARY_DIFFERS',
  'SHELL_MISSING',
  'WORKFLOW_ORPHANED',
  'WORKER_ABSENT',
  'CALENDAR_MISSING',
  'CLOCK_STOOD',
] as const;

/** What kind of trouble a finding is. */
export type WatchKind = (typeof watchKinds)[number];

/** One thing that is not as it should be. */
export interface WatchFinding {
  kind: WatchKind;
  /** What it is about, told apart from others of its kind: the same text is the same finding. */
  about: string;
  entity?: EntityKey;
  values: Record<string, string | number>;
}

/** A finding as it is kept, with what people call the entity. */
export interface KeptWatchFinding {
  id: string;
  kind: WatchKind;
  about: string;
  entity: EntityKey | null;
  reference: string | null;
  values: Record<string, string | number>;
  firstSeenAt: Date;
  lastSeenAt: Date;
  goneAt: Date | null;
}

/**
 * Keeps what one comparison found: new ones are opened, known ones seen again; open ones of the looked-at kinds that were not found again are gone.
 * Answers how many are new.
 */
export async function keepWatchFindings(
  db: Sql,
  proofId: string,
  kinds: readonly WatchKind[],
  found: readonly WatchFinding[],
): Promise<number> {
  const rows = await db.query<{ isNew: boolean }[]>(
    `WITH found AS (
       SELECT DISTINCT ON (f.kind, f.about) f.* FROM jsonb_to_recordset($3::jsonb) AS f(kind text, about text, entity jsonb, values jsonb)),
     gone AS (
       UPDATE watch_finding w SET gone_at = clock_timestamp() WHERE w.gone_at IS NULL AND w.kind = ANY($2)
          AND NOT EXISTS (SELECT FROM found f WHERE f.kind = w.kind AND f.about = w.about))
     INSERT INTO watch_finding (kind, about, entity_kind, entity_id, details, proof_id)
     SELECT f.kind, f.about, f.entity->>'kind', (f.entity->>'id')::uuid, f.values, $1 FROM found f
     ON CONFLICT (kind, about) WHERE gone_at IS NULL DO UPDATE SET details = excluded.details, last_seen_at = clock_timestamp()
     RETURNING xmax = 0 AS "isNew"`,
    [proofId, kinds, JSON.stringify(found)],
  );
  return rows.filter((row) => row.isNew).length;
}

const columns = `w.id, w.kind, w.about, CASE WHEN w.entity_id IS NULL THEN NULL ELSE jsonb_build_object('kind', w.entity_kind, 'id', w.entity_id) END AS entity,
  coalesce(s.reference, c.code) AS reference, w.details AS values, w.first_seen_at AS "firstSeenAt", w.last_seen_at AS "lastSeenAt", w.gone_at AS "goneAt"`;
const tables = `watch_finding w LEFT JOIN project_summary s ON w.entity_kind = 'project' AND s.id = w.entity_id
  LEFT JOIN call_summary c ON w.entity_kind = 'call' AND c.id = w.entity_id`;

/** What is open now, the newest first; and how many there are. */
export async function openWatchFindings(db: Sql, limit: number): Promise<{ total: number; items: KeptWatchFinding[] }> {
  const rows = await db.query<(KeptWatchFinding & { total: number })[]>(
    `SELECT ${columns}, count(*) OVER ()::integer AS total FROM ${tables} WHERE w.gone_at IS NULL ORDER BY w.first_seen_at DESC, w.kind, w.about LIMIT $1`,
    [limit],
  );
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...row }) => row) };
}

/** What was found and is gone, the last gone first. */
export function goneWatchFindings(db: Sql, limit: number): Promise<KeptWatchFinding[]> {
  return db.query<KeptWatchFinding[]>(
    `SELECT ${columns} FROM ${tables} WHERE w.gone_at IS NOT NULL ORDER BY w.gone_at DESC, w.kind, w.about LIMIT $1`,
    [limit],
  );
}

/** Entities with an open finding of one of these kinds: a look at some of all looks at them, too. */
export function entitiesFoundWith(db: Sql, kinds: readonly WatchKind[]): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT DISTINCT entity_kind AS kind, entity_id AS id FROM watch_finding WHERE gone_at IS NULL AND entity_id IS NOT NULL AND kind = ANY($1)`,
    [kinds],
  );
}

/** Forgets findings and proofs that have long been over. */
export async function forgetOldProofs(db: Sql, olderThanDays: number): Promise<void> {
  const old = `clock_timestamp() - $1 * interval '1 day'`;
  await changedRows(db, `DELETE FROM watch_finding WHERE gone_at < ${old}`, [olderThanDays]);
  await changedRows(
    db,
    `DELETE FROM watch_proof p WHERE p.ended_at < ${old} AND NOT EXISTS (SELECT FROM watch_finding f WHERE f.proof_id = p.id)`,
    [olderThanDays],
  );
}
