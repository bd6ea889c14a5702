import type { Calendars } from '../calendar/calendar-table';
import type { Policy } from '../policy/policy';
import type { Actor } from '../people/roles';
import type { Facts } from './facts';
import type { Instant } from './local-date';
import type { TextRef } from './branded-ids';
import type { Violation } from './result';
import type { ViolationCode } from './violation-codes';

/** A command as a rule sees it: what is asked, with ids, codes, dates and text references only. */
export interface Command<T extends string = string, P = unknown> {
  type: T;
  payload: P;
}

/** Everything a rule may know beside the state: all of it is an argument, so a decision can be repeated anywhere. */
export interface DecideContext {
  /** Id of the entity the command is for (a new one gets its id from the API). */
  entityId: string;
  /** The instant that counts, in the entity's own time: the command's receipt, or the wake-up's planned instant. */
  now: Instant;
  commandId: string;
  actor: Actor;
  /** Reason given with the command, where its rule asks for one. */
  reason?: TextRef;
  policy: Policy;
  calendars: Calendars;
  facts: Facts;
  /** Keys of claims (`scope/key`) known to be taken by somebody else, with the holder: a rule may then decide otherwise. */
  taken: Record<string, string>;
}

/** A slot that only one entity may hold; `commit` takes it in the same transaction, the loser gets `ifTaken`. */
export interface ClaimRequest {
  scope: 'centre' | 'duplicate' | 'reference';
  key: string;
  ifTaken: ViolationCode;
}

/** What a rule answers: the events that happened, with the claims they need and those they give back, or a refusal. */
export type Decision<E> =
  | { ok: true; events: E[]; claims?: ClaimRequest[]; releases?: { scope: ClaimRequest['scope']; key: string }[] }
  | { ok: false; violation: Violation };

/** A command for another entity, sent through the outbox in the order of the sender's revisions. */
export interface Effect {
  target: { kind: 'project' | 'call'; id: string };
  command: Command;
}
