import { countries } from '@app/domain';
import { campaignSorts, campaignStates, type CampaignState } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const count = z.number().int();
const state = z.enum(campaignStates);

/** One state or several, separated by commas. */
const states = z
  .string()
  .max(100)
  .transform((text) => text.split(','))
  .pipe(z.array(state).min(1).max(campaignStates.length)) as z.ZodType<CampaignState[]>;

/** Year of a campaign in an address. */
export const campaignYear = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(wire.year);

/** Filters, order and place of the grid. Unknown ones are refused. */
export const campaignQuery = z.strictObject({
  state: states.optional(),
  country: z.enum(countries as unknown as ['CN', 'KH', 'LA', 'MM', 'TH', 'VN']).optional(),
  officer: z.uuid().optional(),
  suspended: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  q: wire.line(200).optional(),
  sort: z.enum(campaignSorts).default('reference'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(200))
    .optional(),
  cursor: z.string().max(1000).optional(),
});

/** Years with reports. */
export const campaignYearsAnswer = z
  .object({
    items: z.array(
      z.object({
        year: count,
        projects: count,
        planned: count,
        open: count.meta({ description: 'Not handed in yet, those that are late among them' }),
        overdue: count,
        submitted: count,
        accepted: count,
        merged: count.meta({ description: 'Reported on together with the next year' }),
        waived: count.meta({ description: 'Not asked for, by decision of the Secretariat' }),
        opensAt: instant.meta({ description: 'When the first of them opened, or will' }),
      }),
    ),
  })
  .meta({ id: 'CampaignYears' });

/** The grid of one year: who owes a report, what each has done, what each was told. */
export const campaignAnswer = z
  .object({
    year: count,
    totals: z.array(z.object({ state, projects: count, suspended: count })),
    items: z.array(
      z.object({
        projectId: z.uuid(),
        reference: z.string().nullable(),
        titleZh: z.string().nullable(),
        titleEn: z.string().nullable(),
        country: z.string().nullable(),
        officerName: z.string().nullable(),
        leadZh: z.string().nullable(),
        leadEn: z.string().nullable(),
        state,
        suspended: z.boolean(),
        shortForm: z.boolean(),
        opensAt: instant,
        dueOn: z.string().nullable(),
        endsAt: instant.nullable(),
        submittedAt: instant.nullable(),
        acceptedAt: instant.nullable(),
        warnedAt: instant.nullable(),
        mails: z.array(z.object({ notification: z.string(), step: z.string(), at: instant, sent: z.boolean() })),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'Campaign' });

/** Projects to be reminded now. */
export const remindCheckBody = z.strictObject({ projectIds: wire.distinctIds(1, 200) }).meta({ id: 'RemindCheck' });

/** What a reminder would do to each project now: whom it goes to, or why it is refused. */
export const remindCheckAnswer = z
  .object({
    items: z.array(
      z.object({
        projectId: z.uuid(),
        reference: z.string().nullable(),
        possible: z.boolean(),
        sentence: z.string().nullable(),
        readers: z.array(z.object({ name: z.string(), country: z.string() })),
      }),
    ),
  })
  .meta({ id: 'RemindChecked' });
