import type { Occurrence } from '@app/domain';
import type { Sql } from '../sql';
import type { EntityKey } from './entry-body';

const valueNames = [
  ...['key', 'series', 'rule', 'object', 'step', 'kind', 'level', 'at', 'to_roles', 'owner', 'consequence', 'due_on', 'because'],
  ...['policy_key', 'article', 'cancelled_by'],
];
const valueColumns = valueNames.join(', ');
const excluded = valueNames.map((name) => `excluded.${name}`).join(', ');

/** Replaces the plan of an entity; derived data, rebuilt from the ledger at any time. */
export async function writePlan(tx: Sql, entity: EntityKey, plan: Occurrence[], roomId: string | null): Promise<void> {
  await tx.query(
    `WITH wanted AS (
       SELECT o.key, o.series, o.rule, o.object, o.step, o.kind, o.level, o.at, ARRAY(SELECT jsonb_array_elements_text(o."to")) AS to_roles, o.owner,
         o.consequence, o."dueOn" AS due_on, o.because, o."policyKey" AS policy_key, o.article, o."cancelledBy" AS cancelled_by
         FROM jsonb_to_recordset($3::jsonb) AS o(key text, series integer, rule text, object text, step text, kind text, level text, at timestamptz,
           "to" jsonb, owner jsonb, consequence text, "dueOn" date, because jsonb, "policyKey" text, article text, "cancelledBy" text)),
       gone AS (
         DELETE FROM planned_occurrence p WHERE entity_kind = $1 AND entity_id = $2
           AND NOT EXISTS (SELECT FROM wanted w WHERE (w.key, w.series) = (p.key, p.series)))
     INSERT INTO planned_occurrence (entity_kind, entity_id, ${valueColumns}, room_id)
     SELECT $1, $2, ${valueColumns}, $4 FROM wanted
     ON CONFLICT (entity_kind, entity_id, key, series) DO UPDATE SET (${valueColumns}, room_id) = (${excluded}, excluded.room_id)`,
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
