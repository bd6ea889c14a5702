import { randomUUID } from 'node:crypto';
import type { EntityKey, EntryBody } from '../ledger/entry-body';
import { bodyOf } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** A ledger entry of an entity of a room. */
export interface RoomEntry {
  entity: EntityKey;
  body: EntryBody;
}

/** A mail of a room that has come to its end: to whom, in which language, why, and what became of it. */
export interface RoomMail {
  id: string;
  key: string;
  entity: EntityKey;
  notification: string;
  class: string;
  personId: string;
  role: string;
  copy: boolean;
  state: 'sent' | 'failed' | 'cancelled' | 'uncertain';
  /** Instant from which it could leave, in the time of the room. */
  at: Date;
  /** Language it was written in, and its subject; nothing when it was never written. */
  language: string | null;
  subject: string | null;
  /** Why it was not sent. */
  why: string | null;
}

/** Opens a rehearsal room whose time is `at`; answers its id. */
export async function openRoom(db: Sql, { name, at }: { name: string; at: string }): Promise<string> {
  const id = randomUUID();
  await db.query('INSERT INTO room (id, name, room_now) VALUES ($1, $2, $3)', [id, name, at]);
  return id;
}

/** Ledger entries of a room's entities that were recorded at a real instant or later, in the order of the room's time. */
export async function entriesOfRoom(db: Sql, roomId: string, recordedFrom: Date): Promise<RoomEntry[]> {
  const rows = await db.query<(EntityKey & { body: string })[]>(
    `SELECT e.kind, e.id, e.body FROM ledger_entry e JOIN entity_head h ON h.kind = e.kind AND h.id = e.id
      WHERE h.room_id = $1 AND e.recorded_at >= $2 ORDER BY e.occurred_at, e.recorded_at, e.rev`,
    [roomId, recordedFrom],
  );
  return rows.map(({ kind, id, body }) => ({ entity: { kind, id }, body: bodyOf(body) }));
}

/** Mails of a room that ended at a real instant or later, in the order in which they could leave. */
export async function mailsOfRoom(db: Sql, roomId: string, doneFrom: Date): Promise<RoomMail[]> {
  const rows = await db.query<(Omit<RoomMail, 'entity'> & { kind: EntityKey['kind']; entityId: string })[]>(
    `SELECT o.id, o.business_key AS key, o.entity_kind AS kind, o.entity_id AS "entityId", o.notification, o.class, o.person_id AS "personId",
        o.role, o.copy, o.state, o.send_after_virtual AS at, d.language, d.frozen->>'subject' AS subject, o.result->>'why' AS why
       FROM outbox o LEFT JOIN delivery d ON d.id = o.delivery_id
      WHERE o.room_id = $1 AND o.kind = 'mail' AND o.state IN ('sent', 'failed', 'cancelled', 'uncertain') AND o.done_at >= $2
      ORDER BY o.send_after_virtual, o.business_key COLLATE "C"`,
    [roomId, doneFrom],
  );
  return rows.map(({ kind, entityId, ...mail }) => ({ ...mail, entity: { kind, id: entityId } }));
}
