import type { Instant, NotificationIntent, NotificationKind, RecipientRole } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';
import { gateOpen } from './desk-rows';

/** Words that pages show for what became of a mail. */
export const mailWordsOfState = [
  'created',
  'sending',
  'delivered',
  'temporary-failure',
  'permanent-failure',
  'technical-failure',
  'uncertain',
  'cancelled',
  'held',
] as const;

/** What became of a mail, in the words of pages. */
export type MailWord = (typeof mailWordsOfState)[number];

/** A mail as a project's page lists it: to whom, what, when, what became of it and why. */
export interface MailLine {
  id: string;
  key: string;
  notification: NotificationKind;
  class: 'letter' | 'answer' | 'notice';
  personId: string;
  role: string;
  copy: boolean;
  word: MailWord;
  /** Why it was cancelled, in the codes of the rules. */
  why: string | null;
  /** The server's own words, for an officer. */
  response: string | null;
  attempts: number;
  /** Earliest instant it may leave, in the entity's own time. */
  sendAfter: Date;
  doneAt: Date | null;
  messageId: string | null;
  subject: string | null;
}

/** What became of the mail `o`, in the words of pages, as SQL. */
export const wordOfRow = `CASE
  WHEN o.state IN ('claimed', 'sending') THEN 'sending' WHEN o.state = 'sent' THEN 'delivered' WHEN o.state = 'failed' THEN 'permanent-failure'
  WHEN o.state = 'created' THEN coalesce(o.result->>'word', CASE WHEN NOT ${gateOpen} THEN 'held' END, 'created') ELSE o.state END`;

/** Mails of an entity, the newest first. */
export async function mailsOf(db: Sql, { kind, id }: EntityKey, limit: number): Promise<MailLine[]> {
  return db.query<MailLine[]>(
    `SELECT o.id, o.business_key AS key, o.notification, o.class, o.person_id AS "personId", o.role, o.copy, ${wordOfRow} AS word, o.result->>'why' AS why,
        o.result->>'response' AS response, o.attempts, o.send_after_virtual AS "sendAfter", o.done_at AS "doneAt", d.message_id AS "messageId",
        d.frozen->>'subject' AS subject
       FROM outbox o LEFT JOIN delivery d ON d.id = o.delivery_id
      WHERE o.kind = 'mail' AND o.entity_kind = $1 AND o.entity_id = $2 ORDER BY o.send_after_virtual DESC, o.rev DESC, o.seq DESC, o.id LIMIT $3`,
    [kind, id, limit],
  );
}

/** A mail that waits for its time, with what it tells. */
export interface WaitingMailRow {
  intent: NotificationIntent;
  personId: string;
  role: RecipientRole;
  copy: boolean;
  /** Earliest instant it may leave, in the entity's own time. */
  sendAfter: Instant;
}

/** Mails of many projects that wait, in the order in which they leave. */
export async function waitingMailsOfMany(db: Sql, projectIds: readonly string[]): Promise<Map<string, WaitingMailRow[]>> {
  const rows = await db.query<(Omit<WaitingMailRow, 'sendAfter'> & { sendAfter: Date; id: string })[]>(
    `SELECT entity_id AS id, intent, person_id AS "personId", role, copy, send_after_virtual AS "sendAfter" FROM outbox
      WHERE kind = 'mail' AND state = 'created' AND entity_kind = 'project' AND entity_id = ANY($1::uuid[])
      ORDER BY send_after_virtual, rev, seq, outbox.id`,
    [projectIds],
  );
  const found = new Map<string, WaitingMailRow[]>();
  for (const { id, sendAfter, ...row } of rows) found.set(id, [...(found.get(id) ?? []), { ...row, sendAfter: sendAfter.toISOString() }]);
  return found;
}

/** Mails of an entity that wait and will be asked again before they leave, in the order in which they leave. */
export async function waitingMailsOf(db: Sql, { kind, id }: EntityKey): Promise<WaitingMailRow[]> {
  const rows = await db.query<(Omit<WaitingMailRow, 'sendAfter'> & { sendAfter: Date })[]>(
    `SELECT intent, person_id AS "personId", role, copy, send_after_virtual AS "sendAfter" FROM outbox
      WHERE kind = 'mail' AND state = 'created' AND entity_kind = $1 AND entity_id = $2 ORDER BY send_after_virtual, rev, seq, id`,
    [kind, id],
  );
  return rows.map((row) => ({ ...row, sendAfter: row.sendAfter.toISOString() }));
}
