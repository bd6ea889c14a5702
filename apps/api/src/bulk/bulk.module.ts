import { Module } from '@nestjs/common';
import { ExportModule } from '../export/export.module';
import { ProjectModule } from '../project/project.module';
import { BulkActs } from './bulk-acts';
import { BulkActsController } from './bulk-acts.controller';
import { BulkDesk } from './bulk-desk';
import { BulkLists } from './bulk-lists';
import { BulkReport } from './bulk-report';
import { BulkPreview } from './bulk-preview';
import { BulkRunsController } from './bulk-runs.controller';

/** Acts on many projects at once. The worker carries them out. */
@Module({
  imports: [ProjectModule, ExportModule],
  controllers: [BulkRunsController, BulkActsController],
  providers: [BulkDesk, BulkActs, BulkLists, BulkPreview, BulkReport],
})
export class BulkModule {}
