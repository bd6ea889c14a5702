import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { ProjectExport } from './project-export';
import { ProjectExportController } from './project-export.controller';

/** Tables to take away. */
@Module({ imports: [ProjectModule], controllers: [ProjectExportController], providers: [ProjectExport] })
export class ExportModule {}
