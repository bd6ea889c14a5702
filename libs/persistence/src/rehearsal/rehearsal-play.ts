import { recallReasons, type Instant, type NotificationIntent, type RecipientRole } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import { changedRows, type Sql } from '../sql';
import type { Move } from './rehearsals';

/** A copy as it stands in its room. */
export interface CopyRow extends EntityKey {
  reference: string | null;
  titleZh: string;
  titleEn: string;
  state: unknown;
  steps: number;
  nextAt: Instant | null;
}

/** What happened to a copy at one instant of the room. */
export interface RehearsedLine extends EntityKey {
  no: number;
  at: Instant;
  command: string;
  actorId: string | null;
  events: unknown[];
}

/** A mail of a rehearsal: to whom, what, when, and what became of it. It is never sent. */
export interface RehearsedMail extends EntityKey {
  no: number;
  /** The line that told it; 0 for one that waited already. */
  lineNo: number;
  key: string;
  intent: NotificationIntent;
  personId: string;
  role: RecipientRole;
  isCopy: boolean;
  held: boolean;
  sendAt: Instant;
  state: 'waiting' | 'sent' | 'not-needed' | 'unreachable';
  why: string | null;
  leftAt: Instant | null;
  withNo: number | null;
  languages: string | null;
  subject: string | null;
  body: string | null;
  html: string | null;
}

/** Where a room is between two stretches. */
export interface RoomPlace {
  rehearsalId: string;
  now: Instant;
  lineNo: number;
  mailNo: number;
  policyVersion: number | null;
  policy: unknown;
}

/** What one stretch of play brought. */
export interface PlayedStretch {
  place: RoomPlace;
  /** Where the room was before; a stretch counts only if nobody was quicker. */
  before: RoomPlace;
  steps: number;
  copies: readonly CopyRow[];
  lines: readonly RehearsedLine[];
  mails: readonly RehearsedMail[];
  end: { state: 'done' | 'refused' | 'failed'; code?: string; values?: Record<string, unknown> } | undefined;
}

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Where a room is. */
export async function roomPlace(db: Sql, rehearsalId: string): Promise<RoomPlace | undefined> {
  const [row] = await db.query<RoomPlace[]>(
    `SELECT id AS "rehearsalId", ${instant('clock_at')} AS now, line_no AS "lineNo", mail_no AS "mailNo", policy_version AS "policyVersion", policy
       FROM rehearsal WHERE id = $1`,
    [rehearsalId],
  );
  return row;
}

/** Every copy of a room. */
export function copiesOf(db: Sql, rehearsalId: string): Promise<CopyRow[]> {
  return db.query<CopyRow[]>(
    `SELECT kind, id, reference, title_zh AS "titleZh", title_en AS "titleEn", state, steps, ${instant('next_at')} AS "nextAt"
       FROM rehearsal_copy WHERE rehearsal_id = $1 ORDER BY kind, id`,
    [rehearsalId],
  );
}

const mailColumns = `no, line_no AS "lineNo", kind, id, key, intent, person_id AS "personId", role, is_copy AS "isCopy", held, ${instant('send_at')} AS "sendAt",
  state, why, ${instant('left_at')} AS "leftAt", with_no AS "withNo", languages, subject, body, html`;

/** Mails of a room that wait for their time. */
export function waitingInRoom(db: Sql, rehearsalId: string): Promise<RehearsedMail[]> {
  return db.query<RehearsedMail[]>(
    `SELECT ${mailColumns} FROM rehearsal_mail WHERE rehearsal_id = $1 AND state = 'waiting' ORDER BY send_at, no`,
    [rehearsalId],
  );
}

/** Keys of all mails of a room that were told and not taken back: told again they stay as they are. */
export async function toldInRoom(db: Sql, rehearsalId: string): Promise<Set<string>> {
  const rows = await db.query<{ key: string }[]>(
    `SELECT key FROM rehearsal_mail WHERE rehearsal_id = $1 AND (state <> 'not-needed' OR why <> ALL($2::text[]))`,
    [rehearsalId, recallReasons],
  );
  return new Set(rows.map((row) => row.key));
}

/** Texts that were given with the acts of a room, by id: names of the mails' texts are looked up here first. */
export async function textsInRoom(db: Sql, rehearsalId: string): Promise<Map<string, string>> {
  const rows = await db.query<{ textId: string; content: string }[]>(
    `SELECT t->>'textId' AS "textId", t->>'content' AS content FROM rehearsal_move m CROSS JOIN LATERAL jsonb_array_elements(m.asked->'act'->'texts') t
      WHERE m.rehearsal_id = $1 AND m.kind = 'act'`,
    [rehearsalId],
  );
  return new Map(rows.map((row) => [row.textId, row.content]));
}

/**
 * Notes a stretch of play with the place at which the next one begins; false when another worker was quicker or the room was thrown away: a stretch counts
 * once, however often it is repeated. For a transaction.
 */
export async function noteStretch(tx: Sql, move: Move, stretch: PlayedStretch): Promise<boolean> {
  const { rehearsalId } = move;
  const { before, place, steps, end } = stretch;
  const taken = await changedRows<unknown>(
    tx,
    `UPDATE rehearsal r SET clock_at = $2, line_no = $3, mail_no = $4 FROM rehearsal_move m
      WHERE r.id = $1 AND m.id = $5 AND m.state = 'running' AND m.steps = $6 AND r.clock_at = $7 AND r.line_no = $8 RETURNING r.id`,
    [rehearsalId, place.now, place.lineNo, place.mailNo, move.id, move.steps, before.now, before.lineNo],
  );
  if (taken.length === 0) return false;
  await writeEnd(tx, move, steps, end);
  await writeCopies(tx, rehearsalId, stretch.copies);
  await writeLines(tx, move, stretch.lines);
  await writeMails(tx, rehearsalId, stretch.mails);
  if (move.kind === 'open' && end?.state === 'done') await rememberStart(tx, rehearsalId);
  return true;
}

async function writeEnd(tx: Sql, { id }: Move, steps: number, end: PlayedStretch['end']): Promise<void> {
  const { state = null, code = null, values } = end ?? {};
  await tx.query(
    `UPDATE rehearsal_move SET steps = steps + $2, state = coalesce($3, state), code = $4, code_values = $5,
        ended_at = CASE WHEN $3::text IS NULL THEN NULL ELSE clock_timestamp() END WHERE id = $1`,
    [id, steps, state, code, values === undefined ? null : JSON.stringify(values)],
  );
}

async function writeCopies(tx: Sql, rehearsalId: string, copies: readonly CopyRow[]): Promise<void> {
  if (copies.length === 0) return;
  await tx.query(
    `INSERT INTO rehearsal_copy (rehearsal_id, kind, id, reference, title_zh, title_en, state, start_state, steps, next_at)
     SELECT $1, c.kind, c.id, c.reference, c."titleZh", c."titleEn", c.state, c.state, c.steps, c."nextAt"
       FROM jsonb_to_recordset($2::jsonb) AS c (kind text, id uuid, reference text, "titleZh" text, "titleEn" text, state jsonb, steps integer, "nextAt" timestamptz)
     ON CONFLICT (rehearsal_id, kind, id) DO UPDATE SET state = excluded.state, steps = excluded.steps, next_at = excluded.next_at, reference = excluded.reference`,
    [rehearsalId, JSON.stringify(copies)],
  );
}

async function writeLines(tx: Sql, { rehearsalId, no: moveNo }: Move, lines: readonly RehearsedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `INSERT INTO rehearsal_line (rehearsal_id, no, move_no, at, kind, id, command, actor_id, events)
     SELECT $1, l.no, $2, l.at, l.kind, l.id, l.command, l."actorId", l.events
       FROM jsonb_to_recordset($3::jsonb) AS l (no integer, at timestamptz, kind text, id uuid, command text, "actorId" uuid, events jsonb)`,
    [rehearsalId, moveNo, JSON.stringify(lines)],
  );
}

async function writeMails(tx: Sql, rehearsalId: string, mails: readonly RehearsedMail[]): Promise<void> {
  if (mails.length === 0) return;
  await tx.query(
    `INSERT INTO rehearsal_mail (rehearsal_id, no, line_no, kind, id, key, intent, person_id, role, is_copy, held, send_at, start_send_at, state, why, left_at,
        with_no, languages, subject, body, html)
     SELECT $1, m.no, m."lineNo", m.kind, m.id, m.key, m.intent, m."personId", m.role, m."isCopy", m.held, m."sendAt", m."sendAt", m.state, m.why, m."leftAt",
        m."withNo", m.languages, m.subject, m.body, m.html
       FROM jsonb_to_recordset($2::jsonb) AS m (no integer, "lineNo" integer, kind text, id uuid, key text, intent jsonb, "personId" uuid, role text,
        "isCopy" boolean, held boolean, "sendAt" timestamptz, state text, why text, "leftAt" timestamptz, "withNo" integer, languages text, subject text,
        body text, html text)
     ON CONFLICT (rehearsal_id, no) DO UPDATE SET send_at = excluded.send_at, state = excluded.state, why = excluded.why, left_at = excluded.left_at,
        with_no = excluded.with_no, languages = excluded.languages, subject = excluded.subject, body = excluded.body, html = excluded.html`,
    [rehearsalId, JSON.stringify(mails)],
  );
}

async function rememberStart(tx: Sql, rehearsalId: string): Promise<void> {
  await tx.query('UPDATE rehearsal_copy SET start_state = state, start_steps = steps WHERE rehearsal_id = $1', [rehearsalId]);
  await tx.query(`UPDATE rehearsal_mail SET at_start = true, start_send_at = send_at WHERE rehearsal_id = $1 AND state = 'waiting'`, [
    rehearsalId,
  ]);
}

/** Puts a room back to its start: what was played after it is thrown away. The copies' next steps are to be counted anew. For a transaction. */
export async function backToStart(tx: Sql, rehearsalId: string): Promise<void> {
  await tx.query('DELETE FROM rehearsal_line WHERE rehearsal_id = $1 AND move_no > 1', [rehearsalId]);
  await tx.query(
    `DELETE FROM rehearsal_mail m WHERE m.rehearsal_id = $1 AND m.line_no > 0
        AND NOT EXISTS (SELECT FROM rehearsal_line l WHERE l.rehearsal_id = $1 AND l.no = m.line_no)`,
    [rehearsalId],
  );
  await tx.query(
    `UPDATE rehearsal_mail SET state = 'waiting', why = NULL, left_at = NULL, with_no = NULL, languages = NULL, subject = NULL, body = NULL, html = NULL,
        send_at = start_send_at WHERE rehearsal_id = $1 AND at_start`,
    [rehearsalId],
  );
  await tx.query('UPDATE rehearsal_copy SET state = start_state, steps = start_steps WHERE rehearsal_id = $1', [rehearsalId]);
  await tx.query(
    `UPDATE rehearsal SET clock_at = starts_at, line_no = coalesce((SELECT max(no) FROM rehearsal_line WHERE rehearsal_id = $1), 0),
        mail_no = coalesce((SELECT max(no) FROM rehearsal_mail WHERE rehearsal_id = $1), 0) WHERE id = $1`,
    [rehearsalId],
  );
}
