import { Module } from '@nestjs/common';
import { AmendmentCommandsController } from './amendment-commands.controller';
import { AnnualReportCommandsController } from './annual-report-commands.controller';
import { ApplicationCommandsController } from './application-commands.controller';
import { CommentsController } from './comments.controller';
import { EndingCommandsController } from './ending-commands.controller';
import { ConstructionCommandsController } from './construction-commands.controller';
import { ControlCommandsController } from './control-commands.controller';
import { HandOverCommandsController } from './hand-over-commands.controller';
import { DraftsController } from './drafts.controller';
import { HistoryFileController } from './history-file.controller';
import { MailTextController } from './mail-text.controller';
import { MouCommandsController } from './mou-commands.controller';
import { PlanningCommandsController } from './planning-commands.controller';
import { ProjectCommands } from './project-commands';
import { ProjectComments } from './project-comments';
import { ProjectDrafts } from './project-drafts';
import { ProjectListController } from './project-list.controller';
import { ProjectForecast } from './project-forecast';
import { ProjectPages } from './project-pages';
import { ProjectPreview } from './project-preview';
import { ProjectPreviewController } from './project-preview.controller';
import { ProjectQueriesController } from './project-queries.controller';
import { ProjectStartController } from './project-start.controller';
import { ProjectStory } from './project-story';
import { ReportDraftsController } from './report-drafts.controller';
import { ReviewCheckCommandsController } from './review-check-commands.controller';
import { ReviewDefenceCommandsController } from './review-defence-commands.controller';
import { ReviewExpertsCommandsController } from './review-experts-commands.controller';
import { SearchKeeper } from './search-keeper';

/** Projects: their commands, drafts and what is read of them. */
@Module({
  controllers: [
    ProjectStartController,
    ProjectListController,
    ProjectQueriesController,
    ProjectPreviewController,
    MailTextController,
    CommentsController,
    HistoryFileController,
    DraftsController,
    ReportDraftsController,
    ApplicationCommandsController,
    ReviewCheckCommandsController,
    ReviewExpertsCommandsController,
    ReviewDefenceCommandsController,
    MouCommandsController,
    ConstructionCommandsController,
    AnnualReportCommandsController,
    AmendmentCommandsController,
    ControlCommandsController,
    HandOverCommandsController,
    EndingCommandsController,
    PlanningCommandsController,
  ],
  providers: [ProjectCommands, ProjectForecast, ProjectPages, ProjectStory, ProjectDrafts, ProjectPreview, ProjectComments, SearchKeeper],
  exports: [ProjectPages, SearchKeeper],
})
export class ProjectModule {}
