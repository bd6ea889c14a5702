import type { Actor } from '@app/domain';
import { readableProjects } from '../project/project-rights';
import type { Sql } from '../sql';
import type { BulkVerdict } from './bulk-runs';

/** Where a row stands. `skipped`: the preview saw that it would be refused, so it was never sent. */
export const bulkRowStates = ['waiting', 'sent', 'applied', 'proposed', 'refused', 'changed', 'failed', 'skipped'] as const;

/** One of them. */
export type BulkRowState = (typeof bulkRowStates)[number];

/** One row as it is shown and reported. */
export interface BulkRow {
  position: number;
  entityId: string;
  reference: string | null;
  expectedRev: number | null;
  payload: unknown;
  before: Record<string, unknown> | null;
  verdict: BulkVerdict;
  code: string | null;
  values: Record<string, unknown> | null;
  state: BulkRowState;
  commandId: string;
  outcomeCode: string | null;
  outcomeValues: Record<string, unknown> | null;
  revAfter: number | null;
  doneAt: Date | null;
}

/** Which rows are asked for. */
export interface BulkRowQuery {
  states?: readonly BulkRowState[];
  /** Behind this position. */
  after?: number;
  limit: number;
}

/** Rows of a run that an actor may see, in the order of the list. */
export function bulkRows(db: Sql, actor: Actor, runId: string, { states, after, limit }: BulkRowQuery): Promise<BulkRow[]> {
  const rights = readableProjects(actor, 5);
  return db.query<BulkRow[]>(
    `SELECT w.position, w.entity_id AS "entityId", s.reference, w.expected_rev AS "expectedRev", w.payload, w.before, w.verdict, w.code, w."values",
        w.state, w.command_id AS "commandId", w.outcome_code AS "outcomeCode", w.outcome_values AS "outcomeValues", w.rev_after AS "revAfter",
        w.done_at AS "doneAt"
       FROM bulk_row w JOIN project_summary s ON s.id = w.entity_id
      WHERE w.run_id = $1 AND ($2::text[] IS NULL OR w.state = ANY($2)) AND w.position > $3 AND ${rights.sql} ORDER BY w.position LIMIT $4`,
    [runId, states ?? null, after ?? 0, limit, ...rights.values],
  );
}
