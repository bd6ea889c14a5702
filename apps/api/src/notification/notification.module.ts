import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { LettersController } from './letters.controller';
import { LettersDesk } from './letters-desk';
import { MailDesk } from './mail-desk';
import { MailGatesController } from './mail-gates.controller';
import { MailGatesDesk } from './mail-gates-desk';
import { MailNeeds } from './mail-needs';
import { MailPages } from './mail-pages';
import { MailWordsController } from './mail-words.controller';
import { MailWordsDesk } from './mail-words-desk';
import { MailsController } from './mails.controller';
import { TemplateDesk } from './template-desk';
import { TemplatePreview } from './template-preview';
import { TemplatesController } from './templates.controller';

/** The mail log and what officers do with mails. */
@Module({
  imports: [ProjectModule],
  controllers: [MailsController, MailWordsController, MailGatesController, LettersController, TemplatesController],
  providers: [MailPages, MailNeeds, MailDesk, MailGatesDesk, LettersDesk, MailWordsDesk, TemplateDesk, TemplatePreview],
})
export class NotificationModule {}
