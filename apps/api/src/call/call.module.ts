import { Module } from '@nestjs/common';
import { CallCommands } from './call-commands';
import { CallCommandsController } from './call-commands.controller';
import { CallControlCommandsController } from './call-control-commands.controller';
import { CallCreateController } from './call-create.controller';
import { CallFigures } from './call-figures';
import { CallFiguresController } from './call-figures.controller';
import { CallPages } from './call-pages';
import { CallQueriesController } from './call-queries.controller';
import { CallRanking } from './call-ranking';
import { CallRankingController } from './call-ranking.controller';

/** Calls: their commands and what is read of them. */
@Module({
  controllers: [
    CallCreateController,
    CallQueriesController,
    CallCommandsController,
    CallControlCommandsController,
    CallFiguresController,
    CallRankingController,
  ],
  providers: [CallCommands, CallPages, CallFigures, CallRanking],
})
export class CallModule {}
