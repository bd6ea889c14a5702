import type { Country, Instant } from '@app/domain';
import { canonicalJson } from '../ledger/canonical-json';
import { sha256 } from '../ledger/hash-chain';
import { changedRows, type Sql } from '../sql';

/** What is thought through: a policy version, a draft or published, or the draft of a calendar. */
export type DryRunSubject = { policyVersion: number } | { calendarDraft: string };

/** A dry run that is asked for. */
export interface NewDryRun {
  /** The caller's key, a UUID: the same key is the same dry run. */
  id: string;
  subject: DryRunSubject;
  /** The policy's values, or the calendar's table. */
  content: unknown;
  askedBy: string;
  /** How far ahead mails are looked at. */
  days: number;
  /** Mails a day that nobody gets more of. */
  mostPerDay: number;
}

/** One mail that would move, come or go. Instants in the project's own time. */
export interface DryRunLine {
  kind: 'moved' | 'new' | 'gone';
  notification: string;
  rule: string;
  object: string;
  step: string;
  level: string | null;
  personId: string;
  role: string;
  country: Country;
  from: Instant | null;
  to: Instant | null;
  /** An escalation that would go by tomorrow morning and would not without the change. */
  tonight?: true;
}

/** A date that the change would set and that is not taken. */
export interface DryRunKept {
  ladder: string;
  object: string;
  dueOn: string;
  wouldBe: string;
  why: 'past' | 'told';
}

/** How many mails people get from one project, by person and by day of their own: without and with the change. */
export type DryRunLoads = Record<string, Record<string, [before: number, after: number]>>;

/** Mails that a person gets on one day: without and with the change. */
export interface DryRunLoad {
  personId: string;
  day: string;
  before: number;
  after: number;
}

/** What a dry run says of one project. */
export interface DryRunProject {
  projectId: string;
  rev: number;
  /** `same`: nothing of it would change but the version it names. */
  verdict: 'apply' | 'same' | 'refuse';
  code: string | null;
  values: Record<string, unknown> | null;
  planHash: string | null;
  country: Country | null;
  lines: DryRunLine[];
  kept: DryRunKept[];
  loads: DryRunLoads;
}

/** Mails by what would become of them. */
export interface DryRunFigures {
  moved: number;
  new: number;
  gone: number;
}

/** What a dry run found over all projects. */
export interface DryRunResult extends DryRunFigures {
  applied: number;
  same: number;
  refused: number;
  /** Projects refused, by code. */
  refusals: { code: string; projects: number }[];
  tonight: number;
  past: number;
  told: number;
  countries: (DryRunFigures & { country: string })[];
  people: (DryRunFigures & { personId: string })[];
  /** How many people there are; those with most are listed. */
  peopleCount: number;
  days: (DryRunFigures & { day: string })[];
  /** Days on which the change would give somebody more mails than are allowed, and more than without it. */
  storms: DryRunLoad[];
  stormCount: number;
}

/** A dry run as it is kept. */
export interface DryRun {
  id: string;
  policyVersion: number | null;
  calendarDraft: string | null;
  content: unknown;
  contentHash: string;
  days: number;
  mostPerDay: number;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  state: 'running' | 'done' | 'failed';
  total: number;
  looked: number;
  after: string | null;
  result: DryRunResult | null;
  predictionHash: string | null;
  failureCode: string | null;
  endedAt: Date | null;
  bulkRunId: string | null;
}

const columns = `d.id, d.policy_version AS "policyVersion", d.calendar_draft AS "calendarDraft", d.content, d.content_hash AS "contentHash", d.days,
  d.most_per_day AS "mostPerDay", d.asked_by AS "askedBy", p.full_name AS "askedByName", d.asked_at AS "askedAt", d.state, d.total, d.looked,
  d.after_id AS after, d.result, d.prediction_hash AS "predictionHash", d.failure_code AS "failureCode", d.ended_at AS "endedAt",
  d.bulk_run_id AS "bulkRunId"`;
const tables = 'dry_run d JOIN person p ON p.id = d.asked_by';

/** Live projects: those that can still be acted on, in real time. */
const live = `h.kind = 'project' AND h.rev > 0 AND NOT h.closed AND h.halted_at IS NULL AND h.room_id IS NULL AND h.state->>'stage' <> 'closed'`;

/** The hash of a policy's or calendar's content, whatever the order of its keys. */
export function contentHashOf(content: unknown): string {
  return sha256(canonicalJson(content));
}

/** Puts a dry run on record as running. `known`: it was asked for before under this key; `key-reused`: the key stands for something else. */
export async function openDryRun(
  db: Sql,
  { id, subject, content, askedBy, days, mostPerDay }: NewDryRun,
): Promise<'opened' | 'known' | 'key-reused'> {
  const [version, draft] = 'policyVersion' in subject ? [subject.policyVersion, null] : [null, subject.calendarDraft];
  const rows = await db.query<unknown[]>(
    `INSERT INTO dry_run (id, policy_version, calendar_draft, content, content_hash, days, most_per_day, asked_by, state, total)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, 'running', (SELECT count(*)::integer FROM entity_head h WHERE ${live}) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, version, draft, JSON.stringify(content), contentHashOf(content), days, mostPerDay, askedBy],
  );
  if (rows.length === 1) return 'opened';
  const kept = await findDryRun(db, id);
  const same =
    kept?.policyVersion === version &&
    kept.calendarDraft === draft &&
    kept.askedBy === askedBy &&
    kept.days === days &&
    kept.mostPerDay === mostPerDay;
  return same ? 'known' : 'key-reused';
}

/** One dry run; nothing when there is none under this id. */
export async function findDryRun(db: Sql, id: string): Promise<DryRun | undefined> {
  const [row] = await db.query<DryRun[]>(`SELECT ${columns} FROM ${tables} WHERE d.id = $1`, [id]);
  return row;
}

/** The last dry runs, the newest first. */
export function lastDryRuns(db: Sql, limit: number): Promise<DryRun[]> {
  return db.query<DryRun[]>(`SELECT ${columns} FROM ${tables} ORDER BY d.asked_at DESC, d.id LIMIT $1`, [limit]);
}

/** A live project as it stands. */
export interface LiveProject {
  id: string;
  rev: number;
  stateSchema: number;
  state: unknown;
}

/** The ids of the next live projects, in order. */
export async function liveProjectIdsAfter(db: Sql, after: string | null, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT h.id FROM entity_head h WHERE ${live} AND ($1::uuid IS NULL OR h.id > $1) ORDER BY h.id LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Those of some projects that live, in the order of their ids. */
export function liveProjectsOf(db: Sql, ids: readonly string[]): Promise<LiveProject[]> {
  return db.query<LiveProject[]>(
    `SELECT h.id, h.rev, h.state_schema AS "stateSchema", h.state FROM entity_head h WHERE ${live} AND h.id = ANY($1::uuid[]) ORDER BY h.id`,
    [ids],
  );
}

/**
 * Writes down what was found of the next projects and answers how many are written; nothing where another one was quicker or the dry run has ended. What was
 * written before stays: written again after a kill, a project counts once. For a transaction.
 * @param ids the projects that were looked for, in order, whether or not they still lived
 */
export async function writeDryRunRows(
  tx: Sql,
  id: string,
  ids: readonly string[],
  projects: readonly DryRunProject[],
): Promise<number | undefined> {
  const open = await tx.query<unknown[]>(
    `SELECT FROM dry_run WHERE id = $1 AND state = 'running' AND (after_id IS NULL OR after_id < $2) FOR SHARE`,
    [id, ids[0]],
  );
  if (open.length === 0) return undefined;
  await tx.query(
    `INSERT INTO dry_run_project (dry_run_id, project_id, rev, verdict, code, code_values, plan_hash, country, lines, kept, loads)
     SELECT $1, r.id, r.rev, r.verdict, r.code, r.code_values::jsonb, r.plan_hash, r.country, r.lines::jsonb, r.kept::jsonb, r.loads::jsonb
       FROM unnest($2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
         AS r (id, rev, verdict, code, code_values, plan_hash, country, lines, kept, loads) ON CONFLICT DO NOTHING`,
    [
      id,
      projects.map((one) => one.projectId),
      projects.map((one) => one.rev),
      projects.map((one) => one.verdict),
      projects.map((one) => one.code),
      projects.map((one) => (one.values === null ? null : JSON.stringify(one.values))),
      projects.map((one) => one.planHash),
      projects.map((one) => one.country),
      projects.map((one) => JSON.stringify(one.lines)),
      projects.map((one) => JSON.stringify(one.kept)),
      projects.map((one) => JSON.stringify(one.loads)),
    ],
  );
  const [written] = await tx.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM dry_run_project WHERE dry_run_id = $1 AND project_id = ANY($2::uuid[])',
    [id, ids],
  );
  return written?.count;
}

/** Moves the place of a dry run on, past projects that are written down; false when another one was quicker: projects count once, however often that is repeated. */
export async function moveDryRunOn(
  db: Sql,
  { id, after }: Pick<DryRun, 'id' | 'after'>,
  { upTo, looked }: { upTo: string; looked: number },
): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE dry_run SET looked = looked + $3, after_id = $4, progress_at = clock_timestamp()
      WHERE id = $1 AND state = 'running' AND after_id IS NOT DISTINCT FROM $2::uuid RETURNING id`,
    [id, after, looked, upTo],
  );
  return rows.length === 1;
}

/** Ends a running dry run with what it found; false when it does not run any more. */
export async function endDryRun(
  db: Sql,
  id: string,
  end: { result: DryRunResult; predictionHash: string } | { failureCode: string },
): Promise<boolean> {
  const found = 'result' in end;
  const rows = await changedRows(
    db,
    `UPDATE dry_run SET state = $2, result = $3, prediction_hash = $4, failure_code = $5, ended_at = clock_timestamp() WHERE id = $1 AND state = 'running' RETURNING id`,
    [
      id,
      found ? 'done' : 'failed',
      found ? JSON.stringify(end.result) : null,
      found ? end.predictionHash : null,
      found ? null : end.failureCode,
    ],
  );
  return rows.length === 1;
}

/** What was found of some projects after one, in the order of their ids. */
export function dryRunProjectsAfter(db: Sql, id: string, after: string | null, limit: number): Promise<DryRunProject[]> {
  return db.query<DryRunProject[]>(
    `SELECT project_id AS "projectId", rev, verdict, code, code_values AS values, plan_hash AS "planHash", country, lines, kept, loads
       FROM dry_run_project WHERE dry_run_id = $1 AND ($2::uuid IS NULL OR project_id > $2) ORDER BY project_id LIMIT $3`,
    [id, after, limit],
  );
}

/** Notes the run over many projects that carries a dry run out; false when another one does already. */
export async function noteAppliedBy(db: Sql, id: string, bulkRunId: string): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE dry_run SET bulk_run_id = $2 WHERE id = $1 AND (bulk_run_id IS NULL OR bulk_run_id = $2) RETURNING id`,
    [id, bulkRunId],
  );
  return rows.length === 1;
}
