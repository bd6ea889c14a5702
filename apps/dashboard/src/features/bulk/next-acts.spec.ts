import type { BulkRun } from './api/bulk';
import { followers, isMoving, nextActs, secondsLeft } from './next-acts';

const counts = {
  ...{ total: 4, foreseen: 4, waiting: 0, sent: 0, applied: 4, proposed: 0, refused: 0, changed: 0 },
  ...{ failed: 0, skipped: 0, otherwise: 0, mispredicted: 0 },
};
const run = (more: Partial<BulkRun>): BulkRun =>
  ({
    state: 'draft',
    needsSecond: false,
    createdBy: 'me',
    stopAskedAt: null,
    endedAt: null,
    canBeTakenBack: true,
    inverseId: null,
    counts,
    ...more,
  }) as BulkRun;
const me = { personId: 'me', mayAct: true };
const other = { personId: 'other', mayAct: true };

describe('what may be done to an act on many projects', () => {
  it('asks a second person where one is needed, never the one who asked', () => {
    expect(nextActs(run({}), me)).toEqual(['start', 'discard']);
    expect(nextActs(run({ needsSecond: true }), me)).toEqual(['propose', 'discard']);
    expect(nextActs(run({ state: 'proposed' }), me)).toEqual([]);
    expect(nextActs(run({ state: 'proposed' }), other)).toEqual(['confirm', 'reject']);
    expect(nextActs(run({ state: 'approved' }), me)).toEqual(['start', 'discard']);
    expect(nextActs(run({}), { ...me, mayAct: false })).toEqual([]);
  });

  it('starts nothing where nothing would be applied, and stops once', () => {
    expect(nextActs(run({ counts: { ...counts, foreseen: 0 } }), me)).toEqual(['discard']);
    expect(nextActs(run({ state: 'running' }), me)).toEqual(['stop']);
    expect(nextActs(run({ state: 'running', stopAskedAt: 'now' }), me)).toEqual([]);
    expect(nextActs(run({ state: 'checked' }), other)).toEqual(['go-on', 'stop']);
    expect(nextActs(run({ state: 'done' }), me)).toEqual([]);
  });

  it('can be taken back once it has ended, and what was left can be looked at anew', () => {
    expect(followers(run({}))).toEqual([]);
    expect(followers(run({ state: 'done', endedAt: 'then' }))).toEqual(['inverse']);
    expect(followers(run({ state: 'done', endedAt: 'then', inverseId: 'another' }))).toEqual([]);
    expect(followers(run({ state: 'stopped', endedAt: 'then', canBeTakenBack: false, counts: { ...counts, waiting: 2 } }))).toEqual([
      'again',
    ]);
    expect(followers(run({ state: 'discarded', endedAt: 'then' }))).toEqual([]);
  });

  it('moves by itself only while the engine works', () => {
    expect(isMoving(run({ state: 'canary' }))).toBe(true);
    expect(isMoving(run({ state: 'checked' }))).toBe(false);
    expect(isMoving(run({ state: 'checked', stopAskedAt: 'now' }))).toBe(true);
  });

  it('says how long the rest takes at the chosen speed, while it goes on', () => {
    const waiting = { ...counts, waiting: 41 };
    expect(secondsLeft(run({ state: 'running', rowsPerSecond: 20, counts: waiting }))).toBe(3);
    expect(secondsLeft(run({ state: 'running', rowsPerSecond: 20 }))).toBeUndefined();
    expect(secondsLeft(run({ state: 'checked', rowsPerSecond: 20, counts: waiting }))).toBeUndefined();
    expect(secondsLeft(run({ state: 'running', rowsPerSecond: 20, counts: waiting, stopAskedAt: 'now' }))).toBeUndefined();
  });
});
