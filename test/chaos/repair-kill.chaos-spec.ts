import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { findAct, findReplayCheck, openAct, openReplayCheck, type EntityKey } from '@app/persistence';
import { workflowIdOf } from '@app/workflows';
import { inspectEntity, resetRadiusOf } from '../../apps/worker/src/engine/inspect-entity';
import { startMaintenance } from '../../apps/worker/src/engine/start-maintenance';
import { aCommand, ledgerOf, openShellWorld, type ShellWorld } from '../support/shell-world';
import { startWorker, type AppProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';

const call = { programme: 'lancang-mekong-workshops', year: 2027, policyVersion: 1 };
const window = { opensAt: '2027-06-20T00:00:00.000Z', closesAt: '2027-08-31T16:00:00.000Z' };

describe('a worker that is killed in the middle of an administrator’s work', () => {
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

  /** A worker that dies at a point, once. */
  async function start(point?: string): Promise<AppProcess> {
    const marker = join(world.workspace.dataDir, 'killed');
    const chaos = point === undefined ? {} : { GONGFANG_CHAOS_POINT: `${point}=kill`, GONGFANG_CHAOS_MARKER: marker };
    const worker = await startWorker({ ...world.workspace.env, ...chaos });
    workers.push(worker);
    return worker;
  }
  async function aCall(): Promise<EntityKey> {
    const entity: EntityKey = { kind: 'call', id: randomUUID() };
    const command = aCommand(world, 'CreateCall', { ...call, ...window, code: `T-${randomUUID()}` });
    expect(await world.gateway.submit(entity, command)).toMatchObject({ status: 'applied' });
    return entity;
  }
  const recordOf = async (entity: EntityKey): Promise<unknown> => ({
    ledger: await ledgerOf(world, entity),
    outbox: await world.db.query<unknown[]>('SELECT id, business_key FROM outbox WHERE entity_id = $1 ORDER BY id', [entity.id]),
  });

  it('a reset is done once: the next worker verifies it and writes its end', async () => {
    const doomed = await start('repair.done');
    const entity = await aCall();
    const before = await recordOf(entity);
    const tools = { db: world.db, client: world.client, lateMs: { wake: 600_000, command: 60_000 } };
    const seen = await inspectEntity(tools, entity);
    const radius = await resetRadiusOf(world.client, entity, seen?.runId ?? '', seen!.standing);
    const id = randomUUID();
    await openAct(world.db, {
      ...{ id, kind: 'repair.reset', entity, door: 'page', actorId: world.person.personId, reason: 'drill', needsSecond: false },
      ...{
        asked: { runId: seen?.runId, eventId: radius?.eventId },
        before: { runId: seen?.runId, ledgerRev: 1, outboxRows: seen?.outboxRows },
      },
    });
    await startMaintenance(world.client, { task: 'repair', id });
    expect(await doomed.ended).toBe('SIGKILL');
    expect((await findAct(world.db, id))?.state).toBe('running');
    const { runId } = await world.client.workflow.getHandle(workflowIdOf(entity)).describe();
    expect(runId).not.toBe(seen?.runId);

    await start();
    await waitFor(async () => (await findAct(world.db, id))?.endedAt !== null, { withinMs: 90_000, what: 'the end of the repair' });
    expect(await findAct(world.db, id)).toMatchObject({ state: 'done', resultCode: 'REPAIRED' });
    expect((await world.client.workflow.getHandle(workflowIdOf(entity)).describe()).runId).toBe(runId);
    expect(await recordOf(entity)).toEqual(before);
  }, 180_000);

  it('a replay check begins anew and ends with all runs', async () => {
    const doomed = await start('replay.noted');
    await aCall();
    await aCall();
    const id = randomUUID();
    await openReplayCheck(world.db, { id, askedBy: world.person.personId, entity: null, candidate: null });
    await startMaintenance(world.client, { task: 'replay-check', id });
    expect(await doomed.ended).toBe('SIGKILL');
    expect((await findReplayCheck(world.db, id))?.state).toBe('running');
    await start();
    await waitFor(async () => (await findReplayCheck(world.db, id))?.state === 'done', { withinMs: 90_000, what: 'the end of the check' });
    const check = await findReplayCheck(world.db, id);
    expect(check?.total).toBeGreaterThanOrEqual(2);
    expect(check).toMatchObject({ replayed: check?.total, differing: 0 });
  }, 180_000);
});
