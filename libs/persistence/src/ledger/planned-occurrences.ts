import type { Occurrence } from '@app/domain';
import type { Sql } from '../sql';
import type { EntityKey } from './entry-body';

/** Replaces the plan of an entity; derived data, rebuilt from the ledger at any time. */
export async function writePlan(tx: Sql, entity: EntityKey, plan: Occurrence[], roomId: string | null): Promise<void> {
  await tx.query('DELETE FROM planned_occurrence WHERE entity_kind = $1 AND entity_id = $2', [entity.kind, entity.id]);
  if (plan.length === 0) return;
  await tx.query(
    `INSERT INTO planned_occurrence (entity_kind, entity_id, key, series, rule, object, step, kind, level, at, to_roles, owner, consequence, due_on,
       because, policy_key, article, cancelled_by, room_id)
     SELECT $1, $2, o.key, o.series, o.rule, o.object, o.step, o.kind, o.level, o.at, ARRAY(SELECT jsonb_array_elements_text(o."to")), o.owner,
       o.consequence, o."dueOn", o.because, o."policyKey", o.article, o."cancelledBy", $4
       FROM jsonb_to_recordset($3::jsonb) AS o(key text, series integer, rule text, object text, step text, kind text, level text, at timestamptz,
         "to" jsonb, owner jsonb, consequence text, "dueOn" date, because jsonb, "policyKey" text, article text, "cancelledBy" text)`,
    [entity.kind, entity.id, JSON.stringify(plan), roomId],
  );
}

/** The plan of an entity in time order, as it was written by its last commit or replan. */
export async function plannedOf(db: Sql, { kind, id }: EntityKey): Promise<Occurrence[]> {
  const rows = await db.query<(Omit<Occurrence, 'at' | 'dueOn'> & { at: Date })[]>(
    `SELECT key, series, rule, object, step, kind, level, at, to_roles AS "to", owner, consequence, to_char(due_on, 'YYYY-MM-DD') AS "dueOn", because,
       policy_key AS "policyKey", article, cancelled_by AS "cancelledBy"
       FROM planned_occurrence WHERE entity_kind = $1 AND entity_id = $2 ORDER BY at, key COLLATE "C"`,
    [kind, id],
  );
  return rows.map((row) => withoutNulls({ ...row, at: row.at.toISOString() }));
}

function withoutNulls(row: object): Occurrence {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Occurrence;
}
