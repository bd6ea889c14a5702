import type { Sql } from '../sql';

/** The reference of a project by its id; nothing for an unknown one or a draft without a reference. */
export async function holderReference(db: Sql, projectId: string): Promise<string | undefined> {
  const rows = await db.query<{ reference: string | null }[]>('SELECT reference FROM project_summary WHERE id = $1', [projectId]);
  return rows[0]?.reference ?? undefined;
}
