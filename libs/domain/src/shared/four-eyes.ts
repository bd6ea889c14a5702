import type { Calendars } from '../calendar/calendar-table';
import { endOfDay, formalZone, localDateOf } from '../calendar/zone';
import { dueAfter } from '../calendar/deadline';
import type { Command, DecideContext, Decision } from './decision';
import type { SharedEvent } from './deadline-events';
import { closeDeadline, setDeadline, type HasDeadlines } from './make-deadline';
import type { Instant } from './local-date';
import type { Policy } from '../policy/policy';
import { secretariatSet } from './calendar-sets';
import type { Proposal } from './proposal';
import { refuse } from './result';

interface HasProposals extends HasDeadlines {
  proposals: Proposal[];
}

/** When a proposal lapses: the end of the last of the working days the second person has (default 3). */
function lapsesAt(now: Instant, policy: Policy, calendars: Calendars): Instant {
  const due = dueAfter(localDateOf(now, formalZone), policy.admin.secondPersonAnswer, {
    set: secretariatSet(policy),
    roll: 'none',
    calendars,
  });
  return endOfDay(due.dueOn, formalZone);
}

/** Turns a command under four eyes into a proposal that waits for a second person. The caller has checked that the command itself would be accepted. */
export function propose<E>(entity: HasProposals, command: Command, ctx: DecideContext, asks?: 'council'): Decision<E | SharedEvent> {
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'only a person can propose');
  const proposal: Proposal = {
    proposalId: ctx.commandId,
    commandType: command.type,
    payload: command.payload,
    proposedBy: ctx.actor.personId,
    proposedAt: ctx.now,
    ...(ctx.reason === undefined ? {} : { reason: ctx.reason }),
    lapsesAt: lapsesAt(ctx.now, ctx.policy, ctx.calendars),
    ...(asks === undefined ? {} : { asks }),
  };
  const lapse = setDeadline(
    {
      ladder: 'clock',
      object: `proposal-${proposal.proposalId}`,
      period: ctx.policy.admin.secondPersonAnswer,
      set: secretariatSet(ctx.policy),
      policyKey: 'admin.secondPersonAnswer',
      owner: { role: 'SH' },
      country: 'CN',
      runsOnHold: true,
      consequences: [{ code: 'lapse-proposal', policyKey: 'admin.secondPersonAnswer' }],
    },
    entity,
    ctx,
  );
  return { ok: true, events: [{ type: 'ProposalMade', proposal }, lapse] };
}

/**
 * The second person's yes: carries the proposed command out in the same decision. Nobody confirms his own proposal.
 * @param carryOut decides the proposed command with the rights of the person who confirms
 */
export function confirmProposal<E>(
  entity: HasProposals,
  proposalId: string,
  ctx: DecideContext,
  carryOut: (command: Command, proposal: Proposal) => Decision<E>,
): Decision<E | SharedEvent> {
  const proposal = entity.proposals.find((p) => p.proposalId === proposalId);
  if (proposal === undefined) return refuse('UNKNOWN_OBJECT', 'there is no such open proposal', { proposalId });
  if (ctx.actor.kind !== 'person' || ctx.actor.personId === proposal.proposedBy)
    return refuse('SAME_PERSON', 'a second person must confirm');
  if (ctx.now >= proposal.lapsesAt) return refuse('PROPOSAL_LAPSED', 'the time to confirm is over', { proposalId });
  const inner = carryOut({ type: proposal.commandType, payload: proposal.payload }, proposal);
  if (!inner.ok) return inner;
  const confirmed: SharedEvent = { type: 'ProposalConfirmed', proposalId, by: ctx.actor.personId, at: ctx.now };
  return { ...inner, events: [confirmed, ...closeDeadline(entity, 'clock', `proposal-${proposalId}`, 'met'), ...inner.events] };
}

/** The second person's no; the proposer may take his own proposal back the same way. */
export function rejectProposal<E>(entity: HasProposals, proposalId: string, ctx: DecideContext): Decision<E | SharedEvent> {
  const proposal = entity.proposals.find((p) => p.proposalId === proposalId);
  if (proposal === undefined) return refuse('UNKNOWN_OBJECT', 'there is no such open proposal', { proposalId });
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'only a person can reject');
  const rejected: SharedEvent = {
    type: 'ProposalRejected',
    proposalId,
    by: ctx.actor.personId,
    ...(ctx.reason === undefined ? {} : { reason: ctx.reason }),
    at: ctx.now,
  };
  return { ok: true, events: [rejected, ...closeDeadline(entity, 'clock', `proposal-${proposalId}`, 'withdrawn')] };
}
