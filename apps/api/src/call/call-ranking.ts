import { Inject, Injectable } from '@nestjs/common';
import {
  canReadCall,
  cutsOf,
  seesReviewOfCall,
  sheetLook,
  suggestedDecision,
  tiesIn,
  tieValues,
  type CallState,
  type Policy,
  type RankedLine,
  type TieLook,
} from '@app/domain';
import {
  councilSession,
  councilSize,
  noticeLines,
  peopleByIds,
  rankedFileFacts,
  reserveLines,
  type RankedFileFacts,
  type Sql,
} from '@app/persistence';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { RuleRoom } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import type * as schemas from './call-ranking.schemas';

type RankedFile = z.output<typeof schemas.callRanking>['items'][number];

const usualLimit = 100;

/** The ranking of a call, what the council made of it, and what became public. Throws NOT_FOUND or NOT_ALLOWED for whom it is not. */
@Injectable()
export class CallRanking {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
  ) {}

  /** A page of the ranking: exact scores, spread, ties explained, and where the lines are drawn. */
  async ranking(
    person: SignedIn,
    id: string,
    { after = 0, limit = usualLimit }: z.output<typeof schemas.rankingQuery>,
  ): Promise<z.output<typeof schemas.callRanking>> {
    const state = await this.read(person, id);
    const { policy } = await this.rules.setting(state.policyVersion);
    const lines = state.ranking ?? [];
    const page = lines.filter((line) => line.rank > after).slice(0, limit);
    const facts = new Map((await rankedFileFacts(this.db, idsOf(page))).map((one) => [one.projectId, one]));
    const ties = tiesIn(lines);
    const cuts = cutsOf(lines, policy);
    const last = page.at(-1)?.rank;
    return {
      fixed: state.ranking !== undefined,
      total: lines.length,
      lists: countBy(lines, (line) => line.list),
      cuts: { recommended: cuts.recommended ?? null, fundable: cuts.fundable ?? null },
      places: policy.approval.places,
      capPerHostCountry: policy.approval.capPerHostCountry,
      reserveSize: policy.approval.reserveSize,
      fundableFrom: policy.review.fundableFrom,
      centreFrom: policy.review.centreFrom,
      divergenceRange: policy.review.divergenceRange,
      items: page.map((line) => fileOf(line, { facts: facts.get(line.projectId), tie: ties.get(line.projectId), state, policy })),
      next: last !== undefined && last < lines.length ? last : null,
    };
  }

  /** The council's batch: who must be there, who was, how they voted, and where they departed from the ranking. */
  async decision(person: SignedIn, id: string): Promise<z.output<typeof schemas.callDecision>> {
    const state = await this.read(person, id);
    const { policy } = await this.rules.setting(state.policyVersion);
    const batch = new Map((state.proposal?.lines ?? []).map((line) => [line.projectId, line]));
    const decided = state.decision?.lines ?? [];
    return {
      preparedAt: state.proposal?.preparedAt ?? null,
      lines: batch.size,
      council: { ...(await councilSize(this.db)), moreThan: policy.approval.councilQuorum },
      session: state.decision === undefined ? null : await this.session(id),
      decisions: countBy(decided, (line) => line.decision),
      deviations: decided.flatMap(({ projectId, decision, deviates, hostCountry }) => {
        const line = batch.get(projectId);
        if (!deviates || line === undefined) return [];
        return [{ projectId, reference: line.applicationRef, rank: line.rank, suggested: suggestedDecision(line), decision, hostCountry }];
      }),
    };
  }

  /** The list of the public notice as it is posted, what was announced under which number, and the reserve in its order. */
  async outcome(person: SignedIn, id: string): Promise<z.output<typeof schemas.callOutcome>> {
    const state = await this.read(person, id);
    const decided = state.decision?.lines ?? [];
    const references = new Map((state.proposal?.lines ?? []).map((line) => [line.projectId, line.applicationRef]));
    const facts = new Map(
      (await rankedFileFacts(this.db, idsOf(decided.filter((line) => line.decision === 'approve')))).map((one) => [one.projectId, one]),
    );
    const approved = decided.filter((line) => line.decision === 'approve').map((line) => ({ ...line, facts: facts.get(line.projectId) }));
    const reserved = idsOf(decided.filter((line) => line.decision === 'reserve'));
    const reserve = new Map((await reserveLines(this.db, reserved)).map((one) => [one.projectId, one]));
    return {
      notice: await noticeLines(this.db, id),
      announced: approved
        .flatMap(({ projectId, hostCountry, facts: one }) =>
          one?.projectRef == null ? [] : [{ projectId, projectRef: one.projectRef, hostCountry, asCentre: centreOf(one) }],
        )
        .sort((a, b) => (a.projectRef < b.projectRef ? -1 : 1)),
      waiting: approved
        .filter(({ facts: one }) => one?.projectRef == null && state.announcedOn !== undefined && one?.stage !== 'closed')
        .map(({ projectId }) => ({ projectId, reference: references.get(projectId) ?? '' })),
      reserve: reserved.flatMap((projectId, at) => {
        const one = reserve.get(projectId);
        return one === undefined ? [] : [{ order: at + 1, ...one }];
      }),
      freePlaces: state.freePlaces,
    };
  }

  private async session(id: string): Promise<z.output<typeof schemas.callDecision>['session']> {
    const session = await councilSession(this.db, id);
    if (session === undefined) return null;
    const names = new Map((await peopleByIds(this.db, session.present)).map((one) => [one.personId, one.fullName]));
    return { ...session, present: session.present.map((personId) => ({ personId, name: names.get(personId) ?? '' })) };
  }

  private async read(person: SignedIn, id: string): Promise<CallState> {
    const standing = await this.rules.call(id);
    const actor = actorOf(person);
    if (standing === undefined || !canReadCall(actor, standing.state)) throw new Problem('NOT_FOUND');
    if (!seesReviewOfCall(actor)) throw new Problem('NOT_ALLOWED');
    return standing.state;
  }
}

function idsOf(lines: readonly { projectId: string }[]): string[] {
  return lines.map((line) => line.projectId);
}

function countBy<T>(lines: readonly T[], keyOf: (line: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of lines) counts[keyOf(line)] = (counts[keyOf(line)] ?? 0) + 1;
  return counts;
}

function centreOf({ demonstrationCentre }: RankedFileFacts): boolean {
  return demonstrationCentre === 'approved' || demonstrationCentre === 'active';
}

interface Around {
  facts: RankedFileFacts | undefined;
  tie: TieLook | undefined;
  state: CallState;
  policy: Policy;
}

function fileOf(line: RankedLine, around: Around): RankedFile {
  const { rank, hostCountry, fieldCode, centreCandidate, list, sumHalfPoints, count } = line;
  return {
    projectId: line.projectId,
    reference: line.applicationRef,
    ...{ rank, hostCountry, fieldCode, centreCandidate, list },
    score: { sumHalfPoints, count },
    ...sheetsOf(line, around),
    ...decisionOn(line, around.state),
    ...standingOf(around.facts),
  };
}

function sheetsOf(
  line: RankedLine,
  { facts, tie, policy }: Around,
): Pick<RankedFile, 'sheets' | 'lowest' | 'highest' | 'divergent' | 'trimmed' | 'fundable' | 'centreFit' | 'tie'> {
  const sheets = facts?.sheets ?? [];
  const totals = sheets.map((sheet) => Object.values(sheet.halfPoints).reduce((sum, one) => sum + one, 0));
  const { lowest = null, highest = null, ...look } = sheetLook(line, totals, policy);
  return { ...look, lowest, highest, tie: tie === undefined ? null : { ...tie, values: tieValues(sheets, policy) } };
}

function decisionOn({ projectId }: RankedLine, { decision }: CallState): Pick<RankedFile, 'decision' | 'deviates' | 'asCentre'> {
  const decided = decision?.lines.find((one) => one.projectId === projectId);
  if (decided === undefined) return { decision: null, deviates: false, asCentre: false };
  return { decision: decided.decision, deviates: decided.deviates, asCentre: decided.asCentre };
}

function standingOf(
  facts: RankedFileFacts | undefined,
): Pick<RankedFile, 'titleZh' | 'titleEn' | 'leadZh' | 'leadEn' | 'projectRef' | 'stage' | 'subState' | 'held'> {
  const none = { titleZh: null, titleEn: null, leadZh: null, leadEn: null, projectRef: null, stage: '', subState: '', held: null };
  if (facts === undefined) return none;
  const { titleZh, titleEn, leadZh, leadEn, projectRef, stage, subState, held } = facts;
  return { titleZh, titleEn, leadZh, leadEn, projectRef, stage, subState, held };
}
