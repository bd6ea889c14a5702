import { nextMove, type BulkStanding } from './bulk-move';

const none = { total: 20, foreseen: 20, waiting: 0, sent: 0, applied: 0, proposed: 0, refused: 0, changed: 0, failed: 0, skipped: 0 };

/** A run of twenty rows of which three go first, and which halts above ten percent. */
const run = (state: BulkStanding['state'], counts: Partial<BulkStanding['counts']>, more: Partial<BulkStanding> = {}): BulkStanding => ({
  ...{ state, canary: 3, haltPercent: 10, stopAsked: false, counts: { ...none, otherwise: 0, mispredicted: 0, ...counts } },
  ...more,
});

describe('an act on many projects', () => {
  it.each(['draft', 'proposed', 'approved', 'done', 'stopped', 'halted', 'rejected', 'discarded'] as const)(
    'does nothing while it is %s, even when asked to stop',
    (state) => {
      expect(nextMove(run(state, { waiting: 20 }))).toEqual({ do: 'rest' });
      expect(nextMove(run(state, { waiting: 20 }, { stopAsked: true }))).toEqual({ do: 'rest' });
    },
  );

  it('sends the first three, and only as many as are missing', () => {
    expect(nextMove(run('canary', { waiting: 20 }))).toEqual({ do: 'send', limit: 3 });
    expect(nextMove(run('canary', { waiting: 18, applied: 1, proposed: 1 }))).toEqual({ do: 'send', limit: 1 });
    // What had changed since says nothing of the act: another takes its place.
    expect(nextMove(run('canary', { waiting: 17, applied: 2, changed: 1 }))).toEqual({ do: 'send', limit: 1 });
  });

  it('judges nothing of the first before each has its answer', () => {
    expect(nextMove(run('canary', { waiting: 17, sent: 1, applied: 1, refused: 1 }))).toEqual({ do: 'await' });
    expect(nextMove(run('canary', { waiting: 17, sent: 1, applied: 2, mispredicted: 1 }))).toEqual({ do: 'await' });
  });

  it('passes once the first went as foreseen, then sends all the rest', () => {
    expect(nextMove(run('canary', { waiting: 17, applied: 3 }))).toEqual({ do: 'pass' });
    expect(nextMove(run('checked', { waiting: 17, applied: 3 }))).toEqual({ do: 'rest' });
    expect(nextMove(run('running', { waiting: 17, applied: 3 }))).toEqual({ do: 'send', limit: Infinity });
    expect(nextMove(run('running', { waiting: 7, sent: 10, applied: 3 }))).toEqual({ do: 'send', limit: Infinity });
  });

  it('is done when no row waits, and waits for the last answers', () => {
    expect(nextMove(run('running', { sent: 1, applied: 19 }))).toEqual({ do: 'await' });
    expect(nextMove(run('running', { applied: 18, changed: 2 }))).toEqual({ do: 'end', state: 'done' });
    expect(nextMove(run('canary', { total: 2, foreseen: 2, applied: 2 }))).toEqual({ do: 'end', state: 'done' });
  });
});

describe('an act on many projects halts by itself', () => {
  it.each([{ refused: 1 }, { failed: 1 }, { applied: 1, otherwise: 1 }])(
    'when one of the first three ends otherwise than foreseen: %p',
    (ends) => {
      const { applied = 0, ...rest } = ends as Partial<BulkStanding['counts']>;
      const move = nextMove(run('canary', { waiting: 17, ...rest, applied: 2 + applied }));
      expect(move).toEqual({ do: 'end', state: 'halted', code: 'CANARY_DIFFERS', values: { differing: 1, answered: 3, percent: 10 } });
    },
  );

  it('when more than the stated share of the rest does, never at the share itself', () => {
    expect(nextMove(run('running', { waiting: 10, applied: 9, refused: 1 }))).toEqual({ do: 'send', limit: Infinity });
    expect(nextMove(run('running', { waiting: 10, applied: 8, refused: 1, failed: 1 }))).toEqual({
      ...{ do: 'end', state: 'halted', code: 'TOO_MANY_DIFFER' },
      values: { differing: 2, answered: 10, percent: 10 },
    });
  });

  it('not by a share of fewer than ten answers', () => {
    expect(nextMove(run('running', { waiting: 11, applied: 5, refused: 4 }))).toEqual({ do: 'send', limit: Infinity });
    expect(nextMove(run('running', { waiting: 10, applied: 5, refused: 5 }))).toMatchObject({ state: 'halted', code: 'TOO_MANY_DIFFER' });
  });

  it('at the first when nothing may differ, and never when everything may', () => {
    const counts = { waiting: 10, applied: 9, refused: 1 };
    expect(nextMove(run('running', counts, { haltPercent: 0 }))).toMatchObject({ state: 'halted' });
    expect(nextMove(run('running', { waiting: 10, refused: 10 }, { haltPercent: 100 }))).toEqual({ do: 'send', limit: Infinity });
  });

  it('neither for what had changed since nor for what the preview left out', () => {
    expect(nextMove(run('running', { waiting: 5, changed: 10, skipped: 5, applied: 0 }))).toEqual({ do: 'send', limit: Infinity });
  });

  it('at once when a single plan is not the one that was foreseen, whatever the share', () => {
    const counts = { waiting: 10, applied: 10, mispredicted: 1 };
    for (const state of ['canary', 'running'] as const)
      expect(nextMove(run(state, counts, { haltPercent: 100 }))).toEqual({ do: 'end', state: 'halted', code: 'PREDICTION_DIFFERS' });
    // Also when it was the last row: what is wrong is not called done.
    expect(nextMove(run('running', { applied: 20, mispredicted: 1 }))).toMatchObject({ state: 'halted' });
  });

  it('only once the rows under way are answered', () => {
    expect(nextMove(run('running', { waiting: 5, sent: 5, applied: 10, mispredicted: 1 }))).toEqual({ do: 'await' });
    expect(nextMove(run('running', { waiting: 5, sent: 5, applied: 5, refused: 5 }))).toEqual({ do: 'await' });
  });
});

describe('an act on many projects that is asked to stop', () => {
  it('waits for the answers under way, then stops, also while it waits to be let on', () => {
    expect(nextMove(run('running', { waiting: 5, sent: 2, applied: 13 }, { stopAsked: true }))).toEqual({ do: 'await' });
    expect(nextMove(run('running', { waiting: 7, applied: 13 }, { stopAsked: true }))).toEqual({ do: 'end', state: 'stopped' });
    expect(nextMove(run('checked', { waiting: 17, applied: 3 }, { stopAsked: true }))).toEqual({ do: 'end', state: 'stopped' });
    expect(nextMove(run('canary', { waiting: 18, refused: 2 }, { stopAsked: true }))).toEqual({ do: 'end', state: 'stopped' });
  });
});
