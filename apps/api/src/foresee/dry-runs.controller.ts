import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { DryRunDesk } from './dry-run-desk';
import { DryRunPages } from './dry-run-pages';
import {
  dryRunAnswer,
  dryRunApplied,
  dryRunApplyBody,
  dryRunBody,
  dryRunExportQuery,
  dryRunLinesPage,
  dryRunLinesQuery,
  dryRunPage,
} from './dry-runs.schemas';

/** What a policy or a calendar would change in all live projects, and having exactly that carried out. */
@ApiTags('administration')
@Controller('dry-runs')
export class DryRunsController {
  constructor(
    private readonly desk: DryRunDesk,
    private readonly pages: DryRunPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the last dry runs over all live projects' })
  @ApiOkResponse({ standardSchema: dryRunPage })
  dryRuns(@CurrentPerson() person: SignedIn, @ReaderLanguage() language: SpokenLanguage): Promise<z.output<typeof dryRunPage>> {
    return this.desk.list(person, language);
  }

  @Post()
  @ApiOperation({ summary: 'Thinks a policy or the draft of a calendar through over all live projects; nothing is changed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: dryRunAnswer })
  askDryRun(
    @GivenCommand() call: CommandCall,
    @Body({ schema: dryRunBody }) body: z.output<typeof dryRunBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof dryRunAnswer>> {
    return this.desk.ask(call, body, language);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows a dry run: how far it is, and what it found by country, person and day' })
  @ApiOkResponse({ standardSchema: dryRunAnswer })
  dryRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof dryRunAnswer>> {
    return this.desk.show(person, id, language);
  }

  @Get(':id/lines')
  @ApiOperation({ summary: 'Lists which mail to whom would move, come or go' })
  @ApiOkResponse({ standardSchema: dryRunLinesPage })
  dryRunLines(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: dryRunLinesQuery }) query: z.output<typeof dryRunLinesQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof dryRunLinesPage>> {
    return this.pages.lines(person, id, query, language);
  }

  @Get(':id/export')
  @ApiOperation({ summary: 'Writes these lines as CSV or XLSX, row by row' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ description: 'The table, row by row' })
  exportDryRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: dryRunExportQuery }) query: z.output<typeof dryRunExportQuery>,
    @ReaderLanguage() language: SpokenLanguage,
    @Res() response: Response,
  ): Promise<void> {
    return this.pages.write(person, id, query, { language, response });
  }

  @Post(':id/apply')
  @FreshSignIn()
  @ApiOperation({ summary: 'Freezes exactly what was foreseen into a run over many projects, which a second person approves' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: dryRunApplied })
  applyDryRun(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: dryRunApplyBody }) { reason }: z.output<typeof dryRunApplyBody>,
  ): Promise<z.output<typeof dryRunApplied>> {
    return this.desk.apply(call, id, reason);
  }
}
