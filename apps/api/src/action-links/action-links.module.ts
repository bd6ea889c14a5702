import { Module } from '@nestjs/common';
import { ActionLinkDesk } from './action-link-desk';
import { ActionLinksController } from './action-links.controller';

/** Links in mails. */
@Module({ controllers: [ActionLinksController], providers: [ActionLinkDesk] })
export class ActionLinksModule {}
