import { Module } from '@nestjs/common';
import { ExportModule } from '../export/export.module';
import { InterventionExport } from './intervention-export';
import { InterventionPages } from './intervention-pages';
import { InterventionsController } from './interventions.controller';

/** What proves and tells how the programme was steered: interventions and the ledger itself. */
@Module({ imports: [ExportModule], controllers: [InterventionsController], providers: [InterventionPages, InterventionExport] })
export class AuditModule {}
