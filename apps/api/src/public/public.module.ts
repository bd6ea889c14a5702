import { Module } from '@nestjs/common';
import { PublicCalls } from './public-calls';
import { PublicCallsController } from './public-calls.controller';
import { PublicLedgerKeysController } from './public-ledger-keys.controller';
import { PublicRegisterController } from './public-register.controller';

/** What everybody may read without signing in: published calls and the register of announced projects. */
@Module({ controllers: [PublicCallsController, PublicRegisterController, PublicLedgerKeysController], providers: [PublicCalls] })
export class PublicModule {}
