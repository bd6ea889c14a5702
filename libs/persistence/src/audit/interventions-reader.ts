import type { Actor } from '@app/domain';
import type { Door, EntityKey } from '../ledger/entry-body';
import { readableProjects, type Condition } from '../project/project-rights';
import type { Sql, TransactionSource } from '../sql';
import { interventionSources, type InterventionSource } from './intervention-sources';

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
  /** Id of the command or the act. */
  id: string;
  personId: string | null;
  name: string | null;
  at: string;
  rev: number;
}

/** What is kept of an act beside the ledger: about the machinery, or about mails. */
export interface TechnicalPart {
  state: 'proposed' | 'running' | 'done' | 'failed';
  resultCode: string | null;
  resultValues: Record<string, unknown> | null;
  before: Record<string, unknown>;
  after: Record<string, unknown> | null;
}

/** One intervention as the ledger, the record of technical acts, or that of acts on mails tells it. */
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
  /** The act that took it back or ended it: an undo, the resuming of what was held, the release of what was stopped. */
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

/** Lines of one source, by the filters, with the values they name. */
function conditionsOf(
  { always, names, place, undone, ofRun }: InterventionSource,
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

/** All sources in one order; each gives no more lines than are asked for, so that none is read to its end for a page. */
function statementOf(actor: Actor, { limit, after, ...filters }: InterventionQuery): { sql: string; values: unknown[] } {
  const values: unknown[] = [limit];
  const parts = Object.values(interventionSources).map((source) => {
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
  const parts = Object.values(interventionSources).map(
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
