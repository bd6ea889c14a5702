import { randomUUID } from 'node:crypto';
import type { PersonId } from '@app/domain';
import { endAct, openAct, type ActDoor, type ActEntity } from '../engine/technical-acts';
import { changedRows, type Sql } from '../sql';

/** What a person can do with a mail. */
export type MailActKind =
  'send-again' | 'decide-send-again' | 'decide-delivered' | 'correct-address' | 'release' | 'skip' | 'send-now' | 'reword';

/** Who does it, under which key, and why. The key makes a repeated act one act. */
export interface MailActor {
  key: string;
  personId: PersonId;
  reason: string;
  /** Through which door; a page when left out. */
  door?: ActDoor;
}

/** An act as it is kept. */
export interface KeptMailAct {
  act: MailActKind;
  personId: string;
  personName: string;
  at: Date;
  reason: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** What came of an act: done now, done before under the same key, the key used for another act, or refused with a stable code. */
export type MailActOutcome =
  { is: 'done' | 'repeated'; after: Record<string, unknown> } | { is: 'key-reused' } | { is: 'refused'; code: string };

/** What an act changed on a mail. */
export interface MailChange {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/**
 * Does something with a mail once, whatever is clicked twice, and keeps who did what and why. Run it in a transaction: the mail is locked, so two
 * people do not act on it at the same time.
 * @param work answers what it changed, or the code of a refusal
 */
export async function actOnMail(
  tx: Sql,
  { mailId, act, by }: { mailId: string; act: MailActKind; by: MailActor },
  work: () => Promise<MailChange | string>,
): Promise<MailActOutcome> {
  await tx.query('SELECT FROM outbox WHERE id = $1 FOR UPDATE', [mailId]);
  const known = await tx.query<{ act: string; mailId: string; personId: string; after: Record<string, unknown> }[]>(
    'SELECT act, outbox_id AS "mailId", by_person AS "personId", after FROM mail_act WHERE id = $1 ORDER BY outbox_id = $2 DESC LIMIT 1',
    [by.key, mailId],
  );
  if (known[0] !== undefined) {
    const same = known[0].act === act && known[0].mailId === mailId && known[0].personId === by.personId;
    return same ? { is: 'repeated', after: known[0].after } : { is: 'key-reused' };
  }
  const change = await work();
  if (typeof change === 'string') return { is: 'refused', code: change };
  if (!(await recordAct(tx, { mailId, act, by, change }))) return { is: 'key-reused' };
  await keepAct(tx, { mailId, act, by, change });
  return { is: 'done', after: change.after };
}

/** Puts an act beside all other interventions; addresses of people are not repeated there. False when its key is that of another intervention. */
async function recordAct(
  tx: Sql,
  { mailId, act, by, change }: { mailId: string; act: MailActKind; by: MailActor; change: MailChange },
): Promise<boolean> {
  const [entity] = await tx.query<ActEntity[]>('SELECT entity_kind AS kind, entity_id AS id FROM outbox WHERE id = $1', [mailId]);
  const personal = act === 'correct-address';
  const opened = await openAct(tx, {
    id: by.key,
    kind: `mail.${act}`,
    entity: entity ?? null,
    door: by.door ?? 'page',
    actorId: by.personId,
    reason: by.reason,
    asked: { mailId },
    before: personal ? {} : change.before,
    needsSecond: false,
  });
  if (opened.is !== 'opened') return false;
  return endAct(tx, by.key, { state: 'done', code: 'MAIL_ACT_DONE', values: { mailId }, ...(personal ? {} : { after: change.after }) });
}

/** Keeps an act that was done. */
export async function keepAct(
  tx: Sql,
  { mailId, act, by, change }: { mailId: string; act: MailActKind; by: MailActor; change: MailChange },
): Promise<void> {
  await tx.query('INSERT INTO mail_act (id, outbox_id, act, by_person, reason, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    by.key,
    mailId,
    act,
    by.personId,
    by.reason,
    JSON.stringify(change.before),
    JSON.stringify(change.after),
  ]);
}

/** What people did with a mail, the first act first. */
export function mailActs(db: Sql, mailId: string): Promise<KeptMailAct[]> {
  return db.query<KeptMailAct[]>(
    `SELECT a.act, a.by_person AS "personId", p.full_name AS "personName", a.at, a.reason, a.before, a.after
       FROM mail_act a JOIN person p ON p.id = a.by_person WHERE a.outbox_id = $1 ORDER BY a.at, a.id`,
    [mailId],
  );
}

/** A mail that has left, is over or failed goes again: as a new mail with a key and Message-ID of its own, asked and rendered anew. */
export async function sendAgain(tx: Sql, mailId: string): Promise<MailChange> {
  const id = randomUUID();
  const [written] = await tx.query<{ key: string; state: string }[]>(
    `WITH old AS (
       SELECT o.*, coalesce(o.intent->>'againOf', o.business_key) AS root, virtual_now(h.clock, r.room_now) AS now FROM outbox o
         JOIN entity_head h ON h.kind = o.entity_kind AND h.id = o.entity_id LEFT JOIN room r ON r.id = h.room_id WHERE o.id = $1),
     next AS (
       SELECT 2 + count(b.id) AS n FROM old LEFT JOIN outbox b ON b.entity_kind = old.entity_kind AND b.entity_id = old.entity_id
          AND b.intent->>'againOf' = old.root),
     step AS (SELECT regexp_replace(old.intent->>'step', '~again-[0-9]+$', '') || '~again-' || next.n AS step FROM old, next)
     INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, copy, notification, class, intent, shard,
       send_after_virtual, send_after, room_id)
     SELECT $2, 'mail', concat_ws('/', entity_kind, entity_id, intent->>'rule', intent->>'object', step.step, intent->>'series', person_id), entity_kind,
       entity_id, rev, seq, person_id, role, copy, notification, class, intent || jsonb_build_object('step', step.step, 'againOf', root), shard, now,
       CASE WHEN room_id IS NULL THEN clock_timestamp() END, room_id
       FROM old, step RETURNING business_key AS key, (SELECT state FROM old) AS state`,
    [mailId, id],
  );
  return { before: { state: written?.state ?? '' }, after: { mailId: id, key: written?.key ?? '' } };
}

/**
 * A person decides on a mail nobody knows the fate of: it goes again as it is, under the same Message-ID, or counts as delivered; all matters of its
 * delivery with it. False when it was not uncertain.
 */
export async function decideUncertain(db: Sql, rowId: string, decision: 'send-again' | 'delivered'): Promise<boolean> {
  const mine = `(id = $1 OR delivery_id = (SELECT delivery_id FROM outbox WHERE id = $1)) AND kind = 'mail' AND state = 'uncertain'`;
  const rows = await changedRows(
    db,
    decision === 'delivered'
      ? `UPDATE outbox SET state = 'sent', done_at = clock_timestamp(), result = coalesce(result, '{}') || '{"word":"delivered","why":"decided-by-person"}'
          WHERE ${mine} RETURNING id`
      : `UPDATE outbox SET state = 'created', next_try_at = NULL WHERE ${mine} RETURNING id`,
    [rowId],
  );
  return rows.length > 0;
}

/**
 * Puts a working address in the place of one that refused; without an old one the new address becomes the person's first. The record's revision moves
 * on, so that nobody overwrites it unseen. Answers how the addresses were and are.
 */
export async function correctAddress(tx: Sql, personId: PersonId, addresses: { old: string | null; right: string }): Promise<MailChange> {
  const { old, right } = addresses;
  const before = await addressesOf(tx, personId);
  await tx.query('UPDATE person SET rev = rev + 1 WHERE id = $1', [personId]);
  // One that was known already works again; else it takes the place of the old one.
  const known = before.find((one) => one.toLowerCase() === right.toLowerCase());
  const changed = await changedRows(
    tx,
    'UPDATE person_email SET address = $3, bounced_at = NULL WHERE person_id = $1 AND lower(address) = lower($2) RETURNING rank',
    [personId, known ?? old ?? right, right],
  );
  if (changed.length === 0) {
    await tx.query('UPDATE person_email SET rank = -rank WHERE person_id = $1', [personId]);
    await tx.query('UPDATE person_email SET rank = 1 - rank WHERE person_id = $1 AND rank < 0', [personId]);
    await tx.query('INSERT INTO person_email (person_id, address, rank) VALUES ($1, $2, 1)', [personId, right]);
  }
  return { before: { addresses: before }, after: { addresses: await addressesOf(tx, personId) } };
}

/** Whether a person has an address that has not refused. */
export async function hasWorkingAddress(db: Sql, personId: PersonId): Promise<boolean> {
  return (await db.query<unknown[]>('SELECT FROM person_email WHERE person_id = $1 AND bounced_at IS NULL LIMIT 1', [personId])).length > 0;
}

async function addressesOf(db: Sql, personId: PersonId): Promise<string[]> {
  const rows = await db.query<{ address: string }[]>('SELECT address FROM person_email WHERE person_id = $1 ORDER BY rank', [personId]);
  return rows.map((row) => row.address);
}
