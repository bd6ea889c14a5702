import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { bulkRows, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { DATABASE } from '../tokens';
import { bulkRowOf, bulkRunOf } from './bulk-answers';
import { BulkDesk } from './bulk-desk';
import { BulkReport } from './bulk-report';
import { bulkFollowBody, bulkRowPage, bulkReportQuery, bulkRowQuery, bulkRunAnswer, bulkRunBody, bulkRunPage } from './bulk.schemas';

type Run = z.output<typeof bulkRunAnswer>;

const usualLimit = 100;

/** Acts on many projects: chosen, looked at row by row, frozen. */
@ApiTags('bulk')
@Controller('bulk-runs')
export class BulkRunsController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly desk: BulkDesk,
    private readonly reports: BulkReport,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the last acts on many projects' })
  @ApiOkResponse({ standardSchema: bulkRunPage })
  bulkRuns(@CurrentPerson() person: SignedIn, @ReaderLanguage() language: SpokenLanguage): Promise<z.output<typeof bulkRunPage>> {
    return this.desk.list(person, language);
  }

  @Post()
  @ApiOperation({ summary: 'Freezes a list of projects with what a command would do to each; does nothing yet' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  makeBulkRun(
    @GivenCommand() call: CommandCall,
    @Body({ schema: bulkRunBody }) body: z.output<typeof bulkRunBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.desk.make(call, body, language);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows one act on many projects: where it stands, what became of its rows' })
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  async bulkRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return bulkRunOf(await this.desk.read(person, id), language);
  }

  @Get(':id/rows')
  @ApiOperation({ summary: 'Lists the rows of an act on many projects: what was foreseen, what became of each, why' })
  @ApiOkResponse({ standardSchema: bulkRowPage })
  async bulkRunRows(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: bulkRowQuery }) { state, after, limit = usualLimit }: z.output<typeof bulkRowQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof bulkRowPage>> {
    const run = await this.desk.read(person, id);
    const wanted = { limit: limit + 1, ...(state === undefined ? {} : { states: state }), ...(after === undefined ? {} : { after }) };
    const rows = await bulkRows(this.db, actorOf(person), run.id, wanted);
    const page = rows.slice(0, limit);
    return { items: page.map((row) => bulkRowOf(row, language)), next: rows.length > limit ? (page.at(-1)?.position ?? null) : null };
  }

  @Get(':id/report')
  @ApiOperation({ summary: 'Writes all rows of an act on many projects as CSV or XLSX' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ description: 'The table, row by row' })
  bulkRunReport(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: bulkReportQuery }) query: z.output<typeof bulkReportQuery>,
    @ReaderLanguage() language: SpokenLanguage,
    @Res() response: Response,
  ): Promise<void> {
    return this.reports.write(person, { id, ...query }, language, response);
  }

  @Post(':id/inverse')
  @ApiOperation({ summary: 'Freezes a list that takes an act on many projects back, and says what cannot be taken back' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  inverseOfBulkRun(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: bulkFollowBody }) body: z.output<typeof bulkFollowBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.desk.inverse(call, id, body, language);
  }

  @Post(':id/again')
  @ApiOperation({ summary: 'Looks anew at the rows that were not acted on, and freezes them as a list of their own' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  restOfBulkRun(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: bulkFollowBody }) body: z.output<typeof bulkFollowBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.desk.again(call, id, body, language);
  }
}
