import type { Actor, RecipientRole } from '../../people/roles';
import type { Deadline } from '../../shared/deadline';
import type { ViolationCode } from '../../shared/violation-codes';

/** What may be done to the planned mails of a deadline, or to its date. */
export type Touch = 'skip' | 'send-now' | 'snooze' | 'change' | 'pause';

/**
 * Rows whose date an officer may move by some days: what a party works on, where the policy gives the Secretariat the time. All others stay where they are:
 * dates of the competition (equal treatment), dates that a letter or the law sets, those counted for all parties together, and the Secretariat's own.
 */
const movable: ReadonlySet<Deadline['ladder']> = new Set([
  'condition',
  'mouDraft',
  'kickOff',
  'milestone',
  'progress',
  'recovery',
  'rectify',
  'report',
  'reportReturn',
  'amendmentSign',
  'handOver',
  'exit',
]);

/** Rows of the Secretariat's and the panel's own work, whose dates the head may set; outsiders are not told them. */
const ownWork: ReadonlySet<Deadline['ladder']> = new Set(['check', 'scoring', 'clearance', 'holdReview', 'reportReview']);

/** Rows nobody may silence: the legal end of an MoU must not come unannounced, and an objection or appeal is against the Secretariat itself. */
const neverSilent: ReadonlySet<Deadline['ladder']> = new Set(['expiry', 'objection', 'objectionAck', 'appeal', 'warning']);

/** Those who judge or lead the Secretariat: their reminders are not the Secretariat's to stop. */
const aboveTheOffice: ReadonlySet<RecipientRole> = new Set(['SH', 'CM', 'CC', 'CH']);

/** Whether a row's date may be moved by an officer at all. */
export function maySnooze(ladder: Deadline['ladder']): boolean {
  return movable.has(ladder);
}

/** Whether the head may give a row another date: what an officer may put off, the Secretariat's own work, and the parties' comments on a draft. */
export function mayChangeDate(ladder: Deadline['ladder']): boolean {
  return movable.has(ladder) || ownWork.has(ladder) || ladder === 'mouComment';
}

function isOwnDuty({ owner }: Deadline, actor: Actor): boolean {
  if (aboveTheOffice.has(owner.role)) return true;
  return owner.role === 'CO' && actor.kind === 'person' && !actor.roles.includes('SH');
}

/**
 * Why an intervention is not allowed on this deadline, whatever its present state. Reminding is always allowed; nobody stops the reminders of his own duty,
 * and moments of the clock have no mails.
 */
export function limitOn(touch: Touch, deadline: Deadline, actor: Actor): ViolationCode | undefined {
  if (deadline.ladder === 'clock') return 'CONSEQUENCE_STAYS';
  if (touch === 'send-now') return undefined;
  if (neverSilent.has(deadline.ladder)) return 'LEGAL_DATE';
  if (touch === 'snooze' && !maySnooze(deadline.ladder)) return 'FIXED_DATE';
  if (touch === 'change') return mayChangeDate(deadline.ladder) ? undefined : 'FIXED_DATE';
  return isOwnDuty(deadline, actor) ? 'OWN_DUTY' : undefined;
}
