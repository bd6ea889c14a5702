import { z } from 'zod';
import { arithmetic } from './project-detail.schemas';
import { fieldChange } from './project-story.schemas';

const instant = z.string().meta({ format: 'date-time' });

const datePreview = z
  .object({
    ladder: z.string(),
    object: z.string(),
    from: z.string().nullable().meta({ format: 'date', description: 'Null: the deadline would be new' }),
    to: z.string().nullable().meta({ format: 'date', description: 'Null: the deadline would end' }),
    stopped: z.boolean().meta({ description: 'Its clock would stand still' }),
    because: arithmetic.nullable(),
    policyKey: z.string().nullable(),
    article: z.string().optional(),
    conflict: z
      .enum(['past', 'after-expiry', 'after-construction', 'no-calendar'])
      .nullable()
      .meta({ description: 'Why somebody should look at this date twice' }),
  })
  .meta({ id: 'DatePreview' });

const mailPreview = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    latinName: z.string(),
    role: z.string(),
    copy: z.boolean(),
    language: z.string(),
    zone: z.string(),
    notification: z.string(),
    rule: z.string(),
    object: z.string(),
    from: instant.nullable().meta({ description: 'When it leaves as things stand; null: it would be new' }),
    to: instant.nullable().meta({ description: 'When it would leave; null: it would not be sent' }),
  })
  .meta({ id: 'MailPreview' });

const conflict = z
  .object({
    act: z.number().int().meta({ description: 'Place of the act, from 0' }),
    code: z.string(),
    says: z.string(),
    todo: z.string(),
  })
  .meta({ id: 'PreviewConflict' });

const agreement = z
  .object({
    act: z.number().int().meta({ description: 'Place of the act, from 0' }),
    no: z.string().meta({ description: 'The number that the change would have' }),
    kind: z.enum(['amendment', 'correction']),
    minutes: z.boolean().meta({ description: 'The council agrees, in its minutes' }),
    signatories: z.array(z.string()).meta({ description: 'Parties that sign, by name' }),
    effectOn: z.string().nullable().meta({ format: 'date', description: 'Null: it would not come into effect; the conflicts say why' }),
  })
  .meta({ id: 'PreviewAgreement' });

/** What commands would do: why not, or the events that would happen and the differences in data, dates and mails that they would make. */
export const previewAnswer = z
  .object({
    possible: z.boolean(),
    rev: z
      .number()
      .int()
      .meta({ description: 'Revision that was looked at; a command sent with it is refused when the project has moved since' }),
    refused: z.number().int().optional().meta({ description: 'Place of the act that would be refused, from 0' }),
    violation: z
      .object({ code: z.string(), says: z.string(), todo: z.string(), values: z.record(z.string(), z.unknown()).optional() })
      .optional(),
    secondPerson: z.boolean().optional().meta({ description: 'It waits for a second person; the differences are those after his yes' }),
    events: z.array(z.object({ type: z.string(), sentence: z.string() })),
    changes: z.array(fieldChange).meta({ description: 'Data: what would become of which value' }),
    dates: z.array(datePreview).meta({ description: 'Deadlines that would come, go, stop or move' }),
    mails: z.array(mailPreview).meta({ description: 'Mails of the next 400 days that would come, go or move' }),
    conflicts: z
      .array(conflict)
      .meta({ description: 'What has to be there before it can really be done, or would stop a change on its way' }),
    agreements: z.array(agreement).meta({ description: 'Changes that are played as agreed by everybody who has to' }),
  })
  .meta({ id: 'Preview' });

/** Commands that are only thought of, one after the other: each so many days after the one before it, with what the clock does until then. */
export const whatIfBody = z.strictObject({
  acts: z
    .array(
      z.strictObject({
        command: z
          .string()
          .regex(/^[a-z]+(-[a-z]+)*$/)
          .max(60),
        body: z.record(z.string(), z.unknown()),
        afterDays: z.number().int().min(0).max(3_650).default(0),
      }),
    )
    .min(1)
    .max(20),
});
