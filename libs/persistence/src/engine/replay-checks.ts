import { changedRows, type Sql } from '../sql';
import type { ActEntity } from './technical-acts';

/** What a replay check is asked for. */
export interface NewReplayCheck {
  /** The caller's key, a UUID: the same key is the same check. */
  id: string;
  askedBy: string;
  /** One entity's runs; nothing for the runs of all entities and mail desks. */
  entity: ActEntity | null;
  /** File in the folder of candidate bundles; nothing for the running build. */
  candidate: string | null;
}

/** A run that no longer replays, and the first event at which it differs, told by a code and its values. */
export interface ReplayDifference {
  workflowId: string;
  runId: string;
  source: 'open' | 'archived' | 'file';
  code: string;
  values: Record<string, string | number>;
  /** The engine's own words, for whoever mends it. */
  detail: string;
}

/** How far a check has come. */
export interface ReplayProgress {
  total: number;
  replayed: number;
  differing: number;
  differences: readonly ReplayDifference[];
}

/** A replay check as it is kept. */
export interface ReplayCheck extends NewReplayCheck {
  askedByName: string;
  /** What people call the entity; nothing for a check of all. */
  reference: string | null;
  state: 'running' | 'done' | 'failed';
  total: number | null;
  replayed: number;
  differing: number;
  differences: ReplayDifference[];
  bundleSha256: string | null;
  failureCode: string | null;
  failureDetail: string | null;
  askedAt: Date;
  endedAt: Date | null;
}

const selectChecks = `SELECT c.id, c.asked_by AS "askedBy", p.full_name AS "askedByName", c.candidate, c.state, c.total, c.replayed, c.differing, c.differences,
  c.bundle_sha256 AS "bundleSha256", c.failure_code AS "failureCode", c.failure_detail AS "failureDetail", c.asked_at AS "askedAt", c.ended_at AS "endedAt",
  CASE WHEN c.entity_id IS NULL THEN NULL ELSE jsonb_build_object('kind', c.entity_kind, 'id', c.entity_id) END AS entity,
  coalesce(s.reference, l.code) AS reference
  FROM replay_check c JOIN person p ON p.id = c.asked_by
  LEFT JOIN project_summary s ON c.entity_kind = 'project' AND s.id = c.entity_id LEFT JOIN call_summary l ON c.entity_kind = 'call' AND l.id = c.entity_id`;

/** Puts a check on record as running. `known`: it was asked for before under this key; `key-reused`: the key stands for something else. */
export async function openReplayCheck(db: Sql, check: NewReplayCheck): Promise<'opened' | 'known' | 'key-reused'> {
  const { id, askedBy, entity, candidate } = check;
  const rows = await db.query<unknown[]>(
    `INSERT INTO replay_check (id, asked_by, entity_kind, entity_id, candidate, state) VALUES ($1, $2, $3, $4, $5, 'running')
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, askedBy, entity?.kind ?? null, entity?.id ?? null, candidate],
  );
  if (rows.length === 1) return 'opened';
  const asked = ({ entity: of, ...one }: NewReplayCheck): string =>
    [one.askedBy, one.candidate ?? '', of?.kind ?? '', of?.id ?? ''].join(' ');
  const kept = await findReplayCheck(db, id);
  const same = kept !== undefined && asked(kept) === asked(check);
  return same ? 'known' : 'key-reused';
}

/** Notes how far a running check has come. */
export async function noteReplayProgress(db: Sql, id: string, progress: ReplayProgress, bundleSha256: string): Promise<void> {
  await db.query(
    `UPDATE replay_check SET total = $2, replayed = $3, differing = $4, differences = $5, bundle_sha256 = $6, progress_at = clock_timestamp()
      WHERE id = $1 AND state = 'running'`,
    [id, progress.total, progress.replayed, progress.differing, JSON.stringify(progress.differences), bundleSha256],
  );
}

/** Ends a running check: done with what was noted last, or failed for a reason. False when it does not run any more. */
export async function endReplayCheck(db: Sql, id: string, failure?: { code: string; detail: string }): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE replay_check SET state = $2, failure_code = $3, failure_detail = $4, ended_at = clock_timestamp() WHERE id = $1 AND state = 'running' RETURNING id`,
    [id, failure === undefined ? 'done' : 'failed', failure?.code ?? null, failure?.detail ?? null],
  );
  return rows.length === 1;
}

/** One check; nothing when there is none under this id. */
export async function findReplayCheck(db: Sql, id: string): Promise<ReplayCheck | undefined> {
  const [row] = await db.query<ReplayCheck[]>(`${selectChecks} WHERE c.id = $1`, [id]);
  return row;
}

/** Checks, the last asked for first. */
export function listReplayChecks(db: Sql, limit: number): Promise<ReplayCheck[]> {
  return db.query<ReplayCheck[]>(`${selectChecks} ORDER BY c.asked_at DESC, c.id LIMIT $1`, [limit]);
}

/** Ids of checks that run but have shown no progress for `quietMs`: whoever carried them out may never have begun. */
export async function quietReplayChecks(db: Sql, quietMs: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM replay_check WHERE state = 'running' AND progress_at < clock_timestamp() - $1 * interval '1 millisecond'`,
    [quietMs],
  );
  return rows.map(({ id }) => id);
}
