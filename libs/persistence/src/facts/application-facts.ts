import type { ApplicationFacts, ProjectState } from '@app/domain';
import type { Sql } from '../sql';

/** Assignments that count as invited, whatever came of them. */
const invited: ReadonlySet<string> = new Set(['invited', 'accepted', 'declared', 'done']);

/** What a call may know of its applications; drafts that were never handed in are left out. */
export async function applicationsOf(db: Sql, projectIds: string[]): Promise<ApplicationFacts[]> {
  const rows = await db.query<{ state: ProjectState }[]>(
    `SELECT state FROM entity_head WHERE kind = 'project' AND id = ANY($1::uuid[]) AND rev > 0 ORDER BY state->>'applicationRef' COLLATE "C"`,
    [projectIds],
  );
  return applicationFactsOf(rows.map((row) => row.state));
}

/** The same of states at hand, in their order. */
export function applicationFactsOf(states: readonly ProjectState[]): ApplicationFacts[] {
  return states.flatMap((state) => factsOf(state) ?? []);
}

function factsOf(state: ProjectState): ApplicationFacts | undefined {
  const { applicationRef, hostCountry, fieldCode, review } = state;
  if (applicationRef === undefined || hostCountry === undefined || fieldCode === undefined) return undefined;
  const sheets = review.sheets.filter((sheet) => sheet.valid);
  return {
    projectId: state.id,
    applicationRef,
    stage: state.stage,
    subState: state.subState,
    hostCountry,
    fieldCode,
    leadInYunnan: state.parties.some((party) => party.role === 'LEAD' && party.inYunnan === true),
    centreCandidate: state.demonstrationCentre === 'candidate',
    sheets: sheets.map(({ expertId, halfPoints }) => ({
      expertId,
      halfPoints,
      total: Object.values(halfPoints).reduce((sum, points) => sum + points, 0),
    })),
    invitedExperts: review.assignments.filter((assignment) => invited.has(assignment.state)).length,
    defenceHeld: review.defence?.heldOn !== undefined || review.defence?.waivedAt !== undefined,
    held: state.hold !== undefined,
  };
}
