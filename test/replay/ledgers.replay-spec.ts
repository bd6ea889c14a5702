import { callDecider, projectDecider } from '@app/domain';
import type { EntryBody } from '@app/persistence';
import { recordedLedgers, unnamedFiles } from './corpus';
import type { RecordedLedgerFile } from './corpus';

type Evolve = (state: unknown, event: { type: string }) => unknown;

const evolves: Record<RecordedLedgerFile['kind'], Evolve> = {
  project: projectDecider.evolve as Evolve,
  call: callDecider.evolve as Evolve,
};

/** The state that today's code folds a ledger to, as it would be stored. */
function folded(entries: EntryBody[], evolve: Evolve): unknown {
  const state = entries.flatMap((entry) => entry.events).reduce<unknown>((before, event) => evolve(before, event), undefined);
  return JSON.parse(JSON.stringify(state));
}

describe('recorded ledgers', () => {
  const ledgers = recordedLedgers();

  it('are all named', () => {
    expect(ledgers.length).toBeGreaterThan(0);
    expect(unnamedFiles('ledgers')).toEqual([]);
  });

  it.each(ledgers.map((ledger) => [ledger.name, ledger] as const))('%s folds to the state it had when it was recorded', (_name, ledger) => {
    // The number of the state's shape grows with each new field; what was recorded keeps its meaning all the same.
    const { schema, ...state } = folded(ledger.entries, evolves[ledger.kind]) as { schema: number };
    const { schema: schemaThen, ...stateThen } = ledger.state as { schema: number };
    expect(state).toEqual(stateThen);
    expect(schema).toBeGreaterThanOrEqual(schemaThen);
  });

  it('notice a broken case of evolve, whichever of their events it is', () => {
    const types = new Set(ledgers.flatMap(({ entries }) => entries.flatMap(({ events }) => events.map(({ type }) => type))));
    const unnoticed = [...types].filter((type) => ledgers.every((ledger) => foldsDespite(ledger, type)));
    expect(types.size).toBeGreaterThan(30);
    expect(unnoticed).toEqual([]);
  });
});

/** Whether a ledger folds to its state even if this event is ignored. */
function foldsDespite({ kind, entries, state }: RecordedLedgerFile, broken: string): boolean {
  const evolve: Evolve = (before, event) => (event.type === broken ? before : evolves[kind](before, event));
  try {
    return JSON.stringify(folded(entries, evolve)) === JSON.stringify(state);
  } catch {
    return false;
  }
}
