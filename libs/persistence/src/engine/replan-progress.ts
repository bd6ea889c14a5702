import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** A release that live entities are planned for: number of the rules and of the calendars. */
export interface Release {
  build: number;
  calendarVersion: number;
}

/** Where the replan of a release stands; a release never heard of starts at the beginning. */
export async function replanCursor(
  db: Sql,
  { build, calendarVersion }: Release,
): Promise<{ after: EntityKey | undefined; finished: boolean }> {
  const rows = await db.query<{ kind: EntityKey['kind'] | null; id: string | null; finished: boolean }[]>(
    `SELECT cursor_kind AS kind, cursor_id AS id, finished_at IS NOT NULL AS finished FROM rules_release WHERE build = $1 AND calendar_version = $2`,
    [build, calendarVersion],
  );
  const [row] = rows;
  const after = row === undefined || row.kind === null || row.id === null ? undefined : { kind: row.kind, id: row.id };
  return { after, finished: row?.finished ?? false };
}

/** Notes the last entity that was planned. */
export async function storeReplanCursor(db: Sql, { build, calendarVersion }: Release, { kind, id }: EntityKey): Promise<void> {
  await db.query(
    `INSERT INTO rules_release (build, calendar_version, cursor_kind, cursor_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (build, calendar_version) DO UPDATE SET cursor_kind = $3, cursor_id = $4`,
    [build, calendarVersion, kind, id],
  );
}

/** Notes that all live entities are planned for this release. */
export async function finishReplan(db: Sql, { build, calendarVersion }: Release): Promise<void> {
  await db.query(
    `INSERT INTO rules_release (build, calendar_version, finished_at) VALUES ($1, $2, now())
     ON CONFLICT (build, calendar_version) DO UPDATE SET finished_at = now()`,
    [build, calendarVersion],
  );
}

/** Forgets how far the replan of a release came, so that it starts again. */
export async function restartReplan(db: Sql, { build, calendarVersion }: Release): Promise<void> {
  await db.query('DELETE FROM rules_release WHERE build = $1 AND calendar_version = $2', [build, calendarVersion]);
}

/** Entities that are not archived, in the order of kind and id, after the given one. */
export async function liveEntities(db: Sql, after: EntityKey | undefined, limit: number): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT kind, id FROM entity_head WHERE rev > 0 AND NOT closed AND ($1::text IS NULL OR (kind, id) > ($1, $2::uuid))
      ORDER BY kind, id LIMIT $3`,
    [after?.kind ?? null, after?.id ?? null, limit],
  );
}
