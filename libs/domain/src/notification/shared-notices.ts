import type { Deadline } from '../shared/deadline';
import type { SharedEvent } from '../shared/deadline-events';
import type { SharedState } from '../shared/evolve-shared';
import { legalBasisOf, tell } from './intent';
import { actionOfLadder } from './ladder-actions';
import type { NotificationIntent } from './notification-kinds';

type StepIssued = Extract<SharedEvent, { level: string }>;

/** Reminder or escalation of a deadline, under the ladder's own key. Overdue steps are those planned after the deadline's end. */
function step(event: StepIssued, state: SharedState, ref: string): NotificationIntent[] {
  const deadline = state.deadlines.find((d) => d.ladder === event.rule && d.object === event.object);
  const action = actionOfLadder(event.rule);
  return [
    {
      kind: event.type === 'ReminderIssued' ? 'reminder' : 'escalation',
      class: 'notice',
      to: [...event.to],
      copy: [],
      owner: event.owner,
      rule: event.rule,
      object: event.object,
      step: event.step,
      series: event.series,
      direction: deadline !== undefined && event.plannedAt >= deadline.endsAt ? 'after' : 'before',
      ...(event.atOnce === true ? { atOnce: true } : {}),
      dueOn: event.dueOn,
      ...basis(deadline),
      values: { ref, ladder: event.rule, object: event.object, level: event.level },
      ...(action === undefined ? {} : { action }),
    },
  ];
}

function basis(deadline: Deadline | undefined): Pick<NotificationIntent, 'endsAt' | 'legal'> {
  return deadline === undefined ? {} : { endsAt: deadline.endsAt, legal: legalBasisOf(deadline) };
}

const nobody = (): NotificationIntent[] => [];

const rules: { [T in SharedEvent['type']]: (event: SharedEvent & { type: T }, state: SharedState, ref: string) => NotificationIntent[] } = {
  ReminderIssued: step,
  EscalationIssued: step,
  ProposalMade: ({ proposal }, _state, ref) => [
    tell({
      kind: 'confirmation-asked',
      audience: proposal.asks ?? 'head',
      object: proposal.proposalId,
      at: proposal.proposedAt,
      values: { ref, command: proposal.commandType, proposedBy: proposal.proposedBy, lapsesAt: proposal.lapsesAt },
      except: [proposal.proposedBy],
      action: 'ConfirmProposal',
    }),
  ],
  DeadlineSet: nobody,
  DeadlineMoved: nobody,
  DeadlineClosed: nobody,
  ConsequenceReached: nobody,
  ProposalConfirmed: nobody,
  ProposalRejected: nobody,
  ProposalLapsed: nobody,
};

/**
 * What the shared machinery tells: ladder steps to whom the ladder names, proposals under four eyes to those who may confirm, save the proposer.
 * Dates set, moved or closed are told by the events that caused them.
 */
export function sharedNotices(event: SharedEvent, state: SharedState, ref: string): NotificationIntent[] {
  // The table's type has paired each event with its own rule.
  const rule = rules[event.type] as (event: SharedEvent, state: SharedState, ref: string) => NotificationIntent[];
  return rule(event, state, ref);
}
