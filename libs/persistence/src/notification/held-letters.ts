import type { PersonId } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import { claimedColumns, type ClaimedMail } from './desk-rows';

/** A held letter that has to be written, or written anew. */
export interface LetterToWrite extends ClaimedMail {
  entityRev: number;
}

/** A held letter as it would leave now; without a text where it cannot be written. */
export interface WrittenLetter {
  mailId: string;
  entityRev: number;
  address: string | null;
  text: { subject: string; body: string; html: string; mark: string } | null;
  fault: string | null;
}

/** So long a written letter counts as what would leave now, while nothing happens to its project: names and addresses change too. */
const goodForMinutes = 10;

/** Held letters of a shard without a text of now: never written, written before the project's last change, or some minutes old. */
export async function lettersToWrite(db: Sql, shard: string, limit: number): Promise<LetterToWrite[]> {
  const rows = await db.query<(LetterToWrite & { datedAt: Date })[]>(
    `SELECT ${claimedColumns}, h.rev AS "entityRev" FROM outbox o
       JOIN entity_head h ON h.kind = o.entity_kind AND h.id = o.entity_id LEFT JOIN held_letter l ON l.outbox_id = o.id
      WHERE o.kind = 'mail' AND o.shard = $1 AND o.state = 'held'
        AND (l.outbox_id IS NULL OR l.entity_rev < h.rev OR l.written_at < clock_timestamp() - make_interval(mins => $3))
      ORDER BY l.written_at NULLS FIRST, o.send_after_virtual, o.id LIMIT $2`,
    [shard, limit, goodForMinutes],
  );
  return rows.map((row) => ({ ...row, datedAt: row.datedAt.toISOString() }));
}

/** Keeps letters as they would leave now; one that was released or cancelled meanwhile is left alone. */
export async function keepWritten(db: Sql, letters: WrittenLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ text, ...letter }) => ({ ...letter, ...text }));
  await db.query(
    `INSERT INTO held_letter (outbox_id, entity_rev, address, subject, body, html, fingerprint, fault, written_at)
     SELECT l."mailId", l."entityRev", l.address, l.subject, l.body, l.html, l.mark, l.fault, clock_timestamp()
       FROM jsonb_to_recordset($1::jsonb) AS l("mailId" uuid, "entityRev" integer, address text, subject text, body text, html text, mark text, fault text)
       JOIN outbox o ON o.id = l."mailId" AND o.state = 'held'
     ON CONFLICT (outbox_id) DO UPDATE SET entity_rev = excluded.entity_rev, address = excluded.address, subject = excluded.subject,
         body = excluded.body, html = excluded.html, fingerprint = excluded.fingerprint, fault = excluded.fault, written_at = excluded.written_at`,
    [JSON.stringify(rows)],
  );
}

/** Ends held letters that nobody needs any more, each with its reason. */
export async function cancelHeld(db: Sql, cancelled: { id: string; why: string }[]): Promise<void> {
  if (cancelled.length === 0) return;
  await db.query(
    `UPDATE outbox o SET state = 'cancelled', done_at = clock_timestamp(),
         result = jsonb_build_object('word', 'cancelled', 'why', c.why, 'at', to_jsonb(clock_timestamp()))
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, why text) WHERE o.id = c.id AND o.state = 'held'`,
    [JSON.stringify(cancelled)],
  );
}

/** Puts claimed letters back to be read again: what would leave now is not what was read. */
export async function holdAgain(db: Sql, token: string, ids: string[]): Promise<void> {
  await changedRows(
    db,
    `UPDATE outbox SET state = 'held', claim_token = NULL, claim_until = NULL WHERE id = ANY($1::uuid[]) AND claim_token = $2 AND state = 'claimed' RETURNING id`,
    [ids, token],
  );
}

/** A held letter in the list of a call. */
export interface HeldLetterLine {
  mailId: string;
  projectId: string;
  reference: string | null;
  notification: string;
  personName: string;
  country: string;
  role: string;
  copy: boolean;
  address: string | null;
  subject: string | null;
  /** Mark of the text; null while it is not written. */
  mark: string | null;
  fault: string | null;
  heldSince: Date;
  /** Who has read this very text. */
  readers: { name: string; at: string }[];
}

const heldOfCall = `outbox o JOIN project_summary s ON o.entity_kind = 'project' AND s.id = o.entity_id JOIN person p ON p.id = o.person_id
  LEFT JOIN held_letter l ON l.outbox_id = o.id WHERE o.kind = 'mail' AND o.state = 'held' AND s.call_id = $1`;

/** Letters of a call's projects that wait to be read and released, by kind and reference. */
export function heldLetters(db: Sql, callId: string): Promise<HeldLetterLine[]> {
  return db.query<HeldLetterLine[]>(
    `SELECT o.id AS "mailId", o.entity_id AS "projectId", s.reference, o.notification, p.full_name AS "personName", p.country, o.role, o.copy, l.address,
        l.subject, l.fingerprint AS mark, l.fault, o.created_at AS "heldSince",
        coalesce((SELECT jsonb_agg(jsonb_build_object('name', n.full_name, 'at', r.read_at) ORDER BY r.read_at) FROM letter_reading r
          JOIN person n ON n.id = r.person_id WHERE r.outbox_id = o.id AND r.fingerprint = l.fingerprint), '[]'::jsonb) AS readers
       FROM ${heldOfCall} ORDER BY o.notification, s.reference, o.copy, p.latin_name, o.id LIMIT 2000`,
    [callId],
  );
}

/** The text of one held letter of a call; nothing when it is not held or not written. */
export async function heldLetterText(
  db: Sql,
  callId: string,
  mailId: string,
): Promise<{ subject: string; text: string; html: string; mark: string } | undefined> {
  const rows = await db.query<{ subject: string; text: string; html: string; mark: string }[]>(
    `SELECT l.subject, l.body AS text, l.html, l.fingerprint AS mark FROM ${heldOfCall} AND o.id = $2 AND l.fingerprint IS NOT NULL`,
    [callId, mailId],
  );
  return rows[0];
}

/** Notes that somebody has read a held letter in the text that the mark names; false when its text is another by now. */
export async function noteReading(
  db: Sql,
  { mailId, mark, personId }: { mailId: string; mark: string; personId: PersonId },
): Promise<boolean> {
  await db.query(
    `INSERT INTO letter_reading (outbox_id, person_id, fingerprint) SELECT l.outbox_id, $3, l.fingerprint FROM held_letter l
       JOIN outbox o ON o.id = l.outbox_id AND o.state = 'held' WHERE l.outbox_id = $1 AND l.fingerprint = $2 ON CONFLICT DO NOTHING`,
    [mailId, mark, personId],
  );
  const rows = await db.query<unknown[]>('SELECT FROM letter_reading WHERE outbox_id = $1 AND fingerprint = $2 AND person_id = $3', [
    mailId,
    mark,
    personId,
  ]);
  return rows.length > 0;
}
