import { bodyOf, chainStart, entriesOf, entryHash, type EntityKey, type LedgerEntry, type Sql } from '@app/persistence';
import { ledgerEntities, ledgerHeads } from '@app/persistence/ledger-writer';

/** What the check of a ledger found. */
export interface LedgerReport {
  entities: number;
  entries: number;
  problems: { entity: EntityKey; rev: number; what: string }[];
}

const entitiesAtOnce = 500;

/**
 * Reads the whole ledger and computes every hash anew: a changed, missing, exchanged or added entry breaks its chain. Changes nothing. Reads entity by
 * entity, so a large ledger needs little memory.
 */
export async function verifyLedger(db: Sql): Promise<LedgerReport> {
  const report: LedgerReport = { entities: 0, entries: 0, problems: [] };
  let after: EntityKey | undefined;
  for (;;) {
    const entities = await ledgerEntities(db, after, entitiesAtOnce);
    for (const entity of entities) await verifyEntity(db, entity, report);
    after = entities.at(-1);
    if (after === undefined) break;
  }
  for (const head of await ledgerHeads(db)) {
    if (!head.inLedger) report.problems.push({ entity: head.entity, rev: head.rev, what: 'the ledger of a known entity is gone' });
  }
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
    report.problems.push({ entity, rev: head.rev, what: `the head names revision ${head.rev}, the ledger ends at ${last?.rev ?? 0}` });
  }
}

function problemOf(entity: EntityKey, entry: LedgerEntry, rev: number, previous: string): string | undefined {
  if (entry.rev !== rev) return `revision ${rev} is missing`;
  if (entry.previousHash !== previous) return 'it does not follow the entry before it';
  if (entry.hash !== entryHash(previous, entry.text)) return 'its text was changed';
  const body = bodyOf(entry.text);
  if (body.kind !== entity.kind || body.id !== entity.id || body.rev !== rev) return 'its text belongs to another place';
  return undefined;
}
