import { countries, stages, subStates } from '@app/domain';
import { projectSorts } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';

const allSubStates = Object.values(subStates).flat() as [string, ...string[]];

/** One value or several in one parameter, separated by commas. */
function listOf<T extends readonly [string, ...string[]]>(values: T): z.ZodType<T[number][]> {
  const one = z.enum(values);
  return z
    .string()
    .max(400)
    .transform((text) => text.split(','))
    .pipe(z.array(one).min(1).max(30));
}

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Filters, order and place of the list of projects. Unknown ones are refused. */
export const projectListQuery = z.strictObject({
  stage: listOf(stages as unknown as [string, ...string[]]).optional(),
  subState: listOf(allSubStates).optional(),
  country: z.enum(countries as unknown as ['CN', 'KH', 'LA', 'MM', 'TH', 'VN']).optional(),
  call: z.uuid().optional(),
  officer: z.uuid().optional(),
  overdue: flag.optional(),
  held: flag.optional(),
  q: wire.line(200).optional(),
  sort: z.enum(projectSorts).default('-updated'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(200))
    .optional(),
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

/** A page of the list; `next` is the cursor of the following page. */
export const projectPage = z.object({ items: z.array(projectLine), next: z.string().nullable() }).meta({ id: 'ProjectPage' });

/** How many projects stand where. */
export const projectCounts = z
  .object({ items: z.array(z.object({ stage: z.string(), subState: z.string(), count: z.number().int() })) })
  .meta({ id: 'ProjectCounts' });
