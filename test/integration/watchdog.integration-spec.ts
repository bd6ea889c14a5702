import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client as PgClient } from 'pg';
import {
  askProof,
  calendarYears,
  createDataSource,
  createRuleData,
  findProof,
  openWatchFindings,
  writeCalendarYear,
  type EntityKey,
  type KeptWatchFinding,
  type WatchKind,
} from '@app/persistence';
import { connectClient, loadConfig } from '@app/platform';
import { workflowIdOf, workflowTypes } from '@app/workflows';
import { syncEntity } from '../../apps/worker/src/dispatch/send-entity-command';
import { missingCalendars } from '../../apps/worker/src/engine/missing-calendars';
import { carryOutProof } from '../../apps/worker/src/engine/watchdog/carry-out-proof';
import { clockWitness } from '../../apps/worker/src/engine/watchdog/clock-witness';
import { watchLimits, type WatchTools } from '../../apps/worker/src/engine/watchdog/comparison';
import { callerWith, signedIn, type Caller } from '../support/api-kit';
import {
  freshWorkspace,
  runCli,
  spawnProgram,
  startApi,
  startWorker,
  waitFor,
  type ApiProcess,
  type AppProcess,
  type Workspace,
} from '../support/stack';

type Db = ReturnType<typeof createDataSource>;

let workspace: Workspace;
let db: Db;
let owner: PgClient;
let worker: AppProcess;
let api: ApiProcess;
let head: Caller;
let officer: Caller;
let tools: WatchTools;
/** An open project with a plan, a workflow and mails. */
let project: EntityKey;

beforeAll(async () => {
  workspace = await freshWorkspace();
  const made = await runCli(['first-data'], workspace.env);
  expect(made.code).toBe(0);
  const config = loadConfig(workspace.env);
  db = await createDataSource({ ...config.database, poolSize: 8 }, 'watchdog-test').initialize();
  const client = connectClient(config);
  owner = new PgClient(workspace.database.ownerUrl);
  await owner.connect();
  [worker, api] = await Promise.all([startWorker(workspace.env), startApi(workspace.env)]);
  const people = JSON.parse(readFileSync(join(workspace.dataDir, 'demo-people.json'), 'utf8')) as {
    role: string;
    email: string;
    password: string;
  }[];
  const as = (role: RegExp): Promise<Caller> => {
    const person = people.find((one) => role.test(one.role));
    return signedIn(api.url, { signIn: person?.email ?? '', password: person?.password ?? '' });
  };
  [head, officer] = await Promise.all([as(/\bSH\b/), as(/\bCO\b/)]);
  const commit = { ruleData: createRuleData(), production: true, rollAt: 600, onFailure: () => undefined };
  tools = { db, client, namespace: workspace.namespace, commit, limits: { ...watchLimits, settleMs: 1_000, youngMs: 0 } };
  await enterCalendars();
  const [row] = await db.query<{ id: string }[]>(
    `SELECT h.id FROM entity_head h WHERE h.kind = 'project' AND NOT h.closed AND h.next_wake_at > now() + interval '1 day' AND h.rev > 3
        AND EXISTS (SELECT FROM project_summary s WHERE s.id = h.id AND s.stage <> 'application') ORDER BY h.id LIMIT 1`,
  );
  project = { kind: 'project', id: row?.id ?? '' };
  await waitFor(async () => (await proved()).result === 'quiet', { withinMs: 120_000, everyMs: 1_000, what: 'the first quiet proof' });
}, 240_000);
afterAll(async () => {
  await tools?.client.connection.close();
  await owner?.end();
  await api?.stop();
  await worker?.stop();
  await db?.destroy();
  await workspace?.dispose();
}, 60_000);

/** The demo has no tables of years to come. */
async function enterCalendars(): Promise<void> {
  const [like] = await calendarYears(db);
  if (like === undefined) throw new Error('no calendar was seeded');
  for (const { country, year } of await missingCalendars(db, new Date())) {
    await db.transaction((tx) => writeCalendarYear(tx, { ...like, country: country as typeof like.country, year, days: [] }, 'for a test'));
  }
}

interface Proved {
  result: string | null | undefined;
  found: KeptWatchFinding[];
}

/** Proves once, here, as the watchdog's process does. */
async function proved(more: Partial<WatchTools> = {}): Promise<Proved> {
  const id = randomUUID();
  await askProof(db, { id, door: 'clock', askedBy: null });
  await carryOutProof({ ...tools, ...more }, id);
  return { result: (await findProof(db, id))?.result, found: (await openWatchFindings(db, 200)).items };
}

/** Plants a fault, proves until it is found, mends it, and proves until it is gone by itself. */
async function plantedAndMended(
  kind: WatchKind,
  { plant, mend, more = {} }: { plant: () => Promise<unknown>; mend: () => Promise<unknown>; more?: Partial<WatchTools> },
): Promise<KeptWatchFinding> {
  let finding: KeptWatchFinding | undefined;
  try {
    await plant();
    finding = await waitFor(async () => (await proved(more)).found.find((one) => one.kind === kind), {
      ...{ withinMs: 30_000, everyMs: 500, what: `the finding ${kind}` },
    });
  } finally {
    await mend();
  }
  await waitFor(async () => (await proved()).result === 'quiet', { withinMs: 30_000, everyMs: 500, what: `${kind} being gone` });
  const [gone] = await db.query<{ at: Date | null }[]>('SELECT gone_at AS at FROM watch_finding WHERE id = $1', [finding.id]);
  expect(gone?.at).toBeInstanceOf(Date);
  return finding;
}

const sql =
  (statement: string, values: unknown[] = []): (() => Promise<unknown>) =>
  () =>
    owner.query(statement, values);
const ofProject =
  (statement: string): (() => Promise<unknown>) =>
  () =>
    owner.query(statement, [project.id]);

describe('a planted fault is found and told, and closes by itself once it is mended', () => {
  it('a planned occurrence without event', async () => {
    const [planned] = await db.query<{ key: string; at: Date }[]>(
      'SELECT key, at FROM planned_occurrence WHERE entity_id = $1 ORDER BY at DESC LIMIT 1',
      [project.id],
    );
    const move = (at: string | Date) =>
      sql('UPDATE planned_occurrence SET at = $3 WHERE entity_id = $1 AND key = $2', [project.id, planned?.key, at]);
    const finding = await plantedAndMended('OCCURRENCE_MISSED', {
      plant: move(new Date(Date.now() - 16 * 60_000)),
      mend: move(planned?.at ?? ''),
    });
    expect(finding).toMatchObject({ entity: project, values: { occurrence: planned?.key } });
  });

  it('an open project without workflow', async () => {
    const finding = await plantedAndMended('SHELL_MISSING', {
      plant: () => tools.client.workflow.getHandle(workflowIdOf(project)).terminate('shown by a test'),
      mend: () => syncEntity(tools.client, project, randomUUID()),
    });
    expect(finding).toMatchObject({ entity: project, values: { status: 'TERMINATED' } });
  });

  it('a changed ledger byte', async () => {
    const { rows } = await owner.query<{ body: string }>('SELECT body FROM ledger_entry WHERE id = $1 AND rev = 3', [project.id]);
    const finding = await plantedAndMended('LEDGER_BROKEN', {
      plant: ofProject(`UPDATE ledger_entry SET body = replace(body, '"rev":3', '"rev": 3') WHERE id = $1 AND rev = 3`),
      mend: sql('UPDATE ledger_entry SET body = $2 WHERE id = $1 AND rev = 3', [project.id, rows[0]?.body]),
    });
    expect(finding).toMatchObject({ entity: project, values: { rev: 3, what: 'changed' } });
  });
});

describe('the watchdog’s own process', () => {
  it('proves when it is asked over the API, and the home page tells when that was', async () => {
    const watchdog = spawnProgram('dist/apps/worker/apps/worker/src/watchdog.js', [], workspace.env);
    try {
      const key = randomUUID();
      const asked = await head.post<{ id: string }>('/api/watchdog/proofs', {}, { 'idempotency-key': key });
      expect([asked.status, asked.body.id]).toEqual([202, key]);
      const proof = await waitFor(
        async () => {
          const { body } = await head.get<{ endedAt: string | null; result: string; counts: Record<string, number> }>(
            `/api/watchdog/proofs/${key}`,
          );
          return body.endedAt === null ? undefined : body;
        },
        { withinMs: 60_000, what: 'the proof' },
      );
      expect(proof).toMatchObject({ result: 'quiet', endedAt: expect.any(String) as string });
      expect(proof.counts['entities']).toBeGreaterThan(5);
      const { body: home } = await head.get<{ watch: unknown }>('/api/overview');
      expect(home.watch).toEqual({ provedAt: proof.endedAt, openFindings: 0, isOld: false });
      const again = await head.post<{ endedAt: string }>('/api/watchdog/proofs', {}, { 'idempotency-key': key });
      expect(again.body.endedAt).toBe(proof.endedAt);
    } finally {
      expect(await watchdog.stop()).toBe(0);
    }
  }, 90_000);

  it('is asked and read by the head, administrators and auditors only', async () => {
    expect((await officer.get('/api/watchdog')).problem.code).toBe('NOT_ALLOWED');
    expect((await officer.post('/api/watchdog/proofs', {})).problem.code).toBe('NOT_ALLOWED');
    expect((await callerWith(api.url, {}).get('/api/watchdog')).status).toBe(401);
    const { body } = await head.get<{ proofs: unknown[]; gone: { kind: string }[] }>('/api/watchdog');
    expect(body.proofs.length).toBeGreaterThan(3);
    expect(body.gone.map(({ kind }) => kind)).toContain('LEDGER_BROKEN');
  });
});
