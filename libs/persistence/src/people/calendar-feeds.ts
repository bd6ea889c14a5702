import type { PersonId } from '@app/domain';
import { changedRows, type Sql, type TransactionSource } from '../sql';
import { accountPersonColumns, type AccountPerson } from './account-person';
import { newSecret, secretHash } from './secrets';

/** A date as a calendar is told of it. */
export interface FeedContent {
  startsAt: string;
  endsAt: string;
  summary: string;
  description: string;
  url: string;
}

/** A date of a feed with its number and whether it was called off. */
export interface FeedEvent {
  uid: string;
  sequence: number;
  content: FeedContent;
  changedAt: Date;
  cancelled: boolean;
}

/** How long a date that was called off stays in the feed, for calendars that look rarely. */
const cancelledForDays = 60;

/** Opens a person's feed under a new secret and answers it; an older one ends. Only its hash is stored. */
export async function openCalendarFeed(db: Sql, personId: PersonId): Promise<string> {
  const secret = newSecret();
  await db.query(
    `INSERT INTO calendar_feed (person_id, token_hash) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = now()`,
    [personId, secretHash(secret)],
  );
  return secret;
}

/** Ends a person's feed; false when there was none. */
export async function closeCalendarFeed(db: Sql, personId: PersonId): Promise<boolean> {
  const rows = await changedRows(db, 'DELETE FROM calendar_feed WHERE person_id = $1 RETURNING person_id', [personId]);
  return rows.length === 1;
}

/** Since when a person has a feed; nothing when he has none. */
export async function calendarFeedSince(db: Sql, personId: PersonId): Promise<Date | undefined> {
  const rows = await db.query<{ at: Date }[]>('SELECT created_at AS at FROM calendar_feed WHERE person_id = $1', [personId]);
  return rows[0]?.at;
}

/** Whose feed a secret opens; nothing for one that was ended, and for people who are no longer active. */
export async function calendarFeedPerson(db: Sql, secret: string): Promise<AccountPerson | undefined> {
  const rows = await db.query<AccountPerson[]>(
    `SELECT ${accountPersonColumns} FROM calendar_feed f JOIN person p ON p.id = f.person_id WHERE f.token_hash = $1 AND p.active`,
    [secretHash(secret)],
  );
  return rows[0];
}

/**
 * Notes what a person's calendar shall show now, and answers what it is told: a date that changed has the next number, one that is no longer there is
 * called off, and what stayed the same reads the same to the byte.
 */
export function tellCalendar(
  db: TransactionSource,
  personId: PersonId,
  wanted: { uid: string; content: FeedContent }[],
): Promise<FeedEvent[]> {
  return db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO calendar_event AS e (person_id, uid, content)
       SELECT $1, w.uid, w.content FROM jsonb_to_recordset($2::jsonb) AS w(uid text, content jsonb)
       ON CONFLICT (person_id, uid) DO UPDATE
         SET content = excluded.content, sequence = e.sequence + 1, cancelled_at = NULL, changed_at = date_trunc('seconds', now())
       WHERE e.content <> excluded.content OR e.cancelled_at IS NOT NULL`,
      [personId, JSON.stringify(wanted)],
    );
    await tx.query(
      `UPDATE calendar_event SET cancelled_at = now(), sequence = sequence + 1, changed_at = date_trunc('seconds', now())
        WHERE person_id = $1 AND cancelled_at IS NULL AND uid <> ALL($2::text[])`,
      [personId, wanted.map(({ uid }) => uid)],
    );
    return tx.query<FeedEvent[]>(
      `SELECT uid, sequence, content, changed_at AS "changedAt", cancelled_at IS NOT NULL AS cancelled FROM calendar_event
        WHERE person_id = $1 AND (cancelled_at IS NULL OR cancelled_at > now() - make_interval(days => $2)) ORDER BY uid`,
      [personId, cancelledForDays],
    );
  });
}
