import { randomUUID } from 'node:crypto';
import type { EntityKey } from '@app/persistence';
import { rollSignal, sweepWorkflowType, syncSignal, taskQueues, workflowIdOf } from '@app/workflows';
import { sweepOnce } from '../../../apps/worker/src/engine/sweep';
import { resetToSecondTask, rollBack, copyOfHead } from '../../support/engine-repair';
import { aCommand, createEntity, ledgerOf, openShellWorld, snapshotOf, sweepTools } from '../../support/shell-world';
import type { ShellWorld } from '../../support/shell-world';
import { waitFor } from '../../support/wait-for';
import { CorpusWriter } from './corpus-writer';
import { technicalScenarios } from './scenarios';

const minutes = 60_000;
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

describe('the shell in trouble', () => {
  let world: ShellWorld;
  let writer: CorpusWriter;
  beforeAll(async () => {
    world = await openShellWorld({ settings: { GONGFANG_ROLL_AT: '100' } });
    writer = new CorpusWriter('technical');
  }, minutes);
  afterEach(() => {
    world.rules.faultyWake = false;
    world.rules.fruitlessWake = false;
  });
  afterAll(async () => {
    writer.finish(technicalScenarios);
    await world.close();
  }, minutes);

  async function add(entity: EntityKey, count: number, more: object = {}): Promise<void> {
    for (let n = 0; n < count; n++) await world.gateway.submit(entity, aCommand(world, 'Add', { n, ...more }));
  }
  const handleOf = (entity: EntityKey): ReturnType<ShellWorld['client']['workflow']['getHandle']> =>
    world.client.workflow.getHandle(workflowIdOf(entity));

  it(
    'timers',
    async () => {
      const entity = await createEntity(world, [inMs(1_500), inMs(2_600), inMs(2_700), inMs(3_600_000)]);
      await add(entity, 3);
      await waitFor(async () => (await ledgerOf(world, entity)).length === 7);
      await add(entity, 2, { mail: true });
      await writer.workflow(world, 'timers', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'refused',
    async () => {
      const entity = await createEntity(world);
      const command = aCommand(world, 'Add', { n: -1 });
      await world.gateway.submit(entity, command);
      await world.gateway.submit(entity, command);
      await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1 }, { expectedRev: 0 }));
      await add(entity, 1);
      await writer.workflow(world, 'refused', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'poisoned',
    async () => {
      const entity = await createEntity(world);
      await world.gateway.submit(entity, aCommand(world, 'Throw', {}));
      await world.gateway.submit(entity, aCommand(world, 'Constrain', {}));
      await add(entity, 2);
      await writer.workflow(world, 'poisoned', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'many-runs',
    async () => {
      const other = await createEntity(world);
      const entity = await createEntity(world, [inMs(3_600_000)]);
      await add(entity, 40, { tell: other.id });
      await handleOf(entity).signal(rollSignal);
      await add(entity, 1);
      await writer.workflow(world, 'many-runs', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'reset',
    async () => {
      const entity = await createEntity(world, [inMs(3_600_000)]);
      await add(entity, 6, { mail: true });
      await resetToSecondTask(world, workflowIdOf(entity));
      await handleOf(entity).signal(syncSignal, { key: 'after-reset' });
      await waitFor(async () => (await snapshotOf(world, entity)).view.rev === 7);
      await add(entity, 1);
      await writer.workflow(world, 'reset', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'restarted',
    async () => {
      const entity = await createEntity(world, [inMs(3_600_000)]);
      await add(entity, 2);
      await handleOf(entity).terminate('recorded');
      await sweepOnce(sweepTools(world));
      await add(entity, 2);
      await writer.workflow(world, 'restarted', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'wake-failed',
    async () => {
      world.rules.faultyWake = true;
      const entity = await createEntity(world, [inMs(1_200)]);
      await waitFor(async () => (await snapshotOf(world, entity)).retryAt > 0, { withinMs: 20_000 });
      world.rules.faultyWake = false;
      await handleOf(entity).signal(syncSignal, { key: 'fixed' });
      await waitFor(async () => (await ledgerOf(world, entity)).length === 2);
      await writer.workflow(world, 'wake-failed', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'wake-fruitless',
    async () => {
      world.rules.fruitlessWake = true;
      const entity = await createEntity(world, [inMs(1_200)]);
      await waitFor(async () => (await snapshotOf(world, entity)).retryAt > 0, { withinMs: 20_000 });
      await writer.workflow(world, 'wake-fruitless', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'halted',
    async () => {
      const entity = await createEntity(world);
      await add(entity, 2);
      const earlier = await copyOfHead(world, entity);
      await add(entity, 1);
      await rollBack(world, entity, earlier);
      await world.gateway.submit(entity, aCommand(world, 'Add', { n: 9 }));
      await handleOf(entity).signal(syncSignal, { key: 'looked' });
      await waitFor(async () => (await snapshotOf(world, entity)).queued === 2);
      await writer.workflow(world, 'halted', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'cancelled',
    async () => {
      const entity = await createEntity(world);
      await handleOf(entity).cancel();
      await add(entity, 1);
      await writer.workflow(world, 'cancelled', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'archived',
    async () => {
      const entity = await createEntity(world);
      await add(entity, 1);
      await world.gateway.submit(entity, aCommand(world, 'Close', {}));
      await waitFor(async () => (await handleOf(entity).describe()).status.name === 'COMPLETED');
      await writer.workflow(world, 'archived', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'unborn',
    async () => {
      const entity: EntityKey = { kind: 'call', id: randomUUID() };
      await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1 }));
      await writer.workflow(world, 'unborn', workflowIdOf(entity));
    },
    minutes,
  );

  it(
    'sweep',
    async () => {
      await world.client.workflow.execute(sweepWorkflowType, { workflowId: 'sweep-recorded', taskQueue: taskQueues.project, args: [] });
      await writer.workflow(world, 'sweep', 'sweep-recorded');
    },
    minutes,
  );
});
