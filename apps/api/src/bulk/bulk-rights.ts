import type { StandingRole } from '@app/domain';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';

const readers: readonly StandingRole[] = ['SH', 'AD', 'AU'];
const runners: readonly StandingRole[] = ['SH', 'AD'];

/** Whether a person may act on many projects at once. What he may do to each is asked by the command itself. */
export function mayRunBulk(person: SignedIn): boolean {
  return holdsOneOf(person, runners);
}

/** Only who may see runs passes. Throws NOT_ALLOWED. */
export function refuseUnlessBulkReader(person: SignedIn): void {
  if (!holdsOneOf(person, readers)) throw new Problem('NOT_ALLOWED');
}

/** Only who may make and start runs passes. Throws NOT_ALLOWED. */
export function refuseUnlessBulkRunner(person: SignedIn): void {
  if (!mayRunBulk(person)) throw new Problem('NOT_ALLOWED');
}
