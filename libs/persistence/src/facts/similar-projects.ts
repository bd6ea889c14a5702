import { isSimilarTitle, readPolicy, type DraftFacts, type ProjectState, type SimilarProject } from '@app/domain';
import { applicationVersion } from '../draft/draft-editor';
import type { ApplicationContent } from '../draft/application-form';
import { publishedPolicy } from '../policy/policy-reader';
import type { Sql } from '../sql';

interface Candidate {
  projectId: string;
  reference: string;
  active: boolean;
  sameThree: boolean;
  sameField: boolean;
  content: Pick<ApplicationContent, 'titleZh' | 'titleEn' | 'hostCity' | 'siteAddress'> | null;
}

/**
 * Projects and applications that look like this draft, each with its strongest likeness first: announced and not closed, or handed in under the same
 * call. A rehearsal only meets its own room.
 */
export async function similarProjects(db: Sql, state: ProjectState, draft: DraftFacts): Promise<SimilarProject[]> {
  const content = (await applicationVersion(db, state.id, draft.version))?.content ?? {};
  const threshold = readPolicy(await publishedPolicy(db, state.policyVersion)).duplicate.titleSimilarity;
  const candidates = await candidatesFor(db, state, draft);
  return candidates.flatMap((candidate) => {
    const likeness = likenessOf(candidate, content, threshold);
    if (likeness === undefined) return [];
    return [{ projectId: candidate.projectId, reference: candidate.reference, likeness, active: candidate.active }];
  });
}

/** Projects with the same host and field under this lead: what a project would double if that organization led it. */
export async function doublesUnder(db: Sql, state: ProjectState, lead: string): Promise<SimilarProject[]> {
  const parties = state.parties.map((one) => (one.role === 'LEAD' ? { ...one, organizationId: lead } : one));
  const { hostCountry, fieldCode } = state;
  const candidates = await candidatesFor(db, state, { parties, ...(hostCountry && { hostCountry }), ...(fieldCode && { fieldCode }) });
  return candidates
    .filter((one) => one.sameThree)
    .map(({ projectId, reference, active }) => ({ projectId, reference, likeness: 'lead+host+field', active }));
}

function likenessOf(candidate: Candidate, own: ApplicationContent, threshold: number): SimilarProject['likeness'] | undefined {
  if (candidate.sameThree) return 'lead+host+field';
  if (candidate.sameField) return 'country+field';
  const other = candidate.content;
  if (other === null) return undefined;
  if (siteOf(other) !== '' && siteOf(other) === siteOf(own)) return 'site';
  const alike = (['titleZh', 'titleEn'] as const).some((title) => isSimilarTitle(own[title] ?? '', other[title] ?? '', threshold));
  return alike ? 'title' : undefined;
}

function siteOf({ hostCity, siteAddress }: ApplicationContent): string {
  return `${hostCity ?? ''} ${siteAddress ?? ''}`
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}

type Three = Pick<DraftFacts, 'parties' | 'hostCountry' | 'fieldCode'>;

async function candidatesFor(db: Sql, state: ProjectState, draft: Three): Promise<Candidate[]> {
  const partyIn = (role: string): string | null => draft.parties.find((party) => party.role === role)?.organizationId ?? null;
  return db.query<Candidate[]>(
    `SELECT s.id AS "projectId", s.reference, s.project_ref IS NOT NULL AS active,
       s.lead_organization_id = $3 AND s.host_organization_id = $4 AND s.field_code = $6 AS "sameThree",
       s.host_country = $5 AND s.field_code = $6 AS "sameField", v.content
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
       LEFT JOIN application_version v ON v.project_id = s.id AND v.hash = h.state->'submissions'->-1->>'hash'
      WHERE s.id <> $1 AND s.stage <> 'closed' AND s.application_ref IS NOT NULL AND (s.project_ref IS NOT NULL OR s.call_id = $2)
        AND (s.host_country = $5 OR s.call_id = $2)
        AND s.room_id IS NOT DISTINCT FROM (SELECT room_id FROM entity_head WHERE kind = 'project' AND id = $1)
      ORDER BY s.reference COLLATE "C"`,
    [state.id, state.callId, partyIn('LEAD'), partyIn('HOST'), draft.hostCountry ?? null, draft.fieldCode ?? null],
  );
}
