import type { LocalDate } from '../../shared/local-date';

/** Names the deadline whose planned mails are meant: its ladder row and what it is about. */
interface Aimed {
  rule: string;
  object: string;
}

/** Commands of the Secretariat about mails that are planned: each with a reason, each can be undone while nothing depends on it. */
export type PlanningCommand =
  /** Leaves out one mail of the present series. */
  | { type: 'SkipOccurrence'; payload: Aimed & { step: string; series: number } }
  /** Sends a planned step now, which then counts as done; without a step one extra reminder to whoever owes it, once a day. */
  | { type: 'SendNow'; payload: Aimed & { step?: string } }
  /** Moves one deadline by some working days, within the policy's limit. */
  | { type: 'Snooze'; payload: Aimed & { workingDays: number } }
  /** Gives one deadline another date, as the Secretariat's head; a person who was told the earlier one never gets less time. */
  | { type: 'ChangeDeadline'; payload: Aimed & { dueOn: LocalDate } }
  | { type: 'PauseSeries'; payload: Aimed }
  | { type: 'ResumeSeries'; payload: Aimed }
  | { type: 'UndoIntervention'; payload: { interventionId: string } };
