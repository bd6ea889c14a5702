import type { DateArithmetic } from '../calendar/deadline';
import type { PersonId } from '../shared/branded-ids';
import type { ConsequenceCode, Owner } from '../shared/deadline';
import type { Country, Instant, LocalDate } from '../shared/local-date';
import type { RecipientRole } from '../people/roles';

/**
 * Every kind of mail. A kind has one template with zh-CN and en texts; `reminder` and `escalation` take their sentences by ladder row.
 */
export const notificationKinds = [
  'submission-receipt',
  'withdrawal-receipt',
  'draft-expired',
  'officer-assigned',
  'application-accepted',
  'correction-returned',
  'correction-received',
  'correction-time-over',
  'expert-invitation',
  'invitation-released',
  'scoring-opened',
  'defence-scheduled',
  'award-letter',
  'reserve-placed',
  'reserve-expired',
  'rejection-letter',
  'award-accepted',
  'approval-lapsed',
  'mou-draft-submitted',
  'mou-signing-open',
  'mou-party-signed',
  'mou-signed',
  'mou-lapse-decision',
  'mou-period-extended',
  'mou-in-force',
  'kick-off-recorded',
  'evidence-submitted',
  'milestone-reached',
  'milestone-late',
  'self-evaluation-submitted',
  'acceptance-passed',
  'report-opened',
  'report-submitted',
  'report-accepted',
  'report-overdue',
  'report-warning',
  'suspension-letter',
  'exit-proposed',
  'mou-expired',
  'termination-letter',
  'termination-lifted',
  'project-taken-up',
  'project-held',
  'project-resumed',
  'step-reopened',
  'step-restored',
  'defence-waived',
  'report-waived',
  'report-extended',
  'contact-replaced',
  'hand-over-offered',
  'hand-over-accepted',
  'hand-over-declined',
  'hand-over-cancelled',
  'change-proposed',
  'change-returned',
  'change-rejected',
  'change-approved',
  'amendment-signing',
  'change-in-effect',
  'change-lapsed',
  'change-taken-back',
  'confirmation-asked',
  'address-failed',
  'call-published',
  'call-closed',
  'ranking-fixed',
  'decision-asked',
  'reminder',
  'escalation',
] as const;

/** A kind of mail. */
export type NotificationKind = (typeof notificationKinds)[number];

/** A letter has legal effect and leaves alone in zh and en; an answer confirms one's own act at once; a notice may wait for the day's digest. */
export type NotificationClass = 'letter' | 'answer' | 'notice';

/** How a date was counted, by which rule, and what follows when it passes. */
export interface LegalBasis {
  because: DateArithmetic;
  policyKey: string;
  article?: string;
  /** The next thing the clock does if nobody acts. */
  consequence?: { code: ConsequenceCode; at: Instant };
}

/** What an event asks the mail desk to tell, before roles become people. Ids, codes and dates only. */
export interface NotificationIntent {
  kind: NotificationKind;
  class: NotificationClass;
  to: RecipientRole[];
  copy: RecipientRole[];
  /** Whose deadline or object it is about; narrows party roles to one organization or person. */
  owner?: Owner;
  /** Business key parts (`entity/rule/object/step/series/personId`). */
  rule: string;
  object: string;
  step: string;
  series: number;
  /** For reminders: do not send after this instant, and before-deadline mails move earlier. */
  direction: 'before' | 'after' | 'now';
  /** Somebody sends it now: it leaves in the reader's next working hours, once it can no longer be undone, and does not wait for his digest. */
  atOnce?: true;
  dueOn?: LocalDate;
  endsAt?: Instant;
  /** Why the date is what it is and what follows when it passes; for the text. */
  legal?: LegalBasis;
  /** People who are not told although their role is: nobody is asked to confirm his own proposal. */
  except?: PersonId[];
  /** Further values of the text: codes, dates, numbers, ids of rows that hold names or texts. */
  values: Record<string, string | number | string[]>;
  /** Command that the mail's one action link leads to. */
  action?: string;
}

/** A person a mail goes to, with all that its time and language depend on. */
export interface Recipient {
  personId: string;
  role: RecipientRole;
  copy: boolean;
  country: Country;
  zone: string;
  language: string;
}
