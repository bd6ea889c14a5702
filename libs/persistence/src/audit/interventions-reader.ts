import { interventionCommands, type Actor, type AnyCommandType } from '@app/domain';
import type { Door, EntityKey } from '../ledger/entry-body';
import { readableProjects, type Condition } from '../project/project-rights';
import type { Sql, TransactionSource } from '../sql';

/** What the list of interventions is asked for. */
export interface InterventionFilters {
  kinds?: AnyCommandType[];
  projectId?: string;
  /** Only what this person did. */
  personId?: string;
  doors?: Door[];
  /** First and last day, by Beijing dates. */
  from?: string;
  to?: string;
  /** Only what was taken back, or only what was not. */
  undone?: boolean;
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

/** One intervention as the ledger tells it. */
export interface InterventionLine {
  /** Id of the command. */
  id: string;
  kind: AnyCommandType;
  entity: EntityKey;
  rev: number;
  reference: string | null;
  personId: string;
  personName: string | null;
  onBehalfOfName: string | null;
  /** Null where it was not recorded. */
  door: Door | null;
  /** Null where none was given or it was erased. */
  reason: string | null;
  at: Date;
  policyVersion: number;
  /** A second person's answer to it, where it was a proposal. */
  answeredBy: InterventionAnswer | null;
  undoneBy: InterventionAnswer | null;
  /** Where the line stands in the order of the list. */
  place: InterventionPlace;
}

const readers: ReadonlySet<string> = new Set(['SH', 'AD', 'AU']);

/** Who may see interventions, as SQL over a ledger entry `e` with its project `s`: heads, administrators and auditors, of what they may read. */
function readableInterventions(actor: Actor, first: number): Condition {
  if (actor.kind === 'person' && !actor.roles.some((role) => readers.has(role))) return { sql: 'FALSE', values: [] };
  const projects = readableProjects(actor, first);
  return { sql: `(e.kind <> 'project' OR ${projects.sql})`, values: projects.values };
}

/** The later entry by which somebody answered or undid the entry `e`: the last whose payload names it. */
function laterEntry(name: string, types: string, field: string): string {
  return `LEFT JOIN LATERAL (
    SELECT jsonb_build_object('type', d.type, 'personId', d.actor_id, 'name', dp.full_name, 'rev', d.rev,
             'at', to_char(d.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS act
      FROM ledger_entry d LEFT JOIN person dp ON dp.id = d.actor_id
     WHERE d.kind = e.kind AND d.id = e.id AND d.rev > e.rev AND d.type IN (${types}) AND d.body::jsonb->'payload'->>'${field}' = e.command_id
     ORDER BY d.rev DESC LIMIT 1) ${name} ON TRUE`;
}

const columns = `e.command_id AS id, e.type AS kind, jsonb_build_object('kind', e.kind, 'id', e.id) AS entity, e.rev, coalesce(s.reference, c.code) AS reference,
  e.actor_id AS "personId", p.full_name AS "personName", b.full_name AS "onBehalfOfName", e.body::jsonb->>'via' AS door, t.content AS reason,
  e.occurred_at AS at, e.policy_version AS "policyVersion", answered.act AS "answeredBy", undone.act AS "undoneBy",
  jsonb_build_object('at', to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'rev', e.rev, 'id', e.id) AS place`;

const tables = `ledger_entry e
  LEFT JOIN project_summary s ON e.kind = 'project' AND s.id = e.id
  LEFT JOIN call_summary c ON e.kind = 'call' AND c.id = e.id
  LEFT JOIN person p ON p.id = e.actor_id LEFT JOIN person b ON b.id = e.on_behalf_of LEFT JOIN free_text t ON t.id = e.reason_text_id
  ${laterEntry('answered', `'ConfirmProposal', 'RejectProposal'`, 'proposalId')}
  ${laterEntry('undone', `'UndoIntervention'`, 'interventionId')}`;

function conditionsOf(actor: Actor, filters: InterventionFilters, values: unknown[]): string[] {
  const rights = readableInterventions(actor, values.length + 1);
  values.push(...rights.values);
  const conditions = [rights.sql, 'e.actor_id IS NOT NULL'];
  const where = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  where(filters.kinds ?? interventionCommands, (at) => `e.type = ANY(${at}::text[])`);
  where(filters.projectId, (at) => `(e.kind = 'project' AND e.id = ${at})`);
  where(filters.personId, (at) => `e.actor_id = ${at}`);
  where(filters.doors, (at) => `e.body::jsonb->>'via' = ANY(${at}::text[])`);
  where(filters.from, (at) => `e.occurred_at >= (${at}::date::timestamp AT TIME ZONE 'Asia/Shanghai')`);
  where(filters.to, (at) => `e.occurred_at < ((${at}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`);
  where(filters.undone, (at) => `(undone.act IS NOT NULL) = ${at}::boolean`);
  return conditions;
}

function statementOf(actor: Actor, { limit, after, ...filters }: InterventionQuery): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = conditionsOf(actor, filters, values);
  if (after !== undefined) {
    values.push(after.at, after.rev, after.id);
    const at = values.length;
    conditions.push(`(e.occurred_at, e.rev, e.id) < ($${at - 2}::timestamptz, $${at - 1}::integer, $${at}::uuid)`);
  }
  values.push(limit);
  return {
    sql: `SELECT ${columns} FROM ${tables} WHERE ${conditions.join(' AND ')} ORDER BY e.occurred_at DESC, e.rev DESC, e.id DESC LIMIT $${values.length}`,
    values,
  };
}

/** Interventions, the newest first; one more than `limit` tells that a further page exists. Nothing for those who may not see them. */
export function listInterventions(db: Sql, actor: Actor, query: InterventionQuery): Promise<InterventionLine[]> {
  const { sql, values } = statementOf(actor, { ...query, limit: query.limit + 1 });
  return db.query<InterventionLine[]>(sql, values);
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
    const counted: unknown[] = [];
    const conditions = conditionsOf(actor, filters, counted);
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM ${tables} WHERE ${conditions.join(' AND ')}`,
      counted,
    );
    take.begin(row?.count ?? 0);
    const { sql, values } = statementOf(actor, { ...filters, limit: everything });
    await tx.query(`DECLARE every_intervention NO SCROLL CURSOR FOR ${sql}`, values);
    for (;;) {
      const batch = await tx.query<InterventionLine[]>(`FETCH ${batchSize} FROM every_intervention`);
      if (batch.length === 0) return;
      await take.lines(batch, tx);
    }
  });
}
