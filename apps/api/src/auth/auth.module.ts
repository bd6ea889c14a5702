import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiTokensController } from './api-tokens.controller';
import { AuthGuard } from './auth.guard';
import { MeController } from './me.controller';
import { SessionController } from './session.controller';
import { SignInService } from './sign-in.service';

/** Sign-in, sessions and tokens; the guard holds for every route of the API. */
@Module({
  controllers: [SessionController, MeController, ApiTokensController],
  providers: [SignInService, { provide: APP_GUARD, useClass: AuthGuard }],
})
export class AuthModule {}
