import type { Policy } from '../policy/policy';
import { validShare } from '../policy/value-rules';

/** An exact mean in half points: `sumHalfPoints / count` half points, which is half as many points. Never rounded before it is shown. */
export interface Score {
  sumHalfPoints: number;
  count: number;
}

/** A project's score, with whether the highest and the lowest sheet were left out. */
export interface ProjectScore extends Score {
  trimmed: boolean;
}

/** What the arithmetic needs of a valid score sheet: half points per criterion. */
export interface ScoredSheet {
  halfPoints: Record<string, number>;
}

type ReviewPolicy = Policy['review'];

/** Total of a sheet in half points. */
export function sheetTotal(sheet: ScoredSheet): number {
  return sum(Object.values(sheet.halfPoints));
}

/**
 * Mean of the totals of all valid sheets; from `trimFromValidSheets` sheets on without one highest and one lowest (Chinese evaluation practice).
 * The raw sheets are kept by the caller. No sheet gives an empty score, which reaches no threshold.
 */
export function projectScore(totals: number[], review: Pick<ReviewPolicy, 'trimFromValidSheets'>): ProjectScore {
  const trimmed = totals.length >= review.trimFromValidSheets;
  const counted = trimmed ? [...totals].sort((a, b) => a - b).slice(1, -1) : totals;
  return { ...meanOf(counted), trimmed };
}

/** Plain mean of some totals, exact. */
export function meanOf(totals: number[]): Score {
  return { sumHalfPoints: sum(totals), count: totals.length };
}

/** Plain mean per criterion of the rubric over all valid sheets, for thresholds and ties. A criterion missing from a sheet counts as 0. */
export function criterionMeans(sheets: ScoredSheet[], review: Pick<ReviewPolicy, 'weights'>): Record<string, Score> {
  return Object.fromEntries(
    Object.keys(review.weights).map((criterion) => [criterion, meanOf(sheets.map((sheet) => sheet.halfPoints[criterion] ?? 0))]),
  );
}

/** Below zero when `a` is the lower score, above when it is the higher, 0 when they are exactly equal. Empty scores count as 0. */
export function compareScores(a: Score, b: Score): number {
  return a.sumHalfPoints * Math.max(1, b.count) - b.sumHalfPoints * Math.max(1, a.count);
}

/** Whether a score reaches a number of points, compared exactly. */
export function reaches(score: Score, points: number): boolean {
  return score.count > 0 && score.sumHalfPoints >= 2 * points * score.count;
}

/** Whether raw totals lie so far apart that the experts must talk before the ranking (Erasmus+ practice: 30 of 100 points). */
export function needsConsensus(totals: number[], review: Pick<ReviewPolicy, 'divergenceRange'>): boolean {
  return totals.length > 1 && Math.max(...totals) - Math.min(...totals) >= 2 * review.divergenceRange;
}

/** Criteria of the rubric whose mean lies below the minimum share of their weight. */
export function criteriaBelowMinimum(sheets: ScoredSheet[], review: Pick<ReviewPolicy, 'weights' | 'criterionMinimum'>): string[] {
  const minimum = validShare(review.criterionMinimum);
  const isBelow = ([criterion, weight]: [string, number]): boolean => {
    const { sumHalfPoints, count } = meanOf(sheets.map((sheet) => sheet.halfPoints[criterion] ?? 0));
    return sumHalfPoints * minimum.denominator < 2 * weight * count * minimum.numerator;
  };
  return Object.entries(review.weights)
    .filter(isBelow)
    .map(([criterion]) => criterion);
}

/** Whether a project may be approved: total and every criterion reach their thresholds. */
export function fundable(sheets: ScoredSheet[], review: ReviewPolicy): boolean {
  return reaches(projectScore(sheets.map(sheetTotal), review), review.fundableFrom) && criteriaBelowMinimum(sheets, review).length === 0;
}

/** Whether a project may become its country's demonstration centre: fundable, with the higher total. */
export function centreFit(sheets: ScoredSheet[], review: ReviewPolicy): boolean {
  return fundable(sheets, review) && reaches(projectScore(sheets.map(sheetTotal), review), review.centreFrom);
}

/** Whether a project with this provisional score is heard before the ranking. */
export function needsDefence(score: Score, review: Pick<ReviewPolicy, 'defence'>): boolean {
  return review.defence.enabled && reaches(score, review.defence.from);
}

/** A score in points with one decimal, half up, as it is shown to people. An empty score is shown as 0.0. */
export function shownScore(score: Score): string {
  return pointsText(score, 1);
}

/** A score in points with two decimals, half up, for exports. */
export function exportedScore(score: Score): string {
  return pointsText(score, 2);
}

/** Half points over twice the count, in whole numbers: rounding a binary fraction would turn some halves down. */
function pointsText({ sumHalfPoints, count }: Score, decimals: number): string {
  const unit = 10 ** decimals;
  const divisor = 2 * Math.max(1, count);
  const rounded = Math.floor((2 * unit * sumHalfPoints + divisor) / (2 * divisor));
  return `${Math.floor(rounded / unit)}.${String(rounded % unit).padStart(decimals, '0')}`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
