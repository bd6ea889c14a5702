import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const count = z.number().int();
const step = z.object({ side: z.enum(['left', 'right']), hash: z.string() });

/** A root over the ledger: waiting for the watchdog, signed, or not signed for a reason. */
export const ledgerRoot = z
  .object({
    id: z.uuid(),
    door: z.enum(['clock', 'page', 'api', 'cli']),
    askedByName: z.string().nullable(),
    askedAt: instant,
    madeAt: instant.nullable().meta({ description: 'Null while it waits, and when it was not signed' }),
    entities: count.nullable(),
    entries: count.nullable(),
    root: z.string().nullable(),
    listSha256: z.string().nullable(),
    statement: z.string().nullable().meta({ description: 'The very text that was signed' }),
    signature: z.string().nullable().meta({ description: 'ed25519 over the statement in UTF-8, in base64' }),
    keyId: z.string().nullable(),
    failure: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
    toldAt: instant.nullable().meta({ description: 'When the mail server had taken the mails to both custodians' }),
  })
  .meta({ id: 'LedgerRoot' });

const rootKey = z.object({ keyId: z.string(), publicKey: z.string(), firstUsedAt: instant });

/** The last roots, and the public halves of the keys that have signed. */
export const ledgerRoots = z.object({ items: z.array(ledgerRoot), keys: z.array(rootKey) }).meta({ id: 'LedgerRoots' });

/** Nothing has to be said to ask for a root. */
export const ledgerRootBody = z.strictObject({}).meta({ id: 'AskLedgerRoot' });

/** The public halves of the keys that sign roots, for everybody. */
export const ledgerKeys = z.object({ keys: z.array(rootKey) }).meta({ id: 'LedgerKeys' });

/** Shows that an entry stands under a signed root. */
export const entryProof = z
  .object({
    statement: z.string(),
    signature: z.string(),
    keyId: z.string(),
    publicKey: z.string(),
    leaf: z.object({ kind: z.enum(['project', 'call']), id: z.uuid(), rev: count, head: z.string(), entries: z.string() }),
    entryPath: z.array(step),
    path: z.array(step),
  })
  .meta({ id: 'EntryProof' });

/** A receipt for one entry of a project's ledger. */
export const ledgerReceipt = z
  .object({
    project: z.object({ id: z.uuid(), reference: z.string().nullable() }),
    entry: z.object({ rev: count, hash: z.string(), recordedAt: instant }),
    proof: entryProof.nullable().meta({ description: 'Null until the next night’s root covers the entry' }),
  })
  .meta({ id: 'LedgerReceipt' });

/** Which entry: its number, or the last one. */
export const receiptRev = z.union([z.literal('last'), z.string().regex(/^[1-9]\d{0,8}$/)]);
