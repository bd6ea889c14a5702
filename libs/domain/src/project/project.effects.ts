import type { Effect } from '../shared/decision';
import type { ProjectEvent } from './project.events';
import type { ProjectState } from './project.state';

/** What a project tells its call. */
export function projectEffects(event: ProjectEvent, after: ProjectState): Effect[] {
  const target = { kind: 'call' as const, id: after.callId };
  switch (event.type) {
    case 'ApplicationStarted':
      return [{ target, command: { type: 'CountApplication', payload: { projectId: after.id } } }];
    case 'ApprovalLapsed':
    case 'ProjectTerminated':
      return ofPlace(target, 'FreePlace', after);
    case 'ProjectReinstated':
      return ofPlace(target, 'ReclaimPlace', after);
    default:
      return [];
  }
}

function ofPlace(target: Effect['target'], type: 'FreePlace' | 'ReclaimPlace', { id: projectId, hostCountry }: ProjectState): Effect[] {
  return hostCountry === undefined ? [] : [{ target, command: { type, payload: { projectId, hostCountry } } }];
}
