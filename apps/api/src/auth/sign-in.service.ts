import { Inject, Injectable } from '@nestjs/common';
import {
  accountByPerson,
  accountBySignIn,
  accountPerson,
  clearSignInFailures,
  hashPassword,
  isOutdatedHash,
  noteSignInFailure,
  openSession,
  passwordFits,
  passwordLimits,
  passwordProblem,
  signInWaitSeconds,
  storePasswordHash,
  type AccountRow,
  type Sql,
} from '@app/persistence';
import type { Config } from '@app/platform';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { Problem } from '../errors/problem';
import { CONFIG, DATABASE, LOGGER } from '../tokens';
import { csrfTokenOf } from './cross-site';
import { networkPrefix } from './network-prefix';
import { sessionLimits } from './session-limits';
import type { SignedIn } from './signed-in';

/** Signing in with name and password, at the same speed and with the same answer whether name or password is wrong. */
@Injectable()
export class SignInService {
  /** Hash of nobody's password, so that an unknown name costs as much time as a known one. */
  private readonly nobody = hashPassword('nobody signs in with this');

  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Opens a session. Throws SIGN_IN_FAILED, or TOO_MANY_ATTEMPTS with the seconds to wait. */
  async signIn(
    request: Request,
    { signIn, password }: { signIn: string; password: string },
  ): Promise<{ secret: string; signedIn: SignedIn }> {
    const keys = [`account/${signIn.toLowerCase()}`, `network/${networkPrefix(request.ip ?? '')}`];
    const wait = await signInWaitSeconds(this.db, keys);
    if (wait > 0) throw new Problem('TOO_MANY_ATTEMPTS', { headers: { 'Retry-After': String(wait) } });
    const account = await accountBySignIn(this.db, signIn);
    const fits = await this.fits(account, password);
    const person = account !== undefined && fits && !account.disabled ? await accountPerson(this.db, account.personId) : undefined;
    if (account === undefined || person === undefined) {
      await noteSignInFailure(this.db, keys);
      this.logger.warn({ requestId: request.requestId, event: 'sign-in-failed' }, 'sign-in failed');
      throw new Problem('SIGN_IN_FAILED');
    }
    await clearSignInFailures(this.db, keys[0] ?? '');
    if (isOutdatedHash(account.passwordHash)) await storePasswordHash(this.db, person.personId, await hashPassword(password));
    const secret = await openSession(this.db, person.personId, sessionLimits(this.config), request.get('user-agent'));
    this.logger.info({ requestId: request.requestId, personId: person.personId, event: 'signed-in' }, 'signed in');
    const csrfToken = csrfTokenOf(secret, this.config.session.secret);
    return { secret, signedIn: { ...person, via: { kind: 'session', tool: false, sessionId: '', csrfToken, fresh: true } } };
  }

  /** Replaces the own password. Throws SIGN_IN_FAILED when the old one is wrong, PASSWORD_REFUSED when the new one cannot be taken. */
  async changePassword(person: SignedIn, { oldPassword, newPassword }: { oldPassword: string; newPassword: string }): Promise<void> {
    const why = passwordProblem(newPassword);
    if (why !== undefined) throw new Problem('PASSWORD_REFUSED', { values: { why, ...passwordLimits } });
    const key = `password/${person.personId}`;
    const wait = await signInWaitSeconds(this.db, [key]);
    if (wait > 0) throw new Problem('TOO_MANY_ATTEMPTS', { headers: { 'Retry-After': String(wait) } });
    const account = await accountByPerson(this.db, person.personId);
    if (account === undefined || !(await passwordFits(account.passwordHash, oldPassword))) {
      await noteSignInFailure(this.db, [key]);
      throw new Problem('SIGN_IN_FAILED');
    }
    await storePasswordHash(this.db, person.personId, await hashPassword(newPassword));
  }

  private async fits(account: AccountRow | undefined, password: string): Promise<boolean> {
    const fits = await passwordFits(account?.passwordHash ?? (await this.nobody), password);
    return account !== undefined && fits;
  }
}
