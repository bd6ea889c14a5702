import type { Policy } from '@app/domain';
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
  publishedAt: Date | null;
}

/** All policy versions, the newest first. */
export async function policyVersions(db: Sql): Promise<PolicyVersionRow[]> {
  return db.query('SELECT version, name, state, published_at AS "publishedAt" FROM policy_version ORDER BY version DESC');
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
