import { randomUUID } from 'node:crypto';
import type { Instant } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import { withTry } from './kept-tries';

/** What the server said, as it is kept on the rows: codes and its own words, never the text of the mail. */
export interface ServerSaid {
  word: 'delivered' | 'temporary-failure' | 'technical-failure' | 'permanent-failure' | 'uncertain';
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Which rows are meant: those of one delivery that are ours and being sent. */
export interface Held {
  deliveryId: string;
  token: string;
}

const mine = `o.delivery_id = $1 AND o.claim_token = $2 AND o.state = 'sending'`;
/** The last answer stands on the row itself, and every answer under `tries`. */
const keptWith = (said: string): string => `coalesce(o.result, '{}') || ${said} || jsonb_build_object('at', to_jsonb(clock_timestamp()),
  'firstTriedAt', coalesce(o.result->'firstTriedAt', to_jsonb(clock_timestamp())),
  'tries', ${withTry('o', said)})`;
const kept = keptWith('$3::jsonb');

/** A delivery that the receiving server took. */
export interface SentDelivery {
  id: string;
  said: ServerSaid;
}

/** The receiving server took these mails. Answers the ids of those whose rows were still ours: of the others, whoever holds them now decides. */
export async function recordSent(db: Sql, token: string, sent: SentDelivery[]): Promise<Set<string>> {
  const rows = await changedRows<{ id: string }>(
    db,
    `WITH sent AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, said jsonb)),
     done AS (
       UPDATE outbox o SET state = 'sent', result = ${keptWith('sent.said')}, claim_token = NULL, claim_until = NULL, next_try_at = NULL,
           done_at = clock_timestamp()
         FROM sent WHERE o.delivery_id = ANY($3::uuid[]) AND o.delivery_id = sent.id AND o.claim_token = $2 AND o.state = 'sending' RETURNING o.delivery_id)
     UPDATE delivery d SET state = 'sent', result = sent.said, sent_at = clock_timestamp()
       FROM sent WHERE d.id = ANY($3::uuid[]) AND d.id = sent.id AND d.id IN (SELECT delivery_id FROM done) RETURNING d.id`,
    [JSON.stringify(sent), token, sent.map((one) => one.id)],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * The mail is to be tried again at a real instant. A definite refusal unfreezes it: it is asked and rendered again, under the same Message-ID. One
 * whose outcome is unknown keeps its bytes.
 */
export async function recordRetry(db: Sql, { deliveryId, token }: Held, said: ServerSaid, at: Instant): Promise<boolean> {
  const rows = await changedRows(
    db,
    `WITH back AS (
       UPDATE outbox o SET state = 'created', result = ${kept}, claim_token = NULL, claim_until = NULL, next_try_at = $4 WHERE ${mine} RETURNING o.id)
     UPDATE delivery SET state = $5, result = $3::jsonb WHERE id = $1 AND EXISTS (SELECT FROM back) RETURNING id`,
    [deliveryId, token, JSON.stringify(said), at, said.word === 'uncertain' ? 'uncertain' : 'refused'],
  );
  return rows.length === 1;
}

/** A mail that could not even be written, through a fault of ours: its rows wait until a real instant. Only rows that are still ours. */
export async function recordUnwritten(db: Sql, token: string, ids: string[], said: ServerSaid, at: Instant): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = 'created', claim_token = NULL, claim_until = NULL, next_try_at = $4, attempts = attempts + 1,
         result = coalesce(result, '{}') || $3::jsonb || jsonb_build_object('at', to_jsonb(clock_timestamp()),
           'tries', ${withTry('outbox', '$3::jsonb')})
      WHERE id = ANY($1::uuid[]) AND claim_token = $2 AND state = 'claimed'`,
    [ids, token, JSON.stringify(said), at],
  );
}

/** Nobody knows whether a letter arrived: it stays as it is until a person decides. */
export async function recordUncertain(db: Sql, { deliveryId, token }: Held, said: ServerSaid): Promise<boolean> {
  const rows = await changedRows(
    db,
    `WITH open AS (
       UPDATE outbox o SET state = 'uncertain', result = ${kept}, claim_token = NULL, claim_until = NULL WHERE ${mine} RETURNING o.id)
     UPDATE delivery SET state = 'uncertain', result = $3::jsonb WHERE id = $1 AND EXISTS (SELECT FROM open) RETURNING id`,
    [deliveryId, token, JSON.stringify(said)],
  );
  return rows.length === 1;
}

/** A mail that finally failed, with whom to tell instead and whether the project has to hear of the address. */
export interface FailedMail {
  /** Rows told to somebody else: under a key of their own, to this person. */
  instead: { rowId: string; key: string; personId: string; role: string }[];
  /** Projects whose officer gets a task, with the key of the mail that failed. */
  projects: { projectId: string; key: string; personId: string; roomId: string | null }[];
  /** The address that refused, when it was the address's fault. */
  bounced?: { personId: string; address: string };
}

/**
 * Ends a mail that cannot be delivered, in one transaction: rows failed, address marked, the next contact's rows written, and a command for each
 * project that records it. The commands leave by dispatch like all others.
 */
export async function recordFailed(tx: Sql, { deliveryId, token }: Held, said: ServerSaid, failed: FailedMail): Promise<boolean> {
  const rows = await changedRows(
    tx,
    `WITH over AS (
       UPDATE outbox o SET state = 'failed', result = ${kept}, claim_token = NULL, claim_until = NULL, done_at = clock_timestamp()
        WHERE ${mine} RETURNING o.id)
     UPDATE delivery SET state = 'failed', result = $3::jsonb WHERE id = $1 AND EXISTS (SELECT FROM over) RETURNING id`,
    [deliveryId, token, JSON.stringify(said)],
  );
  if (rows.length === 0) return false;
  await tellInstead(tx, failed);
  return true;
}

/** The same for rows that never had a delivery, because their reader has no usable address. */
export async function failWithoutAddress(tx: Sql, token: string, ids: string[], failed: FailedMail): Promise<void> {
  await tx.query(
    `UPDATE outbox SET state = 'failed', claim_token = NULL, claim_until = NULL, done_at = clock_timestamp(),
         result = jsonb_build_object('word', 'permanent-failure', 'why', 'no-address', 'at', to_jsonb(clock_timestamp()))
      WHERE id = ANY($1::uuid[]) AND claim_token = $2 AND state = 'claimed'`,
    [ids, token],
  );
  await tellInstead(tx, failed);
}

async function tellInstead(tx: Sql, { instead, projects, bounced }: FailedMail): Promise<void> {
  if (bounced !== undefined) {
    await tx.query(
      'UPDATE person_email SET bounced_at = coalesce(bounced_at, clock_timestamp()) WHERE person_id = $1 AND lower(address) = lower($2)',
      [bounced.personId, bounced.address],
    );
  }
  for (const { rowId, key, personId, role } of instead) {
    await tx.query(
      `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, copy, notification, class, intent, shard,
         send_after_virtual, send_after, room_id)
       SELECT $2, 'mail', $3, entity_kind, entity_id, rev, seq, $4, $5, copy, notification, class,
         CASE WHEN person_id = $4 THEN intent ELSE intent || jsonb_build_object('insteadOf', coalesce(intent->>'insteadOf', person_id::text)) END, shard,
         send_after_virtual, CASE WHEN room_id IS NULL THEN clock_timestamp() END, room_id
         FROM outbox WHERE id = $1 ON CONFLICT (business_key) DO NOTHING`,
      [rowId, randomUUID(), key, personId, role],
    );
  }
  for (const { projectId, key, personId, roomId } of projects) {
    const command = { type: 'RecordDelivery', payload: { personId, notificationKey: key, result: 'permanent-failure' } };
    await tx.query(
      `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, target_kind, target_id, command, send_after_virtual, send_after, room_id)
       SELECT $1, 'command', $2, 'project', h.id, h.rev, 1000, 'project', h.id, $4, now(), now(), $5 FROM entity_head h WHERE h.kind = 'project' AND h.id = $3
       ON CONFLICT (business_key) DO NOTHING`,
      [randomUUID(), `failed/${key}`, projectId, JSON.stringify(command), roomId],
    );
  }
}
