import type { Policy } from '../../policy/policy';
import type { PartyRole } from '../../people/roles';
import type { Party } from '../../shared/facts';
import type { ProjectState } from '../project.state';

const mustSign: ReadonlySet<PartyRole> = new Set(['LEAD', 'HOST', 'PARTICIPANT', 'ENTERPRISE']);

/**
 * Parties whose signatures make the MoU complete, the lead first (EU practice: the coordinator, then each partner accedes), each organization once.
 * A ministry only where the policy requires it (`mou.ministryParty`); a supporter gives a letter and signs nothing.
 */
export function signatoriesOf(state: Pick<ProjectState, 'parties'>, policy: Policy): Party[] {
  const needed = (p: Party): boolean => mustSign.has(p.role) || (p.role === 'MINISTRY' && policy.mou.ministryParty === 'required');
  const leadFirst = [...state.parties.filter((p) => p.role === 'LEAD'), ...state.parties.filter((p) => p.role !== 'LEAD')].filter(needed);
  return leadFirst.filter((p, i) => leadFirst.findIndex((q) => q.organizationId === p.organizationId) === i);
}

/** Whether a person may sign for an organization of the project: its legal representative, or a contact with the right to sign. */
export function maySignFor(state: Pick<ProjectState, 'contacts'>, personId: string, organizationId: string): boolean {
  return state.contacts.some(
    (c) => c.personId === personId && c.organizationId === organizationId && (c.legalRepresentative || c.rights.includes('sign')),
  );
}
