import { changedRows, type Sql } from '../sql';
import type { BulkState } from './bulk-runs';

/** States in which the engine has something to do, or waits to. */
export const workingStates: readonly BulkState[] = ['canary', 'checked', 'running'];

async function move(db: Sql, id: string, from: readonly BulkState[], sets: string, values: unknown[] = []): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE bulk_run SET ${sets}, progress_at = clock_timestamp() WHERE id = $1 AND state = ANY($2::text[]) RETURNING id`,
    [id, from, ...values],
  );
  return rows.length === 1;
}

/** Asks for a second person; false when it is no draft, or needs none. */
export function proposeBulkRun(db: Sql, id: string): Promise<boolean> {
  return move(db, id, ['draft'], `state = CASE WHEN needs_second THEN 'proposed' ELSE state END`);
}

/** A second person decides; false when nothing waits for one or it is the one who asked. */
export async function decideBulkRun(db: Sql, id: string, verdict: 'confirm' | 'reject', personId: string): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE bulk_run SET state = $2, second_id = $3, decided_at = clock_timestamp(),
       ended_at = CASE WHEN $2 = 'rejected' THEN clock_timestamp() END
      WHERE id = $1 AND state = 'proposed' AND created_by <> $3::uuid RETURNING id`,
    [id, verdict === 'confirm' ? 'approved' : 'rejected', personId],
  );
  return rows.length === 1;
}

/** Lets the first rows go; false unless it may start now. */
export async function startBulkRun(db: Sql, id: string, personId: string): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE bulk_run SET state = CASE WHEN canary = 0 THEN 'running' ELSE 'canary' END, started_by = $2, started_at = clock_timestamp(),
       progress_at = clock_timestamp()
      WHERE id = $1 AND (state = 'approved' OR (state = 'draft' AND NOT needs_second)) RETURNING id`,
    [id, personId],
  );
  return rows.length === 1;
}

/** Lets a checked run go on; false when it does not wait for that. */
export function goOnBulkRun(db: Sql, id: string): Promise<boolean> {
  return move(db, id, ['checked'], `state = 'running'`);
}

/** Asks a run to stop; false when it does not run. Rows that were sent are still answered, no further one is sent. */
export function stopBulkRun(db: Sql, id: string, personId: string): Promise<boolean> {
  return move(
    db,
    id,
    workingStates,
    'stop_asked_by = coalesce(stop_asked_by, $3), stop_asked_at = coalesce(stop_asked_at, clock_timestamp())',
    [personId],
  );
}

/** Gives up a run that was never started; false when it was. */
export function discardBulkRun(db: Sql, id: string): Promise<boolean> {
  return move(db, id, ['draft', 'proposed', 'approved'], `state = 'discarded', ended_at = clock_timestamp()`);
}

/** The first rows went as foreseen: on with the rest, or wait to be let. */
export function passCanary(db: Sql, id: string): Promise<boolean> {
  return move(db, id, ['canary'], `state = CASE WHEN goes_on THEN 'running' ELSE 'checked' END`);
}

/** How a run ended. */
export interface BulkEnd {
  state: 'done' | 'stopped' | 'halted';
  code?: string;
  values?: Record<string, unknown>;
}

/** Ends a run; false when it has ended. */
export function endBulkRun(db: Sql, id: string, { state, code, values }: BulkEnd): Promise<boolean> {
  return move(db, id, workingStates, 'state = $3, halt_code = $4, halt_values = $5, ended_at = clock_timestamp()', [
    state,
    code ?? null,
    values === undefined ? null : JSON.stringify(values),
  ]);
}

/** Ids of runs that should move but have not for `quietMs`: whoever carried them out may never have begun. */
export async function quietBulkRuns(db: Sql, quietMs: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM bulk_run WHERE (state IN ('canary', 'running') OR (state = 'checked' AND stop_asked_at IS NOT NULL))
        AND progress_at < clock_timestamp() - $1 * interval '1 millisecond'`,
    [quietMs],
  );
  return rows.map(({ id }) => id);
}
