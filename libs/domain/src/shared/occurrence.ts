import type { DateArithmetic } from '../calendar/deadline';
import type { ConsequenceCode, Owner } from './deadline';
import type { Instant, LocalDate } from './local-date';
import type { RecipientRole } from '../people/roles';

/** One future line of the plan: what will happen at an instant if nobody acts. */
export interface Occurrence {
  /** Stable key `rule/object/step`; with `series` it names one sending for ever. */
  key: string;
  rule: string;
  object: string;
  step: string;
  series: number;
  at: Instant;
  kind: 'reminder' | 'escalation' | 'consequence';
  /** Ladder level of a reminder or escalation. */
  level?: 'L0' | 'L1' | 'L2' | 'L3' | 'copy';
  to: RecipientRole[];
  owner: Owner;
  consequence?: ConsequenceCode;
  /** The date the occurrence counts from, for the mail's text. */
  dueOn: LocalDate;
  because: DateArithmetic;
  policyKey: string;
  article?: string;
  /** Code of the sentence that says what would cancel it. */
  cancelledBy: string;
}
