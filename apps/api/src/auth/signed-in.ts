import type { Actor, StandingRole } from '@app/domain';
import type { AccountPerson, ActDoor, TokenScope } from '@app/persistence';

/** A session, of a browser or of the administrators' tool, and whether its sign-in is recent enough for a dangerous act. */
interface SessionProof {
  kind: 'session';
  tool: boolean;
  sessionId: string;
  csrfToken: string;
  fresh: boolean;
}

/** Who asks, and how he proved it. */
export interface SignedIn extends AccountPerson {
  /** A session may do everything its person may; a token only what its scopes say. */
  via: SessionProof | { kind: 'token'; scopes: TokenScope[] };
}

/** The signed-in person as the rules know an actor. */
export function actorOf(person: Pick<AccountPerson, 'personId' | 'roles' | 'country'>): Extract<Actor, { kind: 'person' }> {
  return { kind: 'person', personId: person.personId, roles: person.roles, country: person.country };
}

/** Whether a person holds one of these standing roles. */
export function holdsOneOf(person: Pick<AccountPerson, 'roles'>, roles: readonly StandingRole[]): boolean {
  return person.roles.some((role) => roles.includes(role));
}

/** Through which door a signed-in person acts. */
export function doorOf({ via }: Pick<SignedIn, 'via'>): ActDoor {
  if (via.kind === 'token') return 'api';
  return via.tool ? 'cli' : 'page';
}
