import { countries } from '@app/domain';
import { wire } from '@app/workflows';
import { z } from 'zod';

/** More years than a project runs are never shown on one axis. */
const mostYears = 12;

/** Which days of which countries are asked for. */
export const calendarDaysQuery = z
  .strictObject({
    countries: z
      .string()
      .max(40)
      .transform((list) => [...new Set(list.split(','))])
      .pipe(z.array(z.enum(countries as unknown as ['CN', 'KH', 'LA', 'MM', 'TH', 'VN'])).min(1))
      .meta({ description: 'Country codes, separated by commas' }),
    from: wire.localDate,
    to: wire.localDate,
  })
  .refine(({ from, to }) => from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= mostYears, {
    error: 'NOT_A_DATE',
    path: ['to'],
  });

/** Listed days, and the years of the range that no table covers: there only weekends are known. */
export const calendarDays = z
  .object({
    items: z.array(
      z.object({
        country: z.string(),
        date: z.string().meta({ format: 'date' }),
        kind: z.string().meta({ description: '`off` nobody works, `work` a weekend day that is worked; others close for some only' }),
        name: z.string(),
        status: z.string(),
      }),
    ),
    withoutTable: z.array(z.object({ country: z.string(), year: z.number().int() })),
  })
  .meta({ id: 'CalendarDays' });
