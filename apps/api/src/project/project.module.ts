import { Module } from '@nestjs/common';
import { AnnualReportCommandsController } from './annual-report-commands.controller';
import { ApplicationCommandsController } from './application-commands.controller';
import { ConstructionCommandsController } from './construction-commands.controller';
import { ControlCommandsController } from './control-commands.controller';
import { MouCommandsController } from './mou-commands.controller';
import { ProjectCommands } from './project-commands';
import { ProjectStartController } from './project-start.controller';
import { ReviewCheckCommandsController } from './review-check-commands.controller';
import { ReviewDefenceCommandsController } from './review-defence-commands.controller';
import { ReviewExpertsCommandsController } from './review-experts-commands.controller';

/** Projects: their commands, drafts and what is read of them. */
@Module({
  controllers: [
    ProjectStartController,
    ApplicationCommandsController,
    ReviewCheckCommandsController,
    ReviewExpertsCommandsController,
    ReviewDefenceCommandsController,
    MouCommandsController,
    ConstructionCommandsController,
    AnnualReportCommandsController,
    ControlCommandsController,
  ],
  providers: [ProjectCommands],
})
export class ProjectModule {}
