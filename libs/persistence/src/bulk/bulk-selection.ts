import type { Actor, Instant } from '@app/domain';
import type { EntityHead } from '../ledger/entity-heads';
import { narrowed, projectParts, type ProjectFilters } from '../project/project-filters';
import type { Sql } from '../sql';

/** Ids of the projects that fit and that an actor may see, in a stable order; one more than the limit tells that there are more. */
export async function selectProjects(db: Sql, actor: Actor, filters: ProjectFilters, limit: number): Promise<string[]> {
  const { from, where, values } = projectParts(actor, await narrowed(db, filters));
  const rows = await db.query<{ id: string }[]>(
    `SELECT s.id FROM ${from} WHERE ${where} ORDER BY s.reference NULLS LAST, s.id LIMIT $${values.length + 1}`,
    [...values, limit],
  );
  return rows.map(({ id }) => id);
}

/** A project as it stands, for a look at many. */
export type ProjectStanding = Pick<EntityHead, 'rev' | 'stateSchema' | 'state'> & {
  id: string;
  /** Real instant of its next wake-up. */
  nextWakeAt: Date | null;
  /** Its own time now. */
  now: Instant;
};

/** Where projects stand, in any order. Those that do not exist are left out. */
export async function projectStandings(db: Sql, ids: readonly string[]): Promise<ProjectStanding[]> {
  const rows = await db.query<(Omit<ProjectStanding, 'now'> & { now: Date })[]>(
    `SELECT h.id, h.rev, h.state_schema AS "stateSchema", h.state, h.next_wake_at AS "nextWakeAt",
        date_trunc('milliseconds', virtual_now(h.clock, r.room_now)) AS now
       FROM entity_head h LEFT JOIN room r ON r.id = h.room_id WHERE h.kind = 'project' AND h.rev > 0 AND h.id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => ({ ...row, now: row.now.toISOString() }));
}
