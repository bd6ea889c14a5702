import type { Actor, PersonId } from '@app/domain';
import { conditionalUpdate, type ConditionalUpdate } from '../conditional-update';
import { changedRows, type Sql } from '../sql';
import { readableComments } from './project-rights';

/** A note among colleagues of the Secretariat. Plain text, shown as text. */
export interface CommentRow {
  commentId: string;
  projectId: string;
  authorId: PersonId;
  authorName: string;
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  deleted: boolean;
  /** By the database's clock: whether its author may still change its words. */
  open: boolean;
}

/** Minutes in which an author may change what he wrote, and take back that he deleted it. */
export const commentOpenMinutes = 15;

const columns = `c.id AS "commentId", c.project_id AS "projectId", c.author_id AS "authorId", p.full_name AS "authorName", c.body, c.version,
  c.created_at AS "createdAt", c.edited_at AS "editedAt", c.deleted_at IS NOT NULL AS deleted,
  greatest(c.created_at, c.deleted_at) > now() - interval '${commentOpenMinutes} minutes' AS open`;

/** Comments on a project that an actor may read, the oldest first, without deleted ones. */
export function commentsOf(db: Sql, actor: Actor, projectId: string): Promise<CommentRow[]> {
  const rights = readableComments(actor, 2);
  return db.query<CommentRow[]>(
    `SELECT ${columns} FROM project_comment c JOIN person p ON p.id = c.author_id JOIN project_summary s ON s.id = c.project_id
      WHERE c.project_id = $1 AND c.deleted_at IS NULL AND ${rights.sql} ORDER BY c.created_at, c.id`,
    [projectId, ...rights.values],
  );
}

/** How many comments a project has, without deleted ones. */
export async function countComments(db: Sql, projectId: string): Promise<number> {
  const rows = await db.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM project_comment WHERE project_id = $1 AND deleted_at IS NULL',
    [projectId],
  );
  return rows[0]?.count ?? 0;
}

/** One comment, a deleted one too; nothing when it is on another project. */
export async function commentOf(db: Sql, projectId: string, commentId: string): Promise<CommentRow | undefined> {
  const rows = await db.query<CommentRow[]>(
    `SELECT ${columns} FROM project_comment c JOIN person p ON p.id = c.author_id WHERE c.project_id = $1 AND c.id = $2`,
    [projectId, commentId],
  );
  return rows[0];
}

/** Writes a comment under an id of the writer's choice; the same one again changes nothing. */
export async function addComment(
  db: Sql,
  { commentId, projectId, authorId, body }: Pick<CommentRow, 'commentId' | 'projectId' | 'authorId' | 'body'>,
): Promise<void> {
  await db.query('INSERT INTO project_comment (id, project_id, author_id, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    commentId,
    projectId,
    authorId,
    body,
  ]);
}

/** Changes the words of a comment if nobody changed it since its author read it. */
export function editComment(
  db: Sql,
  { commentId, version, body }: { commentId: string; version: number; body: string },
): Promise<ConditionalUpdate> {
  return conditionalUpdate(db, {
    table: 'project_comment',
    versionColumn: 'version',
    where: { id: commentId },
    version,
    set: { body, edited_at: new Date(), changed_at: new Date() },
  });
}

/** Deletes a comment, or brings it back; false when it was so before. */
export async function markCommentDeleted(db: Sql, commentId: string, deleted: boolean): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE project_comment SET deleted_at = CASE WHEN $2 THEN now() END, changed_at = now(), version = version + 1
      WHERE id = $1 AND (deleted_at IS NOT NULL) <> $2 RETURNING id`,
    [commentId, deleted],
  );
  return rows.length === 1;
}

/** Which of these projects have comments an actor may read. */
export async function commentsReadableAmong(db: Sql, actor: Actor, projectIds: readonly string[]): Promise<Set<string>> {
  const rights = readableComments(actor, 2);
  const rows = await db.query<{ id: string }[]>(`SELECT s.id FROM project_summary s WHERE s.id = ANY($1::uuid[]) AND ${rights.sql}`, [
    projectIds,
    ...rights.values,
  ]);
  return new Set(rows.map((row) => row.id));
}
