import type { Sql } from '../sql';

/** The reference of a project by its id; nothing for an unknown one or a draft without a reference. */
export async function holderReference(db: Sql, projectId: string): Promise<string | undefined> {
  const rows = await db.query<{ reference: string | null }[]>('SELECT reference FROM project_summary WHERE id = $1', [projectId]);
  return rows[0]?.reference ?? undefined;
}

/** The project with this id or reference (of the project or of the application); nothing when there is none. */
export async function findProjectId(db: Sql, wanted: string): Promise<string | undefined> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM project_summary WHERE id::text = lower($1) OR project_ref = $1 OR application_ref = $1 ORDER BY project_ref = $1 DESC NULLS LAST LIMIT 1`,
    [wanted],
  );
  return rows[0]?.id;
}
