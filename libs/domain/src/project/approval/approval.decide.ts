import { closeAllDeadlines, closeDeadline, setDeadline } from '../../shared/make-deadline';
import { formalZone, localDateOf } from '../../calendar/zone';
import type { DecideContext } from '../../shared/decision';
import { refuse } from '../../shared/result';
import { awardDeadlines } from '../mou/mou-deadlines';
import { duplicateReleases } from '../application/application.decide';
import { type ProjectDecision, competitionSet, happened, notIn, outlivesStage } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { ApprovalCommand } from './approval.commands';

type Of<T extends ApprovalCommand['type']> = Extract<ApprovalCommand, { type: T }>;

/** The call fixed its ranking; experts' open clocks end. */
function decideRecordRank(state: ProjectState, command: Of<'RecordRank'>, ctx: DecideContext): ProjectDecision {
  if (state.subState === 'awaiting-decision') return happened();
  const refusal = notIn(state, 'accepted', 'assigning', 'scoring', 'consensus', 'defence', 'ranked');
  if (refusal !== undefined) return refusal;
  return happened({ type: 'RankRecorded', ...command.payload, at: ctx.now }, ...closeAllDeadlines(state, 'over', outlivesStage));
}

/**
 * The council recommends the project. A centre candidate takes its host country's one slot in the same transaction; when somebody else holds it,
 * the project goes on as an ordinary workshop if the policy allows that, else it is refused with the holder's name.
 */
function decidePropose(state: ProjectState, command: Of<'ProposeProject'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'awaiting-decision');
  if (refusal !== undefined) return refusal;
  const { asCentre, decidedAt } = command.payload;
  const slot = asCentre ? state.hostCountry : undefined;
  const holder = slot && ctx.taken[`centre/${slot}`];
  if (slot !== undefined && holder !== undefined && !ctx.policy.centre.fallbackToOrdinary)
    return refuse('CENTRE_SLOT_TAKEN', 'another project holds the centre of this country', { country: slot, holder });
  const free = slot !== undefined && holder === undefined;
  const proposed = happened({ type: 'ProjectProposed', decidedAt, asCentre: free, at: ctx.now });
  return free ? { ...proposed, claims: [{ scope: 'centre', key: slot, ifTaken: 'CENTRE_SLOT_TAKEN' }] } : proposed;
}

function decideReserve(state: ProjectState, command: Of<'PlaceOnReserve'>, ctx: DecideContext): ProjectDecision {
  return notIn(state, 'awaiting-decision') ?? happened({ type: 'ProjectPlacedOnReserve', ...command.payload, at: ctx.now });
}

function decideReject(state: ProjectState, command: Of<'RejectProject'>, ctx: DecideContext): ProjectDecision {
  return notIn(state, 'awaiting-decision') ?? happened({ type: 'ProjectRejected', ...command.payload, at: ctx.now });
}

function decideAnnounce(state: ProjectState, command: Of<'AnnounceDecision'>, ctx: DecideContext): ProjectDecision {
  const { announcedAt, announcedOn, projectRef } = command.payload;
  switch (state.subState) {
    case 'reserve':
      return announceReserve(state, announcedAt, ctx);
    case 'rejected':
      return announceRejection(state, announcedAt, ctx);
    case 'proposed':
    case 'public-notice':
    case 'ready':
      if (projectRef === undefined) return refuse('UNKNOWN_OBJECT', 'an approved project needs its reference');
      return happened(
        { type: 'ProjectApproved', projectRef, announcedAt, announcedOn, asCentre: state.demonstrationCentre === 'approved', at: ctx.now },
        ...closeAllDeadlines(state, 'over', outlivesStage),
        ...awardDeadlines(state, ctx, { awardedOn: announcedOn }),
      );
    default:
      return refuse('WRONG_STAGE', `not possible in ${state.stage}/${state.subState}`, { stage: state.stage, subState: state.subState });
  }
}

/** The reserve is valid until 31 March of the next year (`approval.reserveValidUntil`). */
function announceReserve(state: ProjectState, announcedAt: string, ctx: DecideContext): ProjectDecision {
  const year = Number(localDateOf(ctx.now, formalZone).slice(0, 4)) + 1;
  const valid = setDeadline(
    {
      ladder: 'clock',
      object: 'reserve-valid',
      fixedOn: `${year}-${ctx.policy.approval.reserveValidUntil}`,
      set: competitionSet(ctx.policy),
      roll: 'none',
      policyKey: 'approval.reserveValidUntil',
      owner: { role: 'CO' },
      country: 'CN',
      consequences: [{ code: 'expire-reserve', policyKey: 'approval.reserveValidUntil' }],
    },
    state,
    ctx,
  );
  return happened({ type: 'ReserveNotified', announcedAt, at: ctx.now }, valid);
}

/** A rejected project stays open for the time of an appeal, then it is closed. */
function announceRejection(state: ProjectState, announcedAt: string, ctx: DecideContext): ProjectDecision {
  const appeal = setDeadline(
    {
      ladder: 'clock',
      object: 'appeal-time',
      period: ctx.policy.appeal.file,
      set: competitionSet(ctx.policy),
      policyKey: 'appeal.file',
      owner: { role: 'LR' },
      country: 'CN',
      consequences: [{ code: 'close-after-appeal', policyKey: 'appeal.file' }],
    },
    state,
    ctx,
  );
  return { ...happened({ type: 'RejectionNotified', announcedAt, at: ctx.now }, appeal), releases: duplicateReleases(state) };
}

type Rules = {
  [T in ApprovalCommand['type']]: (
    state: ProjectState,
    command: Extract<ApprovalCommand, { type: T }>,
    ctx: DecideContext,
  ) => ProjectDecision;
};

const rules: Rules = {
  RecordRank: decideRecordRank,
  ProposeProject: decidePropose,
  PlaceOnReserve: decideReserve,
  RejectProject: decideReject,
  StartNotice: (state, command, ctx) => notIn(state, 'proposed') ?? happened({ type: 'NoticeStarted', ...command.payload, at: ctx.now }),
  EndNotice: (state, _command, ctx) =>
    state.subState === 'ready'
      ? happened()
      : (notIn(state, 'public-notice') ??
        happened({ type: 'NoticeEnded', at: ctx.now }, ...closeDeadline(state, 'clock', 'notice', 'over'))),
  AnnounceDecision: decideAnnounce,
};

/** Answers a command of the stage `approval`; all of them come from the call. */
export function decideApproval(state: ProjectState, command: ApprovalCommand, ctx: DecideContext): ProjectDecision {
  const rule = rules[command.type] as (state: ProjectState, command: ApprovalCommand, ctx: DecideContext) => ProjectDecision;
  return rule(state, command, ctx);
}
