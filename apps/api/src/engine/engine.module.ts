import { Module } from '@nestjs/common';
import { ReplayCheckDesk } from './replay-check-desk';
import { ReplayChecksController } from './replay-checks.controller';
import { RepairDesk } from './repair-desk';
import { RepairsController } from './repairs.controller';

/** What administrators do with the engine: replay checks and repairs. The worker carries them out. */
@Module({ controllers: [ReplayChecksController, RepairsController], providers: [ReplayCheckDesk, RepairDesk] })
export class EngineModule {}
