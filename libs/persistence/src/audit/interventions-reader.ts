import { interventionCommands, type Actor } from '@app/domain';
import type { Door, EntityKey } from '../ledger/entry-body';
import { readableProjects, type Condition } from '../project/project-rights';
import type { Sql, TransactionSource } from '../sql';

/** What the list of interventions is asked for. */
export interface InterventionFilters {
  /** Types of commands, and kinds of technical acts. */
  kinds?: string[];
  projectId?: string;
  /** Only what this person did. */
  personId?: string;
  doors?: Door[];
  /** First and last day, by Beijing dates. */
  from?: string;
  to?: string;
  /** Only what was taken back, or only what was not. */
  undone?: boolean;
  /** Only what an act on many projects did, and that act itself. */
  runId?: string;
}

/** A page of the list: the newest first. */
export interface InterventionQuery extends InterventionFilters {
  limit: number;
  after?: InterventionPlace;
}

/** Where a page ended. */
export interface InterventionPlace {
  at: string;
  rev: number;
  id: string;
}

/** Somebody's act on an intervention. */
export interface InterventionAnswer {
  type: string;
  personId: string | null;
  name: string | null;
  at: string;
  rev: number;
}

/** What is kept of an act beside the ledger: an administrator's, about the machinery. */
export interface TechnicalPart {
  state: 'proposed' | 'running' | 'done' | 'failed';
  resultCode: string | null;
  resultValues: Record<string, unknown> | null;
  before: Record<string, unknown>;
  after: Record<string, unknown> | null;
}

/** One intervention as the ledger, or the record of technical acts, tells it. */
export interface InterventionLine {
  /** Id of the command or the act. */
  id: string;
  kind: string;
  /** Null for an act about the whole instance. */
  entity: EntityKey | null;
  /** Its entry in the ledger; 0 for a technical act. */
  rev: number;
  reference: string | null;
  /** Null for whoever worked on the server itself. */
  personId: string | null;
  personName: string | null;
  onBehalfOfName: string | null;
  /** Null where it was not recorded. */
  door: Door | null;
  /** Null where none was given or it was erased. */
  reason: string | null;
  at: Date;
  policyVersion: number;
  /** The act on many projects whose part it is, or which it is. */
  runId: string | null;
  /** A second person's answer to it, where it was a proposal. */
  answeredBy: InterventionAnswer | null;
  undoneBy: InterventionAnswer | null;
  technical: TechnicalPart | null;
  /** Where the line stands in the order of the list. */
  place: InterventionPlace;
}

const readers: ReadonlySet<string> = new Set(['SH', 'AD', 'AU']);

/** Who may see interventions, as SQL over a line with its project `s`: heads, administrators and auditors, of what they may read. */
function readableInterventions(actor: Actor, entityKind: string, first: number): Condition {
  if (actor.kind === 'person' && !actor.roles.some((role) => readers.has(role))) return { sql: 'FALSE', values: [] };
  const projects = readableProjects(actor, first);
  return { sql: `(${entityKind} <> 'project' OR ${projects.sql})`, values: projects.values };
}

/** The door of a technical act in the words of the ledger. */
const doorOfAct = `CASE e.door WHEN 'page' THEN 'web' ELSE e.door END`;

/** The later entry by which somebody answered or undid the entry `e`: the last whose payload names it. */
function laterEntry(name: string, types: string, field: string): string {
  return `LEFT JOIN LATERAL (
    SELECT jsonb_build_object('type', d.type, 'personId', d.actor_id, 'name', dp.full_name, 'rev', d.rev,
             'at', to_char(d.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS act
      FROM ledger_entry d LEFT JOIN person dp ON dp.id = d.actor_id
     WHERE d.kind = e.kind AND d.id = e.id AND d.rev > e.rev AND d.type IN (${types}) AND d.body::jsonb->'payload'->>'${field}' = e.command_id
     ORDER BY d.rev DESC LIMIT 1) ${name} ON TRUE`;
}

const utc = (column: string, digits: 'MS' | 'US'): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;

/** Where lines come from: the ledger, and the record of technical acts. `at` and what follows it say where a line stands in the order. */
const sources = {
  ledger: {
    columns: `e.command_id AS id, e.type AS kind, jsonb_build_object('kind', e.kind, 'id', e.id) AS entity, e.rev, coalesce(s.reference, c.code) AS reference,
      e.actor_id AS "personId", p.full_name AS "personName", b.full_name AS "onBehalfOfName", e.body::jsonb->>'via' AS door, t.content AS reason,
      e.occurred_at AS at, e.policy_version AS "policyVersion",
      (SELECT w.run_id FROM bulk_row w WHERE e.kind = 'project' AND w.entity_id = e.id AND e.command_id IN (w.command_id, w.confirm_id) LIMIT 1) AS "runId",
      answered.act AS "answeredBy", undone.act AS "undoneBy", NULL::jsonb AS technical,
      jsonb_build_object('at', ${utc('e.occurred_at', 'US')}, 'rev', e.rev, 'id', e.id) AS place, e.id AS unique_id`,
    tables: `ledger_entry e
      LEFT JOIN project_summary s ON e.kind = 'project' AND s.id = e.id
      LEFT JOIN call_summary c ON e.kind = 'call' AND c.id = e.id
      LEFT JOIN person p ON p.id = e.actor_id LEFT JOIN person b ON b.id = e.on_behalf_of LEFT JOIN free_text t ON t.id = e.reason_text_id
      ${laterEntry('answered', `'ConfirmProposal', 'RejectProposal'`, 'proposalId')}
      ${laterEntry('undone', `'UndoIntervention'`, 'interventionId')}`,
    always: ['e.actor_id IS NOT NULL', `e.type = ANY('{${interventionCommands.join(',')}}'::text[])`],
    place: ['e.occurred_at', 'e.rev', 'e.id'],
    names: { kind: 'e.type', entityKind: 'e.kind', entityId: 'e.id', person: 'e.actor_id', door: `e.body::jsonb->>'via'` },
    undone: 'undone.act IS NOT NULL',
    ofRun: (at: string) =>
      `(e.id, e.command_id) IN (SELECT w.entity_id, unnest(ARRAY[w.command_id, w.confirm_id]) FROM bulk_row w WHERE w.run_id = ${at}::uuid)`,
  },
  technical: {
    columns: `e.id::text AS id, e.kind, CASE WHEN e.entity_id IS NULL THEN NULL ELSE jsonb_build_object('kind', e.entity_kind, 'id', e.entity_id) END AS entity,
      0 AS rev, coalesce(s.reference, c.code) AS reference, e.actor_id AS "personId", p.full_name AS "personName", NULL::text AS "onBehalfOfName",
      ${doorOfAct} AS door, e.reason, e.opened_at AS at, NULL::integer AS "policyVersion",
      CASE WHEN e.kind = 'bulk' THEN e.id END AS "runId",
      CASE WHEN e.second_id IS NULL THEN NULL ELSE jsonb_build_object('type', CASE WHEN e.result_code = 'REJECTED' THEN 'RejectProposal' ELSE 'ConfirmProposal' END,
        'personId', e.second_id, 'name', z.full_name, 'at', ${utc('e.decided_at', 'MS')}, 'rev', 0) END AS "answeredBy",
      NULL::jsonb AS "undoneBy", jsonb_build_object('state', e.state, 'resultCode', e.result_code, 'resultValues', e.result_values, 'before', e.before,
        'after', e.after) AS technical,
      jsonb_build_object('at', ${utc('e.opened_at', 'US')}, 'rev', 0, 'id', e.id) AS place, e.id AS unique_id`,
    tables: `technical_act e
      LEFT JOIN project_summary s ON e.entity_kind = 'project' AND s.id = e.entity_id
      LEFT JOIN call_summary c ON e.entity_kind = 'call' AND c.id = e.entity_id
      LEFT JOIN person p ON p.id = e.actor_id LEFT JOIN person z ON z.id = e.second_id`,
    always: [],
    place: ['e.opened_at', '0', 'e.id'],
    names: { kind: 'e.kind', entityKind: "coalesce(e.entity_kind, '-')", entityId: 'e.entity_id', person: 'e.actor_id', door: doorOfAct },
    undone: 'FALSE',
    ofRun: (at: string) => `(e.kind = 'bulk' AND e.id = ${at}::uuid)`,
  },
} as const;

type Source = (typeof sources)[keyof typeof sources];

/** Lines of one source, by the filters, with the values they name. */
function conditionsOf(
  { always, names, place, undone, ofRun }: Source,
  actor: Actor,
  filters: InterventionFilters,
  values: unknown[],
): string[] {
  const rights = readableInterventions(actor, names.entityKind, values.length + 1);
  values.push(...rights.values);
  const conditions = [rights.sql, ...always];
  const where = (value: unknown, sql: (at: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  where(filters.kinds, (at) => `${names.kind} = ANY(${at}::text[])`);
  where(filters.projectId, (at) => `(${names.entityKind} = 'project' AND ${names.entityId} = ${at}::uuid)`);
  where(filters.personId, (at) => `${names.person} = ${at}::uuid`);
  where(filters.doors, (at) => `${names.door} = ANY(${at}::text[])`);
  where(filters.from, (at) => `${place[0]} >= (${at}::date::timestamp AT TIME ZONE 'Asia/Shanghai')`);
  where(filters.to, (at) => `${place[0]} < ((${at}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`);
  where(filters.undone, (at) => `(${undone}) = ${at}::boolean`);
  where(filters.runId, ofRun);
  return conditions;
}

/** Both sources in one order; each gives no more lines than are asked for, so that neither is read to its end for a page. */
function statementOf(actor: Actor, { limit, after, ...filters }: InterventionQuery): { sql: string; values: unknown[] } {
  const values: unknown[] = [limit];
  const parts = Object.values(sources).map((source) => {
    const conditions = conditionsOf(source, actor, filters, values);
    if (after !== undefined) {
      values.push(after.at, after.rev, after.id);
      const at = values.length;
      conditions.push(`(${source.place.join(', ')}) < ($${at - 2}::timestamptz, $${at - 1}::integer, $${at}::uuid)`);
    }
    const order = source.place.filter((one) => one !== '0').map((one) => `${one} DESC`);
    return `(SELECT ${source.columns} FROM ${source.tables} WHERE ${conditions.join(' AND ')} ORDER BY ${order.join(', ')} LIMIT $1)`;
  });
  return { sql: `SELECT * FROM (${parts.join(' UNION ALL ')}) l ORDER BY at DESC, rev DESC, unique_id DESC LIMIT $1`, values };
}

/** Interventions, the newest first; one more than `limit` tells that a further page exists. Nothing for those who may not see them. */
export function listInterventions(db: Sql, actor: Actor, query: InterventionQuery): Promise<InterventionLine[]> {
  const { sql, values } = statementOf(actor, { ...query, limit: query.limit + 1 });
  return db.query<InterventionLine[]>(sql, values);
}

async function countInterventions(db: Sql, actor: Actor, filters: InterventionFilters): Promise<number> {
  const values: unknown[] = [];
  const parts = Object.values(sources).map(
    (source) => `(SELECT count(*) FROM ${source.tables} WHERE ${conditionsOf(source, actor, filters, values).join(' AND ')})`,
  );
  const [row] = await db.query<{ count: number }[]>(`SELECT (${parts.join(' + ')})::integer AS count`, values);
  return row?.count ?? 0;
}

/** Takes the lines of the list one batch after the other. */
export interface InterventionTaker {
  /** How many lines will come; may throw. */
  begin(total: number): void;
  /** The next batch, with the connection it was read by; the following one is read when this resolves. */
  lines(batch: InterventionLine[], tx: Sql): Promise<void>;
}

const batchSize = 200;
const everything = 2_000_000_000;

/** Reads all lines of the list as they are at one moment, in the memory of one batch. Resolves when all are taken, rejects when the taker does. */
export function readEveryIntervention(
  db: TransactionSource,
  actor: Actor,
  filters: InterventionFilters,
  take: InterventionTaker,
): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    take.begin(await countInterventions(tx, actor, filters));
    const { sql, values } = statementOf(actor, { ...filters, limit: everything });
    await tx.query(`DECLARE every_intervention NO SCROLL CURSOR FOR ${sql}`, values);
    for (;;) {
      const batch = await tx.query<InterventionLine[]>(`FETCH ${batchSize} FROM every_intervention`);
      if (batch.length === 0) return;
      await take.lines(batch, tx);
    }
  });
}
