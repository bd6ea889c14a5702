import { Body, Controller, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { reportContent, yearInAddress } from '@app/workflows';
import type { Response } from 'express';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { Access } from '../auth/route-access';
import type { SignedIn } from '../auth/signed-in';
import { SeenRevision } from '../commands/command-call.decorator';
import { savedDraft } from './drafts.schemas';
import { ProjectDrafts } from './project-drafts';

const address = z.strictObject({ id: z.uuid(), year: yearInAddress });

/** Saves the draft of an annual report. */
@ApiTags('drafts')
@Controller('projects/:id/reports/:year/draft')
export class ReportDraftsController {
  constructor(private readonly drafts: ProjectDrafts) {}

  @Put()
  @ApiOperation({ summary: 'Saves the draft of a year’s report' })
  @HttpCode(200)
  @Access('command')
  @ApiOkResponse({ standardSchema: savedDraft })
  async saveReportDraft(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: address }) { id, year }: z.output<typeof address>,
    @SeenRevision() seen: number,
    @Body({ schema: reportContent }) content: z.output<typeof reportContent>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof savedDraft>> {
    const saved = await this.drafts.saveReport(person, id, { year, seen, content });
    response.set('ETag', `"${saved.version}"`);
    return saved;
  }
}
