import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { writeCalendarFile, type SpokenLanguage } from '@app/platform';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, SeenRevision, type CommandCall } from '../commands/command-call.decorator';
import { attachment } from '../document/content-disposition';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { CalendarsDesk } from './calendars-desk';
import {
  calendarDraftAnswer,
  calendarDraftBody,
  calendarFormatQuery,
  calendarImport,
  calendarList,
  calendarTable,
  calendarYearInAddress,
  countryInAddress,
  discardedCalendar,
  newCalendarDraft,
  proposeCalendarBody,
} from './calendars.schemas';
import { receiveBytes } from './receive-bytes';

type Draft = z.output<typeof calendarDraftAnswer>;

const address = z.strictObject({ country: countryInAddress, year: calendarYearInAddress });
const form = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** The countries' calendars: tables by year, drafts, files, and publication by two people. */
@ApiTags('calendar')
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly desk: CalendarsDesk) {}

  @Get()
  @ApiOperation({ summary: 'Lists the calendars of the countries, open drafts, and tables that are missing' })
  @ApiOkResponse({ standardSchema: calendarList })
  listCalendars(@CurrentPerson() person: SignedIn): Promise<z.output<typeof calendarList>> {
    return this.desk.list(person);
  }

  @Post('drafts')
  @ApiOperation({ summary: 'Begins a draft of a country’s year, as a copy of the table there is' })
  @ApiCreatedResponse({ standardSchema: calendarDraftAnswer })
  beginCalendarDraft(
    @GivenCommand() call: CommandCall,
    @Body({ schema: newCalendarDraft }) body: z.output<typeof newCalendarDraft>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Draft> {
    return this.desk.begin(call, body, language);
  }

  @Post('import')
  @ApiOperation({ summary: 'Reads a CSV or ICS file and says what it holds, line by line; nothing is written' })
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @ApiOkResponse({ standardSchema: calendarImport })
  async importCalendar(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: calendarFormatQuery }) { format }: z.output<typeof calendarFormatQuery>,
    @Req() request: Request,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof calendarImport>> {
    return this.desk.preview(person, await receiveBytes(request), format, language);
  }

  @Get('drafts/:id')
  @ApiOperation({ summary: 'Shows a draft of a country’s year' })
  @ApiOkResponse({ standardSchema: calendarDraftAnswer })
  calendarDraft(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Draft> {
    return this.desk.read(person, id, language);
  }

  @Put('drafts/:id')
  @ApiOperation({ summary: 'Saves the days of a draft, all or none' })
  @ApiOkResponse({ standardSchema: calendarDraftAnswer })
  saveCalendarDraft(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @SeenRevision() seen: number,
    @Body({ schema: calendarDraftBody }) body: z.output<typeof calendarDraftBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Draft> {
    return this.desk.write(person, { id, seen, body }, language);
  }

  @Post('drafts/:id/discard')
  @ApiOperation({ summary: 'Discards a draft of a calendar' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: discardedCalendar })
  discardCalendarDraft(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @SeenRevision() seen: number,
  ): Promise<z.output<typeof discardedCalendar>> {
    return this.desk.discard(person, id, seen);
  }

  @Post('drafts/:id/propose')
  @FreshSignIn()
  @ApiOperation({ summary: 'Proposes a draft of a calendar for publication to a second person' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: calendarDraftAnswer })
  proposeCalendar(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @SeenRevision() seen: number,
    @Body({ schema: proposeCalendarBody }) body: z.output<typeof proposeCalendarBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Draft> {
    return this.desk.propose(call, { draftId: id, seen, reason: body.reason }, language);
  }

  @Post('drafts/:id/confirm')
  @FreshSignIn()
  @ApiOperation({ summary: 'Publishes, as the second person, a draft that was proposed; dates are computed anew' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: calendarDraftAnswer })
  confirmCalendar(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Draft> {
    return this.desk.decide(person, { id, verdict: 'confirm' }, language);
  }

  @Post('drafts/:id/reject')
  @ApiOperation({ summary: 'Sends a proposed draft of a calendar back; whoever proposed it takes it back' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: calendarDraftAnswer })
  rejectCalendar(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Draft> {
    return this.desk.decide(person, { id, verdict: 'reject' }, language);
  }

  @Get(':country/:year')
  @ApiOperation({ summary: 'Shows the listed days of a country’s year' })
  @ApiOkResponse({ standardSchema: calendarTable })
  calendarTable(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: address }) { country, year }: z.output<typeof address>,
  ): Promise<z.output<typeof calendarTable>> {
    return this.desk.table(person, country, year);
  }

  @Get(':country/:year/export')
  @ApiOperation({ summary: 'Writes a country’s year as CSV or ICS' })
  @ApiProduces('text/csv', 'text/calendar')
  @ApiOkResponse({ description: 'The days' })
  async exportCalendar(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: address }) { country, year }: z.output<typeof address>,
    @Query({ schema: calendarFormatQuery }) { format }: z.output<typeof calendarFormatQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const { days } = await this.desk.table(person, country, year);
    response
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'text/calendar; charset=utf-8')
      .set('Content-Disposition', attachment(`calendar-${country}-${year}.${format}`))
      .send(writeCalendarFile(days, format, `${country} ${year}`));
  }
}
