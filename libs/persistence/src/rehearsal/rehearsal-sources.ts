import { entitiesNow, type EntityNow } from '../notification/mail-names-reader';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** Something that can be copied, as it stands. */
export interface RehearsalSource extends EntityKey {
  reference: string | null;
  stateSchema: number;
  state: unknown;
  title: EntityNow['title'];
}

const live = `h.rev > 0 AND NOT h.closed AND h.halted_at IS NULL AND coalesce(h.state->>'stage', '') <> 'closed'`;

/** What stands against copying: nothing is known under this id, or it is over and nothing would happen any more. */
export async function whyNoRehearsal(db: Sql, { kind, id }: EntityKey): Promise<'missing' | 'closed' | undefined> {
  const [row] = await db.query<{ live: boolean }[]>(
    `SELECT (${live}) AS live FROM entity_head h WHERE h.kind = $1 AND h.id = $2 AND h.rev > 0`,
    [kind, id],
  );
  if (row === undefined) return 'missing';
  return row.live ? undefined : 'closed';
}

/** What a rehearsal of a project or a call copies: the project alone, or the call and its projects that are not over. */
export async function rehearsalSources(db: Sql, source: EntityKey): Promise<RehearsalSource[]> {
  const rows = await db.query<(EntityKey & { stateSchema: number; state: unknown; reference: string | null })[]>(
    `SELECT h.kind, h.id, h.state_schema AS "stateSchema", h.state,
        coalesce(h.state->>'projectRef', h.state->>'applicationRef', h.state->>'code') AS reference
       FROM entity_head h WHERE ${live} AND ((h.kind = $1 AND h.id = $2) OR ($1 = 'call' AND h.kind = 'project' AND h.state->>'callId' = $2::text))
      ORDER BY h.kind, h.id`,
    [source.kind, source.id],
  );
  const titles = await entitiesNow(
    db,
    rows.map(({ kind, id }) => ({ kind, id })),
  );
  return rows.map((row) => ({ ...row, title: titles.get(`${row.kind}/${row.id}`)?.title ?? { zh: '', en: '' } }));
}

/** The call with this id or code; nothing when there is none. */
export async function findCallId(db: Sql, wanted: string): Promise<string | undefined> {
  const rows = await db.query<{ id: string }[]>('SELECT id FROM call_summary WHERE id::text = lower($1) OR code = $1 ORDER BY id LIMIT 1', [
    wanted,
  ]);
  return rows[0]?.id;
}
