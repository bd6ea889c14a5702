import type { MailTextPair } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import type { MailChange } from './mail-acts';

/** A mail that waits and whose last try, if there was one, did not end in doubt. */
const waits = `o.kind = 'mail' AND o.state = 'created' AND coalesce(o.result->>'word', '') <> 'uncertain'`;

/** A mail that waits never leaves: a person skipped it. Undefined when it does not wait (any more). */
export async function skipMail(tx: Sql, mailId: string): Promise<MailChange | undefined> {
  const rows = await changedRows<{ sendAfter: Date }>(
    tx,
    `UPDATE outbox o SET state = 'cancelled', done_at = clock_timestamp(), next_try_at = NULL,
         result = coalesce(o.result, '{}') || jsonb_build_object('word', 'cancelled', 'why', 'skipped-by-person', 'at', to_jsonb(clock_timestamp()))
      WHERE o.id = $1 AND ${waits} RETURNING o.send_after_virtual AS "sendAfter"`,
    [mailId],
  );
  const [row] = rows;
  return row === undefined
    ? undefined
    : { before: { state: 'created', sendAfter: row.sendAfter.toISOString() }, after: { state: 'cancelled' } };
}

/**
 * A mail that waits for its time, for the pause or for the next try is due now; the desk still asks whether it is needed, whether a gate is shut, and
 * keeps to the reader's working hours. Undefined when it does not wait (any more).
 */
export async function hurryMail(tx: Sql, mailId: string): Promise<MailChange | undefined> {
  const [old] = await tx.query<{ sendAfter: Date; nextTryAt: Date | null }[]>(
    `SELECT send_after_virtual AS "sendAfter", next_try_at AS "nextTryAt" FROM outbox WHERE id = $1`,
    [mailId],
  );
  const rows = await changedRows<{ sendAfter: Date }>(
    tx,
    `UPDATE outbox o SET next_try_at = NULL, send_after_virtual = least(o.send_after_virtual, virtual_now(h.clock, r.room_now)),
         send_after = CASE WHEN o.room_id IS NULL THEN least(o.send_after, clock_timestamp()) END
       FROM entity_head h LEFT JOIN room r ON r.id = h.room_id
      WHERE o.id = $1 AND h.kind = o.entity_kind AND h.id = o.entity_id AND ${waits}
      RETURNING o.send_after_virtual AS "sendAfter"`,
    [mailId],
  );
  const [row] = rows;
  if (row === undefined || old === undefined) return undefined;
  return {
    before: { sendAfter: old.sendAfter.toISOString(), nextTryAt: old.nextTryAt?.toISOString() ?? null },
    after: { sendAfter: row.sendAfter.toISOString(), nextTryAt: null },
  };
}

/**
 * A mail that waits leaves with words of its own, or with those in force again where none are given; what it says of dates and people still comes from the
 * project when it leaves. Undefined when it does not wait (any more).
 */
export async function rewordMail(tx: Sql, mailId: string, words: MailTextPair | null): Promise<MailChange | undefined> {
  const [old] = await tx.query<{ words: MailTextPair | null }[]>('SELECT words FROM outbox WHERE id = $1', [mailId]);
  const rows = await changedRows(tx, `UPDATE outbox o SET words = $2::jsonb WHERE o.id = $1 AND ${waits} RETURNING o.id`, [
    mailId,
    words === null ? null : JSON.stringify(words),
  ]);
  return old === undefined || rows.length === 0 ? undefined : { before: { words: old.words }, after: { words } };
}
