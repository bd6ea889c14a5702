import { z } from 'zod';
import { Problem } from '../errors/problem';
import { arithmetic } from '../project/project-detail.schemas';

const instant = z.string().meta({ format: 'date-time' });
const localDate = z.string().meta({ format: 'date' });
const entity = z.object({ kind: z.enum(['project', 'call']), id: z.uuid() });
const count = z.number().int();

const openTask = z
  .object({
    key: z.string().meta({ description: 'Unique within its project or call, and the same as long as the task is open' }),
    entity,
    reference: z.string().nullable(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    country: z.string().nullable(),
    ladder: z.string().nullable().meta({ description: 'The kind of deadline behind it; null for what a state or a proposal asks' }),
    object: z.string(),
    command: z.string().nullable().meta({ description: 'The command that answers it; null where only a day is kept' }),
    fixed: z.record(z.string(), z.unknown()).meta({ description: 'What of the command the task fixes' }),
    mine: z.boolean().meta({ description: 'The reader may give the command himself; else a colleague has to' }),
    since: instant.nullable(),
    dueOn: localDate.nullable(),
    endsAt: instant.nullable(),
    overdue: z.boolean(),
    now: instant.meta({ description: 'Now, in the time of the project or call' }),
    why: z.object({ because: arithmetic, policyKey: z.string(), article: z.string().optional() }).nullable(),
    otherwise: z
      .object({ code: z.string(), at: instant })
      .nullable()
      .meta({ description: 'What the clock does when it is not done, and when' }),
    askedToo: z.array(z.uuid()).meta({ description: 'Who else is asked the same' }),
    askedRoles: z.array(z.string()),
  })
  .meta({ id: 'OpenTask' });

const doneTask = z
  .object({
    entity,
    reference: z.string().nullable(),
    command: z.string(),
    commandId: z.string(),
    receipt: count.meta({ description: 'Number of the entry that keeps it: with the reference, the receipt' }),
    at: instant,
  })
  .meta({ id: 'DoneTask' });

const personName = z.object({ fullName: z.string(), latinName: z.string() });
const organizationName = z.object({ nameZh: z.string(), nameEn: z.string() });

/** What is asked of the reader now. */
export const openTasksAnswer = z
  .object({
    total: count,
    items: z.array(openTask),
    people: z.record(z.string(), personName),
    organizations: z.record(z.string(), organizationName),
  })
  .meta({ id: 'OpenTasks' });

/** What the reader has done. */
export const doneTasksAnswer = z.object({ items: z.array(doneTask), next: z.string().nullable() }).meta({ id: 'DoneTasks' });

/** Which page of what was done. */
export const doneQuery = z.strictObject({ cursor: z.string().max(400).optional() });

const place = z.strictObject({ key: z.string().max(40), id: z.uuid(), rev: z.number().int().min(1) });

/** Where a page of done tasks ended. */
export type DonePlace = z.output<typeof place>;

/** The place after a line, as an opaque text. */
export function doneCursor(at: DonePlace): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** Reads a cursor. Throws BAD_INPUT for one that this list did not make. */
export function donePlace(cursor: string): DonePlace {
  const read = place.safeParse(jsonIn(cursor));
  if (!read.success || Number.isNaN(Date.parse(read.data.key)))
    throw new Problem('BAD_INPUT', { fields: [{ path: 'cursor', code: 'WRONG_TYPE' }] });
  return read.data;
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
