import type { PersonId, StandingRole } from '@app/domain';
import { changedRows, type Sql } from '../sql';

/** Pages of which views can be saved. */
export const viewPages = ['list', 'board'] as const;

/** A page of which views can be saved. */
export type ViewPage = (typeof viewPages)[number];

/** What its owner says of a view. */
export interface ViewContent {
  page: ViewPage;
  name: string;
  /** What stands behind the question mark of the page's address. */
  search: string;
  sharedRoles: StandingRole[];
}

/** A saved view as one reader sees it. */
export interface SavedViewRow extends ViewContent {
  id: string;
  ownerId: PersonId;
  ownerName: string;
  rev: number;
  /** Whether the reader's pages open with it. */
  home: boolean;
}

/** Whose views are read: his own and those shared with one of his roles. */
export interface ViewReader {
  personId: PersonId;
  roles: readonly StandingRole[];
}

const readable = `(v.owner_id = $1 OR v.shared_roles && $2::text[]) AND v.removed_at IS NULL`;
const columns = `v.id, v.owner_id AS "ownerId", p.full_name AS "ownerName", v.page, v.name, v.search, v.shared_roles AS "sharedRoles", v.rev,
  h.view_id IS NOT NULL AS home`;
const from = `saved_view v JOIN person p ON p.id = v.owner_id LEFT JOIN home_view h ON h.view_id = v.id AND h.person_id = $1`;

/** Views a person may use, his own first, each group by name. */
export function savedViewsOf(db: Sql, { personId, roles }: ViewReader): Promise<SavedViewRow[]> {
  return db.query<SavedViewRow[]>(`SELECT ${columns} FROM ${from} WHERE ${readable} ORDER BY v.owner_id <> $1, v.name, v.id LIMIT 500`, [
    personId,
    roles,
  ]);
}

/** A view that a person may use; nothing when there is none. */
export async function savedView(db: Sql, { personId, roles }: ViewReader, id: string): Promise<SavedViewRow | undefined> {
  const rows = await db.query<SavedViewRow[]>(`SELECT ${columns} FROM ${from} WHERE ${readable} AND v.id = $3`, [personId, roles, id]);
  return rows[0];
}

/** How many views a person keeps. */
export async function viewsKept(db: Sql, ownerId: PersonId): Promise<number> {
  const [row] = await db.query<{ kept: number }[]>(
    'SELECT count(*)::integer AS kept FROM saved_view WHERE owner_id = $1 AND removed_at IS NULL',
    [ownerId],
  );
  return row?.kept ?? 0;
}

/** Saves a new view; false when the id is taken. */
export async function addView(db: Sql, ownerId: PersonId, id: string, { page, name, search, sharedRoles }: ViewContent): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `INSERT INTO saved_view (id, owner_id, page, name, search, shared_roles) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
    [id, ownerId, page, name, search, sharedRoles],
  );
  return rows.length > 0;
}

/** Changes a view of its owner if nobody changed it since `rev`; false when somebody did, or it is not his. */
export async function changeView(
  db: Sql,
  ownerId: PersonId,
  { id, rev }: { id: string; rev: number },
  { name, search, sharedRoles }: ViewContent,
): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE saved_view SET name = $4, search = $5, shared_roles = $6, rev = rev + 1
      WHERE id = $1 AND owner_id = $2 AND rev = $3 AND removed_at IS NULL RETURNING id`,
    [id, ownerId, rev, name, search, sharedRoles],
  );
  return rows.length > 0;
}

/** Removes a view of its owner, or brings a removed one back; false when there is no such view of his. Doing it twice changes nothing. */
export async function removeView(db: Sql, ownerId: PersonId, id: string, removed: boolean): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE saved_view SET removed_at = CASE WHEN $3::boolean THEN coalesce(removed_at, now()) END WHERE id = $1 AND owner_id = $2 RETURNING id`,
    [id, ownerId, removed],
  );
  return rows.length > 0;
}

/** Makes a view the one that a person's pages open with; without one, none. */
export async function setHomeView(db: Sql, personId: PersonId, viewId: string | undefined): Promise<void> {
  if (viewId === undefined) await db.query('DELETE FROM home_view WHERE person_id = $1', [personId]);
  else {
    await db.query(
      'INSERT INTO home_view (person_id, view_id) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET view_id = excluded.view_id',
      [personId, viewId],
    );
  }
}
