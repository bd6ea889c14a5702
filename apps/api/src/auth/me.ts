import type { z } from 'zod';
import type { meAnswer } from './session.schemas';
import type { SignedIn } from './signed-in';

/** What the dashboard is told of the signed-in person. */
export function meOf({ via, ...person }: SignedIn): z.output<typeof meAnswer> {
  return { ...person, csrfToken: via.kind === 'session' ? via.csrfToken : null };
}
