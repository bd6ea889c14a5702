import { gateText, waitingLines } from './gates';

const since = '2026-03-03T04:00:00.000Z';

describe('what waits', () => {
  it('stands in one line by rule and country, the largest sum first', () => {
    expect(
      waitingLines([
        { rule: 'report', country: 'LA', reason: 'gate', count: 2, since },
        { rule: 'award', country: 'CN', reason: 'release', count: 4, since },
        { rule: 'report', country: 'LA', reason: 'window', count: 3, since },
      ]),
    ).toEqual([
      { rule: 'report', country: 'LA', counts: { gate: 2, window: 3 }, total: 5 },
      { rule: 'award', country: 'CN', counts: { release: 4 }, total: 4 },
    ]);
  });

  it('of nothing is no line', () => {
    expect(waitingLines([])).toEqual([]);
  });
});

describe('a stop in the address', () => {
  it('is its scope and its key', () => {
    expect(gateText({ scope: 'everything', key: '*' })).toBe('everything/*');
  });
});
