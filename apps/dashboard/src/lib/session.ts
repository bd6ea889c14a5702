import type { components } from '../generated/openapi-types';

/** The signed-in person as the API tells it. */
export type Me = components['schemas']['Me'];

let csrfToken: string | null = null;

/** The session's token that proves a change comes from our own page; nothing before sign-in. */
export function currentCsrfToken(): string | null {
  return csrfToken;
}

/** Notes the token of the session that was opened or found. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}
