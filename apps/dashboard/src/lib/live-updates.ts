import { useEffect } from 'react';
import { noteReachable } from './connection';
import { followChanges, type ChangedEntity } from './live-stream';
import { queryClient } from './query-client';

/** What no commit changes, and what somebody is typing in. */
const untouched = new Set<unknown>(['me', 'draft', 'people', 'organizations', 'engine']);
const firstMs = 400;
/** With thousands of projects something changes all the time: lists are read anew this often at most. */
const apartMs = 2_500;

/**
 * Whether what is kept under this key may look different after these changes; without them, after any. A call shows figures of its projects;
 * a comment shows on the page of its project only.
 */
export function isTouched(key: readonly unknown[], changes: readonly ChangedEntity[] | undefined): boolean {
  const [what, id] = key;
  if (untouched.has(what)) return false;
  if (changes === undefined) return true;
  if (what === 'project') return changes.some((one) => one.kind !== 'call' && one.id === id);
  if (what === 'call') return changes.some((one) => one.kind === 'project' || one.id === id);
  return changes.some((one) => one.kind !== 'comment');
}

function createRefresher(): { note: (changes?: ChangedEntity[]) => void; stop: () => void } {
  let noted: ChangedEntity[] | undefined = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refreshedAt = 0;
  const refresh = (): void => {
    const changes = noted;
    [noted, timer, refreshedAt] = [[], undefined, Date.now()];
    void queryClient.invalidateQueries({ predicate: (query) => isTouched(query.queryKey, changes) }, { cancelRefetch: false });
  };
  return {
    note: (changes) => {
      noted = changes === undefined || noted === undefined ? undefined : [...noted, ...changes];
      timer ??= setTimeout(refresh, Math.max(firstMs, refreshedAt + apartMs - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}

/**
 * Reads what is shown anew in the background when the server says that something was committed, and after the connection was away.
 * What is shown stays until the new answer is there; drafts and answers being typed are never read over.
 */
export function useLiveUpdates(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return undefined;
    const refresher = createRefresher();
    const unfollow = followChanges({
      changed: (entity) => refresher.note([entity]),
      missed: () => refresher.note(),
      heard: noteReachable,
    });
    return () => {
      refresher.stop();
      unfollow();
    };
  }, [signedIn]);
}
