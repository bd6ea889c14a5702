import type { ClaimRequest } from '../shared/decision';
import { blocksKept } from './amendment/lead-block';
import { duplicateReleases } from './application/application.decide';
import type { ProjectEvent } from './project.events';
import type { ProjectState } from './project.state';

const endings: ReadonlySet<ProjectEvent['type']> = new Set([
  'ApprovalLapsed',
  'RejectionFinal',
  'ReserveExpired',
  'ProjectClosed',
  'ProjectTerminated',
]);

/**
 * The slots a project gives back when the clock ends it: its duplicate block, and its host country's demonstration centre. A lapsed or expired project
 * frees both, a suspended one keeps them. Giving back what is not held is quiet.
 */
export function releasesAtEnd(state: ProjectState, events: { type: string }[]): Pick<ClaimRequest, 'scope' | 'key'>[] {
  if (!events.some((event) => (endings as ReadonlySet<string>).has(event.type))) return [];
  const holdsCentre = state.demonstrationCentre === 'approved' || state.demonstrationCentre === 'active';
  const centre = holdsCentre && state.hostCountry !== undefined ? [{ scope: 'centre' as const, key: state.hostCountry }] : [];
  return [...duplicateReleases(state), ...blocksKept(state), ...centre];
}
