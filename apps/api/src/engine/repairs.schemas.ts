import { repairActs, repairsForMany, wire } from '@app/workflows';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const act = z.enum(repairActs);
const values = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
const entity = { entityKind: z.enum(['project', 'call']), entityId: z.uuid() };
const finding = z.object({ code: z.string(), values });

/** What is in need of repair, and when everything was looked at last. */
export const findingsAnswer = z
  .object({
    items: z.array(z.object({ ...entity, reference: z.string().nullable(), code: z.string(), values, foundAt: instant, seenAt: instant })),
    lookedAt: instant.nullable(),
  })
  .meta({ id: 'EngineFindings' });

/** Whether a look over everything has begun. */
export const lookAnswer = z.object({ status: z.enum(['started', 'later']) }).meta({ id: 'EngineLook' });

/** One entity, by kind and id, or a project by its reference. */
export const inspectionQuery = z.strictObject({ kind: z.enum(['project', 'call']).default('project'), entity: wire.line(100) });

/** How an entity stands now, as engine and ledger see it; what a reset would touch; and why a repair makes no sense. */
export const inspectionAnswer = z
  .object({
    ...entity,
    reference: z.string().nullable(),
    running: z.boolean(),
    ledgerRev: z.number().int(),
    shellRev: z.number().int().nullable(),
    mailsSent: z.number().int(),
    findings: z.array(finding),
    reset: z
      .object({
        runId: z.string(),
        eventId: z.number().int(),
        eventsLost: z.number().int(),
        heardAgain: z.number().int(),
        decisions: z.number().int(),
        mailsSent: z.number().int(),
      })
      .nullable(),
    acts: z.array(z.object({ act, needsSecond: z.boolean(), whyNot: z.string().nullable() })),
  })
  .meta({ id: 'EngineInspection' });

/** A repair that is asked for. A reset names the run and the event of the blast radius that was shown. */
export const repairBody = z
  .strictObject({
    act,
    ...entity,
    reason: wire.lines(2_000),
    reset: z.strictObject({ runId: z.uuid(), eventId: z.number().int().positive() }).exactOptional(),
  })
  .meta({ id: 'AskRepair' });

/** One repair that is asked for many projects and calls at once. */
export const repairsBody = z
  .strictObject({
    act: z.enum(repairsForMany),
    entities: z
      .array(z.strictObject({ kind: z.enum(['project', 'call']), id: z.uuid() }))
      .min(1)
      .max(200),
    reason: wire.lines(2_000),
  })
  .meta({ id: 'AskRepairs' });

/** A repair on record. */
export const repairAnswer = z
  .object({
    id: z.uuid(),
    act,
    ...entity,
    reference: z.string().nullable(),
    state: z.enum(['proposed', 'running', 'done', 'failed']),
    door: z.enum(['page', 'api', 'cli']),
    actorId: z.uuid().nullable(),
    actorName: z.string().nullable(),
    secondName: z.string().nullable(),
    reason: z.string(),
    resultCode: z.string().nullable(),
    resultValues: values.nullable(),
    openedAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Repair' });

/** What became of each: a repair on record, or a code why it makes no sense there. */
export const repairsAnswer = z
  .object({ items: z.array(z.object({ ...entity, repair: repairAnswer.nullable(), whyNot: z.string().nullable() })) })
  .meta({ id: 'AskedRepairs' });

/** The last repairs. */
export const repairPage = z.object({ items: z.array(repairAnswer) }).meta({ id: 'RepairPage' });
