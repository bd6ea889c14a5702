import type { BulkAct, BulkRun } from './api/bulk';

/** Who looks at a run, and whether he may act on many projects at all. */
export interface Looker {
  personId: string;
  mayAct: boolean;
}

const none: readonly BulkAct[] = [];

/** By where it stands; a run that nobody is in is over. */
const acts: Partial<Record<BulkRun['state'], (run: BulkRun, personId: string) => readonly BulkAct[]>> = {
  draft: ({ counts, needsSecond }) => (counts.foreseen === 0 ? ['discard'] : [needsSecond ? 'propose' : 'start', 'discard']),
  proposed: ({ createdBy }, personId) => (createdBy === personId ? none : ['confirm', 'reject']),
  approved: () => ['start', 'discard'],
  canary: ({ stopAskedAt }) => (stopAskedAt === null ? ['stop'] : none),
  checked: ({ stopAskedAt }) => (stopAskedAt === null ? ['go-on', 'stop'] : none),
  running: ({ stopAskedAt }) => (stopAskedAt === null ? ['stop'] : none),
};

/** What the reader may do to a run now, the main thing first. */
export function nextActs(run: BulkRun, { personId, mayAct }: Looker): readonly BulkAct[] {
  return mayAct ? (acts[run.state]?.(run, personId) ?? none) : none;
}

/** What may follow a run that has ended: taking it back, looking anew at what was left. */
export function followers({ state, endedAt, canBeTakenBack, inverseId, counts }: BulkRun): ('inverse' | 'again')[] {
  if (endedAt === null || state === 'rejected' || state === 'discarded') return [];
  return [
    ...(canBeTakenBack && inverseId === null && counts.applied > 0 ? (['inverse'] as const) : []),
    ...(counts.changed + counts.waiting > 0 ? (['again'] as const) : []),
  ];
}

/** Whether something happens to a run without the reader. */
export function isMoving({ state, stopAskedAt }: BulkRun): boolean {
  return state === 'canary' || state === 'running' || (state === 'checked' && stopAskedAt !== null);
}

/** About how many seconds the rest takes at the chosen speed; nothing unless it goes on by itself now. */
export function secondsLeft({ state, stopAskedAt, counts, rowsPerSecond }: BulkRun): number | undefined {
  return state === 'running' && stopAskedAt === null && counts.waiting > 0 ? Math.ceil(counts.waiting / rowsPerSecond) : undefined;
}
