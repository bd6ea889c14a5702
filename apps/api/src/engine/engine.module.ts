import { Module } from '@nestjs/common';
import { ReplayCheckDesk } from './replay-check-desk';
import { ReplayChecksController } from './replay-checks.controller';

/** What administrators do with the engine: replay checks and repairs. The worker carries them out. */
@Module({ controllers: [ReplayChecksController], providers: [ReplayCheckDesk] })
export class EngineModule {}
