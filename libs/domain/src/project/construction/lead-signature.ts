import type { ProjectState } from '../project.state';

/** Whether a person is the legal representative of the lead, who signs formal acts. */
export function maySignAsLead(state: Pick<ProjectState, 'parties' | 'contacts'>, personId: string): boolean {
  const leads = new Set(state.parties.filter((p) => p.role === 'LEAD').map((p) => p.organizationId));
  return state.contacts.some((c) => c.personId === personId && c.legalRepresentative && leads.has(c.organizationId));
}
