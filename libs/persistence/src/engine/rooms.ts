import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** What a rehearsal room does next, at an instant of its own time (ISO). */
export type RoomStep =
  | { kind: 'wake'; at: string; entity: EntityKey; rev: number }
  /** Mail of these shards may leave. */
  | { kind: 'mail'; at: string; shards: string[] };

/** Still to leave, or leaving this moment: time must not move on before its fate is known. */
const leavingMail = `kind = 'mail' AND (state IN ('claimed', 'sending') OR (state = 'created' AND attempts = 0))`;
const waitingMail = `kind = 'mail' AND state IN ('created', 'claimed', 'sending') AND attempts = 0`;

/** Time of the room, ISO instant; nothing when there is no such room. */
export async function roomNow(db: Sql, roomId: string): Promise<string | undefined> {
  const [room] = await db.query<{ room_now: Date }[]>('SELECT room_now FROM room WHERE id = $1', [roomId]);
  return room?.room_now.toISOString();
}

/** Sets the time of the room; it never goes back. Answers the time that holds now. */
export async function advanceRoom(db: Sql, roomId: string, at: string): Promise<string> {
  const [rows] = await db.query<[{ room_now: Date }[], number]>(
    'UPDATE room SET room_now = greatest(room_now, $2::timestamptz) WHERE id = $1 RETURNING room_now',
    [roomId, at],
  );
  const room = rows[0];
  if (room === undefined) throw new Error(`there is no room ${roomId}`);
  return room.room_now.toISOString();
}

/**
 * The earliest planned occurrence or waiting mail of the room; at one instant entities come before mail, so that a mail that is no longer
 * needed is not sent. Mail due until `mailGivenUpAt` is passed over: it would not leave (a closed gate).
 */
export async function nextInRoom(db: Sql, roomId: string, mailGivenUpAt?: string): Promise<RoomStep | undefined> {
  const [head] = await db.query<(EntityKey & { rev: number; next_at: Date })[]>(
    `SELECT kind, id, rev, next_at FROM entity_head
     WHERE room_id = $1 AND next_at IS NOT NULL AND NOT closed AND halted_at IS NULL ORDER BY next_at, kind, id LIMIT 1`,
    [roomId],
  );
  const [mail] = await db.query<{ at: Date; shards: string[] }[]>(
    `SELECT send_after_virtual AS at, array_agg(DISTINCT shard) AS shards FROM outbox
     WHERE room_id = $1 AND ${waitingMail} AND ($2::timestamptz IS NULL OR send_after_virtual > $2)
     GROUP BY send_after_virtual ORDER BY send_after_virtual LIMIT 1`,
    [roomId, mailGivenUpAt ?? null],
  );
  if (head !== undefined && (mail === undefined || head.next_at <= mail.at)) {
    return { kind: 'wake', at: head.next_at.toISOString(), entity: { kind: head.kind, id: head.id }, rev: head.rev };
  }
  return mail === undefined ? undefined : { kind: 'mail', at: mail.at.toISOString(), shards: mail.shards };
}

/** Whether something planned for this entity is not done yet at this revision: false once a commit moved it on. */
export async function stillPlanned(db: Sql, step: Extract<RoomStep, { kind: 'wake' }>): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `SELECT FROM entity_head WHERE kind = $1 AND id = $2 AND rev = $3 AND next_at = $4 AND NOT closed AND halted_at IS NULL`,
    [step.entity.kind, step.entity.id, step.rev, step.at],
  );
  return rows.length > 0;
}

/** Mail of the room that is due by its time and has neither left nor been tried in vain. */
export async function mailDueInRoom(db: Sql, roomId: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM outbox JOIN room ON room.id = outbox.room_id
     WHERE room_id = $1 AND ${leavingMail} AND send_after_virtual <= room_now`,
    [roomId],
  );
  return row?.count ?? 0;
}

/** Commands of the room's entities that wait for their commit, or for being sent to another entity. */
export async function commandsUnderWayInRoom(db: Sql, roomId: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `SELECT ((SELECT count(*) FROM command JOIN entity_head ON kind = entity_kind AND id = entity_id
              WHERE room_id = $1 AND status = 'pending' AND halted_at IS NULL)
           + (SELECT count(*) FROM outbox WHERE room_id = $1 AND kind = 'command' AND state = 'created'))::int AS count`,
    [roomId],
  );
  return row?.count ?? 0;
}
