import type { DateArithmetic } from '../calendar/deadline';
import type { PersonId, TextRef } from './branded-ids';
import type { Country, Instant, LocalDate } from './local-date';
import type { LadderKey } from '../policy/policy';
import type { RecipientRole } from '../people/roles';

/** What the clock does when a deadline ends, by name; each stage folder holds the function behind its names. */
export type ConsequenceCode =
  | 'open-call'
  | 'close-call'
  | 'end-public-notice'
  | 'expire-reserve'
  | 'end-correction'
  | 'deem-accepted'
  | 'release-invitation'
  | 'replace-expert'
  | 'remind-defence'
  | 'lapse-award'
  | 'ask-lapse-decision'
  | 'lapse-to-council'
  | 'take-effect'
  | 'amber'
  | 'red'
  | 'open-report'
  | 'mark-report-overdue'
  | 'warn-missing-report'
  | 'suspend-missing-report'
  | 'propose-exit'
  | 'expire-mou'
  | 'close-expired'
  | 'lapse-proposal'
  | 'close-after-appeal'
  | 'terminate'
  | 'lapse-reserve-offer'
  | 'note-overdue'
  | 'change-effect'
  | 'lapse-change'
  | 'end-early'
  | 'lapse-hand-over'
  | 'take-over';

/** Something the clock does at a moment of a deadline. */
export interface Consequence {
  code: ConsequenceCode;
  /** Moment, computed when the deadline was set: never before the deadline's end unless the rule says so. */
  at: Instant;
  /** Policy key that gives the delay, for "why". */
  policyKey: string;
}

/** Who owes what a deadline asks: a role of the project, a party (organization), or one person. */
export interface Owner {
  role: RecipientRole;
  organizationId?: string;
  personId?: string;
}

/** Who intervened, why and when, and until when it can be undone. */
export interface InterventionBase {
  /** Id of the command that made it. */
  interventionId: string;
  /** Series it acted on; of a moved deadline the one it began. */
  series: number;
  by: PersonId;
  reason: TextRef;
  at: Instant;
  undoUntil: Instant;
  /** Steps that were issued already and whose waiting mails it took back. */
  recalled: string[];
}

/** What the Secretariat did by hand to the planned mails of one deadline, or to its date. An extra reminder is sent under a step of its own. */
export type Intervention = InterventionBase &
  (
    | { kind: 'skipped' | 'sent-now'; step: string }
    | { kind: 'snoozed'; workingDays: number; before: Deadline }
    | { kind: 'changed'; before: Deadline }
    | { kind: 'paused' }
    | { kind: 'resumed'; ended: Intervention }
  );

/**
 * A date of law: start, period, calendars and zone are the rule; `dueOn` and `endsAt` are derived and keep their arithmetic.
 * Reminders, escalations and consequences are planned from it (plan.ts); moving it starts a new series, so nothing counts as already sent.
 */
export interface Deadline {
  /** Ladder row that reminds of it, or `clock` for a moment nobody is reminded of. */
  ladder: LadderKey | 'clock';
  /** What it is about within the entity: `round-1`, `2026`, `M3`, a party or person id, `-`. Unique together with `ladder`. */
  object: string;
  series: number;
  /** Instant from which it was running; ladder steps before it are dropped, save the last one before the due date. */
  setAt: Instant;
  dueOn: LocalDate;
  /** Exclusive end, 24:00 of `dueOn` in the formal zone unless the rule names an hour. */
  endsAt: Instant;
  zone: string;
  because: DateArithmetic;
  /** Policy key and article that give the period. */
  policyKey: string;
  article?: string;
  owner: Owner;
  /** Country whose calendar and zone the owner works by. */
  country: Country;
  consequences: Consequence[];
  /** Steps and consequences of this series that are done, merged or dropped. */
  done: string[];
  /** Kept while the project is held: units of the period that were left. Such a deadline is not planned. */
  frozen?: { unitsLeft: number; heldOn: LocalDate };
  /** Runs on during a hold (legal dates, hold reviews, annual report). */
  runsOnHold?: boolean;
  /** Since when another policy counts for it: what its ladder asked for earlier and is not done goes then, at once. */
  notBefore?: Instant;
  /** What was done to it by hand and still counts; what is undone is taken out again. */
  interventions?: Intervention[];
}
