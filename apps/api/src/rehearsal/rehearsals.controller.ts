import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { projectDetail } from '../project/project-detail.schemas';
import { RehearsalDesk } from './rehearsal-desk';
import { RehearsalPages } from './rehearsal-pages';
import {
  moveBody,
  rehearsalAnswer,
  rehearsalBody,
  rehearsalCopies,
  rehearsalGone,
  rehearsalLines,
  rehearsalLinesQuery,
  rehearsalMail,
  rehearsalMails,
  rehearsalMailsQuery,
  rehearsalPage,
} from './rehearsals.schemas';

const copyAddress = z.strictObject({ id: z.uuid(), projectId: z.uuid() });
const asQuery = z.strictObject({ as: z.uuid().optional() });
const mailAddress = z.strictObject({ id: z.uuid(), no: z.coerce.number().int().min(1) });

/** Copies of projects and calls that are played on under their own clock; nothing of them is real. */
@ApiTags('administration')
@Controller('rehearsals')
export class RehearsalsController {
  constructor(
    private readonly desk: RehearsalDesk,
    private readonly pages: RehearsalPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the rehearsals that are kept' })
  @ApiOkResponse({ standardSchema: rehearsalPage })
  rehearsals(@CurrentPerson() person: SignedIn, @ReaderLanguage() language: SpokenLanguage): Promise<z.output<typeof rehearsalPage>> {
    return this.desk.list(person, language);
  }

  @Post()
  @ApiOperation({ summary: 'Copies a project, or a call with its projects, to be played on; nothing real is changed and nobody is mailed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: rehearsalAnswer })
  openRehearsal(
    @GivenCommand() call: CommandCall,
    @Body({ schema: rehearsalBody }) body: z.output<typeof rehearsalBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalAnswer>> {
    return this.desk.open(call, body, language);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows a rehearsal: its time, and how far its last move is' })
  @ApiOkResponse({ standardSchema: rehearsalAnswer })
  rehearsal(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalAnswer>> {
    return this.desk.show(person, id, language);
  }

  @Post(':id/moves')
  @ApiOperation({ summary: 'Moves a rehearsal on: the next event, a day, a year, until a day, an act, or back to its start' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: rehearsalAnswer })
  moveRehearsal(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: moveBody }) body: z.output<typeof moveBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalAnswer>> {
    return this.desk.move(call, id, body, language);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Throws a rehearsal away with all that was played in it' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: rehearsalGone })
  discardRehearsal(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof rehearsalGone>> {
    return this.desk.discard(person, id);
  }

  @Get(':id/copies')
  @ApiOperation({ summary: 'Lists the copies of a rehearsal with where they stand and their open deadlines' })
  @ApiOkResponse({ standardSchema: rehearsalCopies })
  rehearsalCopies(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalCopies>> {
    return this.pages.copies(person, id, language);
  }

  @Get(':id/projects/:projectId')
  @ApiOperation({ summary: 'Shows a copied project as its page shows one, with what somebody may do in the rehearsal' })
  @ApiOkResponse({ standardSchema: projectDetail })
  rehearsalProject(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: copyAddress }) address: z.output<typeof copyAddress>,
    @Query({ schema: asQuery }) { as }: z.output<typeof asQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof projectDetail>> {
    return this.pages.project(person, address, as, language);
  }

  @Get(':id/lines')
  @ApiOperation({ summary: 'Lists what happened in a rehearsal, the last first' })
  @ApiOkResponse({ standardSchema: rehearsalLines })
  rehearsalLines(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: rehearsalLinesQuery }) query: z.output<typeof rehearsalLinesQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalLines>> {
    return this.pages.lines(person, id, query, language);
  }

  @Get(':id/mails')
  @ApiOperation({ summary: 'Lists the mails of a rehearsal: to whom each would have gone, when and in which language' })
  @ApiOkResponse({ standardSchema: rehearsalMails })
  rehearsalMails(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: rehearsalMailsQuery }) query: z.output<typeof rehearsalMailsQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalMails>> {
    return this.pages.mails(person, id, query, language);
  }

  @Get(':id/mails/:no')
  @ApiOperation({ summary: 'Shows one mail of a rehearsal as it would have been read' })
  @ApiOkResponse({ standardSchema: rehearsalMail })
  rehearsalMail(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: mailAddress }) { id, no }: z.output<typeof mailAddress>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalMail>> {
    return this.pages.mail(person, id, no, language);
  }
}
