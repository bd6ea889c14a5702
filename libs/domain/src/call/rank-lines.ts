import type { Policy } from '../policy/policy';
import type { ApplicationFacts } from '../shared/facts';
import { ok, refuse, type Result } from '../shared/result';
import type { RankedLine } from './call.state';
import { needsConsensus, needsDefence, rankApplications, sheetTotal, type ChairVote, type RankedApplication } from './ranking';

/** A ranked line, with whether its defence is still to be held. */
export type RankableLine = RankedLine & { needsDefence: boolean };

/** Sheets of a full panel for this file; one more means that an extra expert has been asked after a wide divergence. */
function panelSize(file: ApplicationFacts, policy: Policy): number {
  return file.centreCandidate ? policy.review.centrePanelSize : policy.review.panelSize;
}

function diverging(files: ApplicationFacts[], policy: Policy): string[] {
  return files
    .filter((file) => file.sheets.length <= panelSize(file, policy) && needsConsensus(file.sheets.map(sheetTotal), policy.review))
    .map((file) => file.applicationRef);
}

function lineOf(ranked: RankedApplication<ApplicationFacts>, policy: Policy): RankableLine {
  const { file } = ranked;
  return {
    projectId: file.projectId,
    applicationRef: file.applicationRef,
    rank: ranked.rank,
    sumHalfPoints: ranked.score.sumHalfPoints,
    count: ranked.score.count,
    hostCountry: file.hostCountry,
    fieldCode: file.fieldCode,
    centreCandidate: file.centreCandidate,
    list: ranked.list,
    tieBrokenBy: ranked.tieBrokenBy,
    needsDefence: needsDefence(ranked.score, policy.review) && !file.defenceHeld,
  };
}

/**
 * Ranks the accepted applications of a call by exact score, ties explained. Refuses while experts lie too far apart (30 of 100 points, Erasmus+ practice):
 * an extra expert must be asked first.
 */
export function rankLines(files: ApplicationFacts[], policy: Policy, chairVotes: ChairVote[]): Result<RankableLine[]> {
  const apart = diverging(files, policy);
  if (apart.length > 0) return refuse('CONSENSUS_REQUIRED', 'experts lie too far apart: ask an extra expert', { applications: apart });
  const ranking = rankApplications(files, { policy, chairVotes });
  if (!ranking.ok) return ranking;
  return ok(ranking.value.lines.map((ranked) => lineOf(ranked, policy)));
}
