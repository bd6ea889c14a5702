import {
  bodyOf,
  chainStart,
  entriesOf,
  entryHash,
  type EntityKey,
  type LedgerEntry,
  type LedgerFault,
  type LedgerProblem,
  type Sql,
} from '@app/persistence';
import { ledgerEntities, ledgerHeads } from '@app/persistence/ledger-writer';

/** What the check of a ledger found. */
export interface LedgerReport {
  entities: number;
  entries: number;
  problems: LedgerProblem[];
}

const entitiesAtOnce = 500;

/** What does not fit, in words for whoever works at the command line. */
export const faultTexts: Record<LedgerFault, string> = {
  changed: 'its text was changed',
  order: 'it does not follow the entry before it',
  place: 'its text belongs to another place',
  missing: 'an entry is missing before it',
  gone: 'the ledger of a known entity is gone',
  head: 'the head notes another end of the ledger',
  unwitnessed: 'no history of the engine has it, or not any more',
  differs: 'it differs from what the engine’s history has',
  lost: 'only the engine’s history has it',
};

/**
 * Reads the whole ledger and computes every hash anew: a changed, missing, exchanged or added entry breaks its chain. Changes nothing. Reads entity by
 * entity, so a large ledger needs little memory.
 */
export async function verifyLedger(db: Sql): Promise<LedgerReport> {
  const report: LedgerReport = { entities: 0, entries: 0, problems: [] };
  let after: EntityKey | undefined;
  for (;;) {
    const batch = await verifyBatch(db, after, entitiesAtOnce);
    report.entities += batch.entities;
    report.entries += batch.entries;
    report.problems.push(...batch.problems);
    after = batch.last;
    if (after === undefined) break;
  }
  report.problems.push(...(await lostLedgers(db)));
  return report;
}

/** Checks the entities that follow the given one, as many as wanted at most. `last`: the last of them; nothing when none is left. */
export async function verifyBatch(db: Sql, after: EntityKey | undefined, atOnce: number): Promise<LedgerReport & { last?: EntityKey }> {
  const entities = await ledgerEntities(db, after, atOnce);
  const report: LedgerReport = { entities: 0, entries: 0, problems: [] };
  for (const entity of entities) await verifyEntity(db, entity, report);
  const last = entities.at(-1);
  return last === undefined ? report : { ...report, last };
}

/** Entities that are known and whose ledger is gone altogether. */
export async function lostLedgers(db: Sql): Promise<LedgerProblem[]> {
  const heads = (await ledgerHeads(db)).filter((head) => !head.inLedger);
  return heads.map(({ entity, rev }) => ({ entity, rev, what: 'gone' as const }));
}

/** Checks one entity; a ledger that is gone altogether has no entries. */
export async function verifyOne(db: Sql, entity: EntityKey): Promise<LedgerReport> {
  const report: LedgerReport = { entities: 0, entries: 0, problems: [] };
  await verifyEntity(db, entity, report);
  return report;
}

async function verifyEntity(db: Sql, entity: EntityKey, report: LedgerReport): Promise<void> {
  const entries = await entriesOf(db, entity);
  report.entities += 1;
  report.entries += entries.length;
  let previous = chainStart;
  entries.forEach((entry, index) => {
    const what = problemOf(entity, entry, index + 1, previous);
    if (what !== undefined) report.problems.push({ entity, rev: entry.rev, what });
    previous = entry.hash;
  });
  const [head] = await ledgerHeads(db, entity);
  const last = entries.at(-1);
  if (head !== undefined && (head.rev !== last?.rev || head.hash !== last.hash)) {
    report.problems.push({ entity, rev: head.rev, what: 'head' });
  }
}

function problemOf(entity: EntityKey, entry: LedgerEntry, rev: number, previous: string): LedgerFault | undefined {
  if (entry.rev !== rev) return 'missing';
  if (entry.previousHash !== previous) return 'order';
  if (entry.hash !== entryHash(previous, entry.text)) return 'changed';
  const body = bodyOf(entry.text);
  if (body.kind !== entity.kind || body.id !== entity.id || body.rev !== rev) return 'place';
  return undefined;
}
