import { countries, type Country } from '@app/domain';
import { wire } from '@app/workflows';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });

/** A country in an address. */
export const countryInAddress = z.enum(countries as unknown as [Country, ...Country[]]);

/** A year in an address. */
export const calendarYearInAddress = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number);

const day = z.object({ date: z.string(), kind: z.string(), name: z.string(), status: z.string() });
const rawDay = z.strictObject({
  date: z.string().max(40),
  kind: z.string().max(40),
  name: z.string().max(400),
  status: z.string().max(40),
});

const draftLine = {
  id: z.uuid(),
  country: countryInAddress,
  year: z.number().int(),
  state: z.enum(['draft', 'published']),
  rev: z.number().int(),
  proposed: z.boolean().meta({ description: 'Waits for a second person' }),
  authorName: z.string().nullable(),
  updatedAt: instant,
};

const fault = z.object({ index: z.number().int(), date: z.string(), code: z.string(), says: z.string(), todo: z.string() });

/** Tables of all countries, drafts that are open, and tables that should be there and are not. */
export const calendarList = z
  .object({
    tables: z.array(
      z.object({
        country: countryInAddress,
        year: z.number().int(),
        version: z.number().int(),
        source: z.string().nullable(),
        days: z.number().int(),
        provisional: z.number().int().meta({ description: 'Days that are not compared with the gazette yet' }),
      }),
    ),
    drafts: z.array(z.object(draftLine)),
    missing: z.array(z.object({ country: countryInAddress, year: z.number().int() })),
    mayDraft: z.boolean(),
  })
  .meta({ id: 'CalendarList' });

/** Listed days of a country's year. */
export const calendarTable = z
  .object({
    country: countryInAddress,
    year: z.number().int(),
    version: z.number().int(),
    source: z.string().nullable(),
    days: z.array(day),
  })
  .meta({ id: 'CalendarTable' });

/** A draft of a country's year. */
export const calendarDraftAnswer = z
  .object({
    ...draftLine,
    source: z.string(),
    days: z.array(day),
    faults: z.array(fault).meta({ description: 'What hinders its publication' }),
    before: z.array(day).meta({ description: 'Days of the table that stands now' }),
    touched: z
      .object({ deadlines: z.number().int(), projects: z.number().int() })
      .meta({ description: 'Open deadlines counted over a changed day: an upper bound of those that move; none becomes shorter' }),
    mayEdit: z.boolean(),
    mayPropose: z.boolean(),
    proposal: z
      .object({
        id: z.uuid(),
        state: z.enum(['proposed', 'running', 'done', 'failed']),
        reason: z.string(),
        actorName: z.string().nullable(),
        mine: z.boolean(),
        mayConfirm: z.boolean(),
        moved: z.number().int().nullable().meta({ description: 'Once published: how many deadlines moved' }),
      })
      .nullable(),
  })
  .meta({ id: 'CalendarDraft' });

/** Which year of which country. */
export const newCalendarDraft = z
  .strictObject({ country: countryInAddress, year: z.number().int().min(2000).max(2099) })
  .meta({ id: 'NewCalendarDraft' });

/** The days of a draft, all of them. */
export const calendarDraftBody = z
  .strictObject({ days: z.array(rawDay).max(400), source: z.string().max(400) })
  .meta({ id: 'CalendarDraftChange' });

/** Why a draft is to be published. */
export const proposeCalendarBody = z.strictObject({ reason: wire.lines(2_000) }).meta({ id: 'ProposeCalendar' });

/** The form of a file. */
export const calendarFormatQuery = z.strictObject({ format: z.enum(['csv', 'ics']) });

/** What a file says, before anything is taken from it. */
export const calendarImport = z
  .object({
    encoding: z.enum(['utf-8', 'gb18030']),
    days: z.array(
      z.object({
        ...{ line: z.number().int(), date: z.string(), name: z.string(), status: z.string() },
        kind: z.string().meta({ description: 'Empty where the file’s word for it is not known' }),
        saidKind: z.string(),
      }),
    ),
    faults: z.array(z.object({ line: z.number().int(), code: z.string(), says: z.string(), todo: z.string() })),
  })
  .meta({ id: 'CalendarImport' });

/** A draft that was discarded. */
export const discardedCalendar = z.object({ discarded: z.boolean() }).meta({ id: 'DiscardedCalendarDraft' });
