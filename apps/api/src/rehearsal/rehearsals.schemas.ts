import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const entity = z.strictObject({ kind: z.enum(['project', 'call']), id: z.uuid() });
const seen = { rev: z.int().min(1).meta({ description: 'Number of moves that the caller has seen' }) };

/** What is copied, with which policy, and why. */
export const rehearsalBody = z
  .strictObject({
    source: entity,
    policyVersion: z.int().min(1).max(1_000_000).optional().meta({
      description: 'A policy version, a draft or published, that every copied project adopts first; each keeps its own when left out',
    }),
    reason: z.string().trim().min(1).max(2_000),
  })
  .meta({ id: 'NewRehearsal' });

/** How a rehearsal is moved on. */
export const moveBody = z
  .union([
    z.strictObject({ kind: z.enum(['next-event', 'next-day', 'year', 'restart']), ...seen }),
    z.strictObject({
      kind: z.literal('until'),
      until: z.iso.date().meta({ description: 'Played to the end of this day in Beijing' }),
      ...seen,
    }),
    z.strictObject({
      kind: z.literal('act'),
      ...seen,
      project: z.uuid(),
      command: z
        .string()
        .regex(/^[a-z]+(-[a-z]+)*$/)
        .max(60),
      body: z.record(z.string(), z.unknown()),
      as: z.uuid().optional().meta({ description: 'Whose part is taken; the caller’s own when left out' }),
    }),
  ])
  .meta({ id: 'RehearsalMove' });

const move = z.object({
  kind: z.enum(['open', 'next-event', 'run', 'act', 'restart']),
  state: z.enum(['running', 'done', 'refused', 'failed']),
  from: instant,
  until: instant.nullable(),
  steps: z.int(),
  code: z.string().nullable(),
  sentence: z.string().nullable().meta({ description: 'Why it ended as it did, where there is something to say' }),
});

/** A rehearsal: what it copies, its own time, and how far it is. */
export const rehearsalAnswer = z
  .object({
    id: z.string(),
    source: z.object({ kind: z.enum(['project', 'call']), id: z.string() }),
    sourceReference: z.string().nullable(),
    policyVersion: z.int().nullable(),
    policyName: z.string().nullable(),
    openedByName: z.string(),
    openedAt: instant,
    reason: z.string(),
    startsAt: instant,
    now: instant.meta({ description: 'The rehearsal’s own time' }),
    rev: z.int(),
    keepUntil: instant,
    copies: z.int(),
    waiting: z.int().meta({ description: 'Mails that wait' }),
    sent: z.int().meta({ description: 'Mails that would have been sent' }),
    last: move.nullable().meta({ description: 'The last move, also while it is played' }),
  })
  .meta({ id: 'Rehearsal' });

/** Rehearsals that are kept. */
export const rehearsalPage = z.object({ items: z.array(rehearsalAnswer) }).meta({ id: 'RehearsalPage' });

/** The copies of a rehearsal, the one that does something next first. */
export const rehearsalCopies = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['project', 'call']),
        id: z.string(),
        reference: z.string().nullable(),
        titleZh: z.string(),
        titleEn: z.string(),
        stage: z.string(),
        subState: z.string(),
        policyVersion: z.int(),
        steps: z.int(),
        nextAt: instant.nullable(),
        deadlines: z.array(z.object({ ladder: z.string(), object: z.string(), dueOn: z.string(), says: z.string() })),
        tasks: z.array(
          z.object({
            key: z.string(),
            ladder: z.string().nullable(),
            command: z.string().nullable(),
            people: z.array(z.string()),
            roles: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'RehearsalCopies' });

/** Which lines. */
export const rehearsalLinesQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What happened, the last first. */
export const rehearsalLines = z
  .object({
    items: z.array(
      z.object({
        no: z.int(),
        at: instant,
        kind: z.enum(['project', 'call']),
        id: z.string(),
        reference: z.string().nullable(),
        command: z.string(),
        by: z.string().nullable().meta({ description: 'Whose part was taken; nothing where the clock did it' }),
        events: z.array(z.object({ type: z.string(), sentence: z.string() })),
      }),
    ),
    next: z.int().nullable(),
  })
  .meta({ id: 'RehearsalLines' });

/** Which mails. */
export const rehearsalMailsQuery = z.strictObject({
  which: z.enum(['left', 'waiting']).default('left'),
  after: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const mail = z.object({
  no: z.int(),
  kind: z.enum(['project', 'call']),
  id: z.string(),
  reference: z.string().nullable(),
  notification: z.string(),
  what: z.string(),
  object: z.string(),
  step: z.string(),
  personId: z.string(),
  name: z.string(),
  role: z.string(),
  copy: z.boolean(),
  held: z.boolean().meta({ description: 'A person would have to release it first' }),
  language: z.string(),
  zone: z.string(),
  sendAt: instant,
  state: z.enum(['waiting', 'sent', 'not-needed', 'unreachable']),
  why: z.string().nullable(),
  leftAt: instant.nullable(),
  inDigest: z.boolean().meta({ description: 'Went in one mail with others of its day' }),
  languages: z.string().nullable(),
  subject: z.string().nullable(),
});

/** Mails of a rehearsal. */
export const rehearsalMails = z.object({ items: z.array(mail), next: z.int().nullable() }).meta({ id: 'RehearsalMails' });

/** One mail as it would have been read. */
export const rehearsalMail = mail.extend({ body: z.string().nullable(), html: z.string().nullable() }).meta({ id: 'RehearsalMail' });

/** That it is gone. */
export const rehearsalGone = z.object({ id: z.string() }).meta({ id: 'RehearsalGone' });
