import type { EntityKey } from '../ledger/entry-body';
import { changedRows, type Sql } from '../sql';

/**
 * What does not fit: the text was changed; it does not follow the entry before it; it belongs to another place; an entry before it is missing; the whole
 * ledger is gone; the head notes another end; of the engine's histories: they do not have it, have it otherwise, or alone have it.
 */
export type LedgerFault = 'changed' | 'order' | 'place' | 'missing' | 'gone' | 'head' | 'unwitnessed' | 'differs' | 'lost';

/** What does not fit in the ledger, and where. */
export interface LedgerProblem {
  entity: EntityKey;
  rev: number;
  what: LedgerFault;
}

/** A problem with the name people know the project or call by. */
export interface NamedProblem extends LedgerProblem {
  reference: string | null;
}

/** A check of the ledger: how far it is, and what it found. */
export interface LedgerCheck {
  id: string;
  kind: 'chain' | 'witness';
  projectId: string | null;
  askedBy: string | null;
  askedByName: string | null;
  askedAt: Date;
  /** Projects and calls there are to look at. */
  total: number;
  entities: number;
  entries: number;
  witnessed: number;
  after: EntityKey | null;
  problemCount: number;
  problems: NamedProblem[];
  endedAt: Date | null;
}

/** Problems that are kept by name; all are counted. */
const keptProblems = 200;

const columns = `k.id, k.kind, k.project_id AS "projectId", k.asked_by AS "askedBy", p.full_name AS "askedByName", k.asked_at AS "askedAt", k.total, k.entities,
  k.entries, k.witnessed, CASE WHEN k.after_id IS NULL THEN NULL ELSE jsonb_build_object('kind', k.after_kind, 'id', k.after_id) END AS after,
  k.problem_count AS "problemCount", k.ended_at AS "endedAt",
  (SELECT coalesce(jsonb_agg(o.one || jsonb_build_object('reference', coalesce(s.reference, c.code)) ORDER BY o.at), '[]')
     FROM jsonb_array_elements(k.problems) WITH ORDINALITY o (one, at)
     LEFT JOIN project_summary s ON o.one->'entity'->>'kind' = 'project' AND s.id = (o.one->'entity'->>'id')::uuid
     LEFT JOIN call_summary c ON o.one->'entity'->>'kind' = 'call' AND c.id = (o.one->'entity'->>'id')::uuid) AS problems`;
const tables = 'ledger_check k LEFT JOIN person p ON p.id = k.asked_by';

/** What a check is asked to look at: every chain of the ledger, or one project's entries against the engine's histories. */
export type CheckWish = { id: string; askedBy: string | null } & ({ kind: 'chain' } | { kind: 'witness'; projectId: string });

/** Puts a check on record; known under its key it is the same check. Nothing when the key belongs to another one. */
export async function openCheck(db: Sql, wish: CheckWish): Promise<LedgerCheck | undefined> {
  const projectId = wish.kind === 'witness' ? wish.projectId : null;
  await db.query(
    `INSERT INTO ledger_check (id, kind, project_id, asked_by, total)
     SELECT $1, $2, $3::uuid, $4, CASE WHEN $2 = 'witness' THEN 1 ELSE (SELECT count(*)::integer FROM ledger_entry WHERE rev = 1) END ON CONFLICT DO NOTHING`,
    [wish.id, wish.kind, projectId, wish.askedBy],
  );
  const check = await findCheck(db, wish.id);
  const same = check?.kind === wish.kind && check.projectId === projectId && check.askedBy === wish.askedBy;
  return same ? check : undefined;
}

/** One check; nothing when there is none under this id. */
export async function findCheck(db: Sql, id: string): Promise<LedgerCheck | undefined> {
  const [row] = await db.query<LedgerCheck[]>(`SELECT ${columns} FROM ${tables} WHERE k.id = $1`, [id]);
  return row;
}

/** The last checks of a kind, of one project where it is about one, the last asked for first. */
export function lastChecks(db: Sql, kind: LedgerCheck['kind'], projectId: string | null, limit: number): Promise<LedgerCheck[]> {
  return db.query<LedgerCheck[]>(
    `SELECT ${columns} FROM ${tables} WHERE k.kind = $1 AND k.project_id IS NOT DISTINCT FROM $2::uuid ORDER BY k.asked_at DESC, k.id LIMIT $3`,
    [kind, projectId, limit],
  );
}

/** What a batch found. `after`: its last entity. */
export interface CheckStep {
  entities: number;
  entries: number;
  witnessed: number;
  problems: LedgerProblem[];
  after: EntityKey | null;
  ended: boolean;
}

/** Adds what a batch found; false when another one was quicker: a batch counts once, however often it is repeated. */
export async function noteCheckStep(db: Sql, { id, after }: Pick<LedgerCheck, 'id' | 'after'>, step: CheckStep): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE ledger_check SET entities = entities + $4, entries = entries + $5, witnessed = witnessed + $6, problem_count = problem_count + $7,
       problems = problems || (SELECT coalesce(jsonb_agg(one ORDER BY at), '[]') FROM jsonb_array_elements($8::jsonb) WITH ORDINALITY o (one, at)
         WHERE at <= greatest(0, $9 - jsonb_array_length(ledger_check.problems))),
       after_kind = coalesce($10, after_kind), after_id = coalesce($11::uuid, after_id), ended_at = CASE WHEN $12 THEN clock_timestamp() END
      WHERE id = $1 AND ended_at IS NULL AND after_kind IS NOT DISTINCT FROM $2 AND after_id IS NOT DISTINCT FROM $3::uuid RETURNING id`,
    [
      ...[id, after?.kind ?? null, after?.id ?? null, step.entities, step.entries, step.witnessed, step.problems.length],
      ...[JSON.stringify(step.problems), keptProblems, step.after?.kind ?? null, step.after?.id ?? null, step.ended],
    ],
  );
  return rows.length === 1;
}
