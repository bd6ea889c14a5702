import { countries, outcomes, stages, standingRoles, subStates } from '@app/domain';
import { projectSorts } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';

const allSubStates = Object.values(subStates).flat() as [string, ...string[]];
const ownerRoles = ['AC', 'PL', 'LR', 'PC', 'PS', ...standingRoles] as const;
const mostIds = 200;

/** One value or several in one parameter, separated by commas. */
export function listOf<V extends string>(one: z.ZodType<V, V>, most = 30): z.ZodType<V[], string> {
  return z
    .string()
    .max(most * 40)
    .transform((text) => text.split(',') as V[])
    .pipe(z.array(one).min(1).max(most));
}

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A whole number written in a query. */
function numberIn(min: number, max: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));
}

/** Filters of projects, for lists, the board, exports and selections. Several values of one filter are separated by commas. */
export const projectFilterFields = {
  stage: listOf(z.enum(stages)).optional(),
  subState: listOf(z.enum(allSubStates)).optional(),
  country: listOf(z.enum([...countries, 'none'] as const)).optional(),
  call: z.uuid().optional(),
  officer: z.union([z.uuid(), z.enum(['none', 'me'])]).optional(),
  lead: z.uuid().optional(),
  host: z.uuid().optional(),
  organization: z.uuid().optional(),
  field: listOf(wire.code).optional(),
  ownerRole: listOf(z.enum(ownerRoles)).optional(),
  outcome: listOf(z.enum(outcomes)).optional(),
  overdue: flag.optional(),
  dueWithin: numberIn(1, 366).optional(),
  dueFrom: wire.localDate.optional(),
  dueTo: wire.localDate.optional(),
  held: flag.optional(),
  closed: flag.optional(),
  q: wire.line(200).optional(),
  only: listOf(z.uuid(), mostIds).optional(),
  except: listOf(z.uuid(), mostIds).optional(),
};

/** Filters, order and place of the list of projects. Unknown ones are refused. */
export const projectListQuery = z.strictObject({
  ...projectFilterFields,
  sort: z.enum(projectSorts).default('-updated'),
  limit: numberIn(1, 200).optional(),
  cursor: z.string().max(1000).optional(),
});

const instant = z.string().meta({ format: 'date-time' });

/** One line of the list. */
export const projectLine = z
  .object({
    id: z.uuid(),
    rev: z.number().int(),
    reference: z.string().nullable(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    callId: z.uuid(),
    callCode: z.string(),
    stage: z.string(),
    subState: z.string(),
    outcome: z.string().nullable(),
    closed: z.boolean(),
    held: z.string().nullable(),
    overlays: z.array(z.string()),
    hostCountry: z.string().nullable(),
    fieldCode: z.string().nullable(),
    leadZh: z.string().nullable(),
    leadEn: z.string().nullable(),
    hostZh: z.string().nullable(),
    hostEn: z.string().nullable(),
    officerId: z.uuid().nullable(),
    officerName: z.string().nullable(),
    deadline: z
      .object({
        ladder: z.string(),
        object: z.string(),
        dueOn: z.string(),
        endsAt: instant,
        zone: z.string(),
        ownerRole: z.string().nullable(),
        overdue: z.boolean(),
      })
      .nullable(),
    since: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ProjectLine' });

/** A page of the list; `next` and `previous` are the cursors of the pages beside it, `total` counts all that fit. */
export const projectPage = z
  .object({ items: z.array(projectLine), next: z.string().nullable(), previous: z.string().nullable(), total: z.number().int() })
  .meta({ id: 'ProjectPage' });

/** How many projects stand where. */
export const projectCounts = z
  .object({ items: z.array(z.object({ stage: z.string(), subState: z.string(), count: z.number().int() })) })
  .meta({ id: 'ProjectCounts' });
