import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { BulkActs } from './bulk-acts';
import { BulkActsController } from './bulk-acts.controller';
import { BulkDesk } from './bulk-desk';
import { BulkLists } from './bulk-lists';
import { BulkPreview } from './bulk-preview';
import { BulkRunsController } from './bulk-runs.controller';

/** Acts on many projects at once. The worker carries them out. */
@Module({
  imports: [ProjectModule],
  controllers: [BulkRunsController, BulkActsController],
  providers: [BulkDesk, BulkActs, BulkLists, BulkPreview],
})
export class BulkModule {}
