import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { Problem } from '../errors/problem';

/** Header in which a page proves that it could read our answer. */
export const csrfHeader = 'X-CSRF-Token';

/** The token of a session: only who holds the session's secret, or was told by us, can know it. */
export function csrfTokenOf(sessionSecret: string, serverSecret: string): string {
  return createHmac('sha256', serverSecret).update(`csrf/${sessionSecret}`).digest('base64url');
}

/** Refuses what a browser says comes from another site. Callers that are no browsers send neither header and pass. */
export function refuseOtherSites(request: Request): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('CROSS_SITE');
  const origin = request.get('origin');
  if (site === undefined && origin !== undefined && hostOf(origin) !== request.get('host')) throw new Problem('CROSS_SITE');
}

/** Refuses a change through a session without the session's token. */
export function refuseWithoutToken(request: Request, csrfToken: string): void {
  const given = Buffer.from(request.get(csrfHeader) ?? '');
  const expected = Buffer.from(csrfToken);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Problem('CROSS_SITE');
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
