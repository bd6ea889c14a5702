import type { NotificationKind } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import { changedRows, type Sql } from '../sql';
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

const word = `CASE
  WHEN o.state IN ('claimed', 'sending') THEN 'sending' WHEN o.state = 'sent' THEN 'delivered' WHEN o.state = 'failed' THEN 'permanent-failure'
  WHEN o.state = 'created' THEN coalesce(o.result->>'word', CASE WHEN NOT ${gateOpen} THEN 'held' END, 'created') ELSE o.state END`;

/** Mails of an entity, the newest first. */
export async function mailsOf(db: Sql, { kind, id }: EntityKey, limit: number): Promise<MailLine[]> {
  return db.query<MailLine[]>(
    `SELECT o.id, o.business_key AS key, o.notification, o.class, o.person_id AS "personId", o.role, o.copy, ${word} AS word, o.result->>'why' AS why,
        o.result->>'response' AS response, o.attempts, o.send_after_virtual AS "sendAfter", o.done_at AS "doneAt", d.message_id AS "messageId",
        d.frozen->>'subject' AS subject
       FROM outbox o LEFT JOIN delivery d ON d.id = o.delivery_id
      WHERE o.kind = 'mail' AND o.entity_kind = $1 AND o.entity_id = $2 ORDER BY o.send_after_virtual DESC, o.rev DESC, o.seq DESC, o.id LIMIT $3`,
    [kind, id, limit],
  );
}

/** Shuts a gate for mail: `everything` (key `*`), a rule, a country or a project. What is being handed over this second still leaves. */
export async function closeGate(
  db: Sql,
  gate: { scope: 'everything' | 'rule' | 'country' | 'project'; key: string; closedBy: string | null; reason: string },
): Promise<void> {
  await db.query('INSERT INTO gate (scope, key, closed_by, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    gate.scope,
    gate.key,
    gate.closedBy,
    gate.reason,
  ]);
}

/** Opens a gate again; what waited leaves when the desk looks next. False when it was open. */
export async function openGate(db: Sql, scope: string, key: string): Promise<boolean> {
  return (await changedRows(db, 'DELETE FROM gate WHERE scope = $1 AND key = $2 RETURNING key', [scope, key])).length === 1;
}

/** A person decides on a letter nobody knows the fate of: it goes again as it is, or counts as delivered. False when it was not uncertain. */
export async function decideUncertain(db: Sql, rowId: string, decision: 'send-again' | 'delivered'): Promise<boolean> {
  const rows = await changedRows(
    db,
    decision === 'delivered'
      ? `UPDATE outbox SET state = 'sent', done_at = clock_timestamp(), result = coalesce(result, '{}') || '{"word":"delivered","why":"decided-by-person"}'
          WHERE id = $1 AND kind = 'mail' AND state = 'uncertain' RETURNING id`
      : `UPDATE outbox SET state = 'created', next_try_at = NULL WHERE id = $1 AND kind = 'mail' AND state = 'uncertain' RETURNING id`,
    [rowId],
  );
  return rows.length === 1;
}
