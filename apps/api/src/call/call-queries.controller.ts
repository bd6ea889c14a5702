import { Body, Controller, Get, HttpCode, Inject, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listCalls, type CallLine, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { plan, timeline } from '../project/project-story.schemas';
import { DATABASE } from '../tokens';
import { CallPages } from './call-pages';
import { callDetail, callList, callQuery, noticeBody, noticeSaved } from './call.schemas';

const noticeAddress = z.strictObject({ id: z.uuid(), language: z.enum(['zh', 'en']) });

/** Calls: the list, one call, its past and future, its public notice. */
@ApiTags('calls')
@Controller('calls')
export class CallQueriesController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: CallPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the calls the reader may see' })
  @ApiOkResponse({ standardSchema: callList })
  async listCalls(@CurrentPerson() person: SignedIn): Promise<{ items: CallLine[] }> {
    return { items: await listCalls(this.db, actorOf(person)) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows one call, with the commands the reader may give' })
  @ApiOkResponse({ standardSchema: callDetail })
  async call(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: callQuery }) query: z.output<typeof callQuery>,
    @ReaderLanguage() language: SpokenLanguage,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof callDetail>> {
    const detail = await this.pages.detail(person, id, { language, lists: query.lists !== 'false' });
    response.set('ETag', `"${detail.rev}"`);
    return detail;
  }

  @Get(':id/timeline')
  @ApiOperation({ summary: 'Tells what happened to a call' })
  @ApiOkResponse({ standardSchema: timeline })
  callTimeline(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof timeline>> {
    return this.pages.timeline(person, id, language);
  }

  @Get(':id/plan')
  @ApiOperation({ summary: 'Tells what will happen to a call if nobody acts' })
  @ApiOkResponse({ standardSchema: plan })
  callPlan(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof plan>> {
    return this.pages.plan(person, id);
  }

  @Put(':id/notice/:language')
  @ApiOperation({ summary: 'Writes the notice of a call in one language' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: noticeSaved })
  writeNotice(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: noticeAddress }) { id, language }: z.output<typeof noticeAddress>,
    @Body({ schema: noticeBody }) body: z.output<typeof noticeBody>,
  ): Promise<z.output<typeof noticeSaved>> {
    return this.pages.writeNotice(person, id, language, body);
  }
}
