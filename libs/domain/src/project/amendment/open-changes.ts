import type { ProjectState } from '../project.state';
import { isOpenChange, type ChangeSet } from './change-set';

/** All change sets of a project, the oldest first; projects that never had one keep no list. */
export function changesOf(state: Pick<ProjectState, 'changes'>): ChangeSet[] {
  return state.changes ?? [];
}

/** The change sets that still wait for somebody or something. */
export function openChanges(state: Pick<ProjectState, 'changes'>): ChangeSet[] {
  return changesOf(state).filter(isOpenChange);
}
