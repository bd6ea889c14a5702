import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { BulkActs, type BulkAct } from './bulk-acts';
import { bulkRunOf } from './bulk-answers';
import { bulkRunAnswer } from './bulk.schemas';

type Run = z.output<typeof bulkRunAnswer>;

/** What is done to an act on many projects once its list is frozen. */
@ApiTags('bulk')
@Controller('bulk-runs/:id')
export class BulkActsController {
  constructor(private readonly acts: BulkActs) {}

  @Post('propose')
  @ApiOperation({ summary: 'Asks a second person to approve an act on many projects' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  proposeBulkRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.act(person, id, 'propose', language);
  }

  @Post('confirm')
  @FreshSignIn()
  @ApiOperation({ summary: 'Approves an act on many projects as the second person' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  confirmBulkRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.act(person, id, 'confirm', language);
  }

  @Post('reject')
  @ApiOperation({ summary: 'Rejects an act on many projects as the second person' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  rejectBulkRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.act(person, id, 'reject', language);
  }

  @Post('start')
  @FreshSignIn()
  @ApiOperation({ summary: 'Starts an act on many projects: three rows first' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  startBulkRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.act(person, id, 'start', language);
  }

  @Post('go-on')
  @ApiOperation({ summary: 'Lets the rest go once the first rows went as foreseen' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  letBulkRunGoOn(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.act(person, id, 'go-on', language);
  }

  @Post('stop')
  @ApiOperation({ summary: 'Stops an act on many projects; what was done stays done' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  stopBulkRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.act(person, id, 'stop', language);
  }

  @Post('discard')
  @ApiOperation({ summary: 'Gives up an act on many projects that was never started' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: bulkRunAnswer })
  discardBulkRun(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Run> {
    return this.act(person, id, 'discard', language);
  }

  private async act(person: SignedIn, id: string, act: BulkAct, language: SpokenLanguage): Promise<Run> {
    return bulkRunOf(await this.acts.act(person, id, act), language);
  }
}
