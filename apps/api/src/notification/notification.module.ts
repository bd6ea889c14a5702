import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { MailDesk } from './mail-desk';
import { MailNeeds } from './mail-needs';
import { MailPages } from './mail-pages';
import { MailsController } from './mails.controller';

/** The mail log and what officers do with mails. */
@Module({ imports: [ProjectModule], controllers: [MailsController], providers: [MailPages, MailNeeds, MailDesk] })
export class NotificationModule {}
