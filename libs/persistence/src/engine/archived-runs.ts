import type { Sql } from '../sql';

/** A closed run whose history is to be kept. */
export interface ClosedRun {
  runId: string;
  workflowId: string;
  workflowType: string;
  /** In the engine's words: CONTINUED_AS_NEW, TERMINATED, COMPLETED … */
  status: string;
  startedAt: Date;
  closedAt: Date;
}

/** A history as it is kept: compressed JSON with the hash of what it unpacks to. */
export interface KeptHistory {
  events: number;
  history: Uint8Array;
  sha256: string;
}

/** An archived run, ready to be unpacked. */
export interface ArchivedRun {
  runId: string;
  workflowId: string;
  history: Uint8Array;
  sha256: string;
}

/** Keeps a closed run's history; one that is kept already is left as it is. */
export async function storeArchivedRun(db: Sql, run: ClosedRun, kept: KeptHistory): Promise<void> {
  const { runId, workflowId, workflowType, status, startedAt, closedAt } = run;
  await db.query(
    `INSERT INTO archived_run (run_id, workflow_id, workflow_type, status, started_at, closed_at, events, history, sha256)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (run_id) DO NOTHING`,
    [runId, workflowId, workflowType, status, startedAt, closedAt, kept.events, Buffer.from(kept.history), kept.sha256],
  );
}

/** Those of the given runs that are archived already. */
export async function archivedAmong(db: Sql, runIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }[]>('SELECT run_id AS id FROM archived_run WHERE run_id = ANY($1)', [runIds]);
  return new Set(rows.map(({ id }) => id));
}

/** When the last archived run closed; nothing before the first. */
export async function lastArchivedClose(db: Sql): Promise<Date | undefined> {
  const [row] = await db.query<{ at: Date | null }[]>('SELECT max(closed_at) AS at FROM archived_run');
  return row?.at ?? undefined;
}

/** How many runs are archived: of one workflow, or of all. */
export async function countArchivedRuns(db: Sql, workflowId?: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM archived_run WHERE $1::text IS NULL OR workflow_id = $1',
    [workflowId ?? null],
  );
  return row?.count ?? 0;
}

/** Archived runs of one workflow, or of all, after the given run in the order of their ids. At most `limit`. */
export function archivedRunsAfter(
  db: Sql,
  { workflowId, after, limit }: { workflowId?: string; after?: string; limit: number },
): Promise<ArchivedRun[]> {
  return db.query<ArchivedRun[]>(
    `SELECT run_id AS "runId", workflow_id AS "workflowId", history, sha256 FROM archived_run
      WHERE ($1::text IS NULL OR workflow_id = $1) AND ($2::uuid IS NULL OR run_id > $2) ORDER BY run_id LIMIT $3`,
    [workflowId ?? null, after ?? null, limit],
  );
}

/** An archived run with its place in the chain of all. */
export interface ChainedRun extends ArchivedRun {
  seq: number;
  workflowType: string;
  status: string;
  startedAt: Date;
  closedAt: Date;
  events: number;
  /** Hash of the run before it; 64 zeros before the first. */
  previousHash: string;
  hash: string;
}

/** Archived runs in the order of their chain, after the given place. At most `limit`. */
export function archiveChainAfter(db: Sql, after: number, limit: number): Promise<ChainedRun[]> {
  return db.query<ChainedRun[]>(
    `SELECT seq::integer AS seq, run_id AS "runId", workflow_id AS "workflowId", workflow_type AS "workflowType", status, started_at AS "startedAt",
       closed_at AS "closedAt", events, history, sha256, previous_hash AS "previousHash", hash FROM archived_run WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [after, limit],
  );
}
