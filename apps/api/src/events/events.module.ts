import { Module } from '@nestjs/common';
import { Changes } from './changes';
import { EventsController } from './events.controller';

/** Server-sent events. */
@Module({ controllers: [EventsController], providers: [Changes] })
export class EventsModule {}
