import type { Deadline } from '../../shared/deadline';
import type { ClaimRequest, DecideContext } from '../../shared/decision';
import { propose } from '../../shared/four-eyes';
import { closeDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { runAnew } from '../../shared/run-anew';
import { duplicateReleases } from '../application/application.decide';
import { resumeEvents } from '../control/hold';
import type { ProjectEvent } from '../project.events';
import { happened, type ProjectDecision } from '../project-rule';
import type { Outcome } from '../project.stages';
import type { EndedFrom, ProjectState } from '../project.state';
import { officerCheckDeadline } from '../review/check-deadlines';
import { earlyEndObject } from './early-end';
import type { EndingCommand } from './ending.commands';
import type { EndingEvent } from './ending.events';
import { terminationObject } from './termination';

/** Commands that take up what has ended. */
export type TakeUpCommand = Exclude<EndingCommand, { type: 'DecideTermination' }>;

type TakenUp = Extract<EndingEvent, { stage: unknown }>;

/** Which ends each command takes back, and what is said to have happened. */
const ways: Record<TakeUpCommand['type'], { outcomes: readonly Outcome[]; event: TakenUp['type'] }> = {
  ReinstateProject: { outcomes: ['terminated', 'cancelled', 'approval-lapsed'], event: 'ProjectReinstated' },
  UnWithdraw: { outcomes: ['withdrawn'], event: 'WithdrawalUndone' },
};

/** Whether a command has something to take up; the rule decides again when it is given. */
export function canTakeUp(state: ProjectState, type: TakeUpCommand['type']): boolean {
  if (type === 'ReinstateProject' && state.termination !== undefined) return true;
  return state.endedFrom !== undefined && state.outcome !== undefined && ways[type].outcomes.includes(state.outcome);
}

/** Alarms of the end itself and of open questions end with it. */
function livesOn({ ladder, object }: Deadline): boolean {
  return ladder !== 'holdReview' && object !== terminationObject && object !== earlyEndObject && !object.startsWith('proposal-');
}

/** The slots a project held and needs again; whoever has one of them by now is named in the refusal. */
function claimsAgain(state: ProjectState, from: EndedFrom): ClaimRequest[] {
  const ofThree = state.type === 'upgrade' ? [] : duplicateReleases(state);
  const centre = from.centre === 'approved' || from.centre === 'active' ? state.hostCountry : undefined;
  return [
    ...ofThree.map((slot) => ({ ...slot, ifTaken: 'DUPLICATE_IN_CALL' as const })),
    ...(centre === undefined ? [] : [{ scope: 'centre' as const, key: centre, ifTaken: 'CENTRE_SLOT_TAKEN' as const }]),
  ];
}

/** A termination that has not taken effect is lifted: the clocks it stopped go on. */
function lifted(state: ProjectState, { by, reason, at }: Pick<TakenUp, 'by' | 'reason' | 'at'>, ctx: DecideContext): ProjectDecision {
  return happened(
    { type: 'TerminationLifted', by, reason, at },
    ...closeDeadline(state, 'clock', terminationObject, 'withdrawn'),
    ...(state.hold?.reasonCode === 'TERMINATION' ? resumeEvents(state, ctx) : []),
  );
}

/** An application that was withdrawn before the call closed is frozen now, if the call has closed meanwhile. */
function frozenMeanwhile(state: ProjectState, from: EndedFrom, ctx: DecideContext): ProjectEvent[] {
  const closedAt = ctx.facts.call?.closesAt;
  if (from.stage !== 'application' || closedAt === undefined || ctx.now < closedAt) return [];
  return [
    { type: 'ApplicationFrozen', closedAt, at: ctx.now },
    officerCheckDeadline(state, ctx, { period: ctx.policy.check.officer, policyKey: 'check.officer' }),
  ];
}

/** After the ranking of its call an application cannot join it any more. */
function tooLate(type: TakeUpCommand['type'], ctx: DecideContext): ReturnType<typeof refuse> | undefined {
  const call = ctx.facts.call?.subState;
  if (type !== 'UnWithdraw' || call === undefined || ['open', 'reviewing', 'closed'].includes(call)) return undefined;
  return refuse('CALL_CLOSED', 'the ranking of the call is fixed', { subState: call });
}

function takenUp(
  state: ProjectState,
  from: EndedFrom,
  event: Pick<TakenUp, 'type' | 'by' | 'reason' | 'at'>,
  ctx: DecideContext,
): ProjectDecision {
  const frozen = frozenMeanwhile(state, from, ctx);
  const again = frozen.length > 0 ? [] : from.deadlines.filter(livesOn).map((one) => runAnew(state, one, ctx));
  return {
    ok: true,
    events: [
      {
        ...event,
        stage: from.stage,
        subState: from.subState,
        deadlines: again,
        ...(from.centre === undefined ? {} : { centre: from.centre }),
      },
      ...frozen,
    ],
    claims: claimsAgain(state, from),
  };
}

/**
 * Takes up again what has ended, as the Secretariat's head with a second person: the project goes on where it stood, its slots are taken again (or the
 * holder is named), its clocks run anew.
 */
export function decideTakeUp(state: ProjectState, command: TakeUpCommand, ctx: DecideContext, confirmed: boolean): ProjectDecision {
  const { actor, reason, now: at } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock takes nothing up again');
  const { stage, subState, endedFrom } = state;
  if (!canTakeUp(state, command.type)) return refuse('WRONG_STAGE', 'there is nothing to take up again', { stage, subState });
  const late = tooLate(command.type, ctx);
  if (late !== undefined) return late;
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  if (!confirmed) return propose<ProjectEvent>(state, command, ctx);
  const act = { by: actor.personId, reason, at };
  return endedFrom === undefined ? lifted(state, act, ctx) : takenUp(state, endedFrom, { type: ways[command.type].event, ...act }, ctx);
}
