import { wire } from '@app/workflows';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });

/** Whose runs are replayed, and on which build. */
export const replayCheckBody = z
  .strictObject({
    project: wire.line(100).exactOptional().meta({ description: 'Reference or id of a project; without it all entities and mail desks' }),
    candidate: wire
      .line(200)
      .exactOptional()
      .meta({ description: 'File in the folder of candidate bundles; without it the running build' }),
  })
  .meta({ id: 'StartReplayCheck' });

const difference = z.object({
  workflowId: z.string(),
  entityKind: z.enum(['project', 'call']).nullable(),
  entityId: z.uuid().nullable(),
  runId: z.string(),
  source: z.enum(['open', 'archived', 'file']),
  code: z.string().meta({ description: 'What differs: OTHER_STEP, NO_STEP, OTHER_ACTIVITY, NO_WORKFLOW, BUILD_THREW, OTHER' }),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string().meta({ description: 'The engine’s own words' }),
});

/** A replay check: how far it has come, or what it found. */
export const replayCheckAnswer = z
  .object({
    id: z.uuid(),
    askedByName: z.string(),
    entityKind: z.enum(['project', 'call']).nullable(),
    entityId: z.uuid().nullable(),
    reference: z.string().nullable(),
    candidate: z.string().nullable(),
    state: z.enum(['running', 'done', 'failed']),
    total: z.number().int().nullable(),
    replayed: z.number().int(),
    differing: z.number().int(),
    differences: z.array(difference),
    bundleSha256: z.string().nullable(),
    failureCode: z.string().nullable(),
    failureDetail: z.string().nullable(),
    askedAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'ReplayCheck' });

/** The last replay checks. */
export const replayCheckPage = z.object({ items: z.array(replayCheckAnswer) }).meta({ id: 'ReplayCheckPage' });
