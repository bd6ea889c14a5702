import { z } from 'zod';
import { arithmetic } from './project-detail.schemas';

const instant = z.string().meta({ format: 'date-time' });

/** One entry of the past. */
export const timeline = z
  .object({
    items: z.array(
      z.object({
        rev: z.number().int(),
        command: z.string(),
        actor: z.object({ kind: z.enum(['person', 'system']), personId: z.uuid().optional(), name: z.string().optional() }),
        reason: z.string().nullable(),
        occurredAt: instant.meta({ description: 'In the entity’s own time' }),
        recordedAt: instant,
        events: z.array(z.object({ type: z.string(), sentence: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Timeline' });

const line = z.object({
  key: z.string(),
  series: z.number().int(),
  rule: z.string(),
  object: z.string(),
  step: z.string(),
  at: instant,
  kind: z.enum(['reminder', 'escalation', 'consequence']),
  level: z.string().optional(),
  to: z.array(z.string()),
  owner: z.object({ role: z.string(), organizationId: z.string().optional(), personId: z.string().optional() }),
  consequence: z.string().optional(),
  dueOn: z.string(),
  because: arithmetic,
  policyKey: z.string(),
  article: z.string().optional(),
  cancelledBy: z.string(),
});

/** What will happen if nobody acts, as planned from the state of today. */
export const plan = z.object({ now: instant, items: z.array(line) }).meta({ id: 'Plan' });

/** What will happen if nobody acts, consequences and what follows from them included. */
export const forecastAnswer = z
  .object({
    now: instant,
    until: instant,
    items: z.array(
      z.object({
        at: instant,
        occurrence: line,
        events: z.array(z.object({ type: z.string(), sentence: z.string() })),
        notifications: z.array(z.object({ kind: z.string(), to: z.array(z.string()), copy: z.array(z.string()) })),
      }),
    ),
  })
  .meta({ id: 'Forecast' });

/** Mails of an entity, the newest first. */
export const mails = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        notification: z.string(),
        class: z.string(),
        personId: z.uuid(),
        personName: z.string(),
        role: z.string(),
        copy: z.boolean(),
        word: z.string(),
        why: z.string().nullable(),
        response: z.string().nullable(),
        attempts: z.number().int(),
        sendAfter: instant,
        doneAt: instant.nullable(),
        subject: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Mails' });

/** How far a forecast looks. */
export const forecastQuery = z.strictObject({
  days: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(3_650))
    .optional(),
});
