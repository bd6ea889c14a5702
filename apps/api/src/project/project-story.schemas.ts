import { z } from 'zod';
import { entryProof } from '../audit/ledger-roots.schemas';
import { refusalReason } from './allowed-command.schemas';
import { arithmetic } from './project-detail.schemas';

const instant = z.string().meta({ format: 'date-time' });

/** One value that changed: codes, dates and numbers as they are, people and organizations by name. */
export const fieldChange = z
  .object({
    field: z.string(),
    object: z.string().nullable().meta({ description: 'Of what within the project: a milestone, a year, a row of the ladder' }),
    about: z.string().nullable().meta({ description: 'Whom or what that is about' }),
    kind: z.enum(['code', 'date', 'number', 'text', 'words', 'name']),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'FieldChange' });

const dateReason = z
  .object({
    ladder: z.string(),
    object: z.string(),
    dueOn: z.string(),
    because: arithmetic,
    policyKey: z.string(),
    article: z.string().optional(),
  })
  .meta({ id: 'DateReason' });

const chain = z
  .object({
    intact: z.boolean().meta({ description: 'Every hash follows from its text and the hash before it' }),
    brokenAt: z.number().int().nullable(),
    head: z.string(),
  })
  .meta({ id: 'LedgerChain' });

const entry = z.object({
  rev: z.number().int(),
  command: z.string(),
  actor: z.object({ kind: z.enum(['person', 'system']), personId: z.uuid().optional(), name: z.string().optional() }),
  onBehalfOf: z.string().optional(),
  reason: z.string().nullable(),
  occurredAt: instant.meta({ description: 'In the entity’s own time' }),
  recordedAt: instant,
  events: z.array(z.object({ type: z.string(), sentence: z.string() })),
  door: z.string().nullable().optional().meta({ description: 'How it came in; null where that was not recorded' }),
  changes: z.array(fieldChange).optional().meta({ description: 'What it changed of what the reader may see' }),
  date: z.number().int().optional().meta({ description: 'Place in `dates` of the date it is about' }),
  commandId: z.string().optional(),
  hash: z.string().optional(),
});

/** Entries of the past, the oldest first. */
export const timeline = z
  .object({ items: z.array(entry), dates: z.array(dateReason).optional(), chain: chain.optional() })
  .meta({ id: 'Timeline' });

/** The history as a file: what is told, and for those who may see all of it the ledger's own texts, so that anybody can check the chain. */
export const historyFile = z
  .object({
    project: z.object({ id: z.uuid(), reference: z.string().nullable() }),
    exportedAt: instant,
    exportedBy: z.string(),
    chain: chain.optional(),
    items: z.array(entry),
    dates: z.array(dateReason),
    ledger: z
      .array(z.object({ rev: z.number().int(), text: z.string(), previousHash: z.string(), hash: z.string() }))
      .optional()
      .meta({ description: 'sha-256 over the previous hash, a line feed and the text gives the hash' }),
    proof: entryProof.optional().meta({ description: 'That the ledger up to an entry stands under the last signed root' }),
  })
  .meta({ id: 'HistoryFile' });

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

const mailTo = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    latinName: z.string(),
    role: z.string(),
    copy: z.boolean(),
    language: z.string(),
    country: z.string(),
    zone: z.string().meta({ description: 'Zone by whose working hours it is sent' }),
    sendAt: instant.meta({ description: 'Earliest instant at which it leaves: the reader’s digest, or his next working hours' }),
  })
  .meta({ id: 'ForecastMail' });

const possible = z.array(
  z
    .object({
      command: z.enum(['SkipOccurrence', 'SendNow', 'Snooze', 'ChangeDeadline', 'PauseSeries', 'ResumeSeries', 'UndoIntervention']),
      possible: z.boolean(),
      why: z.string().optional(),
      sentence: z.string().optional(),
      because: refusalReason.optional(),
    })
    .meta({ id: 'PossibleIntervention' }),
);

const aim = { rule: z.string(), object: z.string(), series: z.number().int() };

const intervention = z
  .object({
    interventionId: z.uuid(),
    kind: z.enum(['skipped', 'sent-now', 'snoozed', 'changed', 'paused', 'resumed']),
    ...aim,
    step: z.string().optional(),
    workingDays: z.number().int().optional(),
    dueOnBefore: z.string().optional(),
    byName: z.string(),
    reason: z.string().nullable(),
    at: instant,
    undoUntil: instant,
    possible,
  })
  .meta({ id: 'Intervention' });

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
        mails: z.array(mailTo),
        ends: z.string().nullable().meta({ description: 'What somebody does so that it is not sent' }),
        possible,
      }),
    ),
    waiting: z.array(
      z.object({
        notification: z.string(),
        class: z.string(),
        ...aim,
        step: z.string(),
        dueOn: z.string().nullable(),
        because: arithmetic.nullable(),
        policyKey: z.string().nullable(),
        article: z.string().nullable(),
        level: z.string().nullable(),
        ends: z.string().nullable(),
        mails: z.array(mailTo),
        possible,
      }),
    ),
    skipped: z.array(line),
    series: z.array(
      z.object({
        ...aim,
        dueOn: z.string(),
        endsAt: instant,
        because: arithmetic,
        policyKey: z.string(),
        article: z.string().optional(),
        owner: line.shape.owner,
        paused: z.boolean(),
        possible,
      }),
    ),
    interventions: z.array(intervention),
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
