import { duplicateReleases } from '../application/application.decide';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import type { ChangedParts } from './amendment.events';
import { changesOf, openChanges } from './open-changes';

type Slot = ReturnType<typeof duplicateReleases>[number];

/** The key of the duplicate block under the lead that a change names; nothing where the block stays, and for an upgrade, which needs none. */
export function blockAsked(state: ProjectState, { parties }: ChangedParts): string | undefined {
  if (parties === undefined || state.type === 'upgrade') return undefined;
  const [own, next] = [duplicateReleases(state), duplicateReleases({ ...state, parties })].map(([slot]) => slot?.key);
  return own === next ? undefined : next;
}

function slot(key: string | undefined): Slot[] {
  return key === undefined ? [] : [{ scope: 'duplicate', key }];
}

function blockOf(state: ProjectState, changeId: string): string | undefined {
  return changesOf(state).find((one) => one.changeId === changeId)?.block;
}

/** What is given back after these events: the block under the former lead once another leads, the one kept for him where he never will. */
export function releasesOfChanges(state: ProjectState, events: readonly ProjectEvent[]): Slot[] {
  return events.flatMap((event): Slot[] => {
    if (event.type === 'ChangeTookEffect') return blockAsked(state, event.set) === undefined ? [] : duplicateReleases(state);
    return event.type === 'ChangeLapsed' || event.type === 'ChangeCancelled' ? slot(blockOf(state, event.changeId)) : [];
  });
}

/** The blocks that approved changes keep, when the project itself ends. */
export function blocksKept(state: ProjectState): Slot[] {
  return openChanges(state).flatMap(({ block }) => slot(block));
}
