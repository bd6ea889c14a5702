import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { Problem } from '../errors/problem';
import type { SignedIn } from '../auth/signed-in';

/** Who gives a command, under which id, and what he has seen. */
export interface CommandCall {
  person: SignedIn;
  /** The Idempotency-Key, or an id made here. */
  commandId: string;
  /** Revision in If-Match. */
  expectedRev?: number;
}

/** Reads the headers of a command; answers the command's id in `Idempotency-Key`, also where the caller gave none. */
export const GivenCommand = createParamDecorator((_: unknown, context: ExecutionContext): CommandCall => {
  const http = context.switchToHttp();
  const request = http.getRequest<Request>();
  if (request.signedIn === undefined) throw new Problem('NOT_SIGNED_IN');
  const commandId = idempotencyKey(request);
  http.getResponse<{ set(name: string, value: string): void }>().set('Idempotency-Key', commandId);
  const expectedRev = seenRevision(request);
  return { person: request.signedIn, commandId, ...(expectedRev === undefined ? {} : { expectedRev }) };
});

const uuid = z.uuid();

/** The caller's id of a command, or one made here. */
export function idempotencyKey(request: Request): string {
  const key = request.get('idempotency-key');
  if (key === undefined) return randomUUID();
  if (!uuid.safeParse(key).success) throw new Problem('KEY_NOT_UUID');
  return key.toLowerCase();
}

/** The revision a caller has seen, from If-Match; nothing when the header is missing. */
export function seenRevision(request: Request): number | undefined {
  const header = request.get('if-match');
  if (header === undefined) return undefined;
  const rev = /^"?(\d{1,9})"?$/.exec(header)?.[1];
  if (rev === undefined) throw new Problem('IF_MATCH_MALFORMED');
  return Number(rev);
}

/** The revision a caller must have seen, for a row that two people may edit. */
export const SeenRevision = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const rev = seenRevision(context.switchToHttp().getRequest<Request>());
  if (rev === undefined) throw new Problem('IF_MATCH_REQUIRED');
  return rev;
});
