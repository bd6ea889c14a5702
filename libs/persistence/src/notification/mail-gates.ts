import { endAct, openAct, type ActDoor } from '../engine/technical-acts';
import { changedRows, type Sql } from '../sql';
import { stoppedBy } from './desk-rows';

/** What can be stopped: all mail, mail of one rule, to the readers of one country, or of one project. */
export const gateScopes = ['everything', 'rule', 'country', 'project'] as const;

/** Which mail a gate stops; the key of `everything` is `*`, of a project its id. */
export interface MailGate {
  scope: (typeof gateScopes)[number];
  key: string;
}

/** A gate that is shut: what it stops, since when, by whom, why, and how many mails wait behind it. */
export interface ShutGate extends MailGate {
  /** Number of the project. */
  reference: string | null;
  /** Nobody: somebody who works on the server itself. */
  closedByName: string | null;
  closedAt: Date;
  reason: string;
  waiting: number;
}

/** Who stops or releases mail, under which key and through which door, and why. */
export interface GateActor {
  key: string;
  door: ActDoor;
  personId: string | null;
  reason: string;
}

/** What came of it. `changed`: false where it was so already, or the key repeats an act. `waiting`: how many mails are stopped by it, or were. */
export type GateOutcome = { is: 'done'; changed: boolean; waiting: number } | { is: 'key-reused' };

const stoppedByGate = stoppedBy('g');
const waitingRows = `o.kind = 'mail' AND o.state IN ('created', 'claimed')`;

/** Shuts a gate for mail. What is being handed over this second still leaves. False when it was shut. */
export async function closeGate(
  db: Sql,
  { scope, key, closedBy, reason }: MailGate & { closedBy: string | null; reason: string },
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    'INSERT INTO gate (scope, key, closed_by, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key',
    [scope, key, closedBy, reason],
  );
  return rows.length === 1;
}

/** Opens a gate again; what waited leaves when the desk looks next. False when it was open. */
export async function openGate(db: Sql, scope: string, key: string): Promise<boolean> {
  return (await changedRows(db, 'DELETE FROM gate WHERE scope = $1 AND key = $2 RETURNING key', [scope, key])).length === 1;
}

/** Gates that are shut, the one for everything first, then the oldest. */
export function shutGates(db: Sql): Promise<ShutGate[]> {
  return db.query<ShutGate[]>(
    `SELECT g.scope, g.key, coalesce(s.reference, c.code) AS reference, p.full_name AS "closedByName", g.closed_at AS "closedAt", g.reason,
        (SELECT count(*)::int FROM outbox o WHERE ${waitingRows} AND ${stoppedByGate}) AS waiting
       FROM gate g LEFT JOIN person p ON p.id = g.closed_by LEFT JOIN project_summary s ON g.scope = 'project' AND s.id::text = g.key
         LEFT JOIN call_summary c ON g.scope = 'project' AND c.id::text = g.key ORDER BY g.scope <> 'everything', g.closed_at, g.scope, g.key`,
  );
}

/** Stops mail, on record as a technical act; once under its key. Run it in a transaction. */
export function stopMail(tx: Sql, gate: MailGate, by: GateActor): Promise<GateOutcome> {
  return onRecord(tx, 'mail.stop', gate, by, () => closeGate(tx, { ...gate, closedBy: by.personId, reason: by.reason }));
}

/** Lets stopped mail go again, on record as a technical act; once under its key. Each mail is asked again before it leaves. Run it in a transaction. */
export function releaseMail(tx: Sql, gate: MailGate, by: GateActor): Promise<GateOutcome> {
  return onRecord(tx, 'mail.release', gate, by, () => openGate(tx, gate.scope, gate.key));
}

async function onRecord(
  tx: Sql,
  kind: 'mail.stop' | 'mail.release',
  { scope, key }: MailGate,
  { key: id, door, personId, reason }: GateActor,
  work: () => Promise<boolean>,
): Promise<GateOutcome> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('mail-gates', 0))`);
  const before = await standing(tx, { scope, key });
  const entity = scope === 'project' ? await entityOf(tx, key) : null;
  const opened = await openAct(tx, {
    id,
    kind,
    entity,
    door,
    actorId: personId,
    reason,
    asked: { scope, key },
    before,
    needsSecond: false,
  });
  if (opened.is === 'key-reused') return { is: 'key-reused' };
  if (opened.is === 'known') return { is: 'done', changed: false, waiting: Number(opened.act.resultValues?.['waiting'] ?? 0) };
  const changed = await work();
  const shut = kind === 'mail.stop';
  const code = changed ? (shut ? 'MAIL_STOPPED' : 'MAIL_RELEASED') : shut ? 'MAIL_WAS_STOPPED' : 'MAIL_WAS_OPEN';
  const values = { scope, key, waiting: before.waiting };
  await endAct(tx, id, { state: 'done', code, values, after: { shut, waiting: shut ? before.waiting : 0 } });
  return { is: 'done', changed, waiting: before.waiting };
}

async function entityOf(tx: Sql, id: string): Promise<{ kind: 'project' | 'call'; id: string } | null> {
  const rows = await tx.query<{ kind: 'project' | 'call' }[]>('SELECT kind FROM entity_head WHERE id = $1', [id]);
  return rows[0] === undefined ? null : { kind: rows[0].kind, id };
}

async function standing(tx: Sql, { scope, key }: MailGate): Promise<{ shut: boolean; waiting: number }> {
  const [row] = await tx.query<{ shut: boolean; waiting: number }[]>(
    `SELECT EXISTS (SELECT FROM gate WHERE scope = g.scope AND key = g.key) AS shut,
        (SELECT count(*)::int FROM outbox o WHERE ${waitingRows} AND ${stoppedByGate}) AS waiting FROM (SELECT $1::text AS scope, $2::text AS key) g`,
    [scope, key],
  );
  return row ?? { shut: false, waiting: 0 };
}

/**
 * Mails that a gate alone keeps back and whose time has come, the longest waiting first; one more than `limit` tells that there are more. Those behind
 * a second shut gate, or whose time is still to come, are only counted.
 */
export async function mailsBehind(
  db: Sql,
  { scope, key }: MailGate,
  limit: number,
): Promise<{ due: string[]; later: number; elsewhere: number }> {
  const behind = `FROM outbox o, (SELECT $1::text AS scope, $2::text AS key) g WHERE ${waitingRows} AND ${stoppedByGate}`;
  const alone = `NOT EXISTS (SELECT FROM gate other WHERE NOT (other.scope = $1 AND other.key = $2) AND ${stoppedBy('other')})`;
  const due = `coalesce(o.next_try_at <= clock_timestamp(), true) AND CASE WHEN o.room_id IS NULL THEN o.send_after <= clock_timestamp()
    ELSE o.send_after_virtual <= (SELECT r.room_now FROM room r WHERE r.id = o.room_id) END`;
  const [counts] = await db.query<{ later: number; elsewhere: number }[]>(
    `SELECT count(*) FILTER (WHERE ${alone} AND NOT (${due}))::int AS later, count(*) FILTER (WHERE NOT ${alone})::int AS elsewhere ${behind}`,
    [scope, key],
  );
  const rows = await db.query<{ id: string }[]>(
    `SELECT o.id ${behind} AND ${alone} AND (${due}) ORDER BY o.send_after_virtual, o.id LIMIT $3`,
    [scope, key, limit + 1],
  );
  return { due: rows.map(({ id }) => id), later: counts?.later ?? 0, elsewhere: counts?.elsewhere ?? 0 };
}
