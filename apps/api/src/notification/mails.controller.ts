import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
  @ApiOkResponse({ standardSchema: mailPage })
  listMails(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: mailListQuery }) query: z.output<typeof mailListQuery>,
  ): Promise<z.output<typeof mailPage>> {
    return this.pages.list(person, query);
  }

  @Get('counts')
  @ApiOkResponse({ standardSchema: mailCounts })
  async countMails(@CurrentPerson() person: SignedIn): Promise<z.output<typeof mailCounts>> {
    if (!seesAllMails(person)) throw new Problem('NOT_ALLOWED');
    return { items: await countOpenMails(this.db) };
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: mailAnswer })
  mail(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof mailAnswer>> {
    return this.pages.detail(person, id, language);
  }

  @Post(':id/send-again')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mailActAnswer })
  sendMailAgain(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: sendAgainBody }) { reason }: z.output<typeof sendAgainBody>,
  ): Promise<z.output<typeof mailActAnswer>> {
    return this.desk.sendAgain(call, id, reason);
  }

  @Post(':id/decide')
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
