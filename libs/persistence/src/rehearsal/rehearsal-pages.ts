import type { Actor } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import { readableProjects } from '../project/project-rights';
import type { Sql } from '../sql';
import type { RehearsedLine, RehearsedMail } from './rehearsal-play';

/** Whether a reader may read the real project that the row `x` is a copy of, as SQL; calls are read by everybody who may see rehearsals. */
function inSight(actor: Actor, first: number): { sql: string; values: unknown[] } {
  const { sql, values } = readableProjects(actor, first);
  return { sql: `(x.kind = 'call' OR EXISTS (SELECT FROM project_summary s WHERE s.id = x.id AND ${sql}))`, values };
}

/** A copy as a page lists it. */
export interface CopyLine extends EntityKey {
  reference: string | null;
  titleZh: string;
  titleEn: string;
  state: unknown;
  steps: number;
  nextAt: Date | null;
}

/** The copies of a room that a reader may see, the one that does something next first. */
export function copiesInSight(db: Sql, actor: Actor, rehearsalId: string): Promise<CopyLine[]> {
  const sight = inSight(actor, 2);
  return db.query<CopyLine[]>(
    `SELECT x.kind, x.id, x.reference, x.title_zh AS "titleZh", x.title_en AS "titleEn", x.state, x.steps, x.next_at AS "nextAt" FROM rehearsal_copy x
      WHERE x.rehearsal_id = $1 AND ${sight.sql} ORDER BY x.next_at NULLS LAST, x.reference, x.id`,
    [rehearsalId, ...sight.values],
  );
}

/** A line as a page lists it. */
export interface LineInSight extends Omit<RehearsedLine, 'at' | 'events'> {
  at: Date;
  reference: string | null;
  events: { type: string }[];
}

/** What happened in a room before a line, the last first. */
export function linesInSight(
  db: Sql,
  actor: Actor,
  rehearsalId: string,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<LineInSight[]> {
  const sight = inSight(actor, 4);
  return db.query<LineInSight[]>(
    `SELECT x.no, x.at, x.kind, x.id, x.command, x.actor_id AS "actorId", x.events, c.reference FROM rehearsal_line x
       JOIN rehearsal_copy c ON c.rehearsal_id = x.rehearsal_id AND c.kind = x.kind AND c.id = x.id
      WHERE x.rehearsal_id = $1 AND ($2::integer IS NULL OR x.no < $2) AND ${sight.sql} ORDER BY x.no DESC LIMIT $3`,
    [rehearsalId, before ?? null, limit, ...sight.values],
  );
}

/** A mail as a page lists it. */
export interface MailInSight extends Omit<RehearsedMail, 'sendAt' | 'leftAt' | 'body' | 'html'> {
  sendAt: Date;
  leftAt: Date | null;
  reference: string | null;
  name: string;
  latinName: string;
  language: string;
  zone: string;
}

const mailColumns = `x.no, x.line_no AS "lineNo", x.kind, x.id, x.key, x.intent, x.person_id AS "personId", x.role, x.is_copy AS "isCopy", x.held,
  x.send_at AS "sendAt", x.state, x.why, x.left_at AS "leftAt", x.with_no AS "withNo", x.languages, x.subject, c.reference, p.full_name AS name,
  p.latin_name AS "latinName", p.mail_language AS language, p.zone`;
const mailTables = `rehearsal_mail x JOIN rehearsal_copy c ON c.rehearsal_id = x.rehearsal_id AND c.kind = x.kind AND c.id = x.id JOIN person p ON p.id = x.person_id`;

/** Mails of a room in the order in which they leave: those that wait the next first, those that left the last first. */
export function mailsInSight(
  db: Sql,
  actor: Actor,
  rehearsalId: string,
  { waiting, limit, after }: { waiting: boolean; limit: number; after: number },
): Promise<MailInSight[]> {
  const sight = inSight(actor, 4);
  return db.query<MailInSight[]>(
    `SELECT ${mailColumns} FROM ${mailTables} WHERE x.rehearsal_id = $1 AND (x.state = 'waiting') = ${waiting ? 'true' : 'false'} AND ${sight.sql}
      ORDER BY ${waiting ? 'x.send_at, x.no' : 'x.left_at DESC, x.no DESC'} LIMIT $2 OFFSET $3`,
    [rehearsalId, limit, after, ...sight.values],
  );
}

/** One mail with its text, or the text of the digest it went in; nothing when there is none that the reader may see. */
export async function mailInSight(
  db: Sql,
  actor: Actor,
  rehearsalId: string,
  no: number,
): Promise<(MailInSight & { body: string | null; html: string | null }) | undefined> {
  const sight = inSight(actor, 3);
  const [row] = await db.query<(MailInSight & { body: string | null; html: string | null })[]>(
    `SELECT ${mailColumns.replace('x.subject', 'coalesce(x.subject, w.subject) AS subject')}, coalesce(x.body, w.body) AS body, coalesce(x.html, w.html) AS html
       FROM ${mailTables} LEFT JOIN rehearsal_mail w ON w.rehearsal_id = x.rehearsal_id AND w.no = x.with_no
      WHERE x.rehearsal_id = $1 AND x.no = $2 AND ${sight.sql}`,
    [rehearsalId, no, ...sight.values],
  );
  return row;
}
