import type { Actor, Instant } from '@app/domain';
import type { Sql } from '../sql';
import { bodyOf, type EntityKey } from './entry-body';

/** One step of an entity's past as the ledger tells it. */
export interface TimelineEntry {
  rev: number;
  type: string;
  commandId: string;
  actor: Actor;
  onBehalfOf: string | null;
  /** Row of the free text that gives the reason. */
  reasonTextId: string | null;
  /** In the entity's own time. */
  occurredAt: Instant;
  recordedAt: Instant;
  policyVersion: number;
  payload: unknown;
  events: { type: string }[];
  hash: string;
}

/** The entity's past, the newest first, at most `limit` entries before revision `before`. */
export async function timelineOf(db: Sql, { kind, id }: EntityKey, limit: number, before?: number): Promise<TimelineEntry[]> {
  const rows = await db.query<{ body: string; hash: string }[]>(
    `SELECT body, hash FROM ledger_entry WHERE kind = $1 AND id = $2 AND ($3::integer IS NULL OR rev < $3) ORDER BY rev DESC LIMIT $4`,
    [kind, id, before ?? null, limit],
  );
  return rows.map(({ body, hash }) => {
    const { rev, type, commandId, actor, onBehalfOf, reason, occurredAt, recordedAt, policyVersion, payload, events } = bodyOf(body);
    const told = { rev, type, commandId, actor, occurredAt, recordedAt, policyVersion, payload, events, hash };
    return { ...told, onBehalfOf: onBehalfOf ?? null, reasonTextId: reason?.textId ?? null };
  });
}
