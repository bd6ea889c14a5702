import { randomUUID } from 'node:crypto';
import { Client as PgClient } from 'pg';
import type { EntityKey } from '@app/persistence';
import { mailDeskIdOf, sweepScheduleId, workflowIdOf } from '@app/workflows';
import type { AnyState } from '../../apps/worker/src/commit/deciders';
import { sweepOnce } from '../../apps/worker/src/engine/sweep';
import { ensureSweepSchedule } from '../../apps/worker/src/engine/sweep-schedule';
import { addsOf } from '../support/counting-rules';
import { aCommand, createEntity, headOf, openShellWorld, snapshotOf, storedCommand, sweepTools } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';
import { waitFor } from '../support/wait-for';

describe('the sweep', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('is run by a Schedule that is made once, however often the worker starts', async () => {
    await ensureSweepSchedule(world.client);
    await ensureSweepSchedule(world.client);
    const { recentActions } = (await world.client.schedule.getHandle(sweepScheduleId).describe()).info;
    const ran = await waitFor(
      async () => {
        const runs: string[] = [];
        for await (const run of world.client.workflow.list({ query: "WorkflowType = 'sweepWorkflow' AND ExecutionStatus = 'Completed'" }))
          runs.push(run.runId);
        return runs.length > 0;
      },
      { withinMs: 20_000 },
    );
    expect(ran).toBe(true);
    expect(recentActions.length).toBeLessThanOrEqual(2);
  }, 30_000);

  it('runs once a minute, also where an earlier release made the Schedule with another interval', async () => {
    await ensureSweepSchedule(world.client);
    const handle = world.client.schedule.getHandle(sweepScheduleId);
    const intervalsOf = async () => (await handle.describe()).spec.intervals?.map(({ every }) => every);
    const every = (ms: number) => handle.update((before) => ({ ...before, spec: { intervals: [{ every: ms }] } }));
    expect(await intervalsOf()).toEqual([60_000]);
    await every(600_000);
    await waitFor(async () => (await intervalsOf())?.[0] === 600_000, { what: 'the interval of the earlier release' });
    await handle.pause('paused by somebody');
    await ensureSweepSchedule(world.client);
    await waitFor(async () => (await intervalsOf())?.[0] === 60_000, { what: 'the interval of this release' });
    expect((await handle.describe()).state).toMatchObject({ paused: true, note: 'paused by somebody' });
    await handle.unpause();
  }, 30_000);

  it('brings every desk back', async () => {
    const desk = world.client.workflow.getHandle(mailDeskIdOf('0'));
    await sweepOnce(sweepTools(world));
    await desk.terminate('a test');
    expect((await sweepOnce(sweepTools(world))).desksStarted).toBeGreaterThanOrEqual(1);
    expect((await desk.describe()).status.name).toBe('RUNNING');
  });

  it('gives back claims whose holder is gone, and no others', async () => {
    const entity = await createEntity(world);
    for (let n = 1; n <= 2; n++) await world.gateway.submit(entity, aCommand(world, 'Add', { n, mail: true }));
    const rows = await world.db.query<{ id: string }[]>('SELECT id FROM outbox WHERE entity_id = $1 ORDER BY rev', [entity.id]);
    const claim = (id: string | undefined, until: string): Promise<unknown> =>
      world.db.query(`UPDATE outbox SET state = 'claimed', claim_token = $2, claim_until = now() + $3::interval WHERE id = $1`, [
        id,
        randomUUID(),
        until,
      ]);
    await claim(rows[0]?.id, '-10 minutes');
    await claim(rows[1]?.id, '10 minutes');
    expect((await sweepOnce(sweepTools(world))).claimsReleased).toBe(1);
    const states = await world.db.query<{ state: string }[]>('SELECT state FROM outbox WHERE entity_id = $1 ORDER BY rev', [entity.id]);
    expect(states.map((row) => row.state)).toEqual(['created', 'claimed']);
  });

  it('submits what a full queue left pending: nothing is lost, all in the order of receipt', async () => {
    const entity = await createEntity(world);
    const free = await holdUp(world, entity);
    const commands = Array.from({ length: 120 }, (_, n) => aCommand(world, 'Add', { n }));
    const answers = await Promise.all(commands.map((command) => world.gateway.submit(entity, command)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set(['pending']));
    expect((await snapshotOf(world, entity)).queued).toBe(100);
    await free();
    // A sweep that finds the queue still full leaves the rest to the next one.
    const adds = await waitFor(
      async () => {
        await sweepOnce(sweepTools(world));
        const done = addsOf((await headOf(world, entity)).state as AnyState);
        return done.length === commands.length ? done : undefined;
      },
      { withinMs: 60_000, everyMs: 1_000 },
    );
    const received = await Promise.all(commands.map((command) => storedCommand(world, entity, command.id)));
    const inOrder = [...received].sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
    const placeOf = new Map(inOrder.map((command, place) => [command.id, place]));
    expect(new Set(adds)).toEqual(new Set(commands.map((command) => command.id)));
    expect(adds.map((id) => received.find((one) => one.id === id)?.receivedAt.getTime())).toEqual(
      inOrder.map((one) => one.receivedAt.getTime()),
    );
    expect(placeOf.size).toBe(commands.length);
  }, 120_000);

  it('starts a shell that is gone before its entity wakes up', async () => {
    const entity = await createEntity(world, [new Date(Date.now() + 60_000).toISOString()]);
    const handle = world.client.workflow.getHandle(workflowIdOf(entity));
    await handle.terminate('a test');
    await sweepOnce({ ...sweepTools(world), lateMs: { wake: 180_000, command: 60_000 } });
    await waitFor(async () => (await snapshotOf(world, entity)).view.rev === 1);
    expect((await handle.describe()).status.name).toBe('RUNNING');
  });
});

/** Holds the entity's row, as a transaction that does not end; answers how to let it go. */
async function holdUp(world: ShellWorld, entity: EntityKey): Promise<() => Promise<void>> {
  const holder = new PgClient(world.workspace.database.ownerUrl);
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM entity_head WHERE id = $1 FOR UPDATE', [entity.id]);
  return async () => {
    await holder.query('COMMIT');
    await holder.end();
  };
}
