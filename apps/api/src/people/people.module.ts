import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { CorrectionDesk } from './correction-desk';
import { CorrectionsController } from './corrections.controller';
import { PeopleController } from './people.controller';
import { Register } from './register';

/** People and organizations. */
@Module({ imports: [ProjectModule], controllers: [PeopleController, CorrectionsController], providers: [Register, CorrectionDesk] })
export class PeopleModule {}
