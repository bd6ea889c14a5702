import { Module } from '@nestjs/common';
import { ViewDesk } from './view-desk';
import { ViewsController } from './views.controller';

/** Saved views. */
@Module({ controllers: [ViewsController], providers: [ViewDesk] })
export class ViewModule {}
