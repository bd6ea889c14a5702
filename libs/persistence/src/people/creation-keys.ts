import type { PersonId } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** The entity that a person's key creates: the proposed one, or the one of the first use. Nothing when the key made something of another kind. */
export async function entityForKey(db: Sql, personId: PersonId, key: string, proposed: EntityKey): Promise<EntityKey | undefined> {
  await db.query('INSERT INTO creation_key (person_id, key, entity_kind, entity_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    personId,
    key,
    proposed.kind,
    proposed.id,
  ]);
  const rows = await db.query<{ id: string }[]>(
    'SELECT entity_id AS id FROM creation_key WHERE person_id = $1 AND key = $2 AND entity_kind = $3',
    [personId, key, proposed.kind],
  );
  const id = rows[0]?.id;
  return id === undefined ? undefined : { kind: proposed.kind, id };
}
