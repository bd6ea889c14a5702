import type { Publisher } from '@app/persistence';
import type { SignedIn } from '../auth/signed-in';

/** A signed-in person as one who publishes. */
export function publisherOf({ personId, roles, via }: SignedIn): Publisher & { personId: string } {
  return { personId, roles, door: via.kind === 'token' ? 'api' : 'page' };
}
