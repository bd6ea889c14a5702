import { createRuleData } from '@app/persistence';
import type { EntityKey } from '@app/persistence';
import { syncSignal, workflowIdOf } from '@app/workflows';
import { syncEntity } from '../../apps/worker/src/dispatch/send-entity-command';
import { replan } from '../../apps/worker/src/engine/replan';
import { aCommand, createEntity, headOf, ledgerOf, openShellWorld, snapshotOf } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';
import { waitFor } from '../support/wait-for';

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

describe('the clock of an entity on the real engine', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld();
  }, 60_000);
  afterEach(() => {
    world.rules.faultyWake = false;
    world.rules.shiftMs = 0;
    world.rules.fruitlessWake = false;
  });
  afterAll(() => world.close());

  const reminders = async (entity: EntityKey): Promise<number> => (await ledgerOf(world, entity)).length - 1;

  it('acts at the planned instant, once, also while commands come in', async () => {
    const at = Date.now() + 2_500;
    const entity = await createEntity(world, [new Date(at).toISOString()]);
    await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1 }));
    expect(await reminders(entity)).toBe(1);
    await waitFor(async () => (await reminders(entity)) === 2);
    const lateMs = Date.now() - at;
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThan(2_000);
    await waitFor(async () => (await snapshotOf(world, entity)).view.nextWakeAt === undefined);
    expect(await reminders(entity)).toBe(2);
  });

  it('takes many planned instants in order', async () => {
    const entity = await createEntity(world, [inMs(1_500), inMs(1_600), inMs(1_700), inMs(4_000)]);
    await waitFor(async () => (await reminders(entity)) === 4, { withinMs: 20_000 });
    // The ledger is a moment ahead of the shell, which hears of the last commit only when its activity returns.
    await waitFor(async () => (await snapshotOf(world, entity)).view.rev === 5);
    expect(await reminders(entity)).toBe(4);
  }, 30_000);

  it('succeeds after the fix when a faulty rule made a wake-up fail', async () => {
    const entity = await createEntity(world, [inMs(1_500)]);
    world.rules.faultyWake = true;
    const retryAt = await waitFor(async () => (await snapshotOf(world, entity)).retryAt, { withinMs: 20_000 });
    // Tried again in an hour, not again and again.
    expect(retryAt).toBeGreaterThan(Date.now() + 3_500_000);
    expect(await reminders(entity)).toBe(0);
    world.rules.faultyWake = false;
    await world.client.workflow.getHandle(workflowIdOf(entity)).signal(syncSignal, { key: 'fixed' });
    await waitFor(async () => (await reminders(entity)) === 1);
    expect((await headOf(world, entity)).view?.nextWakeAt).toBeUndefined();
  }, 40_000);

  it('backs off a minute when a wake-up changes nothing', async () => {
    world.rules.fruitlessWake = true;
    const entity = await createEntity(world, [inMs(1_200)]);
    const retryAt = await waitFor(async () => (await snapshotOf(world, entity)).retryAt, { withinMs: 20_000 });
    expect(retryAt - Date.now()).toBeGreaterThan(50_000);
    expect(retryAt - Date.now()).toBeLessThanOrEqual(60_000);
  }, 30_000);

  it('acts at the new time when a changed rule moves it earlier, once the release is planned anew', async () => {
    const hourMs = 3_600_000;
    const entity = await createEntity(world, [inMs(hourMs)]);
    expect(await reminders(entity)).toBe(0);
    world.rules.shiftMs = 2_000 - hourMs;
    const tools = { ruleData: createRuleData(), production: true, rollAt: 600, onFailure: () => undefined };
    const report = await replan(world.db, tools, async (moved) => {
      for (const one of moved) await syncEntity(world.client, one, 'release');
    });
    expect(report.moved).toContainEqual(entity);
    await waitFor(async () => (await reminders(entity)) === 1);
    const [mail] = await world.db.query<{ send_after: Date }[]>(`SELECT send_after FROM outbox WHERE kind = 'mail' AND entity_id = $1`, [
      entity.id,
    ]);
    expect(Math.abs((mail?.send_after.getTime() ?? 0) - Date.now())).toBeLessThan(5_000);
  }, 30_000);
});
