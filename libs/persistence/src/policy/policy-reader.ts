import type { PersonId, Policy } from '@app/domain';
import type { Sql } from '../sql';

/** A published policy version; nothing when there is none with this number. Published ones never change, so they may be remembered. */
export async function publishedPolicy(db: Sql, version: number): Promise<Policy | undefined> {
  const rows = await db.query<{ content: Policy }[]>(`SELECT content FROM policy_version WHERE version = $1 AND state = 'published'`, [
    version,
  ]);
  return rows[0]?.content;
}

/** A policy version in a list. */
export interface PolicyVersionRow {
  version: number;
  name: string;
  state: 'draft' | 'published';
  note: string;
  baseVersion: number | null;
  rev: number;
  authorId: PersonId | null;
  authorName: string | null;
  updatedAt: Date;
  publishedAt: Date | null;
  /** The act by which it was proposed to a second person, also after that. */
  proposalId: string | null;
  /** Whether a second person's word is still awaited. */
  proposed: boolean;
  /** Open calls and projects that run on it; rehearsals are not counted. */
  calls: number;
  projects: number;
}

const columns = `v.version, v.name, v.state, v.note, v.base_version AS "baseVersion", v.rev, v.written_by AS "authorId", p.full_name AS "authorName",
  v.updated_at AS "updatedAt", v.published_at AS "publishedAt", v.proposal_id AS "proposalId", coalesce(a.state = 'proposed', false) AS proposed,
  (SELECT count(*)::integer FROM call_summary c WHERE c.policy_version = v.version AND NOT c.closed AND c.room_id IS NULL) AS calls,
  (SELECT count(*)::integer FROM project_summary s WHERE s.policy_version = v.version AND NOT s.closed AND s.room_id IS NULL) AS projects`;
const tables = `policy_version v LEFT JOIN person p ON p.id = v.written_by LEFT JOIN technical_act a ON a.id = v.proposal_id`;

/** All policy versions and drafts but those that were discarded, the newest first. */
export async function policyVersions(db: Sql): Promise<PolicyVersionRow[]> {
  return db.query(`SELECT ${columns} FROM ${tables} WHERE v.state <> 'discarded' ORDER BY v.version DESC`);
}

/** A policy version with what it says and who wrote on it; nothing when there is none, or it was discarded. */
export async function findPolicyVersion(
  db: Sql,
  version: number,
): Promise<(PolicyVersionRow & { content: Policy; editors: PersonId[] }) | undefined> {
  const [row] = await db.query<(PolicyVersionRow & { content: Policy; editors: PersonId[] })[]>(
    `SELECT ${columns}, v.content, v.editors FROM ${tables} WHERE v.version = $1 AND v.state <> 'discarded'`,
    [version],
  );
  return row;
}

/** Publishes a policy under a number of its own; a number that is taken stays as it is and answers false. */
export async function publishPolicy(db: Sql, version: number, name: string, policy: Policy): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `INSERT INTO policy_version (version, name, content, state, published_at) VALUES ($1, $2, $3, 'published', now())
     ON CONFLICT (version) DO NOTHING RETURNING version`,
    [version, name, JSON.stringify(policy)],
  );
  return rows.length === 1;
}
