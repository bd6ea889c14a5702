import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });

/** Which check is asked for: every chain of the ledger, or one project's entries against the engine's own histories. */
export const ledgerCheckBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('chain') }),
    z.strictObject({ kind: z.literal('witness'), project: z.uuid() }),
  ])
  .meta({ id: 'AskLedgerCheck' });

/** Whose last checks are listed: those of the whole ledger, or those of a project. */
export const ledgerChecksQuery = z.strictObject({ project: z.uuid().optional() });

/** A check of the ledger: how far it is, and what it found. */
export const ledgerCheck = z
  .object({
    id: z.uuid(),
    kind: z.enum(['chain', 'witness']),
    projectId: z.uuid().nullable(),
    askedByName: z.string().nullable(),
    askedAt: instant,
    endedAt: instant.nullable().meta({ description: 'Null while it runs' }),
    total: z.number().int().meta({ description: 'Projects and calls there are to look at' }),
    entities: z.number().int(),
    entries: z.number().int(),
    witnessed: z
      .number()
      .int()
      .meta({ description: 'Entries that stand in the engine’s histories word for word; only of a check of one project' }),
    problemCount: z.number().int(),
    problems: z.array(
      z.object({
        entityKind: z.enum(['project', 'call']),
        entityId: z.uuid(),
        reference: z.string().nullable(),
        rev: z.number().int(),
        what: z.enum(['changed', 'order', 'place', 'missing', 'gone', 'head', 'unwitnessed', 'differs', 'lost']),
      }),
    ),
  })
  .meta({ id: 'LedgerCheck' });

/** The last checks, the last asked for first. */
export const ledgerChecks = z.object({ items: z.array(ledgerCheck) }).meta({ id: 'LedgerChecks' });
