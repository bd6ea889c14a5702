import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { apiTokenPerson, sessionPerson, tokenPrefix, type Sql, type TokenScope } from '@app/persistence';
import { toolAgent, type Config } from '@app/platform';
import type { Request } from 'express';
import { CONFIG, DATABASE } from '../tokens';
import { Problem } from '../errors/problem';
import { sessionSecretOf } from './cookies';
import { csrfTokenOf, refuseOtherSites, refuseWithoutToken } from './cross-site';
import { freshSignInKey, refuseUnlessFresh } from './fresh-sign-in';
import { routeAccessKey, type RouteAccess } from './route-access';
import { sessionLimits } from './session-limits';
import type { SignedIn } from './signed-in';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks, and whether this way of asking may reach the route at all. What the person may do there is asked by rules and readers. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(routeAccessKey, [context.getHandler(), context.getClass()]);
    const signedIn = await this.signedIn(request);
    if (signedIn !== undefined) request.signedIn = signedIn;
    const changes = !harmless.has(request.method);
    if (signedIn === undefined) {
      if (access !== 'open') throw new Problem('NOT_SIGNED_IN', { headers: { 'WWW-Authenticate': 'Bearer realm="gongfang"' } });
      if (changes) refuseOtherSites(request);
      return true;
    }
    if (signedIn.via.kind === 'token') checkScope(signedIn.via.scopes, access ?? (changes ? 'command' : 'read'));
    else if (changes) {
      refuseOtherSites(request);
      refuseWithoutToken(request, signedIn.via.csrfToken);
    }
    if (this.reflector.getAllAndOverride<boolean | undefined>(freshSignInKey, [context.getHandler(), context.getClass()]) === true)
      refuseUnlessFresh(signedIn, this.config);
    return true;
  }

  private async signedIn(request: Request): Promise<SignedIn | undefined> {
    const authorization = request.get('authorization');
    if (authorization !== undefined) return this.byToken(authorization);
    const secret = sessionSecretOf(request, this.config.http.secureCookies);
    if (secret === undefined) return undefined;
    const found = await sessionPerson(this.db, secret, sessionLimits(this.config));
    if (found === undefined) return undefined;
    const csrfToken = csrfTokenOf(secret, this.config.session.secret);
    const fresh = found.signedInForMs <= this.config.session.freshMs;
    return { ...found.person, via: { kind: 'session', tool: isTool(request), sessionId: found.sessionId, csrfToken, fresh } };
  }

  private async byToken(authorization: string): Promise<SignedIn> {
    const secret = /^Bearer (\S{1,200})$/.exec(authorization)?.[1];
    const found = secret?.startsWith(tokenPrefix) === true ? await apiTokenPerson(this.db, secret) : undefined;
    if (found === undefined) throw new Problem('NOT_SIGNED_IN', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
    return { ...found.person, via: { kind: 'token', scopes: found.scopes } };
  }
}

/** Whether a request says that it comes from the administrators' tool: a word for the record, which gives no right. */
function isTool(request: Request): boolean {
  return request.get('user-agent')?.startsWith(toolAgent) === true;
}

function checkScope(scopes: readonly TokenScope[], access: RouteAccess): void {
  if (access === 'open') return;
  if (access === 'session-only' || !scopes.includes(access)) throw new Problem('SCOPE_MISSING', { values: { scope: access } });
}
