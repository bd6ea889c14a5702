import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listedDaysIn, yearsWithoutTable, type Sql } from '@app/persistence';
import type { z } from 'zod';
import { DATABASE } from '../tokens';
import { calendarDays, calendarDaysQuery } from './calendar.schemas';

/** Holidays and make-up days, as deadlines are counted with them. */
@ApiTags('calendar')
@Controller('calendar-days')
export class CalendarController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOperation({ summary: 'Lists the days of a period that are not worked in some countries, and why' })
  @ApiOkResponse({ standardSchema: calendarDays })
  async calendarDays(
    @Query({ schema: calendarDaysQuery }) range: z.output<typeof calendarDaysQuery>,
  ): Promise<z.output<typeof calendarDays>> {
    const [items, withoutTable] = await Promise.all([listedDaysIn(this.db, range), yearsWithoutTable(this.db, range)]);
    return { items, withoutTable };
  }
}
