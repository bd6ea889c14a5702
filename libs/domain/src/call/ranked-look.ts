import type { Policy, TieBreak } from '../policy/policy';
import type { RankedLine } from './call.state';
import { compareScores, criterionMeans, meanOf, needsConsensus, reaches, sheetTotal, type Score, type ScoredSheet } from './score';

/** What the valid sheets of a ranked file say beside its score. */
export interface SheetLook {
  sheets: number;
  lowest?: number;
  highest?: number;
  /** Lay so far apart that the experts had to talk or an extra one was asked. */
  divergent: boolean;
  /** One highest and one lowest sheet were left out of the mean. */
  trimmed: boolean;
  fundable: boolean;
  centreFit: boolean;
}

/** Sheets, spread and thresholds of a ranked file. Totals are in half points; the thresholds are compared on the exact score. */
export function sheetLook(line: RankedLine, totals: number[], { review }: Policy): SheetLook {
  return {
    sheets: totals.length,
    ...(totals.length === 0 ? {} : { lowest: Math.min(...totals), highest: Math.max(...totals) }),
    divergent: needsConsensus(totals, review),
    trimmed: totals.length >= review.trimFromValidSheets,
    fundable: reaches(line, review.fundableFrom),
    centreFit: line.centreCandidate && reaches(line, review.centreFrom),
  };
}

/** Why a file of exactly equal score with others stands where it stands. */
export interface TieLook {
  /** References it stands before, and those that stand before it. */
  before: string[];
  after: string[];
  /** Steps of the tie order that gave it its place. */
  by: string[];
}

/** The ties of a ranking, by project; files whose score nobody shares are left out. */
export function tiesIn(lines: readonly RankedLine[]): Map<string, TieLook> {
  const looks = new Map<string, TieLook>();
  for (const group of groupsOfEqualScore(lines)) {
    if (group.length < 2) continue;
    for (const [at, line] of group.entries()) {
      looks.set(line.projectId, {
        before: group.slice(at + 1).map((one) => one.applicationRef),
        after: group.slice(0, at).map((one) => one.applicationRef),
        by: line.tieBrokenBy,
      });
    }
  }
  return looks;
}

/** What the tie-break steps compare, of one file; a step without a number of its own (coverage, the chair's vote) is left out. */
export function tieValues(sheets: ScoredSheet[], { review }: Policy): Partial<Record<TieBreak, Score>> {
  const { standards, enterprise } = criterionMeans(sheets, review);
  return {
    ...(standards === undefined ? {} : { standards }),
    ...(enterprise === undefined ? {} : { enterprise }),
    untrimmedMean: meanOf(sheets.map(sheetTotal)),
  };
}

/** Where lines are drawn through a ranking: the last rank that is recommended, and the last that reaches the threshold; absent when there is none. */
export function cutsOf(lines: readonly RankedLine[], { review }: Policy): { recommended?: number; fundable?: number } {
  const recommended = lines.findLast((line) => line.list === 'A')?.rank;
  const fundable = lines.findLast((line) => reaches(line, review.fundableFrom))?.rank;
  return { ...(recommended === undefined ? {} : { recommended }), ...(fundable === undefined ? {} : { fundable }) };
}

function groupsOfEqualScore(lines: readonly RankedLine[]): RankedLine[][] {
  const groups: RankedLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compareScores(last[0], line) === 0) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
