import { Global, Module } from '@nestjs/common';
import type { Sql } from '@app/persistence';
import { CommandGatewayModule } from '../command-gateway/command-gateway.module';
import { DATABASE } from '../tokens';
import { CommandDesk } from './command-desk';
import { CommandOutcomeController } from './command-outcome.controller';
import { RuleRoom } from './rule-room';

/** The way of every command from a route to the gateway, and the rules for previews and pages. */
@Global()
@Module({
  imports: [CommandGatewayModule],
  controllers: [CommandOutcomeController],
  providers: [{ provide: RuleRoom, useFactory: (db: Sql) => new RuleRoom(db), inject: [DATABASE] }, CommandDesk],
  exports: [CommandDesk, RuleRoom],
})
export class CommandsModule {}
