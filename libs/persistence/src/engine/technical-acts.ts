import { changedRows, type Sql } from '../sql';

/** Through which door somebody intervened. */
export type ActDoor = 'page' | 'api' | 'cli';

/** Where an act stands: waits for a second person, is being carried out, or has ended in one of two ways. */
export type ActState = 'proposed' | 'running' | 'done' | 'failed';

/** What an act is about; nothing for the whole instance. */
export interface ActEntity {
  kind: 'project' | 'call';
  id: string;
}

/** An intervention that is asked for. */
export interface NewTechnicalAct {
  /** The caller's key, a UUID: the same key is the same act. */
  id: string;
  kind: string;
  entity: ActEntity | null;
  door: ActDoor;
  /** Nobody only with the door `cli`: who works on the server itself. */
  actorId: string | null;
  reason: string;
  /** What exactly is asked; a repeat must ask the same. */
  asked: Record<string, unknown>;
  before: Record<string, unknown>;
  /** Whether another person must confirm it before anything is done. */
  needsSecond: boolean;
}

/** How an act ended, in words: a stable code and the values of its sentence. */
export interface ActResult {
  state: 'done' | 'failed';
  code: string;
  values?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** An intervention as it is kept. */
export interface TechnicalAct {
  id: string;
  kind: string;
  entity: ActEntity | null;
  /** What people call the entity, where it has a reference. */
  reference: string | null;
  door: ActDoor;
  actorId: string | null;
  actorName: string | null;
  reason: string;
  asked: Record<string, unknown>;
  before: Record<string, unknown>;
  after: Record<string, unknown> | null;
  state: ActState;
  secondId: string | null;
  secondName: string | null;
  decidedAt: Date | null;
  openedAt: Date;
  endedAt: Date | null;
  resultCode: string | null;
  resultValues: Record<string, unknown> | null;
}

/** Who confirms or rejects a proposed act, and through which door. */
export interface SecondPerson {
  personId: string;
  door: ActDoor;
}

/** What opening an act found: a new one, the same one asked for before, or its key used for something else. */
export type OpenedAct = { is: 'opened' | 'known'; act: TechnicalAct } | { is: 'key-reused' };

/** What deciding on an act found. `SAME_PERSON`: who asked cannot decide. `ACT_NOT_WAITING`: nothing waits for a second person under this id. */
export type DecidedAct = { is: 'decided' | 'known'; act: TechnicalAct } | { is: 'refused'; code: 'SAME_PERSON' | 'ACT_NOT_WAITING' };

const columns = `a.id, a.kind, CASE WHEN a.entity_id IS NULL THEN NULL ELSE jsonb_build_object('kind', a.entity_kind, 'id', a.entity_id) END AS entity,
  a.door, a.actor_id AS "actorId", p.full_name AS "actorName", a.reason, a.asked, a.before, a.after, a.state, a.second_id AS "secondId",
  s.full_name AS "secondName", a.decided_at AS "decidedAt", a.opened_at AS "openedAt", a.ended_at AS "endedAt", a.result_code AS "resultCode",
  a.result_values AS "resultValues", coalesce(ps.reference, cs.code) AS reference`;
const tables = `technical_act a LEFT JOIN person p ON p.id = a.actor_id LEFT JOIN person s ON s.id = a.second_id
  LEFT JOIN project_summary ps ON a.entity_kind = 'project' AND ps.id = a.entity_id LEFT JOIN call_summary cs ON a.entity_kind = 'call' AND cs.id = a.entity_id`;

/**
 * Puts an intervention on record before anything is done: running, or proposed when it needs a second person. Asked again under its key by the same
 * person it is the same act, whatever has become of it; the key of another act, or the same with other content, is refused.
 */
export async function openAct(db: Sql, act: NewTechnicalAct): Promise<OpenedAct> {
  const { id, kind, entity, door, actorId, reason, asked, before, needsSecond } = act;
  const state = needsSecond ? 'proposed' : 'running';
  const content = [id, kind, entity?.kind ?? null, entity?.id ?? null, door, actorId, reason, JSON.stringify(asked)];
  const opened = await db.query<unknown[]>(
    `INSERT INTO technical_act (id, kind, entity_kind, entity_id, door, actor_id, reason, asked, before, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [...content, JSON.stringify(before), state],
  );
  const [row] = await db.query<(TechnicalAct & { same: boolean })[]>(
    `SELECT ${columns}, (a.kind = $2 AND a.entity_kind IS NOT DISTINCT FROM $3 AND a.entity_id IS NOT DISTINCT FROM $4::uuid AND a.door = $5
       AND a.actor_id IS NOT DISTINCT FROM $6::uuid AND a.reason = $7 AND a.asked = $8::jsonb) AS same FROM ${tables} WHERE a.id = $1`,
    content,
  );
  if (row === undefined || !row.same) return { is: 'key-reused' };
  const { same: _, ...kept } = row;
  return { is: opened.length === 1 ? 'opened' : 'known', act: kept };
}

/**
 * A second person decides on what was proposed. Confirmed, it runs from now on and the caller carries it out; rejected, it has failed with the code
 * `REJECTED` and nothing is done. Decided again in the same way by the same person it is quiet.
 */
export async function decideAct(db: Sql, id: string, verdict: 'confirm' | 'reject', second: SecondPerson): Promise<DecidedAct> {
  const rejected = verdict === 'reject';
  const rows = await changedRows(
    db,
    `UPDATE technical_act SET state = CASE WHEN $4 THEN 'failed' ELSE 'running' END, second_id = $2, second_door = $3, decided_at = clock_timestamp(),
       ended_at = CASE WHEN $4 THEN clock_timestamp() END, result_code = CASE WHEN $4 THEN 'REJECTED' END, result_values = CASE WHEN $4 THEN '{}'::jsonb END
      WHERE id = $1 AND state = 'proposed' AND actor_id IS DISTINCT FROM $2::uuid RETURNING id`,
    [id, second.personId, second.door, rejected],
  );
  const act = await findAct(db, id);
  if (act !== undefined && rows.length === 1) return { is: 'decided', act };
  if (act !== undefined && act.secondId === second.personId && (act.resultCode === 'REJECTED') === rejected) return { is: 'known', act };
  return { is: 'refused', code: act?.state === 'proposed' ? 'SAME_PERSON' : 'ACT_NOT_WAITING' };
}

/** Takes back what one proposed, before anybody decided on it: it has failed with the code `WITHDRAWN`. False when it does not wait, or another proposed it. */
export async function withdrawAct(db: Sql, id: string, actorId: string): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE technical_act SET state = 'failed', ended_at = clock_timestamp(), result_code = 'WITHDRAWN', result_values = '{}'::jsonb
      WHERE id = $1 AND state = 'proposed' AND actor_id = $2 RETURNING id`,
    [id, actorId],
  );
  return rows.length === 1;
}

/** Puts the end of a running act on record; false when it does not run (any more), and nothing is changed. */
export async function endAct(db: Sql, id: string, { state, code, values, after }: ActResult): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE technical_act SET state = $2, result_code = $3, result_values = $4, after = $5, ended_at = clock_timestamp()
      WHERE id = $1 AND state = 'running' RETURNING id`,
    [id, state, code, JSON.stringify(values ?? {}), after === undefined ? null : JSON.stringify(after)],
  );
  return rows.length === 1;
}

/** One intervention; nothing when there is none under this id. */
export async function findAct(db: Sql, id: string): Promise<TechnicalAct | undefined> {
  const [row] = await db.query<TechnicalAct[]>(`SELECT ${columns} FROM ${tables} WHERE a.id = $1`, [id]);
  return row;
}

/** Which interventions to list. */
export interface ActQuery {
  kinds?: readonly string[];
  entity?: ActEntity;
  states?: readonly ActState[];
  limit: number;
}

/** Interventions, the last opened first. */
export function listActs(db: Sql, { kinds, entity, states, limit }: ActQuery): Promise<TechnicalAct[]> {
  return db.query<TechnicalAct[]>(
    `SELECT ${columns} FROM ${tables}
      WHERE ($1::text[] IS NULL OR a.kind = ANY($1)) AND ($2::text IS NULL OR (a.entity_kind = $2 AND a.entity_id = $3::uuid))
        AND ($4::text[] IS NULL OR a.state = ANY($4)) ORDER BY a.opened_at DESC, a.id LIMIT $5`,
    [kinds ?? null, entity?.kind ?? null, entity?.id ?? null, states ?? null, limit],
  );
}
