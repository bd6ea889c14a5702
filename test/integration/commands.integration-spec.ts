import { randomUUID } from 'node:crypto';
import { defaultPolicy } from '@app/domain';
import {
  conditionalUpdate,
  createDataSource,
  findCommand,
  leftPending,
  listenForOutcomes,
  openCommand,
  publishPolicy,
  storeText,
  textsOf,
  type CommandOutcomes,
  type EntityKey,
} from '@app/persistence';
import { answerCommand, lockHead } from '@app/persistence/ledger-writer';
import { Client } from 'pg';
import { OlderCode } from '../../apps/worker/src/activity-failures';
import { storeFailureOf } from '../../apps/worker/src/commit/stored-failure';
import { databaseSettings, openCommitKit, startProject, type CommitKit } from '../support/commit-kit';
import { waitFor } from '../support/wait-for';

const june = '2025-06-10T02:00:00.000Z';
const system = { kind: 'system' as const };

describe('stored commands', () => {
  let kit: CommitKit;
  beforeAll(async () => {
    kit = await openCommitKit();
  });
  afterAll(() => kit.close());

  const hold = (id: string) => ({ id, type: 'Sync', actor: system, payload: {}, source: 'cli' as const });

  it('are stamped with the time of their room, and with that of their call before they exist', async () => {
    await kit.setTime('2025-06-20T02:00:00.000Z');
    const project = await startProject(kit, '2025-06-20T02:00:00.000Z');
    const opened = await openCommand(kit.db, project, hold(randomUUID()));
    expect(opened).toMatchObject({ is: 'new', command: { occurredAt: new Date('2025-06-20T02:00:00.000Z') } });
    const unborn = await openCommand(kit.db, { kind: 'project', id: randomUUID() }, hold(randomUUID()), kit.call);
    expect(unborn).toMatchObject({ command: { occurredAt: new Date('2025-06-20T02:00:00.000Z') } });
  });

  it('run by a rated clock where the entity has one', async () => {
    const [row] = await kit.db.query<{ at: Date }[]>(
      `SELECT virtual_now(jsonb_build_object('kind', 'rated', 'anchorReal', now() - interval '1 hour', 'anchorVirtual',
         '2025-06-01T00:00:00Z'::timestamptz, 'rate', 24), NULL) AS at`,
    );
    const past = (row?.at.getTime() ?? 0) - Date.parse('2025-06-02T00:00:00.000Z');
    expect(past).toBeGreaterThanOrEqual(0);
    expect(past).toBeLessThan(24 * 60_000);
  });

  it('are opened once under 20 simultaneous tries', async () => {
    const project: EntityKey = { kind: 'project', id: randomUUID() };
    const id = randomUUID();
    const opened = await Promise.all(Array.from({ length: 20 }, () => openCommand(kit.db, project, hold(id))));
    expect(opened.filter((one) => one.is === 'new')).toHaveLength(1);
    expect(opened.filter((one) => one.is === 'known')).toHaveLength(19);
  });

  it('that nobody has carried out are found by the sweep, in order of their receipt', async () => {
    const project: EntityKey = { kind: 'project', id: randomUUID() };
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await openCommand(kit.db, project, hold(id));
    await kit.db.query(`UPDATE command SET received_at = received_at - interval '1 hour' WHERE entity_id = $1`, [project.id]);
    const left = await leftPending(kit.db, 60_000, 100);
    expect(left.filter((one) => one.entity.id === project.id).map((one) => one.id)).toEqual(ids);
  });

  it('keep their first answer, whatever comes later', async () => {
    const project = await startProject(kit, june);
    const id = randomUUID();
    await openCommand(kit.db, project, hold(id));
    const incident = await kit.db.transaction((tx) => storeFailureOf(tx, project, id, 'COMMIT_FAILED'));
    expect(incident).toMatch(/^G-[0-9A-Z]+$/);
    await kit.db.transaction((tx) => answerCommand(tx, project, id, { status: 'applied', rev: 9, events: [] }));
    expect((await findCommand(kit.db, project, id))?.outcome).toEqual({ status: 'failed', code: 'COMMIT_FAILED', incident });
  });

  it('wait for a newer worker when newer rules wrote the head', async () => {
    const project = await startProject(kit, june);
    await kit.db.query('UPDATE entity_head SET rules_build = 999 WHERE id = $1', [project.id]);
    const id = randomUUID();
    await openCommand(kit.db, project, { ...hold(id), type: 'Replan' });
    await expect(kit.commit(project, { ...hold(id), type: 'Replan' })).rejects.toBeInstanceOf(OlderCode);
    expect((await findCommand(kit.db, project, id))?.status).toBe('pending');
  });
});

describe('waiting for the answer of a command', () => {
  let kit: CommitKit;
  let outcomes: CommandOutcomes;
  let project: EntityKey;
  beforeAll(async () => {
    kit = await openCommitKit();
    project = await startProject(kit, june);
    outcomes = await listenForOutcomes(kit.database.appUrl, kit.db);
  });
  afterAll(async () => {
    await outcomes.close();
    await kit.close();
  });

  const open = async (): Promise<string> => {
    const id = randomUUID();
    await openCommand(kit.db, project, { id, type: 'Sync', actor: system, payload: {}, source: 'cli' });
    return id;
  };
  const answer = (id: string) => kit.db.transaction((tx) => answerCommand(tx, project, id, { status: 'applied', rev: 1, events: [] }));

  it('ends with the commit that answers it', async () => {
    const id = await open();
    const waited = outcomes.wait(project, id, 5_000);
    const start = Date.now();
    await answer(id);
    expect((await waited)?.outcome).toEqual({ status: 'applied', rev: 1, events: [] });
    expect(Date.now() - start).toBeLessThan(450);
  });

  it('ends at once for one that has its answer, and with a pending one when the time is over', async () => {
    const id = await open();
    expect((await outcomes.wait(project, id, 100))?.status).toBe('pending');
    await answer(id);
    expect((await outcomes.wait(project, id, 5_000))?.status).toBe('applied');
    expect(await outcomes.wait(project, randomUUID(), 50)).toBeUndefined();
  });

  it('survives the loss of the listening connection', async () => {
    const id = await open();
    const waited = outcomes.wait(project, id, 5_000);
    const killed = await kit.db.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gongfang-outcomes' AND datname = current_database()`,
    );
    expect(killed).toHaveLength(1);
    await answer(id);
    expect((await waited)?.status).toBe('applied');
    await waitFor(async () => {
      const listening = await kit.db.query<unknown[]>(
        `SELECT 1 FROM pg_stat_activity WHERE application_name = 'gongfang-outcomes' AND datname = current_database()`,
      );
      return listening.length === 1;
    });
  });
});

describe('guards of the database', () => {
  let kit: CommitKit;
  beforeAll(async () => {
    kit = await openCommitKit();
  });
  afterAll(() => kit.close());

  it('free the lock of a process that stopped in the middle of a transaction', async () => {
    const project = await startProject(kit, june);
    const stopped = createDataSource(
      { ...databaseSettings, poolSize: 1, idleInTransactionTimeoutMs: 300, url: kit.database.appUrl },
      'stopped',
    );
    await stopped.initialize();
    const runner = stopped.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM entity_head WHERE id = $1 FOR UPDATE', [project.id]);
    const late = await kit.give(project, 'WithdrawApplication', { letter: {} }, kit.people.legal, june);
    expect(late.status).toBe('refused');
    await expect(runner.query('SELECT 1')).rejects.toThrow();
    await runner.release().catch(() => undefined);
    await stopped.destroy();
  });

  it('tell the time after a wait for the lock, not before it', async () => {
    const project = await startProject(kit, june);
    const runner = kit.db.createQueryRunner();
    await runner.startTransaction();
    await lockHead(runner, project);
    const waiting = kit.db.transaction((tx) => lockHead(tx, project));
    await waitFor(async () => {
      const blocked = await kit.db.query<unknown[]>(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return blocked.length > 0;
    });
    const [before] = await kit.db.query<{ at: Date }[]>(`SELECT date_trunc('milliseconds', clock_timestamp()) AS at`);
    await runner.commitTransaction();
    await runner.release();
    expect(Date.parse((await waiting).dbNow)).toBeGreaterThanOrEqual(before?.at.getTime() ?? Infinity);
  });

  it('let one of two editors win and show the other the current version', async () => {
    await publishPolicy(kit.db, 7, 'test', defaultPolicy);
    await kit.db.query(`INSERT INTO calendar_year (country, year, version, source) VALUES ('LA', 2031, 1, 'draft')`);
    const change = (source: string) =>
      conditionalUpdate(kit.db, {
        table: 'calendar_year',
        versionColumn: 'rev',
        where: { country: 'LA', year: 2031 },
        version: 1,
        set: { source },
      });
    const answers = await Promise.all([change('a'), change('b')]);
    expect(answers).toContainEqual({ ok: true, version: 2 });
    expect(answers).toContainEqual({ ok: false, current: 2 });
    const missing = {
      table: 'calendar_year',
      versionColumn: 'rev',
      where: { country: 'LA', year: 2032 },
      version: 1,
      set: { source: 'c' },
    };
    expect(await conditionalUpdate(kit.db, missing)).toEqual({ ok: false, current: undefined });
  });

  it('keep free texts apart from the ledger, by reference and hash', async () => {
    const ref = await storeText(kit.db, kit.call, '因签证延误', kit.people.head.personId);
    expect(ref.sha256).toMatch(/^[0-9a-f]{64}$/);
    await kit.db.query('UPDATE free_text SET content = NULL, erased_at = now() WHERE id = $1', [ref.textId]);
    expect((await textsOf(kit.db, [ref.textId])).get(ref.textId)).toBeNull();
  });

  it('refuse the application’s role a change of the ledger, of roles and of the schema', async () => {
    const client = new Client(kit.database.appUrl);
    await client.connect();
    for (const statement of ['TRUNCATE ledger_entry', 'DROP TABLE claim', 'UPDATE ledger_entry SET rev = rev', 'CREATE ROLE intruder']) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
    await client.end();
  });
});
