import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../errors/problem';
import type { SignedIn } from './signed-in';

/** The signed-in person of the request. On a route that is open to all, a caller who is not signed in gets 401 here. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<Request>();
  if (signedIn === undefined) throw new Problem('NOT_SIGNED_IN');
  return signedIn;
});
