import { countries, notificationKinds } from '@app/domain';
import { mailSorts, mailWordsOfState, waitReasons, type MailWord } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';
import { mailAddress } from '../people/people.schemas';
import { refusalReason } from '../project/allowed-command.schemas';
import { textPair, textValues } from './templates.schemas';

const instant = z.string().meta({ format: 'date-time' });
const word = z.enum(mailWordsOfState);

/** One word or several, separated by commas. */
const words = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(word).min(1).max(mailWordsOfState.length)) as z.ZodType<MailWord[]>;

/** Filters, order and place of the mail log. Unknown ones are refused. */
export const mailListQuery = z.strictObject({
  word: words.optional(),
  class: z.enum(['letter', 'answer', 'notice']).optional(),
  notification: z.enum(notificationKinds).optional(),
  project: z.uuid().optional(),
  call: z.uuid().optional(),
  person: z.uuid().optional(),
  country: z.enum(countries as unknown as ['CN', 'KH', 'LA', 'MM', 'TH', 'VN']).optional(),
  rule: z
    .string()
    .regex(/^[a-zA-Z0-9-]{1,60}$/)
    .optional(),
  waits: z.enum(waitReasons).optional().meta({ description: 'Only mails that wait for this' }),
  from: wire.localDate.optional(),
  to: wire.localDate.optional(),
  q: wire.line(200).optional(),
  sort: z.enum(mailSorts).default('-at'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(200))
    .optional(),
  cursor: z.string().max(1000).optional(),
});

const line = {
  id: z.uuid(),
  entityKind: z.enum(['project', 'call']),
  entityId: z.uuid(),
  reference: z.string().nullable(),
  notification: z.enum(notificationKinds),
  class: z.enum(['letter', 'answer', 'notice']),
  personId: z.uuid(),
  personName: z.string(),
  country: z.string(),
  role: z.string(),
  copy: z.boolean(),
  word,
  heldBy: z.enum(['release', 'gate']).nullable().meta({ description: 'What holds a held mail: a release that is awaited, or a shut gate' }),
  why: z.string().nullable(),
  attempts: z.number().int(),
  sendAfter: instant,
  doneAt: instant.nullable(),
  subject: z.string().nullable(),
};

/** One line of the mail log. */
export const mailLogLine = z.object(line).meta({ id: 'MailLogLine' });

/** A page of the mail log; `next` is the cursor of the following page. */
export const mailPage = z.object({ items: z.array(mailLogLine), next: z.string().nullable() }).meta({ id: 'MailPage' });

/** How many mails are open under each word. */
export const mailCounts = z.object({ items: z.array(z.object({ word, count: z.number().int() })) }).meta({ id: 'MailCounts' });

const mailTry = z.object({
  at: instant,
  word: z.string(),
  code: z.string().nullable(),
  responseCode: z.number().int().nullable(),
  response: z.string().nullable().meta({ description: 'The server’s own words; for the Secretariat' }),
});

const may = z.object({
  ...{ possible: z.boolean(), code: z.string().nullable(), sentence: z.string().nullable() },
  because: refusalReason.optional(),
});

/** A mail as it was frozen, with its tries, what people did with it and what one may do. */
export const mailAnswer = z
  .object({
    ...line,
    nextTryAt: instant.nullable(),
    insteadOf: z.uuid().nullable(),
    delivery: z
      .object({
        messageId: z.string(),
        address: z.string().nullable(),
        language: z.string(),
        frozenAt: instant.nullable(),
        sentAt: instant.nullable(),
      })
      .nullable(),
    template: z.object({ version: z.number().int(), instead: z.number().int().nullable() }).nullable().meta({
      description:
        'Version of the words it was written with, 0 for those of the release; `instead`: the version in force that could not be used',
    }),
    text: z.string().nullable(),
    html: z.string().nullable(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.number().int() })),
    members: z.array(z.object({ id: z.uuid(), notification: z.string(), reference: z.string().nullable() })),
    tries: z.array(mailTry),
    acts: z.array(z.object({ act: z.string(), personName: z.string(), at: instant, reason: z.string() })),
    may: z
      .object({
        sendAgain: may,
        decide: z.boolean(),
        skip: z.boolean(),
        sendNow: z.boolean(),
        reword: z.boolean(),
        correctAddress: z.boolean(),
      })
      .nullable()
      .meta({ description: 'What an officer may do with it; null for others' }),
  })
  .meta({ id: 'Mail' });

const reason = wire.lines(2_000);

/** Why a mail is sent again. */
export const sendAgainBody = z.strictObject({ reason }).meta({ id: 'SendAgain' });

/** Why a mail that waits is skipped, or sent now. */
export const waitingMailBody = z.strictObject({ reason }).meta({ id: 'WaitingMailAct' });

/** What is to become of a mail nobody knows the fate of. */
export const decideMailBody = z.strictObject({ decision: z.enum(['send-again', 'delivered']), reason }).meta({ id: 'DecideMail' });

/** An address that works, in the place of one that refused. */
export const correctAddressBody = z.strictObject({ address: mailAddress, reason }).meta({ id: 'CorrectAddress' });

/** What was done. `mailId`: the mail that leaves now, where a new one was made. */
export const mailActAnswer = z.object({ status: z.enum(['done', 'repeated']), mailId: z.uuid().nullable() }).meta({ id: 'MailActAnswer' });

/** The words of one mail that waits. */
export const mailWordsAnswer = z
  .object({
    kind: z.enum(notificationKinds),
    class: z.string(),
    texts: textPair.meta({ description: 'With which it would leave now' }),
    inForce: textPair.meta({ description: 'Those of all mails of this kind' }),
    edited: z.boolean().meta({ description: 'It has words of its own' }),
    whyNot: z.string().nullable().meta({ description: 'Why the reader may not edit them (any more), as a code' }),
    values: textValues,
  })
  .meta({ id: 'MailWords' });

/** Words to look at. */
export const mailWordsPreviewBody = z.strictObject({ texts: textPair }).meta({ id: 'MailWordsPreview' });

/** Words of one mail alone, and why. */
export const rewordBody = z.strictObject({ texts: textPair, reason }).meta({ id: 'RewordMail' });
