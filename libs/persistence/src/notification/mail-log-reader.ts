import type { Country, NotificationClass, NotificationKind } from '@app/domain';
import { containing } from '../people/people-reader';
import type { Sql } from '../sql';
import { gateOpen } from './desk-rows';
import { wordOfRow, type MailWord } from './mails-reader';
import { waitReasonOfRow, type WaitReason } from './waiting-mails';

/** Orders of the mail log: by the earliest instant a mail may leave; a leading minus puts the newest first. */
export const mailSorts = ['-at', 'at'] as const;

/** What the mail log is asked for. */
export interface MailQuery {
  /** Only mails of this person; without it all. */
  ofPerson?: string;
  words?: MailWord[];
  class?: NotificationClass;
  notification?: NotificationKind;
  projectId?: string;
  /** Mails of the call itself and of all its projects. */
  callId?: string;
  personId?: string;
  country?: Country;
  rule?: string;
  /** Only mails that wait for this. */
  waits?: WaitReason;
  /** First and last day, by Beijing dates. */
  from?: string;
  to?: string;
  /** Part of an address, a name or a reference. */
  q?: string;
  sort: (typeof mailSorts)[number];
  limit: number;
  after?: { key: string; id: string };
}

/** One mail of the log. */
export interface MailLogLine {
  id: string;
  entityKind: 'project' | 'call';
  entityId: string;
  reference: string | null;
  notification: NotificationKind;
  class: NotificationClass;
  personId: string;
  personName: string;
  country: Country;
  role: string;
  copy: boolean;
  word: MailWord;
  /** What holds a held mail: a release that is awaited, or a gate. */
  heldBy: 'release' | 'gate' | null;
  /** Why it was cancelled, in the codes of the rules. */
  why: string | null;
  attempts: number;
  sendAfter: Date;
  doneAt: Date | null;
  subject: string | null;
  sortKey: string;
}

/** States a row may be in to be shown under a word; they let an index answer. */
const statesOfWord: Record<MailWord, string[]> = {
  created: ['created'],
  sending: ['claimed', 'sending'],
  delivered: ['sent'],
  'temporary-failure': ['created'],
  'permanent-failure': ['failed'],
  'technical-failure': ['created'],
  uncertain: ['uncertain', 'created'],
  cancelled: ['cancelled'],
  held: ['held', 'created'],
};

/** Columns of a line of the log, over the row `o` with its person `p`, project `s`, call `c` and delivery `d`. */
export const mailLogColumns = `o.id, o.entity_kind AS "entityKind", o.entity_id AS "entityId", coalesce(s.reference, c.code) AS reference, o.notification, o.class,
  o.person_id AS "personId", p.full_name AS "personName", p.country, o.role, o.copy, ${wordOfRow} AS word,
  CASE WHEN o.state = 'held' THEN 'release' WHEN o.state = 'created' AND o.result->>'word' IS NULL AND NOT ${gateOpen} THEN 'gate' END AS "heldBy",
  o.result->>'why' AS why, o.attempts, o.send_after_virtual AS "sendAfter", o.done_at AS "doneAt", d.frozen->>'subject' AS subject`;

/** Where a line of the log comes from. */
export const mailLogTables = `outbox o JOIN person p ON p.id = o.person_id
  LEFT JOIN project_summary s ON o.entity_kind = 'project' AND s.id = o.entity_id
  LEFT JOIN call_summary c ON o.entity_kind = 'call' AND c.id = o.entity_id
  LEFT JOIN delivery d ON d.id = o.delivery_id`;

/** Mails in a stable order; one more than `limit` tells that a further page exists. */
export function listMails(db: Sql, query: MailQuery): Promise<MailLogLine[]> {
  const values: unknown[] = [];
  const filters = filtersOf(query, values);
  const descending = query.sort === '-at';
  if (query.after !== undefined) {
    values.push(query.after.key, query.after.id);
    filters.push(`(o.send_after_virtual, o.id) ${descending ? '<' : '>'} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  values.push(query.limit + 1);
  const order = descending ? 'DESC' : 'ASC';
  return db.query<MailLogLine[]>(
    `SELECT ${mailLogColumns}, to_char(o.send_after_virtual AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sortKey" FROM ${mailLogTables}
      WHERE ${["o.kind = 'mail'", ...filters].join(' AND ')} ORDER BY o.send_after_virtual ${order}, o.id ${order} LIMIT $${values.length}`,
    values,
  );
}

/** How many mails are open under each word: what waits, is held or did not arrive. For the Secretariat; what was delivered or cancelled is not counted. */
export function countOpenMails(db: Sql): Promise<{ word: MailWord; count: number }[]> {
  return db.query(
    `SELECT ${wordOfRow} AS word, count(*)::int AS count FROM outbox o WHERE o.kind = 'mail' AND o.state NOT IN ('sent', 'cancelled') GROUP BY 1 ORDER BY 1`,
  );
}

function filtersOf(query: MailQuery, values: unknown[]): string[] {
  const filters: string[] = [];
  const where = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    filters.push(sql(`$${values.length}`));
  };
  where(query.ofPerson, (at) => `o.person_id = ${at}`);
  where(
    query.words === undefined ? undefined : [...new Set(query.words.flatMap((one) => statesOfWord[one]))],
    (at) => `o.state = ANY(${at}::text[])`,
  );
  where(query.words, (at) => `(${wordOfRow}) = ANY(${at}::text[])`);
  where(query.class, (at) => `o.class = ${at}`);
  where(query.notification, (at) => `o.notification = ${at}`);
  where(query.projectId, (at) => `(o.entity_kind = 'project' AND o.entity_id = ${at})`);
  where(query.callId, (at) => `(CASE o.entity_kind WHEN 'call' THEN o.entity_id ELSE s.call_id END) = ${at}`);
  where(query.personId, (at) => `o.person_id = ${at}`);
  where(query.country, (at) => `p.country = ${at}`);
  where(query.rule, (at) => `o.intent->>'rule' = ${at}`);
  where(query.waits, (at) => `(o.state NOT IN ('sent', 'failed', 'cancelled') AND (${waitReasonOfRow}) = ${at})`);
  where(query.from, (at) => `o.send_after_virtual >= (${at}::date::timestamp AT TIME ZONE 'Asia/Shanghai')`);
  where(query.to, (at) => `o.send_after_virtual < ((${at}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`);
  where(query.q === undefined ? undefined : containing(query.q), foundBy);
  return filters;
}

/** Found once each before the log is read: a search does not join every mail with every name. */
function foundBy(at: string): string {
  return `(o.person_id IN (SELECT n.id FROM person n WHERE n.full_name ILIKE ${at} OR n.latin_name ILIKE ${at}
      UNION SELECT e.person_id FROM person_email e WHERE e.address ILIKE ${at})
    OR o.delivery_id IN (SELECT a.id FROM delivery a WHERE a.address ILIKE ${at})
    OR o.entity_id IN (SELECT r.id FROM project_summary r WHERE r.reference ILIKE ${at} OR r.application_ref ILIKE ${at}
      UNION SELECT k.id FROM call_summary k WHERE k.code ILIKE ${at}))`;
}
