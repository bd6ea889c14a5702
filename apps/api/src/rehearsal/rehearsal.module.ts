import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { RehearsalDesk } from './rehearsal-desk';
import { RehearsalPages } from './rehearsal-pages';
import { RehearsalsController } from './rehearsals.controller';

/** Rehearsals on copies. The worker plays them. */
@Module({ imports: [ProjectModule], controllers: [RehearsalsController], providers: [RehearsalDesk, RehearsalPages] })
export class RehearsalModule {}
