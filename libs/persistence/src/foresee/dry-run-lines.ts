import type { Sql } from '../sql';
import type { DryRunKept, DryRunLine } from './dry-runs';

/** Which lines of a dry run are asked for. */
export interface DryRunLineFilters {
  kind?: DryRunLine['kind'];
  country?: string;
  personId?: string;
  /** The day on which the mail would leave, else would have left, in UTC. */
  day?: string;
  tonight?: boolean;
}

/** Where a page of lines ended. */
export interface DryRunPlace {
  projectId: string;
  no: number;
}

/** A line with its project and person by the names people know. */
export interface NamedDryRunLine extends DryRunLine, DryRunPlace {
  reference: string | null;
  personName: string;
  personLatinName: string;
}

/** Lines of a dry run under filters, project by project, from after a place. */
export function dryRunLines(
  db: Sql,
  id: string,
  { kind, country, personId, day, tonight }: DryRunLineFilters,
  { after, limit }: { after?: DryRunPlace; limit: number },
): Promise<NamedDryRunLine[]> {
  return db.query<NamedDryRunLine[]>(
    `SELECT l.one->>'kind' AS kind, l.one->>'notification' AS notification, l.one->>'rule' AS rule, l.one->>'object' AS object, l.one->>'step' AS step,
            l.one->>'level' AS level, l.one->>'personId' AS "personId", l.one->>'role' AS role, l.one->>'country' AS country, l.one->>'from' AS "from",
            l.one->>'to' AS "to", coalesce((l.one->>'tonight')::boolean, false) AS tonight, p.project_id AS "projectId", l.no::integer AS no, s.reference,
            coalesce(n.full_name, '') AS "personName", coalesce(n.latin_name, '') AS "personLatinName"
       FROM dry_run_project p CROSS JOIN LATERAL jsonb_array_elements(p.lines) WITH ORDINALITY l (one, no)
       LEFT JOIN project_summary s ON s.id = p.project_id LEFT JOIN person n ON n.id = (l.one->>'personId')::uuid
      WHERE p.dry_run_id = $1 AND ($2::text IS NULL OR l.one->>'kind' = $2) AND ($3::text IS NULL OR l.one->>'country' = $3)
        AND ($4::text IS NULL OR l.one->>'personId' = $4) AND ($5::text IS NULL OR left(coalesce(l.one->>'to', l.one->>'from'), 10) = $5)
        AND (NOT $6 OR (l.one->>'tonight')::boolean) AND ($7::uuid IS NULL OR (p.project_id, l.no) > ($7::uuid, $8::bigint))
      ORDER BY p.project_id, l.no LIMIT $9`,
    [id, kind ?? null, country ?? null, personId ?? null, day ?? null, tonight === true, after?.projectId ?? null, after?.no ?? 0, limit],
  );
}

/** A project that a dry run names apart: refused, or with dates that are not taken. */
export interface DryRunOddProject {
  projectId: string;
  reference: string | null;
  verdict: string;
  code: string | null;
  values: Record<string, unknown> | null;
  kept: DryRunKept[];
}

/** Projects that refuse the change or keep dates that it would set, the first of them. */
export function dryRunOddProjects(db: Sql, id: string, limit: number): Promise<DryRunOddProject[]> {
  return db.query<DryRunOddProject[]>(
    `SELECT p.project_id AS "projectId", s.reference, p.verdict, p.code, p.code_values AS values, p.kept FROM dry_run_project p
       LEFT JOIN project_summary s ON s.id = p.project_id
      WHERE p.dry_run_id = $1 AND (p.verdict = 'refuse' OR p.kept <> '[]') ORDER BY s.reference, p.project_id LIMIT $2`,
    [id, limit],
  );
}

/** A policy version with its content, a draft or published; nothing when there is none. */
export async function policyToForesee(db: Sql, version: number): Promise<{ content: unknown; state: 'draft' | 'published' } | undefined> {
  const [row] = await db.query<{ content: unknown; state: 'draft' | 'published' }[]>(
    `SELECT content, state FROM policy_version WHERE version = $1 AND state IN ('draft', 'published')`,
    [version],
  );
  return row;
}

/** The table that a calendar's draft would become, and whether it has; nothing when there is no such draft. */
export async function calendarToForesee(db: Sql, id: string): Promise<{ content: unknown; state: 'draft' | 'published' } | undefined> {
  const [row] = await db.query<{ content: unknown; state: 'draft' | 'published' }[]>(
    `SELECT jsonb_build_object('country', country, 'year', year, 'version', base_version + 1, 'days', days) AS content, state FROM calendar_draft
      WHERE id = $1 AND state IN ('draft', 'published')`,
    [id],
  );
  return row;
}
