import type { Policy, TieBreak } from '../policy/policy';
import type { ProjectId } from '../shared/branded-ids';
import type { ApplicationFacts } from '../shared/facts';
import { compareScores, criterionMeans, meanOf, sheetTotal, type Score } from './score';

/** What the ranking reads of an application. */
export type RankedFile = Pick<ApplicationFacts, 'projectId' | 'applicationRef' | 'hostCountry' | 'fieldCode' | 'centreCandidate'> & {
  sheets: Pick<ApplicationFacts['sheets'][number], 'halfPoints'>[];
};

/** The chair's vote between two files that tie to the last: the one stands before the other. */
export interface ChairVote {
  before: ProjectId;
  after: ProjectId;
}

/** A tie that was broken: which file was placed first among which, and by which steps. */
export interface BrokenTie {
  tied: string[];
  placed: string;
  by: TieBreak[];
}

/** Files of equal score in their final order, or those that no step could part. */
export type TieOrder<F extends RankedFile> = { ordered: F[]; broken: BrokenTie[] } | { undecided: F[] };

/** What the steps know beside the files: the places (country and field) already served higher up, and the chair's votes. */
interface TieSetting {
  review: Policy['review'];
  served: ReadonlySet<string>;
  chairVotes: ChairVote[];
}

/** Host country and field of a file: what a ranking should cover before it repeats. */
export function placeOf(file: RankedFile): string {
  return `${file.hostCountry}/${file.fieldCode}`;
}

/**
 * Puts files of exactly equal score in order by `tieOrder`, one place at a time, since each file placed changes what is covered (EU ranking rules).
 * Without the chair's vote among the steps, files equal in all of them stand in the order of their application numbers.
 */
export function breakTies<F extends RankedFile>(
  files: F[],
  served: ReadonlySet<string>,
  review: Policy['review'],
  chairVotes: ChairVote[],
): TieOrder<F> {
  let left = [...files].sort((a, b) => (a.applicationRef < b.applicationRef ? -1 : 1));
  const covered = new Set(served);
  const ordered: F[] = [];
  const broken: BrokenTie[] = [];
  while (left.length > 0) {
    const { candidates, by } = narrow(left, { review, served: covered, chairVotes });
    const first = candidates[0];
    if (first === undefined || (candidates.length > 1 && review.tieOrder.includes('chairVote'))) {
      return { undecided: first === undefined ? left : candidates };
    }
    if (left.length > 1) broken.push({ tied: left.map((file) => file.applicationRef), placed: first.applicationRef, by });
    covered.add(placeOf(first));
    ordered.push(first);
    left = left.filter((file) => file !== first);
  }
  return { ordered, broken };
}

/** Keeps the best files step by step until one is left; notes the steps that parted them. */
function narrow<F extends RankedFile>(files: F[], setting: TieSetting): { candidates: F[]; by: TieBreak[] } {
  let candidates = files;
  const by: TieBreak[] = [];
  for (const step of setting.review.tieOrder) {
    if (candidates.length < 2) break;
    const kept = steps[step](candidates, setting);
    if (kept.length < candidates.length) by.push(step);
    candidates = kept;
  }
  return { candidates, by };
}

const steps: Record<TieBreak, <F extends RankedFile>(files: F[], setting: TieSetting) => F[]> = {
  coverage: (files, { served }) => {
    const uncovered = files.filter((file) => !served.has(placeOf(file)));
    return uncovered.length > 0 ? uncovered : files;
  },
  standards: (files, { review }) => highest(files, (file) => criterionScore(file, 'standards', review)),
  enterprise: (files, { review }) => highest(files, (file) => criterionScore(file, 'enterprise', review)),
  untrimmedMean: (files) => highest(files, (file) => meanOf(file.sheets.map(sheetTotal))),
  chairVote: (files, { chairVotes }) => {
    const here = new Set(files.map((file) => file.projectId));
    const behind = new Set(chairVotes.filter((vote) => here.has(vote.before)).map((vote) => vote.after));
    return files.filter((file) => !behind.has(file.projectId));
  },
};

/** Mean of one criterion; a rubric without it parts nobody. */
function criterionScore(file: RankedFile, criterion: string, review: Policy['review']): Score {
  return criterionMeans(file.sheets, review)[criterion] ?? { sumHalfPoints: 0, count: 1 };
}

function highest<F extends RankedFile>(files: F[], scoreOf: (file: F) => Score): F[] {
  const scored = files.map((file) => ({ file, score: scoreOf(file) }));
  return scored.filter(({ score }) => scored.every((other) => compareScores(score, other.score) >= 0)).map(({ file }) => file);
}
