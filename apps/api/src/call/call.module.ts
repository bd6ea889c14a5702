import { Module } from '@nestjs/common';
import { CallCommands } from './call-commands';
import { CallCommandsController } from './call-commands.controller';
import { CallControlCommandsController } from './call-control-commands.controller';
import { CallCreateController } from './call-create.controller';
import { CallPages } from './call-pages';
import { CallQueriesController } from './call-queries.controller';

/** Calls: their commands and what is read of them. */
@Module({
  controllers: [CallCreateController, CallQueriesController, CallCommandsController, CallControlCommandsController],
  providers: [CallCommands, CallPages],
})
export class CallModule {}
