import type { CommandOutcome } from '../commands';
import type { Sql } from '../sql';
import type { BulkState } from './bulk-runs';

/** A row that is to be acted on, with what is known of its project and of its commands now. */
export interface BulkWorkRow {
  position: number;
  entityId: string;
  expectedRev: number | null;
  payload: unknown;
  expected: { planHash: string } | null;
  events: string[] | null;
  commandId: string;
  confirmId: string;
  /** Revision of the project now; null when it does not exist. */
  rev: number | null;
  halted: boolean;
  /** Nothing when the command was never stored. */
  status: 'pending' | 'applied' | 'refused' | 'failed' | null;
  outcome: CommandOutcome | null;
  confirmStatus: BulkWorkRow['status'];
  confirmOutcome: CommandOutcome | null;
}

/** Which rows are to be worked on. */
export interface BulkWorkQuery {
  state: 'waiting' | 'sent';
  limit: number;
}

/** Rows that wait, or that were sent and have no answer yet, in the order of the list. */
export function bulkWorkRows(db: Sql, runId: string, { state, limit }: BulkWorkQuery): Promise<BulkWorkRow[]> {
  return db.query<BulkWorkRow[]>(
    `SELECT w.position, w.entity_id AS "entityId", w.expected_rev AS "expectedRev", coalesce(w.payload, b.payload) AS payload, w.expected, w.events,
        w.command_id AS "commandId", w.confirm_id AS "confirmId", h.rev, h.halted_at IS NOT NULL AS halted,
        c.status, c.outcome, k.status AS "confirmStatus", k.outcome AS "confirmOutcome"
       FROM (SELECT * FROM bulk_row WHERE run_id = $1 AND state = $2 ORDER BY position LIMIT $3) w JOIN bulk_run b ON b.id = w.run_id
       LEFT JOIN entity_head h ON h.kind = 'project' AND h.id = w.entity_id AND h.rev > 0
       LEFT JOIN command c ON c.entity_kind = 'project' AND c.entity_id = w.entity_id AND c.command_id = w.command_id
       LEFT JOIN command k ON k.entity_kind = 'project' AND k.entity_id = w.entity_id AND k.command_id = w.confirm_id
      ORDER BY w.position`,
    [runId, state, limit],
  );
}

/** What became of a row. */
export interface BulkRowResult {
  state: 'sent' | 'applied' | 'proposed' | 'refused' | 'changed' | 'failed';
  code?: string;
  values?: Record<string, unknown>;
  revAfter?: number;
}

/** Writes down what became of a row. A row that has its result keeps it. */
export async function noteBulkRow(db: Sql, runId: string, position: number, result: BulkRowResult): Promise<void> {
  await db.query(
    `UPDATE bulk_row SET state = $3, outcome_code = $4, outcome_values = $5, rev_after = $6,
        done_at = CASE WHEN $3 = 'sent' THEN NULL ELSE clock_timestamp() END
      WHERE run_id = $1 AND position = $2 AND state IN ('waiting', 'sent')`,
    [
      runId,
      position,
      result.state,
      result.code ?? null,
      result.values === undefined ? null : JSON.stringify(result.values),
      result.revAfter ?? null,
    ],
  );
}

/** What must be looked at between two waves: where the run stands, and whether somebody wants it to stop. Notes that it lives. */
export async function lookAtBulkRun(db: Sql, runId: string): Promise<{ state: BulkState; stopAsked: boolean } | undefined> {
  const [rows] = await db.query<[{ state: BulkState; stopAsked: boolean }[], number]>(
    `UPDATE bulk_run SET progress_at = clock_timestamp() WHERE id = $1 RETURNING state, stop_asked_at IS NOT NULL AS "stopAsked"`,
    [runId],
  );
  return rows[0];
}
