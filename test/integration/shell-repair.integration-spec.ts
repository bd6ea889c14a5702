import type { EntityKey } from '@app/persistence';
import { syncSignal, workflowIdOf } from '@app/workflows';
import type { AnyState } from '../../apps/worker/src/commit/deciders';
import { sweepOnce } from '../../apps/worker/src/engine/sweep';
import { addsOf, totalOf } from '../support/counting-rules';
import { copyOfHead, resetToSecondTask, rollBack } from '../support/engine-repair';
import { aCommand, createEntity, headOf, ledgerOf, openShellWorld, snapshotOf, storedCommand, sweepTools } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';
import { waitFor } from '../support/wait-for';

const hourMs = 3_600_000;
const inAnHour = (): string => new Date(Date.now() + hourMs).toISOString();

interface Left {
  ledger: unknown;
  outbox: unknown;
}

/** All that was recorded and all that was told, of one entity. */
async function recordOf(world: ShellWorld, entity: EntityKey): Promise<Left> {
  const outbox = await world.db.query<unknown[]>('SELECT id, business_key, state FROM outbox WHERE entity_id = $1 ORDER BY rev, seq', [
    entity.id,
  ]);
  return { ledger: await ledgerOf(world, entity), outbox };
}

async function addAll(world: ShellWorld, entity: EntityKey, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) await world.gateway.submit(entity, aCommand(world, 'Add', { n, mail: true }));
}

describe('a reset of the engine to an early point', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('followed by sync leaves ledger, state and mail as they were, with the timer armed', async () => {
    const entity = await createEntity(world, [inAnHour()]);
    await addAll(world, entity, 6);
    const before = await recordOf(world, entity);
    const handle = world.client.workflow.getHandle(workflowIdOf(entity));
    const { runId } = await handle.describe();
    await resetToSecondTask(world, handle.workflowId);
    await handle.signal(syncSignal, { key: 'after-reset' });
    await waitFor(
      async () => {
        const { view, queued } = await snapshotOf(world, entity);
        return queued === 0 && view.rev === 7;
      },
      { what: 'the shell caught up' },
    );
    expect(await recordOf(world, entity)).toEqual(before);
    const { view } = await snapshotOf(world, entity);
    expect(view.nextWakeAt).toBe((await headOf(world, entity)).view?.nextWakeAt);
    expect((await handle.describe()).runId).not.toBe(runId);
    expect(await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1 }))).toMatchObject({ status: 'applied', rev: 8 });
  }, 60_000);
});

describe('an engine that lost everything', () => {
  let world: ShellWorld;
  let restarted: ShellWorld | undefined;
  beforeAll(async () => {
    world = await openShellWorld();
  }, 60_000);
  afterAll(async () => {
    await restarted?.close();
    await world.close();
  });

  it('goes on from ledger and pending commands: nothing lost, nothing told twice, the next wake-up armed', async () => {
    const idle = await createEntity(world, [inAnHour()]);
    const entity = await createEntity(world, [inAnHour()]);
    await addAll(world, entity, 3);
    await world.stopWorker();
    const waiting = Array.from({ length: 20 }, (_, no) => aCommand(world, 'Add', { n: no, mail: no % 2 === 0 }));
    const answers = await submitUnattended(world, entity, waiting);
    expect(new Set(answers)).toEqual(new Set(['pending']));
    await world.client.workflow.getHandle(workflowIdOf(entity)).terminate('shown by a test');

    restarted = await openShellWorld({ insteadOf: world });
    const lost = restarted;
    await sweepOnce(sweepTools(lost));
    const applied = await waitFor(
      async () => (await Promise.all(waiting.map((one) => storedCommand(lost, entity, one.id)))).every((one) => one.status === 'applied'),
      { withinMs: 30_000 },
    );
    expect(applied).toBe(true);
    const head = await headOf(lost, entity);
    expect(addsOf(head.state as AnyState).slice(3)).toEqual(waiting.map((one) => one.id));
    const mails = await lost.db.query<unknown[]>(`SELECT FROM outbox WHERE kind = 'mail' AND entity_id = $1`, [entity.id]);
    expect(mails).toHaveLength(3 + 10);
    await waitFor(async () => (await snapshotOf(lost, entity)).view.rev === head.rev);
    expect((await snapshotOf(lost, entity)).view.nextWakeAt).toBe(head.view?.nextWakeAt);
    // The other had nothing to do: its shell was started all the same.
    await waitFor(async () => (await snapshotOf(lost, idle)).view.rev === 1);
  }, 90_000);
});

/** Hands over in order; nobody carries anything out, so each waits its time in vain. */
async function submitUnattended(world: ShellWorld, entity: EntityKey, commands: ReturnType<typeof aCommand>[]): Promise<string[]> {
  const answers: Promise<{ status: string }>[] = [];
  for (const command of commands) {
    answers.push(world.gateway.submit(entity, command));
    await waitFor(() => storedCommand(world, entity, command.id), { everyMs: 2 });
  }
  return (await Promise.all(answers)).map((answer) => answer.status);
}

describe('a ledger that was rolled back under a live shell', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('halts the entity: nothing is written, the command is kept, new ones are told to come back', async () => {
    const entity = await createEntity(world);
    await addAll(world, entity, 2);
    const earlier = await copyOfHead(world, entity);
    await addAll(world, entity, 2);
    await rollBack(world, entity, earlier);
    const before = await ledgerOf(world, entity);
    expect(before).toHaveLength(3);
    const kept = aCommand(world, 'Add', { n: 50 });
    expect(await world.gateway.submit(entity, kept)).toEqual({ status: 'pending' });
    expect(await ledgerOf(world, entity)).toEqual(before);
    expect((await headOf(world, entity)).haltedAt).not.toBeNull();
    expect((await snapshotOf(world, entity)).queued).toBe(1);
    expect(await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1 }))).toEqual({
      status: 'unavailable',
      why: 'halted',
      retryAfterS: 5,
    });
    expect(totalOf((await headOf(world, entity)).state)).toBe(3);
    expect((await storedCommand(world, entity, kept.id)).status).toBe('pending');
  }, 60_000);
});
