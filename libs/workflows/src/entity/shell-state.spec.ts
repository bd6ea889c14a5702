import type { EntityView } from '@app/domain';
import type { EntityCommand, ShellCarry } from './entity.contract';
import { freshView, ShellState } from './shell-state';

const entity = { kind: 'project', id: 'p1' } as const;
const command = (id: string, more: Partial<EntityCommand> = {}): EntityCommand => ({
  id,
  type: 'AcceptAward',
  actor: { kind: 'system' },
  payload: {},
  ...more,
});
const view = (rev: number, more: Partial<EntityView> = {}): EntityView => ({ ...freshView, rev, head: `h${rev}`, ...more });
const quiet = { historyLength: 10, continueAsNewSuggested: false };

function shellAt(rev: number, more: Partial<ShellCarry> = {}): ShellState {
  return new ShellState(entity, { schema: 1, view: view(rev), queue: [], recentIds: [], retryAt: 0, toDispatch: false, ...more });
}

function commitFirst(shell: ShellState, after: EntityView, now = 0, hasCommands = false): { fruitlessWake: boolean } {
  const taken = shell.take({ view: after, hasCommands }, now);
  shell.finishFirst();
  return taken;
}

describe('what a shell refuses to queue', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'AcceptAward'],
    ['no id', command('')],
    ['no type', { ...command('a'), type: 7 }],
    ['no actor', { ...command('a'), actor: null }],
    ['no payload', { ...command('a'), payload: undefined }],
    ['a revision that is no number', { ...command('a'), expectedRev: '3' }],
  ])('a malformed command: %s', (_what, malformed) => {
    expect(shellAt(3).refusalOf(malformed)?.code).toBe('MALFORMED_COMMAND');
  });

  it('a command that expects an older revision, but not a newer one: the shell may lag behind the ledger', () => {
    const shell = shellAt(5);
    expect(shell.refusalOf(command('a', { expectedRev: 4 }))?.code).toBe('STALE_REVISION');
    expect(shell.refusalOf(command('a', { expectedRev: 5 }))).toBeUndefined();
    expect(shell.refusalOf(command('a', { expectedRev: 6 }))).toBeUndefined();
  });

  it('the hundred and first command', () => {
    const shell = shellAt(1);
    for (let no = 0; no < 100; no++) shell.accept(command(`c${no}`));
    expect(shell.refusalOf(command('one more'))?.code).toBe('BUSY');
  });

  it('what would make the queue larger than 32 kB', () => {
    const shell = shellAt(1);
    shell.accept(command('a', { payload: { hash: 'x'.repeat(20_000) } }));
    expect(shell.refusalOf(command('b', { payload: { hash: 'x'.repeat(20_000) } }))?.code).toBe('BUSY');
    expect(shell.refusalOf(command('c'))).toBeUndefined();
  });

  it('but never a command it knows, stale or not: that one is answered with its first answer', () => {
    const shell = shellAt(5, { recentIds: ['done'] });
    shell.accept(command('waiting'));
    expect(shell.refusalOf(command('done', { expectedRev: 1 }))).toBeUndefined();
    expect(shell.refusalOf(command('waiting', { expectedRev: 1 }))).toBeUndefined();
  });
});

describe('the queue', () => {
  it('takes a command once', () => {
    const shell = shellAt(1);
    expect(shell.accept(command('a'))).toEqual({ queued: 1 });
    expect(shell.accept(command('a'))).toEqual({ queued: 1 });
    commitFirst(shell, view(2));
    expect(shell.accept(command('a'))).toEqual({ queued: 0 });
  });

  it('remembers the last two hundred of people, and never a wake-up: that one must be able to come again', () => {
    const shell = shellAt(1, { recentIds: Array.from({ length: 200 }, (_, no) => `old${no}`) });
    shell.accept(command('a'));
    commitFirst(shell, view(2));
    shell.accept(command('Wake/p1/2/7', { type: 'Wake' }));
    commitFirst(shell, view(3));
    const { recentIds } = shell.carry();
    expect(recentIds).toHaveLength(200);
    expect(recentIds[0]).toBe('old1');
    expect(recentIds.at(-1)).toBe('a');
  });

  it('asks the ledger once for many signals, but again when a question is already on its way', () => {
    const shell = shellAt(1);
    shell.acceptSync('first');
    shell.acceptSync('second');
    shell.acceptSync('third');
    expect(shell.queue.map((one) => one.id)).toEqual(['Sync/p1/first', 'Sync/p1/second']);
  });

  it('wakes under an id made of entity, revision and instant', () => {
    const shell = shellAt(4, { view: view(4, { nextWakeAt: 1_700_000_000_000 }) });
    shell.acceptWake();
    expect(shell.queue[0]).toEqual({
      id: 'Wake/p1/4/1700000000000',
      type: 'Wake',
      actor: { kind: 'system' },
      payload: { at: 1_700_000_000_000 },
    });
  });
});

describe('what comes next', () => {
  it('a new run asks the ledger, unless a command does so in passing', () => {
    const idle = new ShellState(entity);
    expect(idle.mustAskLedger()).toBe(true);
    const started = new ShellState(entity);
    started.accept(command('first'));
    expect(started.mustAskLedger()).toBe(false);
    commitFirst(started, view(1));
    expect(started.mustAskLedger()).toBe(false);
    expect(shellAt(3).mustAskLedger()).toBe(false);
  });

  it('ends the run when the history is long, the view asks, the engine suggests or an operator signals', () => {
    expect(shellAt(1).mustRoll(quiet)).toBe(false);
    expect(shellAt(1).mustRoll({ ...quiet, historyLength: 601 })).toBe(true);
    expect(shellAt(1).mustRoll({ ...quiet, continueAsNewSuggested: true })).toBe(true);
    expect(shellAt(1, { view: view(1, { roll: true }) }).mustRoll(quiet)).toBe(true);
    const asked = shellAt(1);
    asked.askToRoll();
    expect(asked.mustRoll(quiet)).toBe(true);
    expect(asked.hasWork()).toBe(true);
  });

  it('does at least one command before a run that began with a queue ends, so that it never spins', () => {
    const shell = shellAt(1, { queue: [command('a'), command('b')], view: view(1, { rollAt: 5 }) });
    expect(shell.mustRoll(quiet)).toBe(false);
    commitFirst(shell, view(2, { rollAt: 5 }));
    expect(shell.mustRoll(quiet)).toBe(true);
  });

  it('lets a halted entity end its run: the command stays, the history does not grow for ever', () => {
    const shell = shellAt(1, { queue: [command('a')], view: view(1, { rollAt: 5 }) });
    shell.halted();
    expect(shell.mustRoll(quiet)).toBe(true);
    expect(shell.carry().queue).toHaveLength(1);
    expect(shell.wasToldToRead()).toBe(false);
    shell.acceptSync('repaired');
    expect(shell.wasToldToRead()).toBe(true);
  });

  it('dispatches when idle, and every ten commands under load', () => {
    const shell = shellAt(1, { queue: Array.from({ length: 12 }, (_, no) => command(`c${no}`)) });
    commitFirst(shell, view(2), 0, true);
    expect(shell.mustDispatch()).toBe(false);
    for (let no = 0; no < 9; no++) commitFirst(shell, view(3 + no));
    expect(shell.mustDispatch()).toBe(true);
    shell.dispatched();
    expect(shell.mustDispatch()).toBe(false);
  });

  it('ends only when archived, with nothing queued and nothing to dispatch', () => {
    expect(shellAt(9, { view: view(9, { closed: true }) }).isOver()).toBe(true);
    expect(shellAt(9, { view: view(9, { closed: true }), queue: [command('a')] }).isOver()).toBe(false);
    expect(shellAt(9, { view: view(9, { closed: true }), toDispatch: true }).isOver()).toBe(false);
    expect(shellAt(9).isOver()).toBe(false);
  });
});

describe('the next wake-up', () => {
  const planned = { nextWakeAt: 5_000, next: { key: 'k/-/L1', at: '2026-01-01T00:00:00.000Z', rule: 'k' } };

  it('is the one the view names, or none', () => {
    expect(shellAt(1).wakeAt()).toBeUndefined();
    expect(shellAt(1, { view: view(1, planned) }).wakeAt()).toBe(5_000);
  });

  it('backs off a minute when it changed nothing', () => {
    const shell = shellAt(1, { view: view(1, planned) });
    shell.acceptWake();
    expect(commitFirst(shell, view(1, planned), 6_000).fruitlessWake).toBe(true);
    expect(shell.wakeAt()).toBe(66_000);
    expect(shell.carry().retryAt).toBe(66_000);
  });

  it('backs off an hour after an error, also across runs, until the ledger is asked', () => {
    const shell = shellAt(1, { view: view(1, planned) });
    shell.acceptWake();
    shell.wakeFailed(6_000);
    shell.finishFirst();
    expect(shell.wakeAt()).toBe(3_606_000);
    const next = new ShellState(entity, shell.carry());
    expect(next.wakeAt()).toBe(3_606_000);
    next.acceptSync('fixed');
    commitFirst(next, view(1, planned), 7_000);
    expect(next.wakeAt()).toBe(5_000);
  });

  it('is tried at once when it changed something', () => {
    const shell = shellAt(1, { view: view(1, planned) });
    shell.acceptWake();
    expect(commitFirst(shell, view(2, { ...planned, nextWakeAt: 5_500 }), 6_000).fruitlessWake).toBe(false);
    expect(shell.wakeAt()).toBe(5_500);
  });
});

describe('what is carried into the next run', () => {
  it('is all that the next run needs, and the wish to roll is not repeated', () => {
    const shell = shellAt(3, { view: view(3, { roll: true }), retryAt: 9, toDispatch: true, queue: [command('a')], recentIds: ['b'] });
    expect(shell.carry()).toEqual({
      schema: 1,
      view: view(3, { roll: false }),
      queue: [command('a')],
      recentIds: ['b'],
      retryAt: 9,
      toDispatch: true,
    });
    expect(shell.snapshot()).toEqual({ view: view(3, { roll: true }), queued: 1, toDispatch: true, retryAt: 9 });
  });

  it('tells an unborn entity from one the ledger knows', () => {
    expect(new ShellState(entity).isUnborn()).toBe(true);
    expect(shellAt(1).isUnborn()).toBe(false);
  });
});
