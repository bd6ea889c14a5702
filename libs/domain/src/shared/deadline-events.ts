import type { PersonId, TextRef } from './branded-ids';
import type { ConsequenceCode, Deadline, Owner } from './deadline';
import type { Instant, LocalDate } from './local-date';
import type { Proposal } from './proposal';
import type { RecipientRole } from '../people/roles';

/** Events of the machinery every entity shares: deadlines, reminders, four eyes. */
export type SharedEvent =
  | { type: 'DeadlineSet'; deadline: Deadline }
  /** A new date for an open deadline: a new series. */
  | { type: 'DeadlineMoved'; deadline: Deadline; from: LocalDate }
  | { type: 'DeadlineClosed'; ladder: string; object: string; why: 'met' | 'over' | 'withdrawn' }
  | {
      type: 'ReminderIssued' | 'EscalationIssued';
      key: string;
      rule: string;
      object: string;
      step: string;
      series: number;
      level: 'L0' | 'L1' | 'L2' | 'L3' | 'copy';
      to: RecipientRole[];
      owner: Owner;
      dueOn: LocalDate;
      plannedAt: Instant;
      /** Older steps of the same object that were due too and are covered by this one (after downtime). */
      merged: string[];
      /** Somebody sends it now: it does not wait for its reader's digest of the day. */
      atOnce?: true;
    }
  | { type: 'ConsequenceReached'; ladder: string; object: string; series: number; code: ConsequenceCode; at: Instant }
  | { type: 'ProposalMade'; proposal: Proposal }
  | { type: 'ProposalConfirmed'; proposalId: string; by: PersonId; at: Instant }
  | { type: 'ProposalRejected'; proposalId: string; by: PersonId; reason?: TextRef; at: Instant }
  | { type: 'ProposalLapsed'; proposalId: string; at: Instant };
