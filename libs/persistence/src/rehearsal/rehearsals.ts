import type { Actor, Instant, TextRef } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import { changedRows, type Sql } from '../sql';

/** What can be asked of a rehearsal: being made, the next thing that happens, time until an instant, an act, or going back to its start. */
export type MoveKind = 'open' | 'next-event' | 'run' | 'act' | 'restart';

/** An act in a rehearsal, as the rules are asked: free texts stand beside, since nothing of a rehearsal is kept with the real ones. */
export interface RehearsedAct {
  entity: EntityKey;
  type: string;
  payload: unknown;
  actor: Actor;
  reason?: TextRef;
  texts: { textId: string; content: string }[];
}

/** A move that is asked for. */
export interface NewMove {
  /** The caller's key, a UUID: the same key is the same move. */
  id: string;
  kind: Exclude<MoveKind, 'open'>;
  until?: Instant;
  act?: RehearsedAct;
  askedBy: string;
  /** Number of moves that whoever asks has seen. */
  rev: number;
}

/** A rehearsal that is asked for. */
export interface NewRehearsal {
  /** The caller's key, a UUID: the same key is the same rehearsal. */
  id: string;
  source: EntityKey;
  policy: { version: number; content: unknown } | undefined;
  openedBy: string;
  reason: string;
  startsAt: Instant;
  keepDays: number;
}

/** A move as it is kept. */
export interface Move {
  id: string;
  rehearsalId: string;
  no: number;
  kind: MoveKind;
  act: RehearsedAct | null;
  askedBy: string;
  askedAt: Date;
  from: Date;
  until: Date | null;
  state: 'running' | 'done' | 'refused' | 'failed';
  steps: number;
  code: string | null;
  codeValues: Record<string, unknown> | null;
  endedAt: Date | null;
}

/** A rehearsal as it is kept. */
export interface Rehearsal {
  id: string;
  source: EntityKey;
  sourceReference: string | null;
  policyVersion: number | null;
  policyName: string | null;
  openedBy: string;
  openedByName: string;
  reason: string;
  openedAt: Date;
  startsAt: Date;
  now: Date;
  rev: number;
  lineNo: number;
  mailNo: number;
  keepUntil: Date;
  copies: number;
  waiting: number;
  sent: number;
}

const columns = `r.id, jsonb_build_object('kind', r.source_kind, 'id', r.source_id) AS source, coalesce(ps.reference, cs.code) AS "sourceReference",
  r.policy_version AS "policyVersion", v.name AS "policyName", r.opened_by AS "openedBy", p.full_name AS "openedByName", r.reason, r.opened_at AS "openedAt",
  r.starts_at AS "startsAt", r.clock_at AS now, r.rev, r.line_no AS "lineNo", r.mail_no AS "mailNo", r.keep_until AS "keepUntil",
  (SELECT count(*)::integer FROM rehearsal_copy c WHERE c.rehearsal_id = r.id) AS copies,
  (SELECT count(*)::integer FROM rehearsal_mail m WHERE m.rehearsal_id = r.id AND m.state = 'waiting') AS waiting,
  (SELECT count(*)::integer FROM rehearsal_mail m WHERE m.rehearsal_id = r.id AND m.state = 'sent') AS sent`;
const tables = `rehearsal r JOIN person p ON p.id = r.opened_by LEFT JOIN policy_version v ON v.version = r.policy_version
  LEFT JOIN project_summary ps ON r.source_kind = 'project' AND ps.id = r.source_id
  LEFT JOIN call_summary cs ON r.source_kind = 'call' AND cs.id = r.source_id`;
const moveColumns = `m.id, m.rehearsal_id AS "rehearsalId", m.no, m.kind, m.asked->'act' AS act, m.asked_by AS "askedBy", m.asked_at AS "askedAt",
  m.from_at AS "from", m.until, m.state, m.steps, m.code, m.code_values AS "codeValues", m.ended_at AS "endedAt"`;

/** Puts a rehearsal on record; its first move makes the copies. Its id is the id of that move too. `known`: it was asked for before under this key. */
export async function openRehearsal(tx: Sql, asked: NewRehearsal): Promise<'opened' | 'known'> {
  const { id, source, policy, openedBy, reason, startsAt, keepDays } = asked;
  const rows = await tx.query<unknown[]>(
    `INSERT INTO rehearsal (id, source_kind, source_id, policy_version, policy, opened_by, reason, starts_at, clock_at, rev, keep_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1, clock_timestamp() + make_interval(days => $9)) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      ...[id, source.kind, source.id, policy?.version ?? null, policy === undefined ? null : JSON.stringify(policy.content)],
      ...[openedBy, reason, startsAt, keepDays],
    ],
  );
  if (rows.length === 0) return 'known';
  await tx.query(
    `INSERT INTO rehearsal_move (id, rehearsal_id, no, kind, asked, asked_by, from_at, until, state) VALUES ($1, $1, 1, 'open', '{}', $2, $3, $3, 'running')`,
    [id, openedBy, startsAt],
  );
  return 'opened';
}

/** One rehearsal; nothing when there is none, or it was thrown away. */
export async function findRehearsal(db: Sql, id: string): Promise<Rehearsal | undefined> {
  const [row] = await db.query<Rehearsal[]>(`SELECT ${columns} FROM ${tables} WHERE r.id = $1`, [id]);
  return row;
}

/** Rehearsals that are kept, the newest first. */
export function listRehearsals(db: Sql, limit: number): Promise<Rehearsal[]> {
  return db.query<Rehearsal[]>(`SELECT ${columns} FROM ${tables} ORDER BY r.opened_at DESC, r.id LIMIT $1`, [limit]);
}

/** What asking for a move found. `busy`: another one is still played. `stale`: others have moved the room on meanwhile. */
export type AskedMove =
  { is: 'asked' | 'known'; move: Move } | { is: 'key-reused' | 'busy' | 'missing' } | { is: 'stale'; current: number };

/** Puts a move on record; it is played by a worker. For a transaction. */
export async function askMove(tx: Sql, rehearsalId: string, asked: NewMove): Promise<AskedMove> {
  const [room] = await tx.query<{ rev: number; now: Date }[]>('SELECT rev, clock_at AS now FROM rehearsal WHERE id = $1 FOR UPDATE', [
    rehearsalId,
  ]);
  if (room === undefined) return { is: 'missing' };
  const known = await findMove(tx, asked.id);
  if (known !== undefined) return isSame(known, rehearsalId, asked) ? { is: 'known', move: known } : { is: 'key-reused' };
  if ((await runningMove(tx, rehearsalId)) !== undefined) return { is: 'busy' };
  if (room.rev !== asked.rev) return { is: 'stale', current: room.rev };
  await tx.query(
    `INSERT INTO rehearsal_move (id, rehearsal_id, no, kind, asked, asked_by, from_at, until, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'running')`,
    [
      ...[asked.id, rehearsalId, room.rev + 1, asked.kind, JSON.stringify(asked.act === undefined ? {} : { act: asked.act })],
      ...[asked.askedBy, room.now, asked.until ?? null],
    ],
  );
  await tx.query('UPDATE rehearsal SET rev = rev + 1 WHERE id = $1', [rehearsalId]);
  const move = await findMove(tx, asked.id);
  return move === undefined ? { is: 'missing' } : { is: 'asked', move };
}

function isSame(known: Move, rehearsalId: string, { kind, askedBy }: NewMove): boolean {
  return known.rehearsalId === rehearsalId && known.kind === kind && known.askedBy === askedBy;
}

/** One move; nothing when there is none under this id. */
export async function findMove(db: Sql, id: string): Promise<Move | undefined> {
  const [row] = await db.query<Move[]>(`SELECT ${moveColumns} FROM rehearsal_move m WHERE m.id = $1`, [id]);
  return row;
}

/** The move that is being played. */
export async function runningMove(db: Sql, rehearsalId: string): Promise<Move | undefined> {
  const [row] = await db.query<Move[]>(`SELECT ${moveColumns} FROM rehearsal_move m WHERE m.rehearsal_id = $1 AND m.state = 'running'`, [
    rehearsalId,
  ]);
  return row;
}

/** The last move of a rehearsal. */
export async function lastMove(db: Sql, rehearsalId: string): Promise<Move | undefined> {
  const [row] = await db.query<Move[]>(`SELECT ${moveColumns} FROM rehearsal_move m WHERE m.rehearsal_id = $1 ORDER BY m.no DESC LIMIT 1`, [
    rehearsalId,
  ]);
  return row;
}

/** Moves that have been played for longer than `olderThanMs` without an end: asked for while the engine was away. */
export async function quietMoves(db: Sql, olderThanMs: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM rehearsal_move WHERE state = 'running' AND asked_at < clock_timestamp() - make_interval(secs => $1::double precision / 1000)`,
    [olderThanMs],
  );
  return rows.map((row) => row.id);
}

/** Throws a rehearsal away with all that was played in it; false when there is none (any more). */
export async function discardRehearsal(db: Sql, id: string): Promise<boolean> {
  return (await changedRows(db, 'DELETE FROM rehearsal WHERE id = $1 RETURNING id', [id])).length === 1;
}

/** Throws away rehearsals whose time is over; answers how many. */
export async function removeOldRehearsals(db: Sql): Promise<number> {
  return (await changedRows(db, 'DELETE FROM rehearsal WHERE keep_until < clock_timestamp() RETURNING id', [])).length;
}
