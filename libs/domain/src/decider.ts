import type { Calendars } from './calendar/calendar-table';
import type { Policy } from './policy/policy';
import type { NotificationIntent } from './notification/notification-kinds';
import type { Command, Decision, DecideContext, Effect } from './shared/decision';
import type { EntityView } from './shared/entity-view';
import type { Facts } from './shared/facts';
import type { Occurrence } from './shared/occurrence';

/** The part of the view that rules know; `commit` adds revision, hash and the real wake-up instant. */
export type ViewOfState = Pick<EntityView, 'stage' | 'subState' | 'overlays' | 'closed' | 'summary'>;

/**
 * The rules of one kind of entity as plain functions. They run in `commit`, in previews, tests and tools; never in a workflow.
 * All are pure: time, ids, policy and calendars are arguments.
 */
export interface Decider<S, C extends Command, E extends { type: string }> {
  /** Shape number of the state; stored states of another number are folded anew. */
  schema: number;
  /** Answers a command with what happened or why not. Never throws for a refusal. */
  decide(state: S | undefined, command: C, ctx: DecideContext): Decision<E>;
  /** Copies the facts of an event into the state. Total and without rules. */
  evolve(state: S | undefined, event: E): S;
  /** Everything that will happen if nobody acts, in time order. */
  plan(state: S, policy: Policy, calendars: Calendars): Occurrence[];
  toView(state: S): ViewOfState;
  /** Commands for other entities that follow from an event. `before` is the state the event met. */
  effects(event: E, after: S, facts: Facts): Effect[];
  /** What people are told of an event. `after` is the state after the whole decision, so that a mail names the deadline the same decision set. */
  notifications(event: E, after: S, policy: Policy): NotificationIntent[];
}
