import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { SignedIn } from '../auth/signed-in';

declare module 'express-serve-static-core' {
  interface Request {
    /** Names the request in answers and logs. */
    requestId: string;
    /** Who asks; nothing on open routes for people who are not signed in. */
    signedIn?: SignedIn;
  }
}

/** Gives each request an id that its answer repeats; a caller's own id is kept when it looks like one. */
export function requestContext(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  request.requestId = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  response.set('X-Request-Id', request.requestId);
  next();
}
