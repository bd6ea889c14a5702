import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { PeopleController } from './people.controller';
import { Register } from './register';

/** People and organizations. */
@Module({ imports: [ProjectModule], controllers: [PeopleController], providers: [Register] })
export class PeopleModule {}
