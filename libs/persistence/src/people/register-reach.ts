import type { NotificationKind } from '@app/domain';
import type { Sql } from '../sql';
import type { RegisterKey } from './register-records';

/** A live project in which an entry of the register stands. */
export interface StandsIn {
  projectId: string;
  reference: string | null;
  stage: string;
  subState: string;
  /** What it is there: `lead`, `host` or `partner`; `contact`, `officer` or `expert`. */
  as: string;
}

/** An MoU that was signed with the words of that time. */
export type SignedMou = Pick<StandsIn, 'projectId' | 'reference'> & { signedOn: string };

/** A mail that a correction may concern. */
export interface ReachedMail {
  id: string;
  notification: NotificationKind;
  reference: string | null;
  personName: string;
  state: string;
  sendAfter: Date;
  doneAt: Date | null;
}

/** Some mails, and how many there are. */
export interface ReachedMails {
  count: number;
  items: ReachedMail[];
}

/** How far a correction reaches beyond the register. */
export interface RegisterReach {
  projects: StandsIn[];
  /** Ended projects: their pages show the name as the register has it, too. */
  ended: number;
  /** Signed MoUs of live and ended projects: they stay as they are. */
  signed: SignedMou[];
  /** Mails that wait: they are written when they leave. */
  waiting: ReachedMails;
  /** Mails that are on their way or of which nobody knows: they keep words and address. */
  leaving: ReachedMails;
  /** Formal letters that have left: they keep their words. */
  letters: ReachedMails;
}

const standsIn = {
  organization: 's.organization_ids @> ARRAY[$1::uuid]',
  person: '(s.contact_ids @> ARRAY[$1::uuid] OR s.officer_id = $1::uuid OR s.expert_ids @> ARRAY[$1::uuid])',
} as const;

const standsAs = {
  organization: `CASE WHEN s.lead_organization_id = $1::uuid THEN 'lead' WHEN s.host_organization_id = $1::uuid THEN 'host' ELSE 'partner' END`,
  person: `CASE WHEN s.officer_id = $1::uuid THEN 'officer' WHEN s.contact_ids @> ARRAY[$1::uuid] THEN 'contact' ELSE 'expert' END`,
} as const;

/** Mail to a person; of an organization all mail about projects it stands in, since any may name it. */
const concerned = {
  organization: `o.entity_kind = 'project' AND o.entity_id IN (SELECT s.id FROM project_summary s WHERE s.organization_ids @> ARRAY[$1::uuid])`,
  person: 'o.person_id = $1::uuid',
} as const;

/** Most lines of a list; the numbers count all. */
const most = 50;

/** Where an entry of the register stands, and which mails a correction of it concerns; rehearsals count as the lists show them. */
export async function reachOf(db: Sql, key: RegisterKey): Promise<RegisterReach> {
  const [{ ended } = { ended: 0 }] = await db.query<{ ended: number }[]>(
    `SELECT count(*)::int AS ended FROM project_summary s WHERE s.closed AND ${standsIn[key.subject]}`,
    [key.id],
  );
  return {
    projects: await projectsWith(db, key),
    ended,
    signed: await signedMous(db, key),
    waiting: await mailsWhere(db, key, `o.state IN ('created', 'held') AND o.result->>'word' IS DISTINCT FROM 'uncertain'`),
    leaving: await mailsWhere(
      db,
      key,
      `(o.state IN ('claimed', 'sending', 'uncertain') OR (o.state = 'created' AND o.result->>'word' = 'uncertain'))`,
    ),
    letters: await mailsWhere(db, key, `o.state = 'sent' AND o.class = 'letter'`),
  };
}

/** Live projects in which an entry stands, the last changed first. */
export function projectsWith(db: Sql, { subject, id }: RegisterKey): Promise<StandsIn[]> {
  return db.query<StandsIn[]>(
    `SELECT s.id AS "projectId", s.reference, s.stage, s.sub_state AS "subState", ${standsAs[subject]} AS as
       FROM project_summary s WHERE NOT s.closed AND ${standsIn[subject]} ORDER BY s.updated_at DESC, s.id LIMIT 500`,
    [id],
  );
}

function signedMous(db: Sql, { subject, id }: RegisterKey): Promise<SignedMou[]> {
  return db.query<SignedMou[]>(
    `SELECT s.id AS "projectId", s.reference, h.state->'mou'->>'signedOn' AS "signedOn"
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
      WHERE h.state->'mou'->>'signedOn' IS NOT NULL AND ${standsIn[subject]} ORDER BY 3 DESC, s.id LIMIT 500`,
    [id],
  );
}

async function mailsWhere(db: Sql, { subject, id }: RegisterKey, condition: string): Promise<ReachedMails> {
  const from = `outbox o JOIN person p ON p.id = o.person_id LEFT JOIN project_summary s ON o.entity_kind = 'project' AND s.id = o.entity_id
    LEFT JOIN call_summary c ON o.entity_kind = 'call' AND c.id = o.entity_id
    WHERE o.kind = 'mail' AND ${concerned[subject]} AND ${condition}`;
  const [{ count } = { count: 0 }] = await db.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${from}`, [id]);
  const items = await db.query<ReachedMail[]>(
    `SELECT o.id, o.notification, coalesce(s.reference, c.code) AS reference, p.full_name AS "personName", o.state, o.done_at AS "doneAt",
            coalesce(o.send_after, o.send_after_virtual) AS "sendAfter" FROM ${from} ORDER BY o.created_at DESC, o.id LIMIT ${most}`,
    [id],
  );
  return { count, items };
}
