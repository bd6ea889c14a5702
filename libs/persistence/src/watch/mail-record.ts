import { changedRows, type Sql } from '../sql';
import type { EntityKey } from '../ledger/entry-body';
import type { WatchFinding } from './watch-findings';

/** A mail that the mail server took, by its own record. */
export interface RecordedMail {
  messageId: string;
  receivedAt: string;
}

/** A time in which the record is known to be whole, by instants, and the domain whose Message-IDs are ours. */
export interface RecordSpan {
  from: string;
  until: string;
  domain: string;
}

/** Of one kind at most so many are kept. */
const most = 200;

/** Keeps what the mail server says it took; known ones stay as they are. */
export async function keepRecordedMails(db: Sql, mails: readonly RecordedMail[]): Promise<void> {
  await db.query(
    `INSERT INTO mail_record (message_id, received_at) SELECT m."messageId", m."receivedAt"
       FROM jsonb_to_recordset($1::jsonb) AS m("messageId" text, "receivedAt" timestamptz) ON CONFLICT (message_id) DO NOTHING`,
    [JSON.stringify(mails)],
  );
}

/** How many mails the record has in a time. */
export async function countRecordedMails(db: Sql, { from, until }: RecordSpan): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM mail_record WHERE received_at BETWEEN $1 AND $2',
    [from, until],
  );
  return row?.count ?? 0;
}

/** Forgets what the record said of a time before an instant. */
export async function forgetRecordedMails(db: Sql, before: string): Promise<void> {
  await changedRows(db, 'DELETE FROM mail_record WHERE received_at < $1', [before]);
}

/**
 * Mails that outbox and delivery both call sent and that the mail server's record, whole for that time, does not have; but for those that a person has
 * sent again since. The oldest first.
 */
export async function mailsNobodyTook(db: Sql, { from, until, domain }: RecordSpan): Promise<WatchFinding[]> {
  const rows = await db.query<(EntityKey & { about: string; notification: string; since: Date })[]>(
    `SELECT o.id::text AS about, o.entity_kind AS kind, o.entity_id AS id, coalesce(o.notification, '') AS notification, d.sent_at AS since
       FROM delivery d JOIN outbox o ON o.delivery_id = d.id
      WHERE d.state = 'sent' AND d.sent_at BETWEEN $1 AND $2 AND o.state = 'sent' AND d.message_id LIKE '%@' || $3 || '>'
        AND NOT EXISTS (SELECT FROM mail_record r WHERE r.message_id = d.message_id)
        AND NOT EXISTS (SELECT FROM mail_act a WHERE a.outbox_id = o.id AND a.act = 'send-again')
      ORDER BY d.sent_at, o.id LIMIT ${most}`,
    [from, until, domain],
  );
  return rows.map(({ about, kind, id, notification, since }) => ({
    ...{ kind: 'RECORD_WITHOUT_MAIL', about, entity: { kind, id } },
    values: { witness: 'server', notification, since: since.toISOString() },
  }));
}

interface Row {
  messageId: string;
  since: Date;
  isKnown: boolean;
  entityKind: EntityKey['kind'] | null;
  entityId: string | null;
  notification: string | null;
  state: string | null;
}

/**
 * Mails of ours that the mail server took and that neither a delivery nor the outbox calls sent: they could leave again. Of one without delivery the
 * row of the outbox is known by its key, whose hash is the Message-ID; what a restore has marked as sent is no finding.
 */
export async function mailsNobodyRecorded(db: Sql, span: RecordSpan): Promise<WatchFinding[]> {
  const rows = await db.query<Row[]>(
    `SELECT DISTINCT ON (r.received_at, r.message_id) r.message_id AS "messageId", r.received_at AS since, d.id IS NOT NULL AS "isKnown",
       o.entity_kind AS "entityKind", o.entity_id AS "entityId", o.notification, coalesce(o.state, d.state) AS state
       FROM mail_record r LEFT JOIN delivery d ON d.message_id = r.message_id LEFT JOIN outbox o ON o.delivery_id = d.id
      WHERE r.received_at BETWEEN $1 AND $2 AND r.message_id LIKE '%@' || $3 || '>' AND d.state IS DISTINCT FROM 'sent'
        AND NOT EXISTS (SELECT FROM outbox s WHERE s.delivery_id = d.id AND s.state = 'sent')
      ORDER BY r.received_at, r.message_id, o.id LIMIT ${most}`,
    [span.from, span.until, span.domain],
  );
  const unknown = rows.filter(({ isKnown }) => !isKnown).map(({ messageId }) => messageId);
  const owners = new Map((await ownersOf(db, unknown)).map((owner) => [owner.messageId, owner]));
  return rows.map((row) => ({ ...row, ...owners.get(row.messageId) })).flatMap(findingOf);
}

function findingOf({ messageId, since, entityKind, entityId, notification, state }: Row): WatchFinding[] {
  if (state === 'sent') return [];
  const entity = entityKind === null || entityId === null ? {} : { entity: { kind: entityKind, id: entityId } };
  const values = { witness: 'server', messageId, notification: notification ?? '', state: state ?? '', since: since.toISOString() };
  return [{ kind: 'MAIL_UNRECORDED', about: messageId, ...entity, values }];
}

type Owner = Pick<Row, 'messageId' | 'entityKind' | 'entityId' | 'notification' | 'state'>;

const hashOf = (key: string): string => `encode(sha256(convert_to(${key}, 'UTF8')), 'hex')`;

/** Rows of the outbox by the Message-ID that their key gives; a digest's key by person and day, of rows that a restore has marked. */
async function ownersOf(db: Sql, messageIds: readonly string[]): Promise<Owner[]> {
  if (messageIds.length === 0) return [];
  return db.query<Owner[]>(
    `WITH asked AS (SELECT id, split_part(substr(id, 2), '@', 1) AS hash FROM unnest($1::text[]) AS a(id)),
     marked AS (
       SELECT DISTINCT 'digest/' || person_id || '/' || day::date AS key, state FROM outbox, generate_series(-2, 2) AS n,
         LATERAL (SELECT send_after_virtual + n * interval '1 day' AS day) AS d
        WHERE kind = 'mail' AND result->>'code' = 'RECONCILED' AND state = 'sent')
     SELECT asked.id AS "messageId", o.entity_kind AS "entityKind", o.entity_id AS "entityId", o.notification, o.state
       FROM asked JOIN outbox o ON o.kind = 'mail' AND ${hashOf('o.business_key')} = asked.hash
     UNION ALL SELECT asked.id, NULL, NULL, NULL, m.state FROM asked JOIN marked m ON ${hashOf('m.key')} = asked.hash`,
    [messageIds],
  );
}
