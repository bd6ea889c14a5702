import { randomUUID } from 'node:crypto';
import { temporal } from '@temporalio/proto';
import { rollSignal, submitUpdate, workflowIdOf } from '@app/workflows';
import { aCommand, createEntity, headOf, ledgerOf, openShellWorld, snapshotOf } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';
import { totalOf } from '../support/counting-rules';
import { waitFor } from '../support/wait-for';

describe('commands of one entity on the real engine', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('carries a command from the gateway to the ledger and answers with its own write', async () => {
    const entity = await createEntity(world);
    const answer = await world.gateway.submit(entity, aCommand(world, 'Add', { n: 5 }));
    expect(answer).toEqual({ status: 'applied', rev: 2, events: ['Added'] });
    expect(totalOf((await headOf(world, entity)).state)).toBe(5);
  });

  it('leaves no history when the validator refuses', async () => {
    const entity = await createEntity(world);
    const handle = world.client.workflow.getHandle(workflowIdOf(entity));
    const eventsNow = async (): Promise<number> => (await handle.fetchHistory()).events?.length ?? 0;
    await waitFor(async () => (await snapshotOf(world, entity)).view.rev === 1);
    const before = await eventsNow();
    const stale = { ...aCommand(world, 'Add', { n: 1 }), expectedRev: 0 };
    const refusal = await handle.executeUpdate(submitUpdate, { args: [stale], updateId: stale.id }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'WorkflowUpdateFailedError', cause: { type: 'STALE_REVISION' } });
    expect(await eventsNow()).toBe(before);
  });

  it('lets one of two commands with the same expected revision win, and tells the other the current one', async () => {
    const entity = await createEntity(world);
    const [first, second] = await Promise.all(
      [1, 2].map((n) => world.gateway.submit(entity, aCommand(world, 'Add', { n }, { expectedRev: 1 }))),
    );
    const statuses = [first?.status, second?.status].sort();
    expect(statuses).toEqual(['applied', 'refused']);
    const refused = first?.status === 'refused' ? first : second;
    expect(refused).toMatchObject({ rev: 2, violation: { code: 'STALE_REVISION', values: { expectedRev: 1 } } });
    expect(await ledgerOf(world, entity)).toHaveLength(2);
  });

  it('answers a repeated command with its first answer, also across continue-as-new', async () => {
    const entity = await createEntity(world);
    const command = aCommand(world, 'Add', { n: 7 });
    const first = await world.gateway.submit(entity, command);
    expect(await world.gateway.submit(entity, command)).toEqual(first);
    const handle = world.client.workflow.getHandle(workflowIdOf(entity));
    const { runId } = await handle.describe();
    await handle.signal(rollSignal);
    await waitFor(async () => (await handle.describe()).runId !== runId);
    expect(await world.gateway.submit(entity, command)).toEqual(first);
    // The engine itself, which has forgotten the update, queues it no second time either.
    await handle.executeUpdate(submitUpdate, { args: [command], updateId: command.id });
    await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1 }));
    expect(totalOf((await headOf(world, entity)).state)).toBe(8);
  });

  it('answers a repeated refusal with the first refusal', async () => {
    const entity = await createEntity(world);
    const command = aCommand(world, 'Add', { n: -1 });
    const first = await world.gateway.submit(entity, command);
    expect(first).toMatchObject({ status: 'refused', violation: { code: 'SCORE_OUT_OF_RANGE' } });
    expect(await world.gateway.submit(entity, command)).toEqual(first);
  });

  it('does not take an id for another payload or another person', async () => {
    const entity = await createEntity(world);
    const command = aCommand(world, 'Add', { n: 3 });
    await world.gateway.submit(entity, command);
    expect(await world.gateway.submit(entity, { ...command, payload: { n: 4 } })).toEqual({ status: 'other-content' });
    const somebody = { ...world.person, personId: randomUUID() };
    expect(await world.gateway.submit(entity, { ...command, actor: somebody })).toEqual({ status: 'other-content' });
    expect(totalOf((await headOf(world, entity)).state)).toBe(3);
  });

  it('ends a poisonous command as failed and goes on with the next', async () => {
    const entity = await createEntity(world);
    const [thrown, constrained, nul, next] = await Promise.all([
      world.gateway.submit(entity, aCommand(world, 'Throw', {})),
      world.gateway.submit(entity, aCommand(world, 'Constrain', {})),
      world.gateway.submit(entity, aCommand(world, 'Add', { n: 1, note: 'a\u0000b' })).catch((error: unknown) => error),
      world.gateway.submit(entity, aCommand(world, 'Add', { n: 2 })),
    ]);
    expect(thrown).toMatchObject({ status: 'failed', code: 'DECIDE_FAILED' });
    expect(constrained).toMatchObject({ status: 'failed', code: 'COMMIT_FAILED' });
    // NUL never reaches the engine: the database refuses to store the command.
    expect(nul).toBeInstanceOf(Error);
    expect(next).toMatchObject({ status: 'applied' });
    expect(totalOf((await headOf(world, entity)).state)).toBe(2);
  });

  it('is not ended by a stray cancel', async () => {
    const entity = await createEntity(world);
    const handle = world.client.workflow.getHandle(workflowIdOf(entity));
    await handle.cancel();
    expect(await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1 }))).toMatchObject({ status: 'applied' });
    expect((await handle.describe()).status.name).toBe('RUNNING');
  });

  it('needs no question to the ledger when a new entity starts with its first command', async () => {
    const entity = await createEntity(world);
    const history = await world.client.workflow.getHandle(workflowIdOf(entity)).fetchHistory();
    const scheduled = temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED;
    expect(history.events?.filter((event) => event.eventType === scheduled)).toHaveLength(1);
  });
});
