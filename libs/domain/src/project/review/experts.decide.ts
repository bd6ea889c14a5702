import { dueAfter } from '../../calendar/deadline';
import { endOfDay, formalZone, localDateOf } from '../../calendar/zone';
import type { DecideContext } from '../../shared/decision';
import type { PersonFacts } from '../../shared/facts';
import { closeDeadline, setDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { competitionSet, happened, notIn, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { Assignment, ProjectState } from '../project.state';
import { lastStepOf } from '../control/policy-offsets';
import type { ReviewCommand } from './review.commands';

type Of<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }>;

/** Automatic match for a conflict of interest (procurement rules: employment within three years; same organization or mail domain). */
export function conflictOf(expert: PersonFacts, state: ProjectState, partyMailDomains: string[]): string | undefined {
  const parties = new Set(state.parties.map((p) => p.organizationId));
  if (expert.organizationId !== undefined && parties.has(expert.organizationId)) return 'same-organization';
  if (expert.formerEmployers.some((id) => parties.has(id))) return 'former-employer';
  if (expert.mailDomain !== undefined && partyMailDomains.includes(expert.mailDomain)) return 'same-mail-domain';
  return undefined;
}

/** Names experts in order; those with a conflict are marked and never invited. Asked again, it replaces those not invited yet. */
export function decideProposeExperts(state: ProjectState, command: Of<'ProposeExperts'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'accepted', 'assigning', 'scoring');
  if (refusal !== undefined) return refusal;
  const known = new Set(state.review.assignments.filter((a) => a.state !== 'proposed').map((a) => a.expertId));
  const fresh = [...new Set(command.payload.experts)].filter((id) => !known.has(id));
  const experts = fresh.flatMap((id) => ctx.facts.people?.[id] ?? []).filter((p) => p.roles.includes('EX'));
  const strangers = fresh.filter((id) => !experts.some((expert) => expert.personId === id));
  if (strangers.length > 0) return refuse('NOT_ALLOWED', 'these people are not experts', { experts: strangers });
  if (fresh.length === 0) return refuse('UNKNOWN_OBJECT', 'name at least one further expert');
  const assignments = experts.map((expert, i): Assignment => {
    const conflict = conflictOf(expert, state, ctx.facts.partyMailDomains ?? []);
    return {
      expertId: expert.personId,
      order: known.size + i + 1,
      country: expert.country,
      outsideYunnan: expert.inYunnan !== true,
      state: conflict === undefined ? 'proposed' : 'conflict',
      ...(conflict === undefined ? {} : { conflict }),
    };
  });
  return happened({ type: 'ExpertsProposed', assignments, at: ctx.now });
}

/** The clock of an invitation: reminded after three working days, released after five. */
export function invitationEvents(state: ProjectState, expert: Assignment, ctx: DecideContext): ProjectEvent[] {
  const deadline = setDeadline(
    {
      ladder: 'invitation',
      object: expert.expertId,
      period: ctx.policy.review.invitationRelease,
      set: competitionSet(ctx.policy),
      policyKey: 'review.invitationRelease',
      owner: { role: 'EX', personId: expert.expertId },
      country: expert.country,
      consequences: [{ code: 'release-invitation', policyKey: 'review.invitationRelease' }],
    },
    state,
    ctx,
  );
  return [{ type: 'ExpertInvited', expertId: expert.expertId, at: ctx.now }, deadline];
}

/** Invites one proposed expert: not in conflict, with capacity left in this call. */
export function decideInvite(state: ProjectState, command: Of<'InviteExpert'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'accepted', 'assigning', 'scoring');
  if (refusal !== undefined) return refusal;
  const { expertId } = command.payload;
  const expert = state.review.assignments.find((a) => a.expertId === expertId);
  if (expert === undefined) return refuse('UNKNOWN_OBJECT', 'this expert was not proposed', { expertId });
  if (expert.conflict !== undefined)
    return refuse('CONFLICT_OF_INTEREST', 'this expert has a conflict of interest', { expertId, match: expert.conflict });
  if (expert.state !== 'proposed') return refuse('ALREADY_DONE', 'this expert was invited before', { expertId });
  const files = ctx.facts.people?.[expertId]?.filesInCall ?? 0;
  if (files >= ctx.policy.review.filesPerExpert)
    return refuse('EXPERT_CAPACITY', 'this expert has as many files as allowed', { expertId, files });
  return happened(...invitationEvents(state, expert, ctx));
}

function assignmentOf(state: ProjectState, ctx: DecideContext): Assignment | undefined {
  const { actor } = ctx;
  return state.review.assignments.find((a) => actor.kind === 'person' && a.expertId === actor.personId);
}

/** The expert's score sheet is due `review.scoring` after he accepted; three working days late he is replaced. */
export function scoringDeadline(state: ProjectState, expert: Assignment, ctx: DecideContext): ProjectEvent {
  const due = dueAfter(localDateOf(ctx.now, formalZone), ctx.policy.review.scoring, {
    set: competitionSet(ctx.policy),
    roll: 'none',
    calendars: ctx.calendars,
  }).dueOn;
  const replaceOn = dueAfter(due, lastStepOf(ctx.policy.ladder.scoring), {
    set: competitionSet(ctx.policy),
    roll: 'none',
    calendars: ctx.calendars,
  }).dueOn;
  return setDeadline(
    {
      ladder: 'scoring',
      object: expert.expertId,
      period: ctx.policy.review.scoring,
      set: competitionSet(ctx.policy),
      policyKey: 'review.scoring',
      owner: { role: 'EX', personId: expert.expertId },
      country: expert.country,
      consequences: [{ code: 'replace-expert', policyKey: 'ladder.scoring', at: endOfDay(replaceOn, formalZone) }],
    },
    state,
    ctx,
  );
}

/** The expert takes the file. */
export function decideAcceptInvitation(state: ProjectState, ctx: DecideContext): ProjectDecision {
  const expert = assignmentOf(state, ctx);
  if (expert === undefined || expert.state !== 'invited')
    return refuse(expert === undefined ? 'NOT_INVITED' : 'ALREADY_DONE', 'there is no open invitation');
  const refusal = notIn(state, 'assigning', 'scoring', 'defence');
  if (refusal !== undefined) return refusal;
  return happened(
    { type: 'InvitationAccepted', expertId: expert.expertId, at: ctx.now },
    ...closeDeadline(state, 'invitation', expert.expertId, 'met'),
    scoringDeadline(state, expert, ctx),
  );
}

/** Declares, for this file and before any score, that there is no conflict (EU practice). */
export function decideDeclare(state: ProjectState, ctx: DecideContext): ProjectDecision {
  const expert = assignmentOf(state, ctx);
  if (expert === undefined || expert.state === 'invited') return refuse('NOT_INVITED', 'accept the invitation first');
  if (expert.state !== 'accepted') return refuse('ALREADY_DONE', 'this was declared before');
  const refusal = notIn(state, 'assigning', 'scoring', 'defence');
  if (refusal !== undefined) return refusal;
  return happened({ type: 'NoConflictDeclared', expertId: expert.expertId, at: ctx.now });
}

/** Whether every score is an integer of half points between 0 and twice its weight, for exactly the criteria of the rubric, with a comment each. */
function sheetRefusal(command: Of<'SubmitScores'>, ctx: DecideContext) {
  const weights = Object.entries(ctx.policy.review.weights);
  const { halfPoints, comments } = command.payload;
  const wrong = weights.filter(([criterion, weight]) => !inRange(halfPoints[criterion], weight)).map(([criterion]) => criterion);
  const unknown = Object.keys(halfPoints).filter((criterion) => !weights.some(([c]) => c === criterion));
  if (wrong.length + unknown.length > 0)
    return refuse('SCORE_OUT_OF_RANGE', 'scores are half points from 0 to twice the weight', { criteria: [...wrong, ...unknown] });
  const silent = weights.filter(([criterion]) => comments[criterion] === undefined).map(([criterion]) => criterion);
  return silent.length > 0 ? refuse('REASON_REQUIRED', 'each criterion needs a comment', { criteria: silent }) : undefined;
}

function inRange(halfPoints: number | undefined, weight: number): boolean {
  return halfPoints !== undefined && Number.isInteger(halfPoints) && halfPoints >= 0 && halfPoints <= 2 * weight;
}

/** Hands in a score sheet: declared, every criterion with a comment, before the ranking. A late sheet counts until the expert is replaced. */
export function decideScores(state: ProjectState, command: Of<'SubmitScores'>, ctx: DecideContext): ProjectDecision {
  const expert = assignmentOf(state, ctx);
  if (expert === undefined) return refuse('NOT_INVITED', 'this file was not given to you');
  if (expert.state === 'done') return refuse('SCORES_CLOSED', 'the scores were handed in before');
  if (expert.state !== 'declared') return refuse('CONFLICT_NOT_DECLARED', 'declare first that you have no conflict of interest');
  const refusal = notIn(state, 'assigning', 'scoring', 'defence') ?? sheetRefusal(command, ctx);
  if (refusal !== undefined) return refusal;
  const { halfPoints, comments, strengths, weaknesses } = command.payload;
  return happened(
    {
      type: 'ScoresSubmitted',
      sheet: { expertId: expert.expertId, halfPoints, comments, submittedAt: ctx.now, valid: true },
      strengths,
      weaknesses,
      at: ctx.now,
    },
    ...closeDeadline(state, 'scoring', expert.expertId, 'met'),
  );
}
