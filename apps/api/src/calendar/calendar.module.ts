import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller';
import { CalendarsController } from './calendars.controller';
import { CalendarsDesk } from './calendars-desk';

/** Calendars of the countries. */
@Module({ controllers: [CalendarController, CalendarsController], providers: [CalendarsDesk] })
export class CalendarModule {}
