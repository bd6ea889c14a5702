import { defaultPolicy } from '../policy/policy';
import { rankedLine } from './call.builder';
import { cutsOf, sheetLook, tiesIn, tieValues } from './ranked-look';

describe('the look of a ranked file', () => {
  it('shows lowest and highest total, and that sheets 31 points apart diverge', () => {
    const totals = [164, 159, 182, 120, 154];
    expect(sheetLook(rankedLine('a', 'A'), totals, defaultPolicy)).toEqual({
      sheets: 5,
      lowest: 120,
      highest: 182,
      divergent: true,
      trimmed: true,
      fundable: true,
      centreFit: false,
    });
  });

  it('compares the thresholds on the exact score: 59.83 is not fundable, 74.875 makes no centre, 75 does', () => {
    const look = (sumHalfPoints: number, count: number) =>
      sheetLook(rankedLine('a', 'A', { sumHalfPoints, count, centreCandidate: true }), [], defaultPolicy);
    expect(look(359, 3)).toMatchObject({ sheets: 0, fundable: false, centreFit: false });
    expect(look(599, 4)).toMatchObject({ fundable: true, centreFit: false });
    expect(look(450, 3)).toMatchObject({ fundable: true, centreFit: true });
    expect(look(450, 3)).not.toHaveProperty('lowest');
  });
});

describe('the ties of a ranking', () => {
  const lines = [
    rankedLine('a', 'A', { rank: 1, sumHalfPoints: 500 }),
    rankedLine('b', 'A', { rank: 2, sumHalfPoints: 960, count: 6, tieBrokenBy: ['coverage'] }),
    rankedLine('c', 'B', { rank: 3, tieBrokenBy: ['standards'] }),
    rankedLine('d', 'B', { rank: 4, tieBrokenBy: ['standards'] }),
    rankedLine('e', 'D', { rank: 5, sumHalfPoints: 100 }),
  ];

  it('are files of exactly equal score, whatever the number of sheets, each with who stands before and after', () => {
    expect(Object.fromEntries(tiesIn(lines))).toEqual({
      b: { before: ['A-c', 'A-d'], after: [], by: ['coverage'] },
      c: { before: ['A-d'], after: ['A-b'], by: ['standards'] },
      d: { before: [], after: ['A-b', 'A-c'], by: ['standards'] },
    });
  });

  it('compare the means of two criteria and of all sheets, none left out', () => {
    const sheet = (standards: number, enterprise: number) => ({ halfPoints: { standards, enterprise, need: 10 } });
    expect(tieValues([sheet(40, 20), sheet(38, 22)], defaultPolicy)).toEqual({
      standards: { sumHalfPoints: 78, count: 2 },
      enterprise: { sumHalfPoints: 42, count: 2 },
      untrimmedMean: { sumHalfPoints: 140, count: 2 },
    });
    const bare = { ...defaultPolicy, review: { ...defaultPolicy.review, weights: { need: 100 } } };
    expect(Object.keys(tieValues([sheet(40, 20)], bare))).toEqual(['untrimmedMean']);
  });

  it('is cut after the last recommended file and after the last that reaches the threshold', () => {
    expect(cutsOf(lines, defaultPolicy)).toEqual({ recommended: 2, fundable: 4 });
    expect(cutsOf([], defaultPolicy)).toEqual({});
  });
});
