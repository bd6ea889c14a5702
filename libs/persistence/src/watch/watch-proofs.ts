import { changedRows, type Sql } from '../sql';

/** Through which door a proof was asked for; `clock`: nobody asked, its hour had come. */
export type WatchDoor = 'clock' | 'page' | 'api' | 'cli';

/** How a proof ended: nothing found; something found; some comparison could not be made, so that it proves nothing. */
export type WatchResult = 'quiet' | 'findings' | 'failed';

/** A comparison that could not be made, and why. */
export interface FailedComparison {
  comparison: string;
  code: string;
}

/** One comparison of everything with everything, running or ended. */
export interface WatchProof {
  id: string;
  door: WatchDoor;
  askedByName: string | null;
  askedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  steps: number;
  stepsDone: number;
  counts: Record<string, number>;
  failed: FailedComparison[];
  openFindings: number | null;
  result: WatchResult | null;
}

/** When the last proof that compared everything ended, and what is open. */
export interface WatchStanding {
  /** Nothing before the first. */
  provedAt: Date | null;
  openFindings: number;
  /** Whether the last proof, or the installation where there was none yet, is older than a proof may be. */
  isOld: boolean;
}

/** A proof older than this, in ms, proves nothing about today. */
export const proofOldMs = 7_200_000;

const columns = `w.id, w.door, p.full_name AS "askedByName", w.asked_at AS "askedAt", w.started_at AS "startedAt", w.ended_at AS "endedAt", w.steps,
  w.steps_done AS "stepsDone", w.counts, w.failed, w.open_findings AS "openFindings", w.result`;
const tables = 'watch_proof w LEFT JOIN person p ON p.id = w.asked_by';

/** Asks for a proof; known under its key it is the same proof. Nothing when the key belongs to somebody else's. */
export async function askProof(
  db: Sql,
  { id, door, askedBy }: { id: string; door: WatchDoor; askedBy: string | null },
): Promise<WatchProof | undefined> {
  await db.query('INSERT INTO watch_proof (id, door, asked_by) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING', [id, door, askedBy]);
  const [row] = await db.query<WatchProof[]>(
    `SELECT ${columns} FROM ${tables} WHERE w.id = $1 AND w.asked_by IS NOT DISTINCT FROM $2::uuid`,
    [id, askedBy],
  );
  return row;
}

/** The proof that waits longest to be carried out; nothing when none waits. */
export async function waitingProof(db: Sql): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }[]>('SELECT id FROM watch_proof WHERE started_at IS NULL ORDER BY asked_at LIMIT 1');
  return row?.id;
}

/** Takes a waiting proof; false when somebody else has it, or it is known and over. */
export async function beginProof(db: Sql, id: string, steps: number): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE watch_proof SET started_at = clock_timestamp(), seen_at = clock_timestamp(), steps = $2 WHERE id = $1 AND started_at IS NULL RETURNING id`,
    [id, steps],
  );
  return rows.length === 1;
}

/** Notes that one more comparison of a running proof is over. */
export async function noteProofStep(db: Sql, id: string, counts: Record<string, number>): Promise<void> {
  await db.query(
    `UPDATE watch_proof SET steps_done = steps_done + 1, seen_at = clock_timestamp(), counts = counts || $2 WHERE id = $1 AND ended_at IS NULL`,
    [id, JSON.stringify(counts)],
  );
}

/** Ends a running proof with what is open now. */
export async function endProof(db: Sql, id: string, failed: readonly FailedComparison[]): Promise<void> {
  await db.query(
    `UPDATE watch_proof SET ended_at = clock_timestamp(), failed = $2, open_findings = f.open,
       result = CASE WHEN jsonb_array_length($2) > 0 THEN 'failed' WHEN f.open > 0 THEN 'findings' ELSE 'quiet' END
      FROM (SELECT count(*)::integer AS open FROM watch_finding WHERE gone_at IS NULL) f WHERE id = $1 AND ended_at IS NULL`,
    [id, JSON.stringify(failed)],
  );
}

/** Ends proofs of processes that are gone: no sign of life for longer than this. Answers how many. */
export async function endLostProofs(db: Sql, silentMs: number): Promise<number> {
  const rows = await changedRows(
    db,
    `UPDATE watch_proof SET ended_at = clock_timestamp(), result = 'failed', failed = '[{"comparison": "all", "code": "PROCESS_LOST"}]'
      WHERE ended_at IS NULL AND seen_at < clock_timestamp() - $1 * interval '1 millisecond' RETURNING id`,
    [silentMs],
  );
  return rows.length;
}

/** One proof; nothing when there is none under this id. */
export async function findProof(db: Sql, id: string): Promise<WatchProof | undefined> {
  const [row] = await db.query<WatchProof[]>(`SELECT ${columns} FROM ${tables} WHERE w.id = $1`, [id]);
  return row;
}

/** Proofs, the last asked for first. */
export function listProofs(db: Sql, limit: number): Promise<WatchProof[]> {
  return db.query<WatchProof[]>(`SELECT ${columns} FROM ${tables} ORDER BY w.asked_at DESC, w.id LIMIT $1`, [limit]);
}

/** Where the proof of everything stands. */
export async function watchStanding(db: Sql): Promise<WatchStanding> {
  const [row] = await db.query<WatchStanding[]>(
    `SELECT l.at AS "provedAt", (SELECT count(*)::integer FROM watch_finding WHERE gone_at IS NULL) AS "openFindings",
       coalesce(l.at, (SELECT written_at FROM watch_memory WHERE name = 'installed'), '-infinity')
         < clock_timestamp() - $1 * interval '1 millisecond' AS "isOld"
       FROM (SELECT max(ended_at) AS at FROM watch_proof WHERE result IN ('quiet', 'findings')) l`,
    [proofOldMs],
  );
  return row ?? { provedAt: null, openFindings: 0, isOld: true };
}

/** How long ago the last proof ended, in ms, and whether it found nothing; nothing before the first. */
export async function sinceLastProof(db: Sql): Promise<{ ms: number; isQuiet: boolean } | undefined> {
  const [row] = await db.query<{ ms: number; isQuiet: boolean }[]>(
    `SELECT (extract(epoch FROM clock_timestamp() - ended_at) * 1000)::float8 AS ms, result = 'quiet' AS "isQuiet" FROM watch_proof
      WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT 1`,
  );
  return row;
}
