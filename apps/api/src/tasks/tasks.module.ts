import { Module } from '@nestjs/common';
import { TasksController } from './tasks.controller';

/** Tasks of the signed-in person. */
@Module({ controllers: [TasksController] })
export class TasksModule {}
