import { Body, Controller, Get, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { applicationContent, yearInAddress } from '@app/workflows';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { Access } from '../auth/route-access';
import type { SignedIn } from '../auth/signed-in';
import { SeenRevision } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { applicationDraftAnswer, reportDraftAnswer, savedDraft } from './drafts.schemas';
import { ProjectDrafts } from './project-drafts';

/** Drafts of the application and of the annual reports: ordinary rows with optimistic locking, saved as often as one likes. */
@ApiTags('drafts')
@Controller('projects/:id')
export class DraftsController {
  constructor(private readonly drafts: ProjectDrafts) {}

  @Get('draft')
  @ApiOperation({ summary: 'Reads the draft of the application' })
  @ApiOkResponse({ standardSchema: applicationDraftAnswer })
  async applicationDraft(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof applicationDraftAnswer>> {
    const draft = await this.drafts.application(person, id);
    response.set('ETag', `"${draft.version}"`);
    return draft;
  }

  @Put('draft')
  @ApiOperation({ summary: 'Saves the draft of the application' })
  @HttpCode(200)
  @Access('command')
  @ApiOkResponse({ standardSchema: savedDraft })
  async saveApplicationDraft(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @SeenRevision() seen: number,
    @Body({ schema: applicationContent }) content: z.output<typeof applicationContent>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof savedDraft>> {
    const saved = await this.drafts.saveApplication(person, id, { seen, content });
    response.set('ETag', `"${saved.version}"`);
    return saved;
  }

  @Get('reports/:year/draft')
  @ApiOperation({ summary: 'Reads the draft of a year’s report' })
  @ApiOkResponse({ standardSchema: reportDraftAnswer })
  async reportDraft(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Param('year', { schema: yearInAddress }) year: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof reportDraftAnswer>> {
    const draft = await this.drafts.report(person, id, year);
    response.set('ETag', `"${draft.version}"`);
    return draft;
  }
}
