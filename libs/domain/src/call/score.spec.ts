import { defaultPolicy } from '../policy/policy';
import {
  centreFit,
  compareScores,
  criteriaBelowMinimum,
  criterionMeans,
  exportedScore,
  fundable,
  meanOf,
  needsConsensus,
  needsDefence,
  projectScore,
  reaches,
  sheetTotal,
  shownScore,
  type ScoredSheet,
} from './score';

const { review } = defaultPolicy;

/** Totals in half points of totals in points. */
function half(...points: number[]): number[] {
  return points.map((p) => p * 2);
}

/** A sheet with the given share of every criterion's weight, and some criteria in half points. */
function sheet(share: number, changed: Record<string, number> = {}): ScoredSheet {
  const halfPoints = Object.fromEntries(
    Object.entries(review.weights).map(([criterion, weight]) => [criterion, Math.round(2 * weight * share)]),
  );
  return { halfPoints: { ...halfPoints, ...changed } };
}

describe('project score', () => {
  it.each<[string, number[], { sumHalfPoints: number; count: number; trimmed: boolean }, string, string]>([
    ['five sheets: trimmed', half(82, 79.5, 91, 60, 77), { sumHalfPoints: 477, count: 3, trimmed: true }, '79.5', '79.50'],
    ['four sheets: plain mean', half(70, 72.5, 68, 71), { sumHalfPoints: 563, count: 4, trimmed: false }, '70.4', '70.38'],
    ['three sheets: plain mean', half(60, 59.5, 60), { sumHalfPoints: 359, count: 3, trimmed: false }, '59.8', '59.83'],
    ['six sheets: trimmed', half(74, 75, 75, 75.5, 90, 61), { sumHalfPoints: 599, count: 4, trimmed: true }, '74.9', '74.88'],
    ['equal extremes leave the others', half(80, 80, 80, 80, 80), { sumHalfPoints: 480, count: 3, trimmed: true }, '80.0', '80.00'],
    ['no sheet', [], { sumHalfPoints: 0, count: 0, trimmed: false }, '0.0', '0.00'],
  ])('%s', (_, totals, score, shown, exported) => {
    const found = projectScore(totals, review);
    expect(found).toEqual(score);
    expect(shownScore(found)).toBe(shown);
    expect(exportedScore(found)).toBe(exported);
  });

  it('does not depend on the order of the sheets, nor change it', () => {
    const totals = half(91, 60, 82, 77, 79.5);
    expect(projectScore(totals, review)).toEqual(projectScore([...totals].reverse(), review));
    expect(totals).toEqual(half(91, 60, 82, 77, 79.5));
  });

  it('rounds halves up', () => {
    expect(shownScore({ sumHalfPoints: 1401, count: 10 })).toBe('70.1');
    expect(exportedScore({ sumHalfPoints: 1401, count: 10 })).toBe('70.05');
    expect(shownScore({ sumHalfPoints: 5999, count: 30 })).toBe('100.0');
    expect(shownScore({ sumHalfPoints: 1, count: 20 })).toBe('0.0');
    expect(shownScore({ sumHalfPoints: 1, count: 10 })).toBe('0.1');
  });

  it('adds a sheet in half points', () => {
    expect(sheetTotal(sheet(1))).toBe(200);
    expect(sheetTotal({ halfPoints: { need: 21, plan: 30 } })).toBe(51);
  });
});

describe('thresholds', () => {
  it('compares the exact fraction: 59.83 is not 60, 74.875 is not 75', () => {
    expect(reaches(projectScore(half(60, 59.5, 60), review), 60)).toBe(false);
    expect(reaches(projectScore(half(60, 60, 60), review), 60)).toBe(true);
    expect(reaches(projectScore(half(74, 75, 75, 75.5, 90, 61), review), 75)).toBe(false);
    expect(reaches(meanOf([]), 0)).toBe(false);
  });

  it('asks every criterion for half of its weight', () => {
    const weakSite = (halfPoints: number) => [sheet(0.8, { site: halfPoints }), sheet(0.8, { site: 10 }), sheet(0.8, { site: 10 })];
    expect(criteriaBelowMinimum(weakSite(10), review)).toEqual([]);
    expect(criteriaBelowMinimum(weakSite(9), review)).toEqual(['site']);
    expect(criteriaBelowMinimum([{ halfPoints: {} }], review)).toEqual(Object.keys(review.weights));
    expect(fundable(weakSite(10), review)).toBe(true);
    expect(fundable(weakSite(9), review)).toBe(false);
    expect(centreFit(weakSite(10), review)).toBe(true);
    expect(centreFit(weakSite(9), review)).toBe(false);
  });

  it('tells a fundable project from one fit to be the centre', () => {
    const sheets = (share: number) => [sheet(share), sheet(share), sheet(share)];
    expect([fundable(sheets(0.7), review), centreFit(sheets(0.7), review)]).toEqual([true, false]);
    expect([fundable(sheets(0.5), review), centreFit(sheets(0.5), review)]).toEqual([false, false]);
    expect([fundable(sheets(0.75), review), centreFit(sheets(0.75), review)]).toEqual([true, true]);
  });

  it('uses the plain mean per criterion over all sheets, a missing one as nothing', () => {
    const means = criterionMeans([sheet(1), sheet(0.5), { halfPoints: {} }], review);
    expect(means['standards']).toEqual({ sumHalfPoints: 60, count: 3 });
    expect(Object.keys(means)).toEqual(Object.keys(review.weights));
  });

  it('refuses to guess a malformed share', () => {
    expect(() => criteriaBelowMinimum([sheet(1)], { ...review, criterionMinimum: 'half' })).toThrow(RangeError);
  });

  it('hears projects from the score that the policy asks for', () => {
    expect(needsDefence({ sumHalfPoints: 360, count: 3 }, review)).toBe(true);
    expect(needsDefence({ sumHalfPoints: 359, count: 3 }, review)).toBe(false);
    expect(needsDefence({ sumHalfPoints: 360, count: 3 }, { defence: { ...review.defence, enabled: false } })).toBe(false);
  });
});

describe('divergence', () => {
  it.each([
    [half(82, 79.5, 91, 60, 77), true],
    [half(74, 75, 75, 75.5, 90, 61), false],
    [half(60, 90), true],
    [half(60, 89.5), false],
    [half(90), false],
    [[], false],
  ])('%j: consensus first is %p', (totals, asked) => {
    expect(needsConsensus(totals, review)).toBe(asked);
  });
});

describe('compareScores', () => {
  it('compares fractions exactly', () => {
    expect(compareScores({ sumHalfPoints: 100, count: 3 }, { sumHalfPoints: 133, count: 4 })).toBeGreaterThan(0);
    expect(compareScores({ sumHalfPoints: 100, count: 4 }, { sumHalfPoints: 75, count: 3 })).toBe(0);
    expect(compareScores(meanOf([]), { sumHalfPoints: 1, count: 9 })).toBeLessThan(0);
    expect(compareScores(meanOf([]), meanOf([]))).toBe(0);
  });
});
