import { dueAfter } from '../calendar/deadline';
import { endOfDay, formalZone, localDateOf } from '../calendar/zone';
import { validShare } from '../policy/value-rules';
import { calendarSet } from '../shared/calendar-sets';
import type { DecideContext } from '../shared/decision';
import type { ApplicationFacts } from '../shared/facts';
import { setDeadline } from '../shared/make-deadline';
import type { Country } from '../shared/local-date';
import { refuse } from '../shared/result';
import { called, callNotIn, type CallDecision } from './call-rule';
import type { CallCommand } from './call.commands';
import type { CallState, DecidedLine, RankedLine } from './call.state';
import { rankLines } from './rank-lines';

type Of<T extends CallCommand['type']> = Extract<CallCommand, { type: T }>;

const waitingForRank: ReadonlySet<string> = new Set(['accepted', 'assigning', 'scoring', 'consensus', 'defence', 'ranked']);
const stillInCheck: ReadonlySet<string> = new Set(['checking', 'returned', 'resubmitted']);

/** Applications that take part in the ranking: accepted for review, not ended. */
export function rankable(ctx: DecideContext): ApplicationFacts[] {
  return (ctx.facts.applications ?? []).filter((a) => a.stage === 'review' && waitingForRank.has(a.subState));
}

/** Fixes the ranking: every application still in the call is checked, has enough valid sheets, and was heard where the policy asks for a defence. */
export function decideFixRanking(state: CallState, command: Of<'FixRanking'>, ctx: DecideContext): CallDecision {
  const refusal = callNotIn(state, 'closed', 'reviewing');
  if (refusal !== undefined) return refusal;
  const unchecked = (ctx.facts.applications ?? [])
    .filter((a) => a.stage === 'review' && stillInCheck.has(a.subState))
    .map((a) => a.applicationRef);
  if (unchecked.length > 0) return refuse('RANKING_INCOMPLETE', 'applications are still being checked', { applications: unchecked });
  const files = rankable(ctx);
  if (files.length === 0) return refuse('RANKING_INCOMPLETE', 'there is no application to rank', { applications: [] });
  const ranked = rankLines(files, ctx.policy, command.payload.chairVotes ?? []);
  if (!ranked.ok) return ranked;
  const unheard = ranked.value.filter((line) => line.needsDefence).map((line) => line.applicationRef);
  if (unheard.length > 0) return refuse('RANKING_INCOMPLETE', 'defences have not been held', { applications: unheard });
  const lines = ranked.value.map(({ needsDefence: _heard, ...line }): RankedLine => line);
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'a ranking is fixed by the chair');
  return called({ type: 'RankingFixed', lines, by: ctx.actor.personId, at: ctx.now });
}

/** Freezes the ranked list as the council's batch. Repeated before the decision, it is quiet. */
export function decidePrepareProposal(state: CallState, ctx: DecideContext): CallDecision {
  if (state.ranking === undefined) return refuse('RANKING_INCOMPLETE', 'the ranking is not fixed', { applications: [] });
  if (state.proposal !== undefined) return called();
  return callNotIn(state, 'reviewing') ?? called({ type: 'ProposalPrepared', lines: state.ranking, at: ctx.now });
}

/** What the ranking suggests for a line: list A is approved, B reserved, C and D rejected. */
export function suggestedDecision(line: RankedLine): DecidedLine['decision'] {
  if (line.list === 'A') return 'approve';
  return line.list === 'B' ? 'reserve' : 'reject';
}

function overCap(lines: DecidedLine[], ctx: DecideContext): Country | undefined {
  const cap = ctx.policy.approval.capPerHostCountry;
  const count: Partial<Record<Country, number>> = {};
  for (const line of lines.filter((l) => l.decision === 'approve')) count[line.hostCountry] = (count[line.hostCountry] ?? 0) + 1;
  const [over] = (Object.entries(count) as [Country, number][]).filter(([, approved]) => approved > cap);
  return cap === 0 ? undefined : over?.[0];
}

/** More than the policy's share of the council with its chair, and more votes for than against, of those who are there (rules of the council, default). */
function quorumRefusal({ present, votesFor, votesAgainst }: Of<'DecideProposal'>['payload'], ctx: DecideContext) {
  const council = Object.values(ctx.facts.people ?? {}).filter((p) => p.roles.includes('CM') || p.roles.includes('CC'));
  const there = council.filter((p) => present.includes(p.personId));
  const { numerator, denominator } = validShare(ctx.policy.approval.councilQuorum);
  if (there.length * denominator <= council.length * numerator || !there.some((p) => p.roles.includes('CC')))
    return refuse('NO_QUORUM', 'more of the council, with its chair, is needed', {
      present: there.length,
      members: council.length,
    });
  if (votesFor <= votesAgainst || votesFor + votesAgainst > there.length)
    return refuse('NO_QUORUM', 'the votes do not carry the decision', { votesFor, votesAgainst });
  return undefined;
}

/** Records the council's decision on every line of the batch: quorum, caps, places; a deviation from the rank needs a reason. */
export function decideLines(state: CallState, command: Of<'DecideProposal'>, ctx: DecideContext): CallDecision {
  const batch = state.proposal?.lines;
  const refusal = callNotIn(state, 'deciding');
  if (refusal !== undefined) return refusal;
  if (batch === undefined || state.decision !== undefined) return refuse('ALREADY_DONE', 'the batch was decided before');
  const { present, votesFor, votesAgainst } = command.payload;
  const quorum = quorumRefusal(command.payload, ctx);
  if (quorum !== undefined) return quorum;
  const decisions = new Map(command.payload.lines.map((l) => [l.projectId, l.decision]));
  const lines = batch.flatMap((l) => {
    const decision = decisions.get(l.projectId);
    return decision === undefined ? [] : [decidedLine(l, decision, ctx)];
  });
  if (lines.length < batch.length || decisions.size !== batch.length) {
    const undecided = batch.filter((l) => !decisions.has(l.projectId)).map((l) => l.applicationRef);
    return refuse('UNKNOWN_OBJECT', 'decide every line of the batch and no other', { applications: undecided });
  }
  return (
    limitsRefusal(lines, ctx) ??
    called({ type: 'ProposalDecided', lines, present, votesFor, votesAgainst, decidedOn: localDateOf(ctx.now, formalZone), at: ctx.now })
  );
}

function decidedLine(line: RankedLine, decision: DecidedLine['decision'], ctx: DecideContext): DecidedLine {
  const fit = line.centreCandidate && line.sumHalfPoints >= 2 * ctx.policy.review.centreFrom * line.count;
  return {
    projectId: line.projectId,
    decision,
    asCentre: decision === 'approve' && fit,
    hostCountry: line.hostCountry,
    deviates: decision !== suggestedDecision(line),
  };
}

function limitsRefusal(lines: DecidedLine[], ctx: DecideContext) {
  const deviating = lines.filter((l) => l.deviates).map((l) => l.projectId);
  if (deviating.length > 0 && ctx.reason === undefined)
    return refuse('RANK_DEVIATION_NEEDS_REASON', 'the decision departs from the ranking: say why', { projects: deviating });
  const approvals = lines.filter((l) => l.decision === 'approve').length;
  if (approvals > ctx.policy.approval.places)
    return refuse('CAP_REACHED', 'there are not so many places', { places: ctx.policy.approval.places, approvals });
  const country = overCap(lines, ctx);
  return country === undefined
    ? undefined
    : refuse('CAP_REACHED', 'too many projects in one host country', { country, cap: ctx.policy.approval.capPerHostCountry });
}

/** Posts the recommended projects for objections: the posting day is not counted, the notice ends at 24:00 Beijing of its last working day. */
export function decideStartNotice(state: CallState, command: Of<'StartPublicNotice'>, ctx: DecideContext): CallDecision {
  const refusal = callNotIn(state, 'deciding');
  if (refusal !== undefined) return refusal;
  if (state.decision === undefined)
    return refuse('WRONG_STAGE', 'the batch is not decided yet', { stage: 'call', subState: state.subState });
  const { startOn } = command.payload;
  const today = localDateOf(ctx.now, formalZone);
  if (startOn !== today)
    return refuse(startOn < today ? 'DATE_IN_PAST' : 'DATE_IN_FUTURE', 'a notice starts on the day it is posted', { startOn, today });
  const due = dueAfter(startOn, ctx.policy.notice.length, {
    set: calendarSet(ctx.policy.time.calendars.competition, 'CN'),
    roll: 'next',
    calendars: ctx.calendars,
  });
  const endsAt = endOfDay(due.dueOn, formalZone);
  const end = setDeadline(
    {
      ladder: 'clock',
      object: 'public-notice',
      startOn,
      period: ctx.policy.notice.length,
      set: calendarSet(ctx.policy.time.calendars.competition, 'CN'),
      policyKey: 'notice.length',
      owner: { role: 'SH' },
      country: 'CN',
      consequences: [{ code: 'end-public-notice', policyKey: 'notice.length' }],
    },
    state,
    ctx,
  );
  return called({ type: 'PublicNoticeStarted', startedOn: startOn, endsAt, at: ctx.now }, end);
}

/** The reference of an approved project: call, host country and its running number there, never reused. */
export function projectRefOf(callCode: string, country: Country, no: number): string {
  return `${callCode}-${country}-${String(no).padStart(3, '0')}`;
}

/** Announces all decisions: after the notice, when every approved project that is not held is ready. Reference numbers follow the rank. */
export function decideAnnounceProjects(state: CallState, ctx: DecideContext): CallDecision {
  const decision = state.decision;
  if (decision === undefined) return refuse('WRONG_STAGE', 'the batch is not decided yet', { stage: 'call', subState: state.subState });
  if (state.announcedOn !== undefined) return refuse('ALREADY_DONE', 'the decisions were announced before');
  if (ctx.policy.notice.enabled && state.noticeEnded !== true)
    return refuse('NOTICE_RUNNING', 'the public notice has not ended', { endsAt: state.noticeEndsAt ?? '' });
  const facts = new Map((ctx.facts.applications ?? []).map((a) => [a.projectId, a]));
  const waiting = decision.lines
    .filter((l) => l.decision === 'approve' && !readyToAnnounce(facts.get(l.projectId), ctx))
    .map((l) => facts.get(l.projectId)?.applicationRef ?? l.projectId);
  if (waiting.length > 0) return refuse('NOTICE_RUNNING', 'approved projects are not ready', { applications: waiting });
  const numbers = { ...state.referenceNumbers };
  const lines = decision.lines.map((line): DecidedLine => {
    if (line.decision !== 'approve' || facts.get(line.projectId)?.held === true) return line;
    const no = (numbers[line.hostCountry] ?? 0) + 1;
    numbers[line.hostCountry] = no;
    return { ...line, projectRef: projectRefOf(state.code, line.hostCountry, no) };
  });
  const announced = lines.filter((l) => l.decision !== 'approve' || l.projectRef !== undefined);
  return called({ type: 'ProjectsAnnounced', lines: announced, announcedOn: localDateOf(ctx.now, formalZone), at: ctx.now });
}

/** A held project waits for its own announcement and does not keep the others waiting. */
function readyToAnnounce(facts: ApplicationFacts | undefined, ctx: DecideContext): boolean {
  if (facts === undefined) return false;
  return facts.held || facts.subState === 'ready' || (!ctx.policy.notice.enabled && facts.subState === 'proposed');
}
