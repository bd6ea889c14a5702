import { entitiesFoundWith, remember, remembered, type EntityKey, type Sql, type WatchKind } from '@app/persistence';

const roundsADay = 24;

/** Which entities are next: how many in all, and those that follow a given one. */
export interface Turn {
  name: string;
  /** At least so many. */
  atLeast: number;
  total: number;
  /** Open findings of these kinds are looked at again each time. */
  kinds: readonly WatchKind[];
  after: (last: EntityKey | undefined, limit: number) => Promise<EntityKey[]>;
}

/** The entities whose turn it is, so that all have had theirs within a day, and those with something open; the next call goes on after them. */
export async function portionOf(db: Sql, { name, atLeast, total, kinds, after }: Turn): Promise<EntityKey[]> {
  const place = await remembered<{ after: EntityKey | null }>(db, name);
  const limit = Math.max(atLeast, Math.ceil(total / roundsADay));
  const next = await after(place?.after ?? undefined, limit);
  await remember(db, name, { after: next.length < limit ? null : next.at(-1) });
  return distinct([...next, ...(await entitiesFoundWith(db, kinds))]);
}

/** Each entity once. */
export function distinct(entities: readonly EntityKey[]): EntityKey[] {
  return [...new Map(entities.map((one) => [`${one.kind}/${one.id}`, one])).values()];
}
