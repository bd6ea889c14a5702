import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { LettersController } from './letters.controller';
import { LettersDesk } from './letters-desk';
import { MailDesk } from './mail-desk';
import { MailGatesController } from './mail-gates.controller';
import { MailGatesDesk } from './mail-gates-desk';
import { MailNeeds } from './mail-needs';
import { MailPages } from './mail-pages';
import { MailsController } from './mails.controller';
import { TemplateDesk } from './template-desk';
import { TemplatePreview } from './template-preview';
import { TemplatesController } from './templates.controller';

/** The mail log and what officers do with mails. */
@Module({
  imports: [ProjectModule],
  controllers: [MailsController, MailGatesController, LettersController, TemplatesController],
  providers: [MailPages, MailNeeds, MailDesk, MailGatesDesk, LettersDesk, TemplateDesk, TemplatePreview],
})
export class NotificationModule {}
