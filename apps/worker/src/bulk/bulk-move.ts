import type { BulkEnd, BulkRun } from '@app/persistence';

/** What a run does next. */
export type BulkMove =
  | { do: 'send'; limit: number }
  /** Sent rows have no answer yet: nothing is judged before they have. */
  | { do: 'await' }
  /** The first rows went as foreseen. */
  | { do: 'pass' }
  /** Somebody must let it go on. */
  | { do: 'rest' }
  | ({ do: 'end' } & BulkEnd);

/** What decides it. */
export type BulkStanding = Pick<BulkRun, 'state' | 'canary' | 'haltPercent' | 'counts'> & { stopAsked: boolean };

/** Fewer rows than these say nothing of a share. */
const fewestJudged = 10;

/**
 * What a run does next, by what became of its rows. It halts by itself when one of the first rows, or later more than the stated share, ended otherwise
 * than foreseen, and at once when a plan is not the one that was foreseen. Rows whose project has changed since count neither way.
 */
export function nextMove(run: BulkStanding): BulkMove {
  const { state, counts, stopAsked } = run;
  if (state !== 'canary' && state !== 'running' && state !== 'checked') return { do: 'rest' };
  if (counts.sent > 0) return state === 'canary' || stopAsked || isTooDifferent(run) ? { do: 'await' } : goOn(run);
  if (stopAsked) return { do: 'end', state: 'stopped' };
  return state === 'checked' ? { do: 'rest' } : goOn(run);
}

function goOn(run: BulkStanding): BulkMove {
  const { state, counts, canary } = run;
  if (counts.mispredicted > 0) return { do: 'end', state: 'halted', code: 'PREDICTION_DIFFERS' };
  if (isTooDifferent(run)) {
    const values = { differing: differing(run), answered: answered(run), percent: run.haltPercent };
    return { do: 'end', state: 'halted', code: state === 'canary' ? 'CANARY_DIFFERS' : 'TOO_MANY_DIFFER', values };
  }
  if (counts.waiting === 0) return counts.sent > 0 ? { do: 'await' } : { do: 'end', state: 'done' };
  if (state === 'running') return { do: 'send', limit: Infinity };
  const missing = canary - counts.applied - counts.proposed;
  return missing > 0 ? { do: 'send', limit: missing } : { do: 'pass' };
}

function isTooDifferent(run: BulkStanding): boolean {
  if (run.counts.mispredicted > 0) return true;
  if (run.state === 'canary') return differing(run) > 0;
  return answered(run) >= fewestJudged && differing(run) * 100 > run.haltPercent * answered(run);
}

function differing({ counts }: BulkStanding): number {
  return counts.refused + counts.failed + counts.otherwise;
}

function answered({ counts }: BulkStanding): number {
  return counts.applied + counts.proposed + counts.refused + counts.failed;
}
