import { countries } from '@app/domain';
import { z } from 'zod';

const mostDays = 1_200;
const mostMails = 1_000;

const horizon = {
  days: z.int().min(1).max(mostDays).optional().meta({ description: 'How many days ahead mails are looked at; 400 when left out' }),
  mostPerDay: z.int().min(1).max(mostMails).optional().meta({ description: 'Mails a day that nobody gets more of; 10 when left out' }),
};

/** What is thought through: a policy version, a draft or published, or the draft of a calendar. */
export const dryRunBody = z
  .union([
    z.strictObject({ policyVersion: z.int().min(1).max(1_000_000), ...horizon }),
    z.strictObject({ calendarDraft: z.uuid(), ...horizon }),
  ])
  .meta({ id: 'NewDryRun' });

const figures = { moved: z.int(), new: z.int(), gone: z.int() };
const load = z.object({ personId: z.string(), name: z.string(), day: z.string(), before: z.int(), after: z.int() });
const kept = z.object({
  ladder: z.string(),
  object: z.string(),
  dueOn: z.string(),
  wouldBe: z.string(),
  why: z.enum(['past', 'told']),
});

const result = z.object({
  ...figures,
  applied: z.int().meta({ description: 'Projects that would adopt it and be otherwise than now' }),
  same: z.int().meta({ description: 'Projects of which nothing would change' }),
  refused: z.int(),
  refusals: z.array(z.object({ code: z.string(), sentence: z.string(), projects: z.int() })),
  tonight: z.int().meta({ description: 'Escalations that would go by tomorrow morning and would not without it' }),
  past: z.int().meta({ description: 'Dates that would lie in the past; they are not taken' }),
  told: z.int().meta({ description: 'Dates that would be sooner than was told; they are not taken' }),
  countries: z.array(z.object({ country: z.string(), ...figures })),
  people: z.array(z.object({ personId: z.string(), name: z.string(), ...figures })),
  peopleCount: z.int(),
  days: z.array(z.object({ day: z.string(), ...figures })),
  storms: z.array(load).meta({ description: 'Days on which it would give somebody more mails than are allowed' }),
  stormCount: z.int(),
});

/** A dry run: how far it is, and what it found. */
export const dryRunAnswer = z
  .object({
    id: z.string(),
    policyVersion: z.int().nullable(),
    calendarDraft: z.string().nullable(),
    days: z.int(),
    mostPerDay: z.int(),
    askedByName: z.string(),
    askedAt: z.string(),
    endedAt: z.string().nullable(),
    state: z.enum(['running', 'done', 'failed']),
    total: z.int(),
    looked: z.int(),
    predictionHash: z.string().nullable(),
    result: result.nullable(),
    odd: z
      .array(
        z.object({
          projectId: z.string(),
          reference: z.string().nullable(),
          sentence: z.string().nullable().meta({ description: 'Why the project refuses it; nothing when it does not' }),
          kept: z.array(kept),
        }),
      )
      .meta({ description: 'Projects that refuse it, or keep dates that it would set; the first of them' }),
    apply: z.object({
      possible: z.boolean(),
      why: z.string().nullable().meta({ description: 'Code of what stands against applying exactly this' }),
      sentence: z.string().nullable(),
    }),
    bulkRunId: z.string().nullable(),
  })
  .meta({ id: 'DryRun' });

/** The last dry runs. */
export const dryRunPage = z.object({ mayAct: z.boolean(), items: z.array(dryRunAnswer) }).meta({ id: 'DryRunPage' });

const filters = {
  kind: z.enum(['moved', 'new', 'gone']).optional(),
  country: z.enum(countries).optional(),
  person: z.uuid().optional(),
  day: z.iso.date().optional(),
  tonight: z.stringbool().optional(),
};

/** Which lines to list. */
export const dryRunLinesQuery = z.strictObject({
  ...filters,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(600).optional(),
});

/** Which lines to write into a file. */
export const dryRunExportQuery = z.strictObject({
  ...filters,
  format: z.enum(['csv', 'xlsx']).default('csv'),
  bom: z.stringbool().optional(),
});

/** A page of lines. */
export const dryRunLinesPage = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['moved', 'new', 'gone']),
        projectId: z.string(),
        no: z.int(),
        reference: z.string().nullable(),
        notification: z.string(),
        what: z.string(),
        object: z.string(),
        step: z.string(),
        level: z.string().nullable(),
        personId: z.string(),
        name: z.string(),
        role: z.string(),
        country: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        tonight: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'DryRunLines' });

/** Why exactly this is applied. */
export const dryRunApplyBody = z.strictObject({ reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'ApplyDryRun' });

/** The run over many projects that carries it out. */
export const dryRunApplied = z.object({ bulkRunId: z.string() }).meta({ id: 'AppliedDryRun' });
