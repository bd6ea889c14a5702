import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { ExportRoom } from './export-room';
import { ProjectExport } from './project-export';
import { ProjectExportController } from './project-export.controller';

/** Tables to take away. */
@Module({ imports: [ProjectModule], controllers: [ProjectExportController], providers: [ProjectExport, ExportRoom], exports: [ExportRoom] })
export class ExportModule {}
