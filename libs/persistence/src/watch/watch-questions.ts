import type { EntityKey } from '../ledger/entry-body';
import { gateOpen } from '../notification/desk-rows';
import type { Sql } from '../sql';
import type { WatchFinding, WatchKind } from './watch-findings';

interface FoundRow {
  about: string;
  entityKind: EntityKey['kind'];
  entityId: string;
  values: Record<string, string | number>;
}

/** Of one kind at most so many are kept: a thousand of them say no more. */
const most = 200;

async function found(db: Sql, kind: WatchKind, statement: string, values: unknown[]): Promise<WatchFinding[]> {
  const rows = await db.query<FoundRow[]>(statement, values);
  return rows.map((row) => ({ kind, about: row.about, entity: { kind: row.entityKind, id: row.entityId }, values: row.values }));
}

const late = `clock_timestamp() - $1 * interval '1 millisecond'`;

/**
 * What the plan of an open entity on real time said would have happened by now, and the ledger does not have: the plan is written anew with each
 * entry, and what has happened is in it no more.
 */
export function missedOccurrences(db: Sql, lateMs: number): Promise<WatchFinding[]> {
  return found(
    db,
    'OCCURRENCE_MISSED',
    `SELECT p.entity_kind || '/' || p.entity_id || '#' || p.key || '/' || p.series AS about, p.entity_kind AS "entityKind", p.entity_id AS "entityId",
       jsonb_build_object('rule', p.rule, 'occurrence', p.key, 'since', p.at) AS values
       FROM planned_occurrence p JOIN entity_head h ON h.kind = p.entity_kind AND h.id = p.entity_id
      WHERE p.room_id IS NULL AND p.at < ${late} AND NOT h.closed AND h.halted_at IS NULL AND h.clock->>'kind' = 'real'
      ORDER BY p.at, about LIMIT ${most}`,
    [lateMs],
  );
}

/** Open entities that should have woken up by now and did not. */
export function missedWakes(db: Sql, lateMs: number): Promise<WatchFinding[]> {
  return found(
    db,
    'WAKE_MISSED',
    `SELECT h.kind || '/' || h.id AS about, h.kind AS "entityKind", h.id AS "entityId", jsonb_build_object('since', h.next_wake_at) AS values
       FROM entity_head h WHERE NOT h.closed AND h.halted_at IS NULL AND h.next_wake_at < ${late} ORDER BY h.next_wake_at, about LIMIT ${most}`,
    [lateMs],
  );
}

/** Rows of the outbox that nobody has claimed though their time has come and no gate stops them. */
export function unclaimedRows(db: Sql, lateMs: number): Promise<WatchFinding[]> {
  const due = 'greatest(o.send_after, o.next_try_at)';
  return found(
    db,
    'OUTBOX_UNCLAIMED',
    `SELECT o.id::text AS about, o.entity_kind AS "entityKind", o.entity_id AS "entityId",
       jsonb_build_object('row', o.kind, 'notification', coalesce(o.notification, ''), 'since', ${due}) AS values
       FROM outbox o WHERE o.state = 'created' AND o.room_id IS NULL AND ${due} < ${late} AND (o.kind <> 'mail' OR ${gateOpen})
      ORDER BY ${due}, o.id LIMIT ${most}`,
    [lateMs],
  );
}

/** Rows of the outbox that somebody claimed and has held for longer than his lease. */
export function expiredClaims(db: Sql, lateMs: number): Promise<WatchFinding[]> {
  return found(
    db,
    'CLAIM_EXPIRED',
    `SELECT o.id::text AS about, o.entity_kind AS "entityKind", o.entity_id AS "entityId",
       jsonb_build_object('notification', coalesce(o.notification, ''), 'since', o.claim_until) AS values
       FROM outbox o WHERE o.state IN ('claimed', 'sending') AND o.claim_until < ${late} ORDER BY o.claim_until, o.id LIMIT ${most}`,
    [lateMs],
  );
}

/** Mails that the server took, as the delivery says, while the outbox does not say so: they would go again. */
export function unrecordedMails(db: Sql): Promise<WatchFinding[]> {
  return found(
    db,
    'MAIL_UNRECORDED',
    `SELECT o.id::text AS about, o.entity_kind AS "entityKind", o.entity_id AS "entityId",
       jsonb_build_object('notification', coalesce(o.notification, ''), 'state', o.state, 'since', d.sent_at) AS values
       FROM delivery d JOIN outbox o ON o.delivery_id = d.id WHERE d.state = 'sent' AND o.state <> 'sent' ORDER BY d.sent_at, o.id LIMIT ${most}`,
    [],
  );
}

/** Of rows of the outbox that the mail desk told the engine it had sent: those that the outbox does not call sent. */
export function reportedMails(db: Sql, rowIds: readonly string[]): Promise<WatchFinding[]> {
  return found(
    db,
    'MAIL_UNRECORDED',
    `SELECT o.id::text AS about, o.entity_kind AS "entityKind", o.entity_id AS "entityId",
       jsonb_build_object('witness', 'engine', 'notification', coalesce(o.notification, ''), 'state', o.state) AS values
       FROM outbox o WHERE o.id = ANY($1::uuid[]) AND o.state <> 'sent' ORDER BY o.id LIMIT ${most}`,
    [rowIds],
  );
}

/** Mails that the outbox calls sent and of which no delivery says that a server took them; but for what a person or a restore has decided. */
export function recordsWithoutMail(db: Sql): Promise<WatchFinding[]> {
  return found(
    db,
    'RECORD_WITHOUT_MAIL',
    `SELECT o.id::text AS about, o.entity_kind AS "entityKind", o.entity_id AS "entityId",
       jsonb_build_object('notification', coalesce(o.notification, ''), 'since', o.done_at) AS values
       FROM outbox o LEFT JOIN delivery d ON d.id = o.delivery_id
      WHERE o.kind = 'mail' AND o.state = 'sent' AND (d.id IS NULL OR d.state <> 'sent' OR d.sent_at IS NULL)
        AND o.result->>'why' IS DISTINCT FROM 'decided-by-person' AND o.result->>'code' IS DISTINCT FROM 'RECONCILED'
      ORDER BY o.done_at, o.id LIMIT ${most}`,
    [],
  );
}

/** Heads, and what lists show, that stand elsewhere than the end of the ledger. */
export async function headsApart(db: Sql): Promise<WatchFinding[]> {
  const rows = await db.query<(EntityKey & { headRev: number; viewRev: number; summaryRev: number | null; ledgerRev: number })[]>(
    `WITH ends AS (SELECT kind, id, max(rev) AS rev FROM ledger_entry GROUP BY kind, id)
     SELECT * FROM (
       SELECT coalesce(h.kind, l.kind) AS kind, coalesce(h.id, l.id) AS id, coalesce(h.rev, 0) AS "headRev",
         coalesce((h.view->>'rev')::integer, h.rev, 0) AS "viewRev", CASE WHEN h.kind = 'project' THEN s.rev ELSE c.rev END AS "summaryRev",
         coalesce(l.rev, 0) AS "ledgerRev"
         FROM (SELECT * FROM entity_head WHERE rev > 0) h FULL JOIN ends l ON l.kind = h.kind AND l.id = h.id
         LEFT JOIN project_summary s ON h.kind = 'project' AND s.id = h.id LEFT JOIN call_summary c ON h.kind = 'call' AND c.id = h.id) x
      WHERE "headRev" <> "ledgerRev" OR "viewRev" <> "ledgerRev" OR ("headRev" > 0 AND "summaryRev" IS DISTINCT FROM "headRev")
      ORDER BY kind, id LIMIT ${most}`,
  );
  return rows.map(({ kind, id, headRev, viewRev, summaryRev, ledgerRev }): WatchFinding => {
    const seen = Math.max(headRev, viewRev);
    const one = { about: `${kind}/${id}`, entity: { kind, id } };
    if (seen > ledgerRev) return { ...one, kind: 'LEDGER_BEHIND', values: { viewRev: seen, ledgerRev } };
    if (Math.min(headRev, viewRev) < ledgerRev)
      return { ...one, kind: 'VIEW_BEHIND', values: { viewRev: Math.min(headRev, viewRev), ledgerRev } };
    return { ...one, kind: 'SUMMARY_DIFFERS', values: { table: `${kind}_summary`, summaryRev: summaryRev ?? 0, ledgerRev } };
  });
}

async function countOf(db: Sql, statement: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(statement);
  return row?.count ?? 0;
}

/** How many projects and calls have a ledger. */
export function countEntities(db: Sql): Promise<number> {
  return countOf(db, 'SELECT count(*)::integer AS count FROM entity_head WHERE rev > 0');
}

/** How many planned steps there are outside rooms. */
export function countPlanned(db: Sql): Promise<number> {
  return countOf(db, 'SELECT count(*)::integer AS count FROM planned_occurrence WHERE room_id IS NULL');
}

/** How many mails have left. */
export function countSentMails(db: Sql): Promise<number> {
  return countOf(db, `SELECT count(*)::integer AS count FROM outbox WHERE kind = 'mail' AND state = 'sent'`);
}

/** Those of the given entities that the ledger does not know. */
export async function unknownEntities(db: Sql, entities: readonly EntityKey[]): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT t.kind, t.id FROM unnest($1::text[], $2::uuid[]) AS t(kind, id)
      WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = t.kind AND e.id = t.id AND e.rev = 1)`,
    [entities.map((one) => one.kind), entities.map((one) => one.id)],
  );
}

/** Open entities outside rooms whose ledger has grown in the last `withinMs`, the latest first. */
export function lately(db: Sql, withinMs: number, limit: number): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT e.kind, e.id FROM ledger_entry e JOIN entity_head h ON h.kind = e.kind AND h.id = e.id AND NOT h.closed AND h.room_id IS NULL
      WHERE e.recorded_at > clock_timestamp() - $1 * interval '1 millisecond' GROUP BY e.kind, e.id ORDER BY max(e.recorded_at) DESC LIMIT $2`,
    [withinMs, limit],
  );
}
