import type { StandingRole } from '@app/domain';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';

const readers: readonly StandingRole[] = ['AD', 'SH', 'AU'];
const repairers: readonly StandingRole[] = ['AD'];

/** Only who may look at the engine passes. Throws NOT_ALLOWED. */
export function refuseUnlessReader(person: SignedIn): void {
  if (!holdsOneOf(person, readers)) throw new Problem('NOT_ALLOWED');
}

/** Only who may act on the engine passes. Throws NOT_ALLOWED. */
export function refuseUnlessRepairer(person: SignedIn): void {
  if (!holdsOneOf(person, repairers)) throw new Problem('NOT_ALLOWED');
}
