import type { Clock, Instant, NotifyingState } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import { textsOf } from '../free-texts';
import type { Sql } from '../sql';

/** An entity as the desk needs it to ask again: its state, its time now, and which rules it goes by. */
export interface EntityNow {
  entity: EntityKey;
  state: NotifyingState;
  clock: Clock;
  /** Now, in the entity's own time. */
  now: Instant;
  policyVersion: number;
  title: { zh: string; en: string };
}

/** Present states of entities by `kind/id`, with their titles. An entity that does not exist is missing. */
export async function entitiesNow(db: Sql, entities: EntityKey[]): Promise<Map<string, EntityNow>> {
  const wanted = [...new Map(entities.map((entity) => [`${entity.kind}/${entity.id}`, entity])).values()];
  const rows = await db.query<
    (Omit<EntityNow, 'now' | 'title' | 'entity'> & EntityKey & { now: Date; zh: string | null; en: string | null; code: string })[]
  >(
    `SELECT h.kind, h.id, h.state, h.clock, h.policy_version AS "policyVersion", virtual_now(h.clock, r.room_now) AS now,
        amended_text(h.id, 'titleZh', nullif(d.content->>'titleZh', '')) AS zh, amended_text(h.id, 'titleEn', nullif(d.content->>'titleEn', '')) AS en,
        coalesce(h.state->>'projectRef', h.state->>'applicationRef', h.state->>'callCode', h.state->>'code', '') AS code
       FROM jsonb_to_recordset($1::jsonb) AS e(kind text, id uuid) JOIN entity_head h ON h.kind = e.kind AND h.id = e.id
       LEFT JOIN room r ON r.id = h.room_id LEFT JOIN application_draft d ON h.kind = 'project' AND d.project_id = h.id
      WHERE h.rev > 0`,
    [JSON.stringify(wanted)],
  );
  return new Map(
    rows.map(({ kind, id, now, zh, en, code, ...rest }) => [
      `${kind}/${id}`,
      { ...rest, entity: { kind, id }, now: now.toISOString(), title: { zh: zh ?? en ?? code, en: en ?? zh ?? code } },
    ]),
  );
}

/** Names behind ids. */
export interface NamesById {
  organizations: Map<string, { zh: string; en: string }>;
  people: Map<string, { full: string; latin: string }>;
  texts: Map<string, string>;
}

/** Names of organizations and people, and free texts, by their ids; ids of any other kind are passed over, erased texts are missing. */
export async function namesByIds(db: Sql, ids: string[]): Promise<NamesById> {
  const uuids = [...new Set(ids.filter((id) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)))];
  const names: NamesById = { organizations: new Map(), people: new Map(), texts: new Map() };
  if (uuids.length === 0) return names;
  const organizations = await db.query<{ id: string; zh: string; en: string }[]>(
    'SELECT id, name_zh AS zh, name_en AS en FROM organization WHERE id = ANY($1::uuid[])',
    [uuids],
  );
  for (const { id, zh, en } of organizations) names.organizations.set(id, { zh, en });
  const people = await db.query<{ id: string; full: string; latin: string }[]>(
    'SELECT id, full_name AS "full", latin_name AS latin FROM person WHERE id = ANY($1::uuid[])',
    [uuids],
  );
  for (const { id, full, latin } of people) names.people.set(id, { full, latin });
  for (const [id, text] of await textsOf(db, uuids)) if (text !== null) names.texts.set(id, text);
  return names;
}
