import { recallReasons, type Instant, type NotificationIntent, type PassedOn, type Recall, type Recipient } from '@app/domain';
import type { Sql } from '../sql';
import type { EntityKey } from './entry-body';

/** Where a row stands among the rows of one entity: they leave in this order per receiver. */
export interface OutboxPlace {
  entity: EntityKey;
  rev: number;
  seq: number;
  roomId: string | null;
}

/** A mail to one person, under the key that makes it single. `sendAfter` is the real instant, empty in rooms. */
export interface MailRow extends OutboxPlace {
  id: string;
  businessKey: string;
  intent: NotificationIntent;
  recipient: Recipient;
  shard: string;
  sendAfterVirtual: Instant;
  sendAfter: Instant | null;
  /** A letter that waits until it was read and released. */
  held?: boolean;
}

/** A command for another entity; the row's id becomes the command's id. */
export interface CommandRow extends OutboxPlace {
  id: string;
  target: EntityKey;
  command: { type: string; payload: unknown };
  at: Instant;
}

/**
 * Writes mail rows; a key that exists already means it was told before, and stays as it is. Only a mail that somebody took back before it left is written
 * anew under its key. Answers how many wait now that did not before.
 */
export async function insertMails(tx: Sql, rows: MailRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const values = rows.map(({ entity, recipient, intent, ...row }) => ({
    ...row,
    ...{ entityKind: entity.kind, entityId: entity.id, notification: intent.kind, class: intent.class, intent },
    ...{ personId: recipient.personId, role: recipient.role, copy: recipient.copy },
  }));
  const written = await tx.query<unknown[]>(
    `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, copy, notification, class, intent, shard,
       send_after_virtual, send_after, room_id, state)
     SELECT id, 'mail', "businessKey", "entityKind", "entityId", rev, seq, "personId", role, copy, notification, class, intent, shard,
       "sendAfterVirtual", "sendAfter", "roomId", CASE WHEN held THEN 'held' ELSE 'created' END
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "businessKey" text, "entityKind" text, "entityId" uuid, rev integer, seq integer,
         "personId" uuid, role text, copy boolean, notification text, class text, intent jsonb, shard text, "sendAfterVirtual" timestamptz,
         "sendAfter" timestamptz, "roomId" uuid, held boolean)
     ON CONFLICT (business_key) DO UPDATE SET state = excluded.state, rev = excluded.rev, seq = excluded.seq, intent = excluded.intent, role = excluded.role,
         copy = excluded.copy, notification = excluded.notification, send_after_virtual = excluded.send_after_virtual, send_after = excluded.send_after,
         result = NULL, done_at = NULL, delivery_id = NULL, next_try_at = NULL, attempts = 0
       WHERE outbox.state = 'cancelled' AND outbox.result->>'why' = ANY($2::text[])
     RETURNING id`,
    [JSON.stringify(values), recallReasons],
  );
  return written.length;
}

/** Takes back the waiting mails of issued ladder steps, with the word for why. What the desk holds already is left to it. */
export async function recallMails(tx: Sql, { kind, id }: EntityKey, recall: Recall): Promise<void> {
  await tx.query(
    `UPDATE outbox SET state = 'cancelled', done_at = clock_timestamp(),
         result = jsonb_build_object('word', 'cancelled', 'why', $7::text, 'at', to_jsonb(clock_timestamp()))
      WHERE kind = 'mail' AND state = 'created' AND coalesce(result->>'word', '') <> 'uncertain' AND entity_kind = $1 AND entity_id = $2 AND intent->>'rule' = $3 AND intent->>'object' = $4
        AND (intent->>'series')::int = $5 AND intent->>'step' = ANY($6::text[])`,
    [kind, id, recall.rule, recall.object, recall.series, recall.steps, recall.why],
  );
}

/**
 * Readdresses the waiting mails of somebody whose place another has taken over: they are the new holder's, who gets none twice. Receipts, the mails of the
 * hand-over itself and what the desk holds already stay.
 */
export async function passOnMails(tx: Sql, { kind, id }: EntityKey, { from, to, roles }: PassedOn): Promise<void> {
  await tx.query(
    `UPDATE outbox o SET person_id = $4::uuid, business_key = left(o.business_key, -36) || $4::text,
         intent = CASE WHEN o.intent->'owner'->>'personId' = $3::text THEN jsonb_set(o.intent, '{owner,personId}', to_jsonb($4::text)) ELSE o.intent END
      WHERE o.kind = 'mail' AND o.state = 'created' AND coalesce(o.result->>'word', '') <> 'uncertain' AND o.entity_kind = $1 AND o.entity_id = $2
        AND o.person_id = $3::uuid AND o.role = ANY($5::text[]) AND o.class <> 'answer' AND o.notification NOT LIKE 'hand-over-%'
        AND NOT EXISTS (SELECT 1 FROM outbox other WHERE other.business_key = left(o.business_key, -36) || $4::text)`,
    [kind, id, from, to, roles],
  );
}

/** Writes commands for other entities. */
export async function insertCommands(tx: Sql, rows: CommandRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ entity, target, ...row }) => ({
    ...row,
    ...{ entityKind: entity.kind, entityId: entity.id, targetKind: target.kind, targetId: target.id },
    businessKey: `command/${entity.kind}/${entity.id}/${row.rev}/${row.seq}`,
  }));
  await tx.query(
    `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, target_kind, target_id, command, send_after_virtual, send_after,
       room_id)
     SELECT id, 'command', "businessKey", "entityKind", "entityId", rev, seq, "targetKind", "targetId", command, at, now(), "roomId"
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "businessKey" text, "entityKind" text, "entityId" uuid, rev integer, seq integer,
         "targetKind" text, "targetId" uuid, command jsonb, at timestamptz, "roomId" uuid)`,
    [JSON.stringify(values)],
  );
}

/** Whether the entity has commands for others that wait for dispatch. */
export async function hasUndispatched(tx: Sql, { kind, id }: EntityKey): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM outbox WHERE kind = 'command' AND state = 'created' AND entity_kind = $1 AND entity_id = $2 LIMIT 1`,
    [kind, id],
  );
  return rows.length > 0;
}

/** Marks mails of an entity that had left, or may have left, before the database was restored: none of them leaves again by itself. */
export async function markWitnessed(
  tx: Sql,
  { kind, id }: EntityKey,
  { sent, uncertain }: { sent: Iterable<string>; uncertain: Iterable<string> },
): Promise<void> {
  for (const [state, ids] of [
    ['sent', [...sent]],
    ['uncertain', [...uncertain]],
  ] as const) {
    await tx.query(
      `UPDATE outbox SET state = $3, result = coalesce(result, '{}') || '{"code": "RECONCILED"}', done_at = now(), claim_token = NULL, claim_until = NULL
        WHERE entity_kind = $1 AND entity_id = $2 AND kind = 'mail' AND id = ANY($4::uuid[]) AND state IN ('created', 'claimed', 'sending')`,
      [kind, id, state, ids],
    );
  }
}
