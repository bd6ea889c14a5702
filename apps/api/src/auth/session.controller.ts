import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { closeSession, closeSessionById, sessionsOf, type SessionRow, type Sql } from '@app/persistence';
import type { Config } from '@app/platform';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Problem } from '../errors/problem';
import { CONFIG, DATABASE } from '../tokens';
import { sessionCookie, sessionSecretOf } from './cookies';
import { CurrentPerson } from './current-person.decorator';
import { meOf } from './me';
import { Access } from './route-access';
import { meAnswer, passwordBody, signInBody } from './session.schemas';
import { SignInService } from './sign-in.service';
import type { SignedIn } from './signed-in';

/** Signing in and out, and the own sessions. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Signs in with an address and a password; the session is a cookie' })
  @HttpCode(201)
  @Access('open')
  @ApiCreatedResponse({ standardSchema: meAnswer })
  async signIn(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body({ schema: signInBody }) body: z.output<typeof signInBody>,
  ): Promise<z.output<typeof meAnswer>> {
    const { secret, signedIn } = await this.signIns.signIn(request, body);
    response.append('Set-Cookie', sessionCookie(this.config.http.secureCookies, secret, this.config.session.maxAgeMs));
    return meOf(signedIn);
  }

  @Delete()
  @ApiOperation({ summary: 'Signs out' })
  @HttpCode(204)
  @Access('session-only')
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const { secureCookies } = this.config.http;
    const secret = sessionSecretOf(request, secureCookies);
    if (secret !== undefined) await closeSession(this.db, secret);
    response.append('Set-Cookie', sessionCookie(secureCookies, undefined, 0));
  }

  @Get('all')
  @ApiOperation({ summary: 'Lists the own live sessions' })
  @Access('session-only')
  @ApiOkResponse({ description: 'Live sessions of the signed-in person' })
  sessions(@CurrentPerson() person: SignedIn): Promise<SessionRow[]> {
    return sessionsOf(this.db, person.personId);
  }

  @Delete('all/:sessionId')
  @ApiOperation({ summary: 'Ends one of the own sessions' })
  @HttpCode(204)
  @Access('session-only')
  async endSession(@CurrentPerson() person: SignedIn, @Param('sessionId', ParseUUIDPipe) sessionId: string): Promise<void> {
    if (!(await closeSessionById(this.db, person.personId, sessionId))) throw new Problem('NOT_FOUND');
  }

  @Put('password')
  @ApiOperation({ summary: 'Changes the own password' })
  @HttpCode(204)
  @Access('session-only')
  async changePassword(
    @CurrentPerson() person: SignedIn,
    @Body({ schema: passwordBody }) body: z.output<typeof passwordBody>,
  ): Promise<void> {
    await this.signIns.changePassword(person, body);
  }
}
