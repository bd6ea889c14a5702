import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller';

/** Calendars of the countries. */
@Module({ controllers: [CalendarController] })
export class CalendarModule {}
