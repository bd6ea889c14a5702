import { randomUUID } from 'node:crypto';
import { changedRows, type Sql } from '../sql';

/** Somebody who is told by mail, in his language. */
export interface WatchReader {
  name: string;
  address: string;
  language: string;
}

/** What the mail server said of one reader. */
export interface ToldReader {
  address: string;
  said: string;
}

/**
 * The two people who are told: those named by their addresses, else the first active administrator and the first active head of the Secretariat, and
 * where one of these is missing the next of the other. A named address that nobody has is told in Chinese.
 */
export async function twoReaders(db: Sql, addresses: readonly string[]): Promise<WatchReader[]> {
  if (addresses.length > 0) {
    return db.query<WatchReader[]>(
      `SELECT coalesce(p.full_name, a.address) AS name, a.address, coalesce(p.mail_language, 'zh-CN') AS language
         FROM unnest($1::text[]) WITH ORDINALITY a (address, place) LEFT JOIN person_email e ON lower(e.address) = lower(a.address)
         LEFT JOIN person p ON p.id = e.person_id ORDER BY a.place LIMIT 2`,
      [addresses],
    );
  }
  return db.query<WatchReader[]>(
    `SELECT name, address, language FROM (
       SELECT DISTINCT ON (p.id) p.id, p.full_name AS name, p.mail_language AS language, r.role, p.created_at,
         (SELECT e.address FROM person_email e WHERE e.person_id = p.id ORDER BY e.bounced_at IS NOT NULL, e.rank LIMIT 1) AS address,
         row_number() OVER (PARTITION BY r.role ORDER BY p.created_at, p.id) AS place
         FROM person p JOIN person_role r ON r.person_id = p.id AND r.role IN ('AD', 'SH') WHERE p.active ORDER BY p.id, place, r.role) x
      WHERE address IS NOT NULL ORDER BY place, role, created_at, id LIMIT 2`,
  );
}

/** Opens the incident that the proof has stopped; nothing when one is open already, so that it is told once. */
export async function openAlarm(db: Sql, by: 'watchdog' | 'worker', lastProofAt: Date | null): Promise<string | undefined> {
  const rows = await db.query<{ id: string }[]>(
    `INSERT INTO watch_alarm (id, opened_by, last_proof_at) VALUES ($1, $2, $3) ON CONFLICT ((true)) WHERE closed_at IS NULL DO NOTHING RETURNING id`,
    [randomUUID(), by, lastProofAt],
  );
  return rows[0]?.id;
}

/** Notes what became of the mails of an incident. */
export async function noteTold(db: Sql, id: string, told: readonly ToldReader[]): Promise<void> {
  await db.query('UPDATE watch_alarm SET told = $2 WHERE id = $1', [id, JSON.stringify(told)]);
}

/** Ends the open incident: the proof goes on. Answers whether one was open. */
export async function closeAlarm(db: Sql): Promise<boolean> {
  const rows = await changedRows(db, 'UPDATE watch_alarm SET closed_at = clock_timestamp() WHERE closed_at IS NULL RETURNING id', []);
  return rows.length > 0;
}
