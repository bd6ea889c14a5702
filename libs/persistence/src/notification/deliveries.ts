import { randomUUID } from 'node:crypto';
import type { NotificationClass } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import type { UsedTemplate } from './mail-templates';
import { gateOpen } from './desk-rows';

/** The bytes of a mail as they leave, with its envelope. Attempts send these and nothing else. */
export interface FrozenMail {
  raw: string;
  from: string;
  to: string;
  subject: string;
}

/** What goes to one person in one mail: its rows, and its text fixed before anything is sent. */
export interface NewDelivery {
  /** Business key of its one row, or `digest/personId/localDate`. */
  key: string;
  personId: string;
  language: string;
  class: NotificationClass;
  /** Of a digest: its day where the reader lives. */
  localDate?: string;
  messageId: string;
  address: string;
  frozen: FrozenMail;
  roomId: string | null;
  rowIds: string[];
  /** Which words each kind of mail in it was written with. */
  templates: Record<string, UsedTemplate>;
}

/**
 * Stores deliveries and ties their rows to them, before anything is sent. A key whose last try was definitely refused, or that was never tried, is
 * frozen anew under the same Message-ID; one that was sent or is uncertain stays. Answers the ids by key; a key that is missing was not frozen.
 */
export async function freezeDeliveries(tx: Sql, token: string, deliveries: NewDelivery[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const rows = await tx.query<{ id: string; key: string }[]>(
    `INSERT INTO delivery (id, business_key, person_id, language, class, local_date, message_id, address, frozen, frozen_at, state, room_id, templates)
     SELECT d.id, d.key, d.person_id, d.language, d.class, d.local_date, d.message_id, d.address, d.frozen, clock_timestamp(), 'frozen', d.room_id, d.templates
       FROM jsonb_to_recordset($1::jsonb) AS d(id uuid, key text, person_id uuid, language text, class text, local_date date, message_id text,
         address text, frozen jsonb, room_id uuid, templates jsonb)
     ON CONFLICT (business_key) DO UPDATE SET frozen = excluded.frozen, frozen_at = excluded.frozen_at, address = excluded.address,
         language = excluded.language, templates = excluded.templates, state = 'frozen' WHERE delivery.state IN ('frozen', 'refused')
     RETURNING id, business_key AS key`,
    [
      JSON.stringify(
        deliveries.map((d) => ({
          id: randomUUID(),
          key: d.key,
          person_id: d.personId,
          language: d.language,
          class: d.class,
          local_date: d.localDate ?? null,
          message_id: d.messageId,
          address: d.address,
          frozen: d.frozen,
          room_id: d.roomId,
          templates: d.templates,
        })),
      ),
    ],
  );
  for (const row of rows) ids.set(row.key, row.id);
  const ties = deliveries.flatMap((d) => d.rowIds.flatMap((rowId) => (ids.has(d.key) ? [{ id: rowId, delivery_id: ids.get(d.key) }] : [])));
  await tx.query(
    `UPDATE outbox o SET delivery_id = t.delivery_id FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, delivery_id uuid)
      WHERE o.id = t.id AND o.claim_token = $2 AND o.state = 'claimed'`,
    [JSON.stringify(ties), token],
  );
  return ids;
}

/** How many digests of a person and day are out already, by key prefix: the next one gets a number. */
export async function digestsOut(db: Sql, prefixes: string[]): Promise<Map<string, number>> {
  const rows = await db.query<{ prefix: string; count: number }[]>(
    `SELECT p.prefix, count(d.id)::int AS count FROM unnest($1::text[]) AS p(prefix)
       LEFT JOIN delivery d ON (d.business_key = p.prefix OR d.business_key LIKE p.prefix || '/%') AND d.state NOT IN ('frozen', 'refused')
      GROUP BY p.prefix`,
    [prefixes],
  );
  return new Map(rows.map((row) => [row.prefix, row.count]));
}

/** A frozen mail that is to go again as it is. */
export interface UncertainDelivery {
  id: string;
  class: NotificationClass;
  personId: string;
  frozen: FrozenMail;
}

/** Deliveries whose outcome nobody knows, with their stored bytes. */
export async function uncertainDeliveries(db: Sql, ids: string[]): Promise<UncertainDelivery[]> {
  return db.query<UncertainDelivery[]>(
    `SELECT id, class, person_id AS "personId", frozen FROM delivery WHERE id = ANY($1::uuid[]) AND state = 'uncertain'`,
    [ids],
  );
}

/** One delivery that is about to leave, and how many rows it must still hold. */
export interface LeavingDelivery {
  id: string;
  rows: number;
}

/**
 * The last step before mails are handed over: of each delivery all rows become `sending` together, or none. Only while they are ours under the token,
 * the lease outlasts the longest send, and every gate is open; so a process that slept sends nothing, and a shut gate works within the second. Answers
 * the ids of those that may leave.
 */
export async function stepToSending(
  db: Sql,
  leaving: LeavingDelivery[],
  step: { token: string; sendLimitMs: number; leaseMs: number },
): Promise<Set<string>> {
  const rows = await changedRows<{ id: string }>(
    db,
    `WITH leaving AS (SELECT * FROM unnest($1::uuid[], $2::int[]) AS l(id, rows)),
     mine AS (
       SELECT o.id, o.delivery_id FROM outbox o WHERE o.delivery_id = ANY($1::uuid[]) AND o.claim_token = $3 AND o.state = 'claimed'
          AND o.claim_until > clock_timestamp() + $4 * interval '1 millisecond' AND ${gateOpen} FOR UPDATE OF o),
     whole AS (
       SELECT l.id FROM leaving l JOIN mine ON mine.delivery_id = l.id GROUP BY l.id, l.rows HAVING count(*) = l.rows),
     stepped AS (
       UPDATE outbox SET state = 'sending', claim_until = clock_timestamp() + $5 * interval '1 millisecond', attempts = attempts + 1
        WHERE id IN (SELECT mine.id FROM mine JOIN whole ON whole.id = mine.delivery_id) RETURNING delivery_id)
     UPDATE delivery SET state = 'sending', attempts = attempts + 1 WHERE id IN (SELECT delivery_id FROM stepped) RETURNING id`,
    [leaving.map((one) => one.id), leaving.map((one) => one.rows), step.token, step.sendLimitMs, step.leaseMs],
  );
  return new Set(rows.map((row) => row.id));
}
