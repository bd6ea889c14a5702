import type { Instant, MailTextPair, NotificationIntent, RecipientRole } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';
import type { UsedTemplate } from './mail-templates';
import { mailLogColumns, mailLogTables, type MailLogLine } from './mail-log-reader';

/** One try to send a mail, as the server answered it. */
export interface MailTry {
  at: Instant;
  word: string;
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  why?: string;
}

/** A mail with all that is known of it. */
export interface MailDetail extends Omit<MailLogLine, 'sortKey'> {
  key: string;
  entity: EntityKey;
  state: string;
  intent: NotificationIntent;
  role: RecipientRole;
  insteadOf: string | null;
  nextTryAt: Date | null;
  /** Every try that left a record, the first one first. */
  tries: MailTry[];
  delivery: {
    id: string;
    messageId: string;
    address: string | null;
    language: string;
    state: string;
    attempts: number;
    frozenAt: Date | null;
    sentAt: Date | null;
  } | null;
  /** The words it was written with; nothing before it is written, and for mails of earlier releases. */
  template: UsedTemplate | null;
  /** Words of this mail alone, while somebody has edited them; null for those in force. */
  ownWords: MailTextPair | null;
  /** The bytes as they were frozen; for a letter that is still held, nothing. */
  raw: string | null;
}

/** Another mail that left, or will leave, in the same delivery. */
export interface DigestMember {
  id: string;
  notification: string;
  reference: string | null;
}

/** A mail by its id; nothing when there is none. */
export async function mailDetail(db: Sql, id: string): Promise<MailDetail | undefined> {
  const rows = await db.query<MailDetail[]>(
    `SELECT ${mailLogColumns}, o.business_key AS key, jsonb_build_object('kind', o.entity_kind, 'id', o.entity_id) AS entity, o.state, o.intent, o.words AS "ownWords",
        o.intent->>'insteadOf' AS "insteadOf", o.next_try_at AS "nextTryAt",
        coalesce(o.result->'tries', CASE WHEN o.result->>'at' IS NOT NULL THEN jsonb_build_array(o.result) END, '[]'::jsonb) AS tries,
        CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'messageId', d.message_id, 'address', d.address, 'language', d.language,
          'state', d.state, 'attempts', d.attempts, 'frozenAt', d.frozen_at, 'sentAt', d.sent_at) END AS delivery, d.templates->o.notification AS template, d.frozen->>'raw' AS raw
       FROM ${mailLogTables} WHERE o.id = $1 AND o.kind = 'mail'`,
    [id],
  );
  return rows[0];
}

/** The other mails of a delivery; a digest has several. */
export function digestMembers(db: Sql, deliveryId: string, exceptId: string): Promise<DigestMember[]> {
  return db.query<DigestMember[]>(
    `SELECT o.id, o.notification, coalesce(s.reference, c.code) AS reference FROM ${mailLogTables}
      WHERE o.delivery_id = $1 AND o.id <> $2 ORDER BY o.send_after_virtual, o.id LIMIT 100`,
    [deliveryId, exceptId],
  );
}

/** The mail that was sent again in place of this one and still waits, or is on its way. */
export async function waitingAgain(
  db: Sql,
  { key, entity, intent }: Pick<MailDetail, 'key' | 'entity' | 'intent'>,
): Promise<string | undefined> {
  const root = (intent as { againOf?: string }).againOf ?? key;
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM outbox WHERE kind = 'mail' AND entity_kind = $1 AND entity_id = $2 AND intent->>'againOf' = $3
        AND state IN ('created', 'claimed', 'sending', 'held', 'uncertain') LIMIT 1`,
    [entity.kind, entity.id, root],
  );
  return rows[0]?.id;
}
