import type { ActDoor } from '../engine/technical-acts';
import { canonicalJson } from '../ledger/canonical-json';
import { sha256 } from '../ledger/hash-chain';
import type { Sql } from '../sql';
import { idInRun } from './bulk-ids';

/** Where a run stands. `checked`: its first rows went as foreseen, and it waits for somebody to let it go on. */
export const bulkStates = [
  'draft',
  'proposed',
  'approved',
  'canary',
  'checked',
  'running',
  'done',
  'stopped',
  'halted',
  'rejected',
  'discarded',
] as const;

/** One of them. */
export type BulkState = (typeof bulkStates)[number];

/** What was foreseen of a row: it will be applied, become a proposal for a second person, or be refused. */
export type BulkVerdict = 'apply' | 'propose' | 'refuse';

/** One project of a list that is to be frozen. */
export interface NewBulkRow {
  entityId: string;
  /** Revision that was looked at; a project that has moved on since is not acted on. */
  expectedRev?: number;
  /** Instead of the run's payload. */
  payload?: unknown;
  /** What must be true after the act: the hash of the plan, say. The run halts where it is not. */
  expected?: { planHash: string };
  /** What the inverse needs to know of before. */
  before?: Record<string, unknown>;
  verdict: BulkVerdict;
  /** Why it is refused. */
  code?: string;
  values?: Record<string, unknown>;
  /** Types of the events that were foreseen. */
  events?: string[];
}

/** An act on many projects that is asked for. */
export interface NewBulkRun {
  /** The caller's key, a UUID: the same key is the same run. */
  id: string;
  commandType: string;
  payload: unknown;
  reason: string;
  /** Selection and wish as they were asked; a repeat must ask the same. */
  asked: Record<string, unknown>;
  createdBy: string;
  door: ActDoor;
  /** How many rows may be acted on without a second person. */
  secondAbove: number;
  /** How many rows go first; three when it is not said. */
  canary?: number;
  goesOn?: boolean;
  rowsPerSecond?: number;
  haltPercent?: number;
  inverseOf?: string;
  rows: readonly NewBulkRow[];
}

/** Rows of a run by what became of them. */
export interface BulkCounts {
  total: number;
  /** What was foreseen. */
  foreseen: number;
  waiting: number;
  sent: number;
  applied: number;
  proposed: number;
  refused: number;
  changed: number;
  failed: number;
  skipped: number;
  /** Applied, but with other events than foreseen. */
  otherwise: number;
  /** Applied, but the plan afterwards is not the one foreseen. */
  mispredicted: number;
}

/** A run as it is kept. */
export interface BulkRun {
  id: string;
  commandType: string;
  payload: unknown;
  reason: string;
  asked: Record<string, unknown>;
  listHash: string;
  state: BulkState;
  needsSecond: boolean;
  canary: number;
  goesOn: boolean;
  rowsPerSecond: number;
  haltPercent: number;
  inverseOf: string | null;
  /** The run that takes this one back, if there is one that was not given up. */
  inverseId: string | null;
  door: ActDoor;
  createdBy: string;
  createdByName: string;
  createdAt: Date;
  secondId: string | null;
  secondName: string | null;
  decidedAt: Date | null;
  startedByName: string | null;
  startedAt: Date | null;
  stopAskedByName: string | null;
  stopAskedAt: Date | null;
  endedAt: Date | null;
  haltCode: string | null;
  haltValues: Record<string, unknown> | null;
  counts: BulkCounts;
}

const firstRows = 3;
const usualSpeed = 20;
const usualHaltPercent = 10;
const rowsAtOnce = 1_000;

/**
 * Freezes a list into a run that nobody has started yet. `known`: it was made before under this key; `key-reused`: the key stands for something else.
 * For a caller's transaction: run and rows appear together.
 */
export async function createBulkRun(tx: Sql, run: NewBulkRun): Promise<'created' | 'known' | 'key-reused'> {
  const acted = run.rows.filter((row) => row.verdict !== 'refuse').length;
  const listHash = sha256(
    canonicalJson(
      run.rows.map(({ entityId, expectedRev, payload, expected }) => [entityId, expectedRev ?? null, payload ?? null, expected ?? null]),
    ),
  );
  const made = await tx.query<unknown[]>(
    `INSERT INTO bulk_run (id, command_type, payload, reason, asked, list_hash, state, needs_second, canary, goes_on, rows_per_second, halt_percent,
       inverse_of, door, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      run.id,
      run.commandType,
      JSON.stringify(run.payload),
      run.reason,
      JSON.stringify(run.asked),
      listHash,
      acted > run.secondAbove,
      run.canary ?? firstRows,
      run.goesOn ?? false,
      run.rowsPerSecond ?? usualSpeed,
      run.haltPercent ?? usualHaltPercent,
      run.inverseOf ?? null,
      run.door,
      run.createdBy,
    ],
  );
  if (made.length === 0) return (await isSameBulkRun(tx, run)) ? 'known' : 'key-reused';
  for (let from = 0; from < run.rows.length; from += rowsAtOnce) await storeRows(tx, run, from);
  return 'created';
}

/** Whether a run of this key exists and was asked for by the same person in the same words. Nothing when there is none. */
export async function isSameBulkRun(
  db: Sql,
  {
    id,
    commandType,
    payload,
    reason,
    asked,
    createdBy,
  }: Pick<NewBulkRun, 'id' | 'commandType' | 'payload' | 'reason' | 'asked' | 'createdBy'>,
): Promise<boolean | undefined> {
  const [row] = await db.query<{ same: boolean }[]>(
    `SELECT (command_type = $2 AND payload = $3::jsonb AND reason = $4 AND asked = $5::jsonb AND created_by = $6) AS same FROM bulk_run WHERE id = $1`,
    [id, commandType, JSON.stringify(payload), reason, JSON.stringify(asked), createdBy],
  );
  return row?.same;
}

async function storeRows(tx: Sql, { id, rows }: NewBulkRun, from: number): Promise<void> {
  const stored = rows.slice(from, from + rowsAtOnce).map((row, index) => ({
    ...{ position: from + index + 1, entity_id: row.entityId, expected_rev: row.expectedRev ?? null, payload: row.payload ?? null },
    ...{
      expected: row.expected ?? null,
      before: row.before ?? null,
      verdict: row.verdict,
      code: row.code ?? null,
      values: row.values ?? null,
    },
    ...{ events: row.events ?? null, state: row.verdict === 'refuse' ? 'skipped' : 'waiting' },
    ...{ command_id: idInRun(id, row.entityId), confirm_id: idInRun(id, `${row.entityId}/confirm`) },
  }));
  await tx.query(
    `INSERT INTO bulk_row (run_id, position, entity_id, expected_rev, payload, expected, before, verdict, code, "values", events, state, command_id, confirm_id)
     SELECT $1, position, entity_id, expected_rev, payload, expected, before, verdict, code, "values", events, state, command_id, confirm_id
       FROM jsonb_to_recordset($2::jsonb) AS r(position integer, entity_id uuid, expected_rev integer, payload jsonb, expected jsonb, before jsonb,
         verdict text, code text, "values" jsonb, events text[], state text, command_id text, confirm_id text)`,
    [id, JSON.stringify(stored)],
  );
}

const counts = `(SELECT jsonb_build_object('total', count(*), 'foreseen', count(*) FILTER (WHERE w.verdict <> 'refuse'),
  ${['waiting', 'sent', 'applied', 'proposed', 'refused', 'changed', 'failed', 'skipped'].map((state) => `'${state}', count(*) FILTER (WHERE w.state = '${state}')`).join(', ')},
  'otherwise', count(*) FILTER (WHERE w.state = 'applied' AND w.outcome_code = 'OTHER_EVENTS'),
  'mispredicted', count(*) FILTER (WHERE w.state = 'applied' AND w.outcome_code = 'PREDICTION_DIFFERS')) FROM bulk_row w WHERE w.run_id = b.id)`;

const selectRuns = `SELECT b.id, b.command_type AS "commandType", b.payload, b.reason, b.asked, b.list_hash AS "listHash", b.state,
  b.needs_second AS "needsSecond", b.canary, b.goes_on AS "goesOn", b.rows_per_second AS "rowsPerSecond", b.halt_percent AS "haltPercent",
  b.inverse_of AS "inverseOf", (SELECT i.id FROM bulk_run i WHERE i.inverse_of = b.id AND i.state NOT IN ('discarded', 'rejected')
    ORDER BY i.created_at DESC LIMIT 1) AS "inverseId",
  b.door, b.created_by AS "createdBy", p.full_name AS "createdByName", b.created_at AS "createdAt",
  b.second_id AS "secondId", z.full_name AS "secondName", b.decided_at AS "decidedAt", a.full_name AS "startedByName", b.started_at AS "startedAt",
  o.full_name AS "stopAskedByName", b.stop_asked_at AS "stopAskedAt", b.ended_at AS "endedAt", b.halt_code AS "haltCode",
  b.halt_values AS "haltValues", ${counts} AS counts
  FROM bulk_run b JOIN person p ON p.id = b.created_by LEFT JOIN person z ON z.id = b.second_id LEFT JOIN person a ON a.id = b.started_by
  LEFT JOIN person o ON o.id = b.stop_asked_by`;

/** One run; nothing when there is none under this id. */
export async function findBulkRun(db: Sql, id: string): Promise<BulkRun | undefined> {
  const [run] = await db.query<BulkRun[]>(`${selectRuns} WHERE b.id = $1`, [id]);
  return run;
}

/** Runs, the last made first. */
export function listBulkRuns(db: Sql, limit: number): Promise<BulkRun[]> {
  return db.query<BulkRun[]>(`${selectRuns} ORDER BY b.created_at DESC, b.id LIMIT $1`, [limit]);
}
