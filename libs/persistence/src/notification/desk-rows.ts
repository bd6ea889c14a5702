import type { Instant, MailTextPair, NotificationClass, NotificationIntent, RecipientRole } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import { changedRows, type Sql } from '../sql';
import { withTry } from './kept-tries';

/** A mail the desk holds: claimed under a token, with its lease running by the database's clock. */
export interface ClaimedMail {
  id: string;
  key: string;
  entity: EntityKey;
  personId: string;
  role: RecipientRole;
  copy: boolean;
  class: NotificationClass;
  intent: NotificationIntent;
  /** The person whose address refused and for whom this one is asked. */
  insteadOf: string | null;
  roomId: string | null;
  /** Earliest instant it may leave, in the entity's own time. */
  datedAt: Instant;
  attempts: number;
  /** When it was first tried; null before the first try. */
  firstTriedAt: Instant | null;
  /** Mark of the text that was read and released; null for mails that were never held. */
  releasedMark: string | null;
  /** Words of this mail alone; null for those in force. */
  ownWords: MailTextPair | null;
  /** A delivery whose outcome nobody knows: it goes again as it is. */
  uncertainDeliveryId: string | null;
  /** The entry of the ledger by which it was written; nothing where none is known. */
  entry?: { rev: number; hash: string } | null;
}

/** Whether a gate stops the row `o`, as SQL. @param gate name of the gate's row in the statement */
export function stoppedBy(gate: string): string {
  return `(${gate}.scope = 'everything' OR (${gate}.scope = 'rule' AND ${gate}.key = o.intent->>'rule')
  OR (${gate}.scope = 'project' AND ${gate}.key = o.entity_id::text)
  OR (${gate}.scope = 'country' AND ${gate}.key = (SELECT p.country FROM person p WHERE p.id = o.person_id)))`;
}

/** True while nothing stops the row `o`: no gate is shut for everything, its rule, its project or the reader's country. */
export const gateOpen = `NOT EXISTS (SELECT FROM gate g WHERE ${stoppedBy('g')})`;

const dueNow = `(o.next_try_at IS NULL OR o.next_try_at <= clock_timestamp()) AND CASE WHEN o.room_id IS NULL THEN o.send_after <= clock_timestamp()
  ELSE o.send_after_virtual <= (SELECT r.room_now FROM room r WHERE r.id = o.room_id) END`;

/** What the desk needs of the row `o`, as SQL. */
export const claimedColumns = `o.id, o.business_key AS key, jsonb_build_object('kind', o.entity_kind, 'id', o.entity_id) AS entity, o.person_id AS "personId", o.role, o.copy,
  o.class, o.intent, o.words AS "ownWords", o.intent->>'insteadOf' AS "insteadOf", o.room_id AS "roomId", o.send_after_virtual AS "datedAt", o.attempts,
  (o.result->>'firstTriedAt') AS "firstTriedAt",
  CASE WHEN o.class = 'letter' THEN (SELECT a.after->>'mark' FROM mail_act a WHERE a.outbox_id = o.id AND a.act = 'release' ORDER BY a.at DESC LIMIT 1) END
    AS "releasedMark",
  (SELECT d.id FROM delivery d WHERE d.id = o.delivery_id AND d.state = 'uncertain') AS "uncertainDeliveryId",
  (SELECT jsonb_build_object('rev', e.rev, 'hash', e.hash) FROM ledger_entry e WHERE e.kind = o.entity_kind AND e.id = o.entity_id AND e.rev = o.rev) AS entry`;

/**
 * Takes mails that are due and that no gate stops, the longest waiting first, under a new lease; with a reader's first notice all that are due for
 * him come along, so that his digest is whole. Two desks never take the same row.
 * @param leaseMs how long the rows are ours, by the database's clock
 */
export async function claimDueMails(
  db: Sql,
  claim: { shard: string; token: string; limit: number; leaseMs: number },
): Promise<ClaimedMail[]> {
  const rows = await changedRows<ClaimedMail & { datedAt: Date }>(
    db,
    `WITH first AS (
       SELECT o.id, o.person_id, o.room_id FROM outbox o WHERE o.kind = 'mail' AND o.shard = $1 AND o.state = 'created' AND ${dueNow} AND ${gateOpen}
        ORDER BY o.send_after, o.send_after_virtual, o.person_id, o.id LIMIT $2),
     due AS (
       SELECT o.id FROM outbox o WHERE o.kind = 'mail' AND o.shard = $1 AND o.state = 'created' AND ${dueNow} AND ${gateOpen}
          AND (o.id IN (SELECT id FROM first) OR (o.class = 'notice' AND EXISTS (
            SELECT FROM first WHERE first.person_id = o.person_id AND first.room_id IS NOT DISTINCT FROM o.room_id)))
        FOR UPDATE OF o SKIP LOCKED)
     UPDATE outbox o SET state = 'claimed', claim_token = $3, claim_until = clock_timestamp() + $4 * interval '1 millisecond'
       FROM due WHERE o.id = due.id RETURNING ${claimedColumns}`,
    [claim.shard, claim.limit, claim.token, claim.leaseMs],
  );
  const mails = rows.map((row): ClaimedMail => ({ ...row, datedAt: row.datedAt.toISOString() }));
  return mails.sort((a, b) => (a.datedAt < b.datedAt ? -1 : a.datedAt > b.datedAt ? 1 : a.key < b.key ? -1 : 1));
}

/** Rows that a lost process left behind, by what became of them. */
export interface SettledLeases {
  /** Claimed, not being sent: free again, to be asked and rendered anew. */
  released: string[];
  /** Notices that were being sent: they go again, byte for byte. */
  repeated: string[];
  /** Letters that were being sent: a person decides. */
  uncertain: string[];
}

/** A notice whose sending process was lost this often waits for a person like a letter. */
const mostRepeats = 5;

/** Ends the leases that ran out, by the database's clock. What was being sent is uncertain; nothing here says that it was not. */
export async function settleStaleLeases(db: Sql, shard: string): Promise<SettledLeases> {
  const rows = await changedRows<{ id: string; was: 'claimed' | 'sending'; isUncertain: boolean }>(
    db,
    `WITH stale AS (
       SELECT id, state AS was, delivery_id FROM outbox WHERE kind = 'mail' AND shard = $1 AND state IN ('claimed', 'sending')
          AND claim_until < clock_timestamp() FOR UPDATE SKIP LOCKED),
     doubtful AS (
       UPDATE delivery SET state = 'uncertain' WHERE id IN (SELECT delivery_id FROM stale WHERE was = 'sending') RETURNING id)
     UPDATE outbox o SET
         state = CASE WHEN stale.was = 'sending' AND (o.class = 'letter' OR o.attempts >= $2) THEN 'uncertain' ELSE 'created' END,
         result = CASE WHEN stale.was = 'sending'
           THEN coalesce(o.result, '{}') || jsonb_build_object('word', 'uncertain', 'at', to_jsonb(clock_timestamp()), 'why', 'process-lost',
             'tries', ${withTry('o', `'{"word":"uncertain","why":"process-lost"}'::jsonb`)}) ELSE o.result END,
         claim_token = NULL, claim_until = NULL
       FROM stale WHERE o.id = stale.id RETURNING o.id, stale.was, o.state = 'uncertain' AS "isUncertain"`,
    [shard, mostRepeats],
  );
  const ids = (was: string, isUncertain: boolean): string[] =>
    rows.filter((row) => row.was === was && row.isUncertain === isUncertain).map((row) => row.id);
  return { released: ids('claimed', false), repeated: ids('sending', false), uncertain: ids('sending', true) };
}

/** Gives rows back unsent, to be asked again. Only rows that are still ours under the token. */
export async function releaseMails(db: Sql, token: string, ids: string[]): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = 'created', claim_token = NULL, claim_until = NULL WHERE id = ANY($1::uuid[]) AND claim_token = $2 AND state = 'claimed'`,
    [ids, token],
  );
}

/** Lets a row leave later: its own time moves on, on the wall too where it has one. */
export async function postponeMail(db: Sql, token: string, id: string, times: { virtual: Instant; real: Instant | null }): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = 'created', claim_token = NULL, claim_until = NULL, send_after_virtual = $3, send_after = $4
      WHERE id = $1 AND claim_token = $2 AND state = 'claimed'`,
    [id, token, times.virtual, times.real],
  );
}

/** Ends rows that need not leave any more, each with its reason. */
export async function cancelMails(db: Sql, token: string, cancelled: { id: string; why: string }[]): Promise<void> {
  await db.query(
    `UPDATE outbox o SET state = 'cancelled', claim_token = NULL, claim_until = NULL, done_at = clock_timestamp(),
         result = jsonb_build_object('word', 'cancelled', 'why', c.why, 'at', to_jsonb(clock_timestamp()))
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, why text) WHERE o.id = c.id AND o.claim_token = $2 AND o.state = 'claimed'`,
    [JSON.stringify(cancelled), token],
  );
}

/**
 * Real epoch milliseconds at which the desk has something to do again: the earliest row that may be claimed, or a lease that runs out. Undefined when
 * nothing waits. Rows behind a shut gate do not count, nor do those of rooms whose time has not come: opening and conducting poke the desk.
 */
export async function nextMailDueAt(db: Sql, shard: string): Promise<number | undefined> {
  const [row] = await db.query<{ at: string | null }[]>(
    `SELECT (extract(epoch FROM least(
         (SELECT min(greatest(o.next_try_at, o.send_after)) FROM outbox o
           WHERE o.kind = 'mail' AND o.shard = $1 AND o.state = 'created' AND o.room_id IS NULL AND ${gateOpen}),
         (SELECT min(coalesce(o.next_try_at, clock_timestamp())) FROM outbox o JOIN room r ON r.id = o.room_id
           WHERE o.kind = 'mail' AND o.shard = $1 AND o.state = 'created' AND o.send_after_virtual <= r.room_now AND ${gateOpen}),
         (SELECT min(o.claim_until) FROM outbox o WHERE o.kind = 'mail' AND o.shard = $1 AND o.state IN ('claimed', 'sending')))) * 1000)::bigint AS at`,
    [shard],
  );
  return row?.at === null || row?.at === undefined ? undefined : Number(row.at);
}
