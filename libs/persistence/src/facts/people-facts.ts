import type { PersonFacts, ProjectState } from '@app/domain';
import { personFacts } from '../people/people-reader';
import type { Sql } from '../sql';

/** What rules may know of people, with the files of the same call each already judges. Unknown ids are left out. */
export async function peopleFacts(db: Sql, ids: string[], callId?: string): Promise<Record<string, PersonFacts>> {
  const [facts, files] = [await personFacts(db, ids), await filesInCall(db, ids, callId)];
  return Object.fromEntries(Object.entries(facts).map(([id, one]) => [id, { ...one, filesInCall: files.get(id) ?? 0 }]));
}

async function filesInCall(db: Sql, ids: string[], callId: string | undefined): Promise<Map<string, number>> {
  if (callId === undefined) return new Map();
  const rows = await db.query<{ id: string; files: number }[]>(
    `SELECT expert AS id, count(*)::integer AS files FROM project_summary, unnest(expert_ids) AS expert
      WHERE call_id = $1 AND expert = ANY($2::uuid[]) GROUP BY expert`,
    [callId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.files]));
}

/** All members of the council with its chair. */
export async function councilFacts(db: Sql): Promise<Record<string, PersonFacts>> {
  const rows = await db.query<{ id: string }[]>(
    `SELECT DISTINCT r.person_id AS id FROM person_role r JOIN person p ON p.id = r.person_id WHERE r.role IN ('CM', 'CC') AND p.active`,
  );
  return peopleFacts(
    db,
    rows.map((row) => row.id),
  );
}

/** Mail domains of a project's organizations, for conflict matching. */
export async function partyMailDomains(db: Sql, state: ProjectState): Promise<string[]> {
  const ids = state.parties.map((party) => party.organizationId);
  const rows = await db.query<{ domain: string }[]>(
    `SELECT DISTINCT lower(unnest(mail_domains)) AS domain FROM organization WHERE id = ANY($1::uuid[]) ORDER BY 1`,
    [ids],
  );
  return rows.map((row) => row.domain);
}
