import { wire } from '@app/workflows';
import { z } from 'zod';
import { arithmetic, namesAnswer } from '../project/project-detail.schemas';
import { fieldChange } from '../project/project-story.schemas';

const instant = z.string().meta({ format: 'date-time' });
const rev = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** A past moment as an address names it: after an entry of the ledger, or an instant of the project's own time; the last entry when neither is given. */
export const pastQuery = z
  .strictObject({ rev: rev.optional(), at: wire.instant.optional() })
  .refine(({ rev: entry, at }) => entry === undefined || at === undefined, { path: ['at'] });

/** Two past moments, each an entry's number or an instant. */
export const compareQuery = z.strictObject({ from: z.union([rev, wire.instant]), to: z.union([rev, wire.instant]) });

const fact = z
  .object({
    field: z.string(),
    object: z.string().nullable(),
    about: z.string().nullable(),
    kind: z.enum(['code', 'date', 'number', 'text', 'words', 'name']),
    value: z.string(),
  })
  .meta({ id: 'Fact' });

const deadline = z
  .object({
    ladder: z.string(),
    object: z.string(),
    dueOn: z.string(),
    endsAt: instant,
    zone: z.string(),
    ownerRole: z.string(),
    overdue: z.boolean().meta({ description: 'Whether it was over at that moment' }),
    because: arithmetic,
    policyKey: z.string(),
    article: z.string().optional(),
  })
  .meta({ id: 'PastDeadline' });

const task = z
  .object({
    key: z.string(),
    ladder: z.string().nullable(),
    object: z.string(),
    command: z.string().nullable(),
    dueOn: z.string().nullable(),
    people: z.array(z.string()).meta({ description: 'Names of the people who were asked' }),
    roles: z.array(z.string()).meta({ description: 'Standing roles whose holders were asked' }),
  })
  .meta({ id: 'PastTask' });

const told = z
  .object({
    id: z.uuid(),
    notification: z.string(),
    subject: z.string().nullable(),
    personId: z.uuid(),
    personName: z.string(),
    role: z.string(),
    copy: z.boolean(),
    sentAt: instant,
  })
  .meta({ id: 'PastMail' });

const moment = z.object({
  rev: z.number().int().meta({ description: 'The last entry of the ledger by then' }),
  at: instant.meta({ description: 'The moment itself; of an entry, when it happened' }),
  from: instant.meta({ description: 'Since when the project stood so' }),
  until: instant.nullable().meta({ description: 'When the next entry changed it; null while it still stands so' }),
  stage: z.string(),
  subState: z.string(),
  policyVersion: z.number().int(),
});

/** A project as it stood at a past moment, as far as this reader may know it. */
export const pastProject = moment
  .extend({
    id: z.uuid(),
    reference: z.string().nullable(),
    lastRev: z.number().int(),
    now: moment.pick({ stage: true, subState: true, policyVersion: true }),
    command: z.string().nullable().meta({ description: 'The command of that entry; null where the reader is not told of it' }),
    events: z.array(z.object({ type: z.string(), sentence: z.string() })),
    byName: z.string().nullable(),
    reason: z.string().nullable(),
    facts: z.array(fact),
    deadlines: z.array(deadline),
    tasks: z.array(task),
    mails: z.array(told).meta({ description: 'Mails that had left by then, the newest first: who had been told what' }),
    ...namesAnswer,
  })
  .meta({ id: 'PastProject' });

/** What differs between two moments of a project. */
export const pastComparison = z
  .object({
    from: moment,
    to: moment,
    entries: z.number().int().meta({ description: 'Entries of the ledger between the two' }),
    changes: z.array(fieldChange),
    opened: z.array(task).meta({ description: 'Tasks that were open at the second moment only' }),
    closed: z.array(task).meta({ description: 'Tasks that were open at the first moment only' }),
    mails: z.array(told).meta({ description: 'Mails that left between the two' }),
  })
  .meta({ id: 'PastComparison' });
