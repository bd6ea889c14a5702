import { z } from 'zod';
import { countryInAddress } from '../calendar/calendars.schemas';
import { watchStanding } from '../watchdog/watchdog.schemas';

const instant = z.string().meta({ format: 'date-time' });
const count = z.number().int();

const waitingLine = z
  .object({
    id: z.uuid(),
    reference: z.string().nullable(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    stage: z.string(),
    subState: z.string(),
    country: z.string().nullable(),
    ladder: z.string(),
    object: z.string(),
    dueOn: z.string(),
    endsAt: instant,
    ownerRole: z.string().nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'WaitingLine' });

const waiting = z.object({
  total: count,
  ids: z.array(z.uuid()).meta({ description: 'The first 200 in order, for going from one to the next' }),
  lines: z.array(waitingLine),
});

/** The home page: what is late, who waits for whom, what comes, what did not arrive. Every figure counts only what the reader may see. */
export const overview = z
  .object({
    at: instant,
    ofSecretariat: z
      .boolean()
      .meta({ description: 'Whether the reader works for the Secretariat; partners and experts are shown their own projects' }),
    cells: z.array(z.object({ stage: z.string(), country: z.string().nullable(), projects: count, overdue: count, held: count })),
    overdueMonths: z.array(
      z.object({
        country: z.string().nullable(),
        month: z.string().meta({ description: 'YYYY-MM of the missed deadline' }),
        projects: count,
      }),
    ),
    mineOverdue: waiting,
    waitingForMe: waiting,
    waitingForOthers: waiting,
    coming: z.array(z.object({ on: z.string(), due: count, mails: count, consequences: count })),
    undelivered: z
      .object({
        total: count,
        lines: z.array(
          z.object({
            id: z.uuid(),
            entityKind: z.enum(['project', 'call']),
            entityId: z.uuid(),
            reference: z.string().nullable(),
            notification: z.string(),
            word: z.string(),
            reader: z.string(),
            at: instant,
          }),
        ),
      })
      .nullable()
      .meta({ description: 'For the Secretariat; null for others' }),
    calls: z.array(
      z.object({ id: z.uuid(), code: z.string(), subState: z.string(), opensAt: instant, closesAt: instant, applications: count }),
    ),
    callsInAll: count.meta({ description: 'How many calls are not over; the nearest are listed' }),
    lastCheck: z.object({ endedAt: instant, healed: count }).nullable().meta({
      description:
        'When it was last checked that nothing was missed, and how much that check had to heal; null for others than the Secretariat, and before the first',
    }),
    missingCalendars: z
      .array(z.object({ country: countryInAddress, year: z.number().int() }))
      .nullable()
      .meta({ description: 'Tables of days off that are missing; for who may draft them, null for others' }),
    watch: watchStanding.nullable().meta({ description: 'What the watchdog last proved; for the Secretariat, null for others' }),
  })
  .meta({ id: 'Overview' });
