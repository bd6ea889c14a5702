import { idsMentioned, type MailTextPair, type NamePair, type NotificationKind } from '@app/domain';
import { containing, recipientsByIds, type RecipientRow } from '../people/people-reader';
import type { Sql } from '../sql';
import { claimedColumns, type ClaimedMail } from './desk-rows';
import { mailLogTables } from './mail-log-reader';
import { entitiesNow, namesByIds, type EntityNow, type NamesById } from './mail-names-reader';

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

/** A mail with all that its text needs. */
export interface Trial {
  mail: ClaimedMail;
  title: EntityNow['title'];
  policyVersion: number;
  reader: RecipientRow;
  names: NamesById;
}

/** Mails of one kind with all that their text needs, by their ids; of another kind or unknown, they are missing. */
export async function trialsOf(db: Sql, kind: NotificationKind, ids: readonly string[]): Promise<Trial[]> {
  const rows = await db.query<(ClaimedMail & { datedAt: Date })[]>(
    `SELECT ${claimedColumns} FROM outbox o WHERE o.kind = 'mail' AND o.notification = $1 AND o.id = ANY($2::uuid[])`,
    [kind, ids],
  );
  const entities = await entitiesNow(
    db,
    rows.map(({ entity }) => entity),
  );
  const people = await recipientsByIds(db, [...new Set(rows.map(({ personId }) => personId))]);
  const readers = new Map(people.map((row) => [row.personId, row]));
  const names = await namesByIds(
    db,
    rows.flatMap(({ intent }) => idsMentioned(intent)),
  );
  return rows.flatMap((row): Trial[] => {
    const about = entities.get(`${row.entity.kind}/${row.entity.id}`);
    const reader = readers.get(row.personId);
    if (about === undefined || reader === undefined) return [];
    return [
      { mail: { ...row, datedAt: row.datedAt.toISOString() }, title: about.title, policyVersion: about.policyVersion, reader, names },
    ];
  });
}

/** On how many of the last mails of a kind words are tried before they are released. */
const triedMails = 20;

/** What words are checked against: the names that they mention, and the last mails of their kind. */
export async function checkedAgainst(
  db: Sql,
  kind: NotificationKind,
  texts: MailTextPair,
): Promise<{ names: NamePair[]; trials: Trial[] }> {
  const words = Object.values(texts).flatMap(({ act, body }) => [act, ...body]);
  const last = await trialMails(db, kind, { limit: triedMails });
  const trials = await trialsOf(
    db,
    kind,
    last.map(({ id }) => id),
  );
  return { names: await namesMentioned(db, words.join('\n')), trials };
}

const mostNames = 50;

/** People and institutions that a text mentions by name in either language. Names of one letter are passed over. */
function namesMentioned(db: Sql, text: string): Promise<NamePair[]> {
  return db.query<NamePair[]>(
    `SELECT zh, en FROM (
       SELECT full_name AS zh, coalesce(nullif(latin_name, ''), full_name) AS en FROM person
       UNION SELECT name_zh, name_en FROM organization) n
      WHERE length(zh) > 1 AND length(en) > 1 AND (position(zh IN $1) > 0 OR position(en IN $1) > 0) ORDER BY zh, en LIMIT $2`,
    [text, mostNames],
  );
}
