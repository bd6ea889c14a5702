import { wire } from '@app/workflows';
import { z } from 'zod';
import { listOf } from '../project/project-list.schemas';
import { fieldChange } from '../project/project-story.schemas';

const instant = z.string().meta({ format: 'date-time' });
const doors = ['web', 'api', 'mail-link', 'cli', 'conductor', 'first-data'] as const;

const filters = {
  kind: listOf(z.string().regex(/^[A-Za-z][\w.-]{0,59}$/)).optional(),
  project: z.uuid().optional(),
  person: z.uuid().optional(),
  run: z.uuid().optional().meta({ description: 'Only what an act on many projects did' }),
  door: listOf(z.enum(doors)).optional(),
  from: wire.localDate.optional(),
  to: wire.localDate.optional(),
  undone: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
};

/** Filters and place of the list of interventions. Unknown ones are refused. */
export const interventionListQuery = z.strictObject({
  ...filters,
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(200))
    .optional(),
  cursor: z.string().max(1000).optional(),
});

/** What is exported of the interventions, and the form of the file. */
export const interventionExportQuery = z.strictObject({
  ...filters,
  format: z.enum(['csv', 'xlsx']),
  bom: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({ description: 'Begins a CSV with a byte order mark, by which some spreadsheets know UTF-8' }),
});

const about = z
  .object({ kind: z.string(), label: z.string(), rev: z.number().int() })
  .meta({ description: 'The act that it answers or takes back' });

/** One intervention: who, when, how, why, what it changed, who answered it, who took it back. */
export const interventionLine = z
  .object({
    id: z.string(),
    kind: z.string(),
    label: z.string().meta({ description: 'The kind in words of the reader’s language' }),
    entityKind: z.enum(['project', 'call']).nullable().meta({ description: 'Null for an act about the whole instance' }),
    entityId: z.uuid().nullable(),
    reference: z.string().nullable(),
    rev: z.number().int().meta({ description: 'Its entry in the ledger; 0 for a technical act, which is kept beside it' }),
    at: instant.meta({ description: 'In the entity’s own time' }),
    personId: z.uuid().nullable().meta({ description: 'Null for whoever worked on the server itself' }),
    personName: z.string(),
    onBehalfOfName: z.string().nullable(),
    door: z.string().nullable().meta({ description: 'How it came in; null where that was not recorded' }),
    reason: z.string().nullable(),
    policyVersion: z.number().int().nullable(),
    runId: z.uuid().nullable().meta({ description: 'The act on many projects whose part it is' }),
    events: z.array(z.object({ type: z.string(), sentence: z.string() })),
    changes: z.array(fieldChange),
    about: about.nullable(),
    proposal: z
      .object({
        is: z.enum(['open', 'approved', 'rejected', 'lapsed']),
        byName: z.string().nullable(),
        at: instant.nullable(),
        phrase: z.string(),
      })
      .nullable()
      .meta({ description: 'What became of it, where it needed a second person' }),
    technical: z
      .object({
        state: z.enum(['proposed', 'running', 'done', 'failed']),
        phrase: z.string(),
        resultCode: z.string().nullable(),
        before: z.record(z.string(), z.unknown()),
        after: z.record(z.string(), z.unknown()).nullable(),
        changes: z
          .array(z.object({ part: z.string(), name: z.string().nullable(), from: z.string().nullable(), to: z.string().nullable() }))
          .meta({ description: 'What differs between before and after, in words; the name is null for a key of the policy' }),
      })
      .nullable()
      .meta({ description: 'How a technical act ended' }),
    undoneBy: z
      .object({ id: z.string(), kind: z.string(), label: z.string(), byName: z.string(), at: instant, rev: z.number().int() })
      .nullable()
      .meta({ description: 'The act that took it back or ended it' }),
  })
  .meta({ id: 'InterventionLine' });

/** A page of the list of interventions; `next` is the cursor of the following page. */
export const interventionPage = z
  .object({ items: z.array(interventionLine), next: z.string().nullable() })
  .meta({ id: 'InterventionPage' });

/** The kinds of interventions, in words of the reader's language. */
export const interventionKinds = z
  .object({ items: z.array(z.object({ kind: z.string(), label: z.string() })) })
  .meta({ id: 'InterventionKinds' });
