import { Module } from '@nestjs/common';
import { ExportModule } from '../export/export.module';
import { InterventionExport } from './intervention-export';
import { InterventionPages } from './intervention-pages';
import { InterventionsController } from './interventions.controller';
import { LedgerChecksController } from './ledger-checks.controller';
import { LedgerRootsController } from './ledger-roots.controller';
import { ReceiptsController } from './receipts.controller';
import { PastPages } from './past-pages';
import { PastController } from './past.controller';
import { ProjectModule } from '../project/project.module';

/** What proves and tells how the programme was steered: interventions and the ledger itself. */
@Module({
  imports: [ExportModule, ProjectModule],
  controllers: [InterventionsController, PastController, LedgerChecksController, LedgerRootsController, ReceiptsController],
  providers: [InterventionPages, InterventionExport, PastPages],
})
export class AuditModule {}
