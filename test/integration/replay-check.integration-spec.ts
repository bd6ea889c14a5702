import { randomUUID } from 'node:crypto';
import { copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { Client as PgClient } from 'pg';
import { createLogger } from '@app/platform';
import { archiveChainAfter, archivedRunsAfter, findReplayCheck, openReplayCheck, type EntityKey, type ReplayCheck } from '@app/persistence';
import { rollSignal, workflowIdOf } from '@app/workflows';
import { archiveClosedRuns, historyOf } from '../../apps/worker/src/engine/archive-runs';
import { replayAll, runsToReplay } from '../../apps/worker/src/engine/replay-check';
import { startMaintenance } from '../../apps/worker/src/engine/start-maintenance';
import { verifyArchive } from '../../apps/worker/src/engine/verify-archive';
import { replayer } from '../../apps/worker/src/temporal-worker';
import { candidateFolder, dispatchesFirst } from '../support/changed-bundle';
import { bundleOf } from '../replay/bundles';
import { spawnProgram } from '../support/app-process';
import { CLI } from '../support/fresh-database';
import { storeProject } from '../support/listed-projects';
import { aNotifyingProject } from '../support/notification-builders';
import { aCommand, createEntity, openShellWorld, snapshotOf, type ShellWorld } from '../support/shell-world';
import { waitFor } from '../support/wait-for';

const candidates = candidateFolder();
let world: ShellWorld;
let rolled: EntityKey;
let quiet: EntityKey;
let changed: string;

beforeAll(async () => {
  world = await openShellWorld({ settings: { GONGFANG_CANDIDATES_DIR: candidates.folder } });
  [rolled, quiet] = [await createEntity(world), await createEntity(world)];
  for (let n = 1; n <= 3; n++) await world.gateway.submit(rolled, aCommand(world, 'Add', { n }));
  await roll(rolled);
  await roll(rolled);
  changed = await bundleOf(candidates.scratch, [dispatchesFirst]);
}, 120_000);
afterAll(async () => {
  await world.close();
  candidates.remove();
});

/** Has the entity go on in a new run. */
async function roll(entity: EntityKey): Promise<void> {
  const handle = world.client.workflow.getHandle(workflowIdOf(entity));
  const { runId } = await handle.describe();
  await handle.signal(rollSignal);
  await waitFor(async () => (await handle.describe()).runId !== runId, { what: 'the next run' });
  await snapshotOf(world, entity);
}

const archiving = () => ({ db: world.db, client: world.client, heartbeat: () => undefined });
const archivedOf = (entity: EntityKey) => archivedRunsAfter(world.db, { workflowId: workflowIdOf(entity), limit: 10 });

/** Asks for a check as the API does, and waits for its end. */
async function checked(wish: { entity?: EntityKey; candidate?: string }): Promise<ReplayCheck> {
  const id = randomUUID();
  await openReplayCheck(world.db, { id, askedBy: world.person.personId, entity: wish.entity ?? null, candidate: wish.candidate ?? null });
  await startMaintenance(world.client, { task: 'replay-check', id });
  await waitFor(async () => (await findReplayCheck(world.db, id))?.state !== 'running', { withinMs: 60_000, what: 'the end of the check' });
  return (await findReplayCheck(world.db, id)) as ReplayCheck;
}

describe('runs that have closed', () => {
  it('are kept with their histories, a bounded number at a time, each once', async () => {
    await waitFor(async () => (await archiveClosedRuns(archiving(), 1)) === 1, {
      withinMs: 20_000,
      what: 'the engine listing the first run',
    });
    await waitFor(
      async () => {
        await archiveClosedRuns(archiving());
        return (await archivedOf(rolled)).length === 2;
      },
      { withinMs: 20_000, what: 'both closed runs being kept' },
    );
    expect(await archiveClosedRuns(archiving())).toBe(0);
    const [first] = await archivedOf(rolled);
    const engines = await world.client.workflow.getHandle(workflowIdOf(rolled), first?.runId).fetchHistory();
    expect(await historyOf(first!)).toEqual(JSON.parse(historyToJSON(engines)));
  }, 60_000);

  it('cannot be changed by the application, and a changed history is noticed', async () => {
    await expect(world.db.query('UPDATE archived_run SET events = 1')).rejects.toThrow(/permission denied/);
    const [first] = await archivedOf(rolled);
    await expect(historyOf({ ...first!, sha256: '0'.repeat(64) })).rejects.toThrow(/was changed/);
  });
});

describe('the archive', () => {
  const owner = async (statement: string, values: unknown[] = []): Promise<void> => {
    const client = new PgClient(world.workspace.database.ownerUrl);
    await client.connect();
    await client.query(statement, values).finally(() => client.end());
  };
  const faults = async () => (await verifyArchive(world.db)).problems.map(({ runId, what }) => [runId, what]);

  it('is a chain: each run names the hash of the one before, and one changed byte names its run', async () => {
    const runs = await archiveChainAfter(world.db, 0, 100);
    expect(runs.map(({ seq }) => seq)).toEqual(runs.map((_, index) => index + 1));
    expect(runs.slice(1).map(({ previousHash }) => previousHash)).toEqual(runs.slice(0, -1).map(({ hash }) => hash));
    expect(await verifyArchive(world.db)).toEqual({ runs: runs.length, problems: [] });
    const at = runs.findIndex(({ workflowId }) => workflowId === workflowIdOf(rolled));
    const [first, second] = runs.slice(at);
    const flipped = Buffer.from(first!.history);
    flipped[flipped.length - 12] = (flipped[flipped.length - 12] ?? 0) ^ 1;
    const keep = 'UPDATE archived_run SET history = $2, status = $3, hash = $4 WHERE run_id = $1';
    const mend = () => owner(keep, [first!.runId, Buffer.from(first!.history), first!.status, first!.hash]);
    await owner(keep, [first!.runId, flipped, first!.status, first!.hash]);
    expect(await faults()).toEqual([[first!.runId, 'history']]);
    expect(await checked({})).toMatchObject({
      ...{ state: 'failed', failureCode: 'ARCHIVE_CHANGED', failureDetail: expect.stringContaining(first!.runId) as string },
    });
    expect(await checked({ entity: rolled })).toMatchObject({ state: 'failed', failureCode: 'ARCHIVE_CHANGED' });
    await owner(keep, [first!.runId, Buffer.from(first!.history), 'COMPLETED!', first!.hash]);
    expect(await faults()).toEqual([[first!.runId, 'changed']]);
    await owner(keep, [first!.runId, Buffer.from(first!.history), first!.status, 'f'.repeat(64)]);
    expect(await faults()).toEqual([
      [first!.runId, 'changed'],
      [second!.runId, 'order'],
    ]);
    await mend();
    await owner('UPDATE archived_run SET seq = seq + 1000 WHERE seq > $1', [first!.seq]);
    expect((await faults())[0]).toEqual([second!.runId, 'missing']);
    await owner('UPDATE archived_run SET seq = seq - 1000 WHERE seq > 1000');
    expect(await faults()).toEqual([]);
  }, 120_000);
});

describe('a replay check', () => {
  it('replays every open and archived run on the running build, and says how many of how many', async () => {
    expect(await checked({ entity: rolled })).toMatchObject({ state: 'done', total: 3, replayed: 3, differing: 0, differences: [] });
    const all = await checked({});
    expect(all).toMatchObject({ state: 'done', differing: 0, failureCode: null });
    expect(all.total).toBeGreaterThanOrEqual(4);
    expect(all.replayed).toBe(all.total);
  }, 90_000);

  it('tells of a candidate build which runs differ, and the first event that does', async () => {
    copyFileSync(changed, join(candidates.folder, 'next.js'));
    const check = await checked({ entity: quiet, candidate: 'next.js' });
    expect(check).toMatchObject({ state: 'done', total: 1, replayed: 1, differing: 1 });
    expect(check.differences).toMatchObject([
      {
        ...{ workflowId: workflowIdOf(quiet), source: 'open', code: 'OTHER_ACTIVITY' },
        values: { recorded: 'commit', now: 'dispatch', eventId: expect.any(Number) as number },
      },
    ]);
    expect(check.differences[0]?.detail).toContain("'commit'");
  }, 60_000);

  it('refuses a candidate that is missing, lies outside the folder, also by a link, or does not load', async () => {
    symlinkSync(changed, join(candidates.folder, 'link.js'));
    writeFileSync(join(candidates.folder, 'broken.js'), 'this is (no bundle');
    writeFileSync(join(candidates.folder, 'other.js'), 'globalThis.nothing = 1;');
    const ends = { 'nowhere.js': 'CANDIDATE_MISSING', '../bundle.js': 'CANDIDATE_OUTSIDE', 'link.js': 'CANDIDATE_OUTSIDE' };
    const loads = { 'broken.js': 'BUNDLE_DOES_NOT_LOAD', 'other.js': 'BUNDLE_DOES_NOT_LOAD' };
    for (const [candidate, code] of Object.entries({ ...ends, ...loads })) {
      expect(await checked({ entity: quiet, candidate })).toMatchObject({ state: 'failed', failureCode: code, replayed: 0 });
    }
  }, 60_000);

  it('is repeated without effect once it has ended', async () => {
    const check = await checked({ entity: quiet });
    await startMaintenance(world.client, { task: 'replay-check', id: check.id });
    await world.client.workflow.getHandle(`maintenance/replay-check/${check.id}`).result();
    expect(await findReplayCheck(world.db, check.id)).toEqual(check);
  }, 60_000);

  it('replays many runs in little time', async () => {
    const replay = replayer(createLogger('test', 'silent'));
    const one = await runsToReplay({ db: world.db, client: world.client }, rolled);
    const [run] = await collect(one.runs);
    const many = async function* () {
      for (let n = 0; n < 300; n++) yield await Promise.resolve(run!);
    };
    const startedAt = Date.now();
    expect(await replayAll(replay, world.config.temporal.workflowBundle, { total: 300, runs: many() })).toMatchObject({
      total: 300,
      differing: 0,
    });
    expect(Date.now() - startedAt).toBeLessThan(60_000);
  }, 90_000);
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('the replay check of the command line', () => {
  const run = async (...args: string[]): Promise<{ code: number | string; logs: string }> => {
    const program = spawnProgram(CLI, ['replay', 'check', ...args], world.workspace.env);
    const code = await program.ended;
    return { code, logs: program.logs() };
  };

  it('says how many of how many, and ends with 1 when one differs', async () => {
    expect(await run('--all')).toMatchObject({ code: 0, logs: expect.stringMatching(/(\d+) of \1 runs replay/) as string });
    const differs = await run('--all', '--candidate', changed);
    expect(differs).toMatchObject({ code: 1 });
    expect(differs.logs).toMatch(/the history calls commit; the build calls dispatch/);
  }, 60_000);

  it('refuses a bundle that does not load, a file that is no history, and a history of another project', async () => {
    const broken = join(candidates.scratch, 'broken.js');
    writeFileSync(broken, 'this is (no bundle');
    expect(await run('--all', '--candidate', broken)).toMatchObject({
      code: 2,
      logs: expect.stringContaining('BUNDLE_DOES_NOT_LOAD') as string,
    });
    expect(await run('--history', broken)).toMatchObject({ code: 2, logs: expect.stringContaining('no history') as string });
    const file = join(candidates.scratch, 'history.json');
    writeFileSync(file, historyToJSON(await world.client.workflow.getHandle(workflowIdOf(quiet)).fetchHistory()));
    expect(await run('--history', file)).toMatchObject({ code: 0, logs: expect.stringContaining('1 of 1 runs replay') as string });
    const other = aNotifyingProject({
      ...{ id: randomUUID(), callId: randomUUID(), officerId: randomUUID(), startedBy: randomUUID() },
      ...{ parties: [], contacts: [] },
    });
    await storeProject(world.db, other);
    const refused = await run(other.id, '--history', file);
    expect(refused).toMatchObject({ code: 2, logs: expect.stringContaining(`is the history of ${workflowIdOf(quiet)}`) as string });
    expect(await run('NO-SUCH-PROJECT', '--history', file)).toMatchObject({
      code: 2,
      logs: expect.stringContaining('no project') as string,
    });
    expect(await run()).toMatchObject({ code: 2 });
  }, 90_000);
});
