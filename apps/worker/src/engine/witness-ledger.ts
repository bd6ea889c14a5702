import type { Client } from '@temporalio/client';
import { entriesOf, type EntityKey, type LedgerProblem, type Sql } from '@app/persistence';
import { witnessedEntries } from './history-witness';
import { faultTexts } from './verify-ledger';

/** How far the engine's own histories bear a ledger out. */
export interface WitnessReport {
  entries: number;
  /** Entries that stand in the histories, too, word for word. */
  equal: number;
  /** The entries that differ or are not witnessed (any more), in order; and those that only the histories know. */
  problems: LedgerProblem[];
}

/**
 * Compares an entity's ledger, up to an entry where one is named, with what the engine's histories say that `commit` wrote: the same entries, word for
 * word, fold to the same state. Runs that the engine has forgotten are read from the archive; entries that neither has are told as not witnessed.
 */
export async function witnessLedger(db: Sql, client: Client, entity: EntityKey, untilRev = Infinity): Promise<WitnessReport> {
  const ledger = (await entriesOf(db, entity)).filter((entry) => entry.rev <= untilRev);
  const witness = await witnessedEntries({ db, client }, entity);
  const known = new Set(ledger.map((entry) => entry.rev));
  const problems = ledger.flatMap(({ rev, text, hash }): LedgerProblem[] => {
    const seen = witness.get(rev);
    if (seen === undefined) return [{ entity, rev, what: 'unwitnessed' }];
    return seen.text === text && seen.hash === hash ? [] : [{ entity, rev, what: 'differs' }];
  });
  const lost = [...witness.keys()].filter((rev) => rev <= untilRev && !known.has(rev)).sort((a, b) => a - b);
  return {
    entries: ledger.length,
    equal: ledger.length - problems.length,
    problems: [...problems, ...lost.map((rev) => ({ entity, rev, what: 'lost' as const }))],
  };
}

/** What the comparison found, in one line. */
export function witnessText({ entries, equal, problems }: WitnessReport): string {
  const [first] = problems;
  if (first === undefined) return `${equal} of ${entries} entries of the ledger are witnessed by the engine's history, all equal.`;
  return `${equal} of ${entries} entries of the ledger are witnessed by the engine's history and equal. Entry ${first.rev}: ${faultTexts[first.what]}.`;
}
