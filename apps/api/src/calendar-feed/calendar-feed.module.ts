import { Module } from '@nestjs/common';
import { CalendarFeedController } from './calendar-feed.controller';

/** Dates of a person for his own calendar. */
@Module({ controllers: [CalendarFeedController] })
export class CalendarFeedModule {}
