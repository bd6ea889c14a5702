import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { seenRevision } from '../commands/command-call.decorator';

/** The revision a caller has seen, from If-Match; nothing for what he makes anew. */
export const SeenIfAny = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined =>
  seenRevision(context.switchToHttp().getRequest<Request>()),
);
