import { Module } from '@nestjs/common';
import { PublicCalls } from './public-calls';
import { PublicCallsController } from './public-calls.controller';
import { PublicRegisterController } from './public-register.controller';

/** What everybody may read without signing in: published calls and the register of announced projects. */
@Module({ controllers: [PublicCallsController, PublicRegisterController], providers: [PublicCalls] })
export class PublicModule {}
