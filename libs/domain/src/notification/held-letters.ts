import type { Policy } from '../policy/policy';
import type { NotificationIntent } from './notification-kinds';

/**
 * Whether a mail waits until somebody of the Secretariat has read it and released it with the others of its batch. Only formal letters do, of the kinds
 * that the policy names; nothing that people are only reminded of.
 */
export function isHeldForRelease(
  { class: kind, kind: subject }: Pick<NotificationIntent, 'class' | 'kind'>,
  { letters }: Pick<Policy, 'letters'>,
): boolean {
  // A letter that corrects an earlier one is only offered: somebody reads it first, whatever the policy holds.
  if (subject === 'change-taken-back') return true;
  return kind === 'letter' && letters.heldUntilReleased && letters.heldKinds.includes(subject);
}
