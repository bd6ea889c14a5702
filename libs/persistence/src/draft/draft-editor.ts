import type { PersonId, ProjectId } from '@app/domain';
import { canonicalJson } from '../ledger/canonical-json';
import { sha256 } from '../ledger/hash-chain';
import { changedRows, type Sql } from '../sql';
import { applicationFormVersion, type ApplicationContent } from './application-form';
import { reportFormVersion, type ReportContent } from './report-form';

/** A saved draft, or one version of it. */
export interface DraftRow<C> {
  version: number;
  /** SHA-256 over the canonical text of the content: a command names it, so that what was signed is what is judged. */
  hash: string;
  formVersion: number;
  content: C;
  savedBy: PersonId;
  savedAt: Date;
}

/** What came of saving: the new version, or the current one when somebody else saved meanwhile. */
export type SavedDraft = { ok: true; version: number; hash: string } | { ok: false; current: number };

/** Hash of a draft's content. */
export function contentHash(content: object): string {
  return sha256(canonicalJson(content));
}

const columns = `version, hash, form_version AS "formVersion", content, saved_by AS "savedBy", saved_at AS "savedAt"`;

/** The application's draft as it was last saved; nothing before the first save. */
export async function applicationDraft(db: Sql, projectId: ProjectId): Promise<DraftRow<ApplicationContent> | undefined> {
  const rows = await db.query<DraftRow<ApplicationContent>[]>(`SELECT ${columns} FROM application_draft WHERE project_id = $1`, [
    projectId,
  ]);
  return rows[0];
}

/** One saved version of an application. */
export async function applicationVersion(
  db: Sql,
  projectId: ProjectId,
  version: number,
): Promise<DraftRow<ApplicationContent> | undefined> {
  const rows = await db.query<DraftRow<ApplicationContent>[]>(
    `SELECT ${columns} FROM application_version WHERE project_id = $1 AND version = $2`,
    [projectId, version],
  );
  return rows[0];
}

/** The version of an application that was handed in, by the hash the submission names. The newest where the same content was saved twice. */
export async function submittedApplication(db: Sql, projectId: ProjectId, hash: string): Promise<DraftRow<ApplicationContent> | undefined> {
  const rows = await db.query<DraftRow<ApplicationContent>[]>(
    `SELECT ${columns} FROM application_version WHERE project_id = $1 AND hash = $2 ORDER BY version DESC LIMIT 1`,
    [projectId, hash],
  );
  return rows[0];
}

/** A report's draft as it was last saved; nothing before the first save. */
export async function reportDraft(db: Sql, projectId: ProjectId, year: number): Promise<DraftRow<ReportContent> | undefined> {
  const rows = await db.query<DraftRow<ReportContent>[]>(`SELECT ${columns} FROM report_draft WHERE project_id = $1 AND year = $2`, [
    projectId,
    year,
  ]);
  return rows[0];
}

/** One saved version of a report. */
export async function reportVersion(
  db: Sql,
  projectId: ProjectId,
  year: number,
  version: number,
): Promise<DraftRow<ReportContent> | undefined> {
  const rows = await db.query<DraftRow<ReportContent>[]>(
    `SELECT ${columns} FROM report_version WHERE project_id = $1 AND year = $2 AND version = $3`,
    [projectId, year, version],
  );
  return rows[0];
}

/** Saves the application's draft if nobody saved it since `seen` (0 before the first save). Unchanged content keeps its version. Call it inside a transaction. */
export function saveApplicationDraft(
  tx: Sql,
  projectId: ProjectId,
  draft: { content: ApplicationContent; seen: number; by: PersonId },
): Promise<SavedDraft> {
  return save(tx, { table: 'application', keys: { project_id: projectId }, formVersion: applicationFormVersion, ...draft });
}

/** Saves a report's draft if nobody saved it since `seen` (0 before the first save). Call it inside a transaction. */
export function saveReportDraft(
  tx: Sql,
  { projectId, year }: { projectId: ProjectId; year: number },
  draft: { content: ReportContent; seen: number; by: PersonId },
): Promise<SavedDraft> {
  return save(tx, { table: 'report', keys: { project_id: projectId, year }, formVersion: reportFormVersion, ...draft });
}

interface Saving {
  table: 'application' | 'report';
  keys: Record<string, unknown>;
  formVersion: number;
  content: object;
  seen: number;
  by: PersonId;
}

async function save(tx: Sql, saving: Saving): Promise<SavedDraft> {
  const names = Object.keys(saving.keys);
  const keys = Object.values(saving.keys);
  const where = names.map((name, index) => `${name} = $${index + 1}`).join(' AND ');
  const [current] = await tx.query<{ version: number; hash: string }[]>(
    `SELECT version, hash FROM ${saving.table}_draft WHERE ${where} FOR UPDATE`,
    keys,
  );
  const version = current?.version ?? 0;
  if (version !== saving.seen) return { ok: false, current: version };
  const hash = contentHash(saving.content);
  if (current?.hash === hash) return { ok: true, version, hash };
  const values = [...keys, version + 1, saving.formVersion, JSON.stringify(saving.content), hash, saving.by];
  const n = keys.length;
  const set = `version = $${n + 1}, form_version = $${n + 2}, content = $${n + 3}, hash = $${n + 4}, saved_by = $${n + 5}, saved_at = now()`;
  const places = values.map((_, index) => `$${index + 1}`).join(', ');
  const insert = `(${names.join(', ')}, version, form_version, content, hash, saved_by) VALUES (${places})`;
  const written =
    version === 0
      ? await tx.query<unknown[]>(`INSERT INTO ${saving.table}_draft ${insert} ON CONFLICT DO NOTHING RETURNING version`, values)
      : await changedRows(tx, `UPDATE ${saving.table}_draft SET ${set} WHERE ${where} RETURNING version`, values);
  // Two first saves at once: the loser finds the winner's version.
  if (written.length === 0) return { ok: false, current: 1 };
  await tx.query(`INSERT INTO ${saving.table}_version ${insert}`, values);
  return { ok: true, version: version + 1, hash };
}
