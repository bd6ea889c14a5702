import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { DocumentDesk } from './document-desk';
import { DocumentsController } from './documents.controller';

/** Files of projects. */
@Module({ imports: [ProjectModule], controllers: [DocumentsController], providers: [DocumentDesk] })
export class DocumentModule {}
