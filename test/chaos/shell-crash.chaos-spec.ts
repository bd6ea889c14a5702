import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EntityKey, NewCommand } from '@app/persistence';
import { aCommand, ledgerOf, openShellWorld, snapshotOf, storedCommand } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';
import { freePort, startWorker } from '../support/stack';
import type { AppProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';

const call = { code: 'LMGF-2027', programme: 'lancang-mekong-workshops', year: 2027, policyVersion: 1 };
const window = { opensAt: '2027-06-20T00:00:00.000Z', closesAt: '2027-08-31T16:00:00.000Z' };

function createCall(world: ShellWorld): { entity: EntityKey; command: NewCommand } {
  return {
    entity: { kind: 'call', id: randomUUID() },
    command: aCommand(world, 'CreateCall', { ...call, ...window, code: `T-${randomUUID()}` }),
  };
}

describe('a worker that is killed', () => {
  let world: ShellWorld;
  let workers: AppProcess[];
  beforeEach(async () => {
    world = await openShellWorld({ withoutWorker: true });
    workers = [];
  }, 60_000);
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await world.close();
  });

  async function start(env: NodeJS.ProcessEnv = {}): Promise<AppProcess> {
    const worker = await startWorker({ ...world.workspace.env, ...env });
    workers.push(worker);
    return worker;
  }

  it.each([
    ['before the database commits', 'commit.in-tx'],
    ['after the database committed and before the engine knows', 'commit.after-commit'],
  ])(
    '%s leaves exactly one ledger entry once another worker is there',
    async (_when, point) => {
      const marker = join(world.workspace.dataDir, 'killed');
      const doomed = await start({ GONGFANG_CHAOS_POINT: `${point}=kill`, GONGFANG_CHAOS_MARKER: marker });
      const { entity, command } = createCall(world);
      const answer = world.gateway.submit(entity, command);
      expect(await doomed.ended).toBe('SIGKILL');
      expect(await ledgerOf(world, entity)).toHaveLength(point === 'commit.in-tx' ? 0 : 1);
      await start();
      await waitFor(async () => (await snapshotOf(world, entity)).view.rev === 1, { withinMs: 40_000, what: 'the shell knows' });
      expect(await ledgerOf(world, entity)).toHaveLength(1);
      expect((await storedCommand(world, entity, command.id)).status).toBe('applied');
      expect(['applied', 'pending']).toContain((await answer).status);
      expect(await world.gateway.submit(entity, command)).toMatchObject({ status: 'applied', rev: 1 });
    },
    90_000,
  );

  it('tells that it works, drains on SIGTERM and ends with exit code 0', async () => {
    const port = await freePort();
    const worker = await start({ GONGFANG_WORKER_HEALTH_PORT: String(port) });
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { pollers: true, database: true, engine: true }]);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    const { entity, command } = createCall(world);
    expect(await world.gateway.submit(entity, command)).toMatchObject({ status: 'applied' });
    expect(await worker.stop()).toBe(0);
  }, 60_000);

  it('is missed by nobody when it is stopped for a while in the middle of a transaction', async () => {
    const marker = join(world.workspace.dataDir, 'waited');
    const slow = await start({ GONGFANG_CHAOS_POINT: 'commit.in-tx=wait:20000', GONGFANG_CHAOS_MARKER: marker });
    const { entity, command } = createCall(world);
    const answer = world.gateway.submit(entity, command);
    await waitFor(() => storedCommand(world, entity, command.id));
    expect((await answer).status).toBe('pending');
    slow.signal('SIGSTOP');
    await start();
    // The database ends the stopped session after 8 s, so that its row lock does not hold everybody up. An attempt may still go to one of the
    // stopped worker's long polls, which the engine lets go of after 60 s; such an attempt ends after 10 s and the next one comes within 15 s.
    await waitFor(async () => (await storedCommand(world, entity, command.id)).status === 'applied', { withinMs: 90_000 });
    slow.signal('SIGCONT');
    expect(await ledgerOf(world, entity)).toHaveLength(1);
  }, 150_000);
});

it('a worker without its workflow bundle does not start and ends non-zero', async () => {
  const world = await openShellWorld({ withoutWorker: true });
  try {
    const lost = startWorker({ ...world.workspace.env, GONGFANG_WORKFLOW_BUNDLE: join(world.workspace.dataDir, 'nothing.js') });
    await expect(lost).rejects.toThrow(/ended|1/);
  } finally {
    await world.close();
  }
}, 90_000);
