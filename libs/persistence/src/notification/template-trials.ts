import type { NamePair, NotificationKind } from '@app/domain';
import { containing } from '../people/people-reader';
import type { Sql } from '../sql';
import { claimedColumns, type ClaimedMail } from './desk-rows';
import { mailLogTables } from './mail-log-reader';

/** A mail that words can be tried on, as a list names it. */
export interface TrialMail {
  id: string;
  reference: string | null;
  personName: string;
  country: string;
  sendAfter: Date;
}

/** Mails of one kind, the last written first; `q`: a part of a name or reference. */
export function trialMails(db: Sql, kind: NotificationKind, { q, limit }: { q?: string; limit: number }): Promise<TrialMail[]> {
  return db.query<TrialMail[]>(
    `SELECT o.id, coalesce(s.reference, c.code) AS reference, p.full_name AS "personName", p.country, o.send_after_virtual AS "sendAfter"
       FROM ${mailLogTables} WHERE o.kind = 'mail' AND o.notification = $1
        AND ($2::text IS NULL OR p.full_name ILIKE $2 OR p.latin_name ILIKE $2 OR s.reference ILIKE $2 OR s.application_ref ILIKE $2 OR c.code ILIKE $2)
      ORDER BY o.created_at DESC, o.id LIMIT $3`,
    [kind, q === undefined ? null : containing(q), limit],
  );
}

/** Mails of one kind with all that their text needs, by their ids; of another kind or unknown, they are missing. */
export async function mailsToTry(db: Sql, kind: NotificationKind, ids: readonly string[]): Promise<ClaimedMail[]> {
  const rows = await db.query<(ClaimedMail & { datedAt: Date })[]>(
    `SELECT ${claimedColumns} FROM outbox o WHERE o.kind = 'mail' AND o.notification = $1 AND o.id = ANY($2::uuid[])`,
    [kind, ids],
  );
  return rows.map((row) => ({ ...row, datedAt: row.datedAt.toISOString() }));
}

const mostNames = 50;

/** People and institutions that a text mentions by name in either language. Names of one letter are passed over. */
export function namesMentioned(db: Sql, text: string): Promise<NamePair[]> {
  return db.query<NamePair[]>(
    `SELECT zh, en FROM (
       SELECT full_name AS zh, coalesce(nullif(latin_name, ''), full_name) AS en FROM person
       UNION SELECT name_zh, name_en FROM organization) n
      WHERE length(zh) > 1 AND length(en) > 1 AND (position(zh IN $1) > 0 OR position(en IN $1) > 0) ORDER BY zh, en LIMIT $2`,
    [text, mostNames],
  );
}
