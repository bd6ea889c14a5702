import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { Access } from '../auth/route-access';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { MailWordsDesk } from './mail-words-desk';
import { mailActAnswer, mailWordsAnswer, mailWordsPreviewBody, rewordBody } from './mails.schemas';
import { templatePreview } from './templates.schemas';

/** The words of one mail that waits. */
@ApiTags('mails')
@Controller('mails/:id/words')
export class MailWordsController {
  constructor(private readonly desk: MailWordsDesk) {}

  @Get()
  @ApiOperation({ summary: 'Shows the words with which a mail would leave, and the placeholders they may use' })
  @ApiOkResponse({ standardSchema: mailWordsAnswer })
  mailWords(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof mailWordsAnswer>> {
    return this.desk.read(person, id);
  }

  @Post('preview')
  @ApiOperation({ summary: 'Writes a mail with other words, without storing or sending anything' })
  @HttpCode(200)
  @Access('read')
  @ApiOkResponse({ standardSchema: templatePreview })
  previewMailWords(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: mailWordsPreviewBody }) { texts }: z.output<typeof mailWordsPreviewBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof templatePreview>> {
    return this.desk.show(person, id, texts, language);
  }

  @Post()
  @ApiOperation({ summary: 'Edits the words of a mail that waits, for this mail alone; those in force take them back' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mailActAnswer })
  rewordMail(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: rewordBody }) body: z.output<typeof rewordBody>,
  ): Promise<z.output<typeof mailActAnswer>> {
    return this.desk.reword(call, id, body);
  }
}
