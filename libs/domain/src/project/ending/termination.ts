import { dueAfter } from '../../calendar/deadline';
import { addDays } from '../../calendar/local-dates';
import type { DecideContext } from '../../shared/decision';
import { propose } from '../../shared/four-eyes';
import type { LocalDate } from '../../shared/local-date';
import { closeAllDeadlines } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { holdEvents } from '../control/hold';
import { dayClock } from '../day-clock';
import type { ProjectEvent } from '../project.events';
import { contractSet, happened, leadOf, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import type { EndingCommand } from './ending.commands';

/** Object of the clock that carries a decided termination out. */
export const terminationObject = 'termination';

/** The first day on which a termination decided today can take effect: the letter counts as received, then the time for an appeal is over. */
function earliestEnd(state: ProjectState, ctx: DecideContext): LocalDate {
  const set = contractSet(leadOf(state).country, ctx.policy);
  const { calendars, policy } = ctx;
  const receivedOn = dueAfter(todayOf(ctx), policy.letters.deemedReceipt, { set, roll: 'none', calendars }).dueOn;
  return addDays(dueAfter(receivedOn, policy.appeal.file, { set, roll: 'next', calendars }).dueOn, 1);
}

function refusalOf(state: ProjectState, effectiveOn: LocalDate, ctx: DecideContext): ReturnType<typeof refuse> | undefined {
  const { stage, subState } = state;
  if (stage !== 'mou' && stage !== 'construction' && stage !== 'annual-report')
    return refuse('WRONG_STAGE', 'only an approved project is terminated', { stage, subState });
  if (state.termination !== undefined) return refuse('ALREADY_DONE', 'its termination is decided');
  const earliest = earliestEnd(state, ctx);
  if (effectiveOn < earliest) return refuse('NOTICE_TOO_SHORT', 'the time for an appeal must be over first', { earliest });
  return undefined;
}

/**
 * Decides the end of an approved project, as the Secretariat's head with a second person; of a demonstration centre the council confirms. The project stays
 * in its stage, held, until the date on which it ends: `cancelled` when its MoU never was in force, else `terminated`.
 */
export function decideTermination(
  state: ProjectState,
  command: Extract<EndingCommand, { type: 'DecideTermination' }>,
  ctx: DecideContext,
  confirmed: boolean,
): ProjectDecision {
  const { grounds, effectiveOn } = command.payload;
  const { actor, reason, now: at } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock terminates nothing by itself');
  const refusal = refusalOf(state, effectiveOn, ctx);
  if (refusal !== undefined) return refusal;
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  const isCentre = state.demonstrationCentre === 'approved' || state.demonstrationCentre === 'active';
  if (!confirmed) return propose<ProjectEvent>(state, command, ctx, isCentre ? 'council' : undefined);
  const outcome = state.mou?.tookEffectAt === undefined ? 'cancelled' : 'terminated';
  return happened(
    { type: 'TerminationDecided', grounds, outcome, effectiveOn, by: actor.personId, reason, at },
    ...stillUntilThen(state, outcome, ctx),
    endClock(state, effectiveOn, ctx),
  );
}

/** Until its end the project is held, unless it is held already. */
function stillUntilThen(state: ProjectState, outcome: 'cancelled' | 'terminated', ctx: DecideContext): ProjectEvent[] {
  if (state.hold !== undefined) return [];
  return holdEvents(state, { kind: outcome === 'cancelled' ? 'hold' : 'suspension', reasonCode: 'TERMINATION', automatic: true }, ctx);
}

/** The clock of the day from which the project has ended. */
function endClock(state: ProjectState, on: LocalDate, ctx: DecideContext): ProjectEvent {
  return dayClock(
    { object: terminationObject, on, code: 'terminate', policyKey: 'appeal.file', owner: 'SH', runsOnHold: true },
    state,
    ctx,
  );
}

/** The date has come: the project ends, and whatever waited for a second person lapses. */
export function terminate(state: ProjectState, ctx: DecideContext): ProjectEvent[] {
  if (state.termination === undefined) return [];
  return ended(state, state.termination.outcome, ctx);
}

/** The project ends now: whatever waited for a second person lapses, nothing is due any more. */
export function ended(state: ProjectState, outcome: 'cancelled' | 'terminated', ctx: DecideContext): ProjectEvent[] {
  return [
    { type: 'ProjectTerminated', outcome, at: ctx.now },
    ...state.proposals.map((one): ProjectEvent => ({ type: 'ProposalLapsed', proposalId: one.proposalId, at: ctx.now })),
    ...closeAllDeadlines(state, 'over'),
  ];
}
