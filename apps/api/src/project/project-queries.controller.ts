import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { projectDetail } from './project-detail.schemas';
import { ProjectForecast } from './project-forecast';
import { ProjectPages } from './project-pages';
import { ProjectStory } from './project-story';
import { forecastAnswer, forecastQuery, mails, plan, timeline } from './project-story.schemas';

/** One project: where it stands, what happened, what will happen, what was mailed. */
@ApiTags('projects')
@Controller('projects/:id')
export class ProjectQueriesController {
  constructor(
    private readonly pages: ProjectPages,
    private readonly story: ProjectStory,
    private readonly future: ProjectForecast,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Shows one project: state, next step, people, papers, and the commands the reader may give' })
  @ApiOkResponse({ standardSchema: projectDetail })
  async project(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof projectDetail>> {
    const detail = await this.pages.detail(person, id, language);
    response.set('ETag', `"${detail.rev}"`);
    return detail;
  }

  @Get('timeline')
  @ApiOperation({ summary: 'Tells what happened to a project, newest first' })
  @ApiOkResponse({ standardSchema: timeline })
  projectTimeline(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof timeline>> {
    return this.story.timeline(person, id, language);
  }

  @Get('plan')
  @ApiOperation({ summary: 'Tells what will happen to a project if nobody acts, with the arithmetic of each date' })
  @ApiOkResponse({ standardSchema: plan })
  projectPlan(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof plan>> {
    return this.story.plan(person, id);
  }

  @Get('forecast')
  @ApiOperation({ summary: 'Tells which mails will go out about a project, when, to whom, why, and what may be done about each' })
  @ApiOkResponse({ standardSchema: forecastAnswer })
  projectForecast(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: forecastQuery }) { days }: z.output<typeof forecastQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof forecastAnswer>> {
    return this.future.forecast(person, id, { language, ...(days === undefined ? {} : { days }) });
  }

  @Get('mails')
  @ApiOperation({ summary: 'Lists the mails about a project' })
  @ApiOkResponse({ standardSchema: mails })
  projectMails(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof mails>> {
    return this.story.mails(person, id);
  }
}
