import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Config } from '@app/platform';
import { Problem } from '../errors/problem';
import type { SignedIn } from './signed-in';

/** Metadata key under which a route that needs a fresh sign-in is marked. */
export const freshSignInKey = 'gongfang:fresh-sign-in';

/** Mark of such a route in the API's description. */
export const freshSignInExtension = 'x-fresh-sign-in';

/** A dangerous act: only by a session whose sign-in is recent (setting GONGFANG_FRESH_SIGN_IN_MS); an API token never is. Others get FRESH_SIGN_IN_NEEDED. */
export function FreshSignIn(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(freshSignInKey, true), ApiExtension(freshSignInExtension, true));
}

/** The same where only some content of a request is dangerous. Throws FRESH_SIGN_IN_NEEDED. */
export function refuseUnlessFresh({ via }: Pick<SignedIn, 'via'>, config: Pick<Config, 'session'>): void {
  if (via.kind === 'session' && via.fresh) return;
  throw new Problem('FRESH_SIGN_IN_NEEDED', { values: { minutes: Math.round(config.session.freshMs / 60_000) } });
}
