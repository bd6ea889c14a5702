import type { Policy, TieBreak } from '../policy/policy';
import type { Country } from '../shared/local-date';
import { ok, refuse, type Result } from '../shared/result';
import { centreFit, compareScores, fundable, projectScore, reaches, sheetTotal, type ProjectScore } from './score';
import { breakTies, placeOf, type BrokenTie, type ChairVote, type RankedFile } from './ties';

export {
  compareScores,
  criteriaBelowMinimum,
  criterionMeans,
  fundable,
  needsConsensus,
  needsDefence,
  projectScore,
  sheetTotal,
  shownScore,
  type ProjectScore,
} from './score';
export type { BrokenTie, ChairVote, RankedFile } from './ties';

/** Lists of the panel: A recommended, B reserve, C good but no place, D below a threshold (EU grant practice). */
export type RankingList = 'A' | 'B' | 'C' | 'D';

/** Why a file stands on its list. */
export type ListReason = 'PLACE_FREE' | 'COUNTRY_CAP' | 'NO_PLACE' | 'CENTRE_ONLY' | 'TOTAL_TOO_LOW' | 'CRITERION_TOO_LOW';

/** One file of the finished ranking. */
export interface RankedApplication<F extends RankedFile = RankedFile> {
  file: F;
  rank: number;
  score: ProjectScore;
  list: RankingList;
  reason: ListReason;
  /** Recommended as demonstration centre of its host country. */
  asCentre: boolean;
  /** Steps of the tie order that gave it its place among files of the same score. */
  tieBrokenBy: TieBreak[];
}

/** The ranking with every tie explained. */
export interface Ranking<F extends RankedFile = RankedFile> {
  lines: RankedApplication<F>[];
  ties: BrokenTie[];
}

/** What a ranking needs beside the files. */
export interface RankingSetting {
  policy: Policy;
  chairVotes?: ChairVote[];
  /** Host countries whose demonstration centre exists already. */
  centresTaken?: Country[];
}

/**
 * Ranks files by exact score, breaks ties and fills the lists: places and caps per host country in rank order, then the reserve.
 * Refuses with `TOO_FEW_SCORES` when a file has too few valid sheets, and with `RANKING_INCOMPLETE` (`tied`) when only the chair's vote can part some.
 */
export function rankApplications<F extends RankedFile>(files: F[], setting: RankingSetting): Result<Ranking<F>> {
  const { review } = setting.policy;
  const short = files.filter((file) => file.sheets.length < review.minValidScores).map((file) => file.applicationRef);
  if (short.length > 0) return refuse('TOO_FEW_SCORES', 'score sheets are missing', { applications: short });
  const served = new Set<string>();
  const ordered: F[] = [];
  const ties: BrokenTie[] = [];
  for (const group of groupsOfEqualScore(files, setting.policy)) {
    const order = breakTies(group, served, review, setting.chairVotes ?? []);
    if ('undecided' in order) {
      return refuse('RANKING_INCOMPLETE', 'files tie to the last step: the chair must vote', {
        tied: order.undecided.map((file) => file.applicationRef),
      });
    }
    for (const file of order.ordered) served.add(placeOf(file));
    ordered.push(...order.ordered);
    ties.push(...order.broken);
  }
  return ok({ lines: fillLists(ordered, ties, setting), ties });
}

function scoreOf(file: RankedFile, policy: Policy): ProjectScore {
  return projectScore(file.sheets.map(sheetTotal), policy.review);
}

function groupsOfEqualScore<F extends RankedFile>(files: F[], policy: Policy): F[][] {
  const scored = files.map((file) => ({ file, score: scoreOf(file, policy) })).sort((a, b) => compareScores(b.score, a.score));
  const groups: (typeof scored)[] = [];
  for (const entry of scored) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compareScores(last[0].score, entry.score) === 0) last.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group) => group.map(({ file }) => file));
}

/** Counts while the lists are filled in rank order. */
interface Filling {
  approved: Map<Country, number>;
  centres: Set<Country>;
  placesLeft: number;
  reserveLeft: number;
}

function fillLists<F extends RankedFile>(
  ordered: F[],
  ties: BrokenTie[],
  { policy, centresTaken }: RankingSetting,
): RankedApplication<F>[] {
  const { places, reserveSize } = policy.approval;
  const filling: Filling = { approved: new Map(), centres: new Set(centresTaken), placesLeft: places, reserveLeft: reserveSize };
  return ordered.map((file, index) => ({
    file,
    rank: index + 1,
    score: scoreOf(file, policy),
    ...placeOnList(file, filling, policy),
    tieBrokenBy:
      ties.find((tie) => tie.placed === file.applicationRef)?.by ??
      ties.findLast((tie) => tie.tied.includes(file.applicationRef))?.by ??
      [],
  }));
}

type Placed = Pick<RankedApplication, 'list' | 'reason' | 'asCentre'>;

function placeOnList(file: RankedFile, filling: Filling, policy: Policy): Placed {
  const refusal = belowThreshold(file, policy);
  if (refusal !== undefined) return { list: 'D', reason: refusal, asCentre: false };
  const asCentre = file.centreCandidate && centreFit(file.sheets, policy.review) && !filling.centres.has(file.hostCountry);
  if (file.centreCandidate && !asCentre && !policy.centre.fallbackToOrdinary) return { list: 'C', reason: 'CENTRE_ONLY', asCentre: false };
  const capReached = isCapReached(file.hostCountry, filling, policy.approval.capPerHostCountry);
  if (filling.placesLeft > 0 && !capReached) return recommend(file, filling, asCentre);
  return reserve(filling, capReached ? 'COUNTRY_CAP' : 'NO_PLACE');
}

function isCapReached(country: Country, filling: Filling, cap: number): boolean {
  return cap > 0 && (filling.approved.get(country) ?? 0) >= cap;
}

function recommend({ hostCountry }: RankedFile, filling: Filling, asCentre: boolean): Placed {
  filling.placesLeft -= 1;
  filling.approved.set(hostCountry, (filling.approved.get(hostCountry) ?? 0) + 1);
  if (asCentre) filling.centres.add(hostCountry);
  return { list: 'A', reason: 'PLACE_FREE', asCentre };
}

function reserve(filling: Filling, reason: ListReason): Placed {
  if (filling.reserveLeft === 0) return { list: 'C', reason, asCentre: false };
  filling.reserveLeft -= 1;
  return { list: 'B', reason, asCentre: false };
}

function belowThreshold(file: RankedFile, policy: Policy): 'TOTAL_TOO_LOW' | 'CRITERION_TOO_LOW' | undefined {
  if (fundable(file.sheets, policy.review)) return undefined;
  return reaches(scoreOf(file, policy), policy.review.fundableFrom) ? 'CRITERION_TOO_LOW' : 'TOTAL_TOO_LOW';
}
