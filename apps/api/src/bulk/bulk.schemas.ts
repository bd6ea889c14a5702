import { bulkRowStates, bulkStates } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';
import { listOf } from '../project/project-list.schemas';
import { bulkCommandTypes } from './bulk-commands';

const instant = z.string().meta({ format: 'date-time' });
const count = z.number().int();
const values = z.record(z.string(), z.unknown());

/** The most projects that are named one by one; a query may choose more. */
const mostNamed = 2_000;

/** The speeds and shares that may be chosen. */
const paceFields = {
  goesOn: z.boolean().exactOptional().meta({ description: 'Whether it goes on by itself once the first rows went as foreseen' }),
  rowsPerSecond: z.number().int().min(1).max(50).exactOptional(),
  haltPercent: z
    .number()
    .int()
    .min(0)
    .max(100)
    .exactOptional()
    .meta({ description: 'It halts by itself when more than this share ends otherwise than foreseen' }),
};

/** An act on many projects that is asked for: nothing is done before it is started. */
export const bulkRunBody = z
  .strictObject({
    command: z.enum(bulkCommandTypes),
    wish: z.record(z.string(), z.unknown()).meta({ description: 'Fields of the command that are the same for all projects' }),
    selection: z.union([
      z.strictObject({
        query: z.record(z.string(), z.string().max(8_000)).meta({ description: 'Filters as the list of projects has them in its address' }),
      }),
      z.strictObject({ ids: wire.distinctIds(1, mostNamed) }),
    ]),
    reason: wire.freeText,
    ...paceFields,
  })
  .meta({ id: 'MakeBulkRun' });

/** A run that follows from another: what takes it back, or the rows that were left. */
export const bulkFollowBody = z.strictObject({ reason: wire.freeText, ...paceFields }).meta({ id: 'FollowBulkRun' });

/** A run: what is asked, where it stands, what became of its rows. */
export const bulkRunAnswer = z
  .object({
    id: z.uuid(),
    command: z.string(),
    label: z.string(),
    payload: z.unknown(),
    reason: z.string(),
    listHash: z.string(),
    state: z.enum(bulkStates),
    needsSecond: z.boolean(),
    canary: count,
    goesOn: z.boolean(),
    rowsPerSecond: count,
    haltPercent: count,
    inverseOf: z.uuid().nullable(),
    inverseId: z.uuid().nullable(),
    /** Whether there is a command that takes it back. */
    canBeTakenBack: z.boolean(),
    createdBy: z.uuid(),
    createdByName: z.string(),
    createdAt: instant,
    secondName: z.string().nullable(),
    decidedAt: instant.nullable(),
    startedByName: z.string().nullable(),
    startedAt: instant.nullable(),
    stopAskedByName: z.string().nullable(),
    stopAskedAt: instant.nullable(),
    endedAt: instant.nullable(),
    halt: z.object({ code: z.string(), sentence: z.string() }).nullable(),
    counts: z.object({
      ...{ total: count, foreseen: count, waiting: count, sent: count, applied: count, proposed: count, refused: count },
      ...{ changed: count, failed: count, skipped: count, otherwise: count, mispredicted: count },
    }),
  })
  .meta({ id: 'BulkRun' });

/** The last runs. */
export const bulkRunPage = z.object({ mayAct: z.boolean(), items: z.array(bulkRunAnswer) }).meta({ id: 'BulkRunPage' });

/** Which rows of a run. */
export const bulkRowQuery = z.strictObject({
  state: listOf(z.enum(bulkRowStates)).optional(),
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(500))
    .optional(),
});

/** Rows of a run: what was foreseen of each, and what became of it. */
export const bulkRowPage = z
  .object({
    items: z.array(
      z.object({
        position: count,
        projectId: z.uuid(),
        reference: z.string().nullable(),
        verdict: z.enum(['apply', 'propose', 'refuse']),
        state: z.enum(bulkRowStates),
        payload: z.unknown(),
        code: z.string().nullable(),
        values: values.nullable(),
        sentence: z.string().nullable().meta({ description: 'Why it will be, or was, refused' }),
        rev: count.nullable(),
        doneAt: instant.nullable(),
      }),
    ),
    next: count.nullable().meta({ description: 'Position behind which the next page begins' }),
  })
  .meta({ id: 'BulkRowPage' });

/** Form of the report. */
export const bulkReportQuery = z.strictObject({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  bom: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
});
