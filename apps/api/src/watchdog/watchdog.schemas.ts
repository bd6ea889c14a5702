import { watchKinds } from '@app/persistence';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const count = z.number().int();

/** One comparison of everything with everything. */
export const watchProof = z
  .object({
    id: z.uuid(),
    door: z.enum(['clock', 'page', 'api', 'cli']),
    askedByName: z.string().nullable(),
    askedAt: instant,
    startedAt: instant.nullable().meta({ description: 'Null while it waits for the watchdog' }),
    endedAt: instant.nullable().meta({ description: 'Null while it runs' }),
    steps: count,
    stepsDone: count,
    counts: z.record(z.string(), count).meta({ description: 'How much was compared, by name' }),
    failed: z.array(z.object({ comparison: z.string(), code: z.string() })).meta({ description: 'Comparisons that could not be made' }),
    openFindings: count.nullable(),
    result: z.enum(['quiet', 'findings', 'failed']).nullable(),
  })
  .meta({ id: 'WatchProof' });

const watchFinding = z
  .object({
    id: z.uuid(),
    kind: z.enum(watchKinds),
    about: z.string(),
    entityKind: z.enum(['project', 'call']).nullable(),
    entityId: z.uuid().nullable(),
    reference: z.string().nullable(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    firstSeenAt: instant,
    lastSeenAt: instant,
    goneAt: instant.nullable(),
  })
  .meta({ id: 'WatchFinding' });

/** When everything was last proved, and how much is open. */
export const watchStanding = z
  .object({
    provedAt: instant.nullable().meta({ description: 'When the last proof ended that could compare everything; null before the first' }),
    openFindings: count,
    isOld: z.boolean().meta({ description: 'Whether the last proof is older than two hours' }),
  })
  .meta({ id: 'WatchStanding' });

/** The watchdog's page: where the proof stands, the last proofs, what is open and what is gone. */
export const watchPage = z
  .object({
    standing: watchStanding,
    proofs: z.array(watchProof),
    open: z.object({ total: count, items: z.array(watchFinding) }),
    gone: z.array(watchFinding),
  })
  .meta({ id: 'WatchPage' });

/** Nothing has to be said to ask for a proof. */
export const watchProofBody = z.strictObject({}).meta({ id: 'AskWatchProof' });
