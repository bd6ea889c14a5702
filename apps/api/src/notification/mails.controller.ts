import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { countOpenMails, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { DATABASE } from '../tokens';
import { MailDesk } from './mail-desk';
import { MailPages, seesAllMails } from './mail-pages';
import {
  correctAddressBody,
  decideMailBody,
  mailActAnswer,
  mailAnswer,
  mailCounts,
  mailListQuery,
  mailPage,
  sendAgainBody,
  waitingMailBody,
} from './mails.schemas';

/** The mail log: what went to whom, what became of it, and what an officer does about it. */
@ApiTags('mails')
@Controller('mails')
export class MailsController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: MailPages,
    private readonly desk: MailDesk,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists mails, a page at a time' })
  @ApiOkResponse({ standardSchema: mailPage })
  listMails(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: mailListQuery }) query: z.output<typeof mailListQuery>,
  ): Promise<z.output<typeof mailPage>> {
    return this.pages.list(person, query);
  }

  @Get('counts')
  @ApiOperation({ summary: 'Counts the mails that are open under each word' })
  @ApiOkResponse({ standardSchema: mailCounts })
  async countMails(@CurrentPerson() person: SignedIn): Promise<z.output<typeof mailCounts>> {
    if (!seesAllMails(person)) throw new Problem('NOT_ALLOWED');
    return { items: await countOpenMails(this.db) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows one mail: text, state, why it was sent, and what may be done about it' })
  @ApiOkResponse({ standardSchema: mailAnswer })
  mail(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof mailAnswer>> {
    return this.pages.detail(person, id, language);
  }

  @Post(':id/send-again')
  @ApiOperation({ summary: 'Sends a mail again, as a new one' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mailActAnswer })
  sendMailAgain(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: sendAgainBody }) { reason }: z.output<typeof sendAgainBody>,
  ): Promise<z.output<typeof mailActAnswer>> {
    return this.desk.sendAgain(call, id, reason);
  }

  @Post(':id/skip')
  @ApiOperation({ summary: 'Keeps a mail that waits from ever leaving' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mailActAnswer })
  skipMail(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: waitingMailBody }) { reason }: z.output<typeof waitingMailBody>,
  ): Promise<z.output<typeof mailActAnswer>> {
    return this.desk.skip(call, id, reason);
  }

  @Post(':id/send-now')
  @ApiOperation({ summary: 'Lets a mail that waits leave now, if it is still needed, in the reader’s working hours' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mailActAnswer })
  sendMailNow(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: waitingMailBody }) { reason }: z.output<typeof waitingMailBody>,
  ): Promise<z.output<typeof mailActAnswer>> {
    return this.desk.sendNow(call, id, reason);
  }

  @Post(':id/decide')
  @ApiOperation({ summary: 'Decides on a mail of which nobody knows whether it arrived: send again, or count as delivered' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mailActAnswer })
  decideMail(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: decideMailBody }) body: z.output<typeof decideMailBody>,
  ): Promise<z.output<typeof mailActAnswer>> {
    return this.desk.decide(call, id, body);
  }

  @Post(':id/correct-address')
  @ApiOperation({ summary: 'Puts a working address in the place of one that refused' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mailActAnswer })
  correctMailAddress(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: correctAddressBody }) body: z.output<typeof correctAddressBody>,
  ): Promise<z.output<typeof mailActAnswer>> {
    return this.desk.correctAddress(call, id, body);
  }
}
