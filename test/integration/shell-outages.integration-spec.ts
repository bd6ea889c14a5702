import type { EntryBody } from '@app/persistence';
import { aCommand, createEntity, headOf, ledgerOf, openShellWorld, storedCommand, sweepTools } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';
import { addsOf } from '../support/counting-rules';
import type { AnyState } from '../../apps/worker/src/commit/deciders';
import { sweepOnce } from '../../apps/worker/src/engine/sweep';
import { waitFor } from '../support/wait-for';

/** How long PostgreSQL is away; the long form of the tests takes the half minute of an ordinary restart. */
const awayMs = process.env['GONGFANG_TEST_LONG'] === '1' ? 30_000 : 4_000;

describe('while PostgreSQL is away', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld({ cuttable: { database: true } });
  }, 60_000);
  afterAll(() => world.close());

  it(
    'stored commands are answered as pending and applied in order when it is back; new ones are told to come back, and nothing is lost',
    async () => {
      const entity = await createEntity(world);
      await world.stopWorker();
      const commands = [1, 2, 3, 4, 5].map((n) => aCommand(world, 'Add', { n }));
      const answers: Promise<{ status: string }>[] = [];
      for (const command of commands) {
        answers.push(world.gateway.submit(entity, command));
        await waitFor(() => storedCommand(world, entity, command.id));
      }
      await world.ways.database?.cut();
      await world.startWorker();
      expect(await world.gateway.submit(entity, aCommand(world, 'Add', { n: 100 }))).toEqual({
        status: 'unavailable',
        why: 'database',
        retryAfterS: 5,
      });
      const backAt = Date.now() + awayMs;
      await waitFor(() => Date.now() >= backAt, { withinMs: 2 * awayMs });
      expect((await Promise.all(answers)).map((answer) => answer.status)).toEqual(commands.map(() => 'pending'));
      await world.ways.database?.mend();
      const adds = await waitFor(
        async () => {
          const { state } = await headOf(world, entity);
          return addsOf(state as AnyState).length === commands.length && addsOf(state as AnyState);
        },
        { withinMs: 60_000, what: 'the stored commands were applied' },
      );
      expect(adds).toEqual(commands.map((command) => command.id));
      expect(await world.gateway.submit(entity, commands[0]!)).toMatchObject({ status: 'applied', rev: 2 });
    },
    120_000 + awayMs,
  );
});

describe('while the engine is away', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld({ cuttable: { engine: true } });
  }, 60_000);
  afterAll(() => world.close());

  it('commands are stored, answered as pending, and applied later in the order of their receipt', async () => {
    const entity = await createEntity(world);
    await world.ways.engine?.cut();
    const commands = [1, 2, 3].map((n) => aCommand(world, 'Add', { n }));
    const answers: Promise<{ status: string }>[] = [];
    for (const command of commands) {
      answers.push(world.gateway.submit(entity, command));
      await waitFor(() => storedCommand(world, entity, command.id));
    }
    expect(await Promise.all(answers)).toEqual(commands.map(() => ({ status: 'pending' })));
    await world.gateway.idle();
    expect(await ledgerOf(world, entity)).toHaveLength(1);
    await world.ways.engine?.mend();
    const adds = await waitFor(
      async () => {
        await sweepOnce(sweepTools(world));
        return (
          addsOf((await headOf(world, entity)).state as AnyState).length === 3 && addsOf((await headOf(world, entity)).state as AnyState)
        );
      },
      { withinMs: 60_000, everyMs: 500, what: 'the stored commands were applied' },
    );
    expect(adds).toEqual(commands.map((command) => command.id));
    const ledger = await ledgerOf(world, entity);
    const received = await Promise.all(commands.map((command) => storedCommand(world, entity, command.id)));
    expect(ledger.slice(1).map((entry) => (JSON.parse(entry.text) as EntryBody).occurredAt)).toEqual(
      received.map((command) => command.occurredAt.toISOString()),
    );
  }, 120_000);
});
