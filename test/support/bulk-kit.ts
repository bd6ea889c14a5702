import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource } from '@app/persistence';
import { instantOf } from '@app/domain';
import { loadConfig } from '@app/platform';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import { loadFirstData } from '../../apps/worker/src/engine/first-data/first-data';
import { generateProjects } from '../../apps/worker/src/engine/first-data/generate';
import type { DemoPerson } from '../../apps/worker/src/engine/first-data/demo-people';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import { signedIn, type Caller } from './api-kit';
import { databaseSettings } from './commit-kit';
import { freshWorkspace, startApi, startWorker, type ApiProcess, type AppProcess, type Workspace } from './stack';
import { waitFor } from './wait-for';

/** A run as the API tells it. */
export type Run = components['schemas']['BulkRun'];

/** A row of a run as the API tells it. */
export type Row = components['schemas']['BulkRowPage']['items'][number];

/** Some hundred projects with their whole ledger, an API and a worker, and three people who may act on many. */
export interface BulkKit {
  workspace: Workspace;
  db: ReturnType<typeof createDataSource>;
  api: ApiProcess;
  head: Caller;
  deputy: Caller;
  officer: Caller;
  people: DemoPerson[];
  as(key: string): Promise<Caller>;
  startWorker(env?: NodeJS.ProcessEnv): Promise<AppProcess>;
  /** Ids of projects of a stage that nobody holds; each is given out once. */
  projectsIn(stage: string, count: number): Promise<string[]>;
  /** How many of them are held. */
  heldAmong(ids: string[]): Promise<number>;
  /** How often a command stands in the ledger of each. */
  timesApplied(ids: string[], type: string): Promise<number[]>;
  /** The run once it has ended, or stands in the state that is waited for. */
  ended(id: string, state?: Run['state']): Promise<Run>;
  rows(id: string, query?: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** What a kit is made of. */
export interface BulkWish {
  projects?: number;
  settings?: NodeJS.ProcessEnv;
  withoutWorker?: boolean;
}

/** Opens an instance of its own with generated projects. */
export async function openBulkKit({ projects = 150, settings = {}, withoutWorker = false }: BulkWish = {}): Promise<BulkKit> {
  const workspace = await freshWorkspace(settings);
  const db = await createDataSource({ ...databaseSettings, poolSize: 8, url: workspace.database.appUrl }, 'bulk-test').initialize();
  const config = loadConfig(workspace.env);
  await loadFirstData(db, config, instantOf(Date.now()));
  await generateProjects(db, config, instantOf(Date.now()), projects, 2);
  const api = await startApi(workspace.env);
  const workers: AppProcess[] = [];
  const people = JSON.parse(readFileSync(join(workspace.dataDir, 'demo-people.json'), 'utf8')) as DemoPerson[];
  const as = async (key: string): Promise<Caller> => {
    const email = addressOf(player(key));
    return signedIn(api.url, { signIn: email, password: people.find((one) => one.email === email)?.password ?? '' });
  };
  const given = new Set<string>();
  const kit: BulkKit = {
    ...{ workspace, db, api, as, people, head: await as('head'), deputy: await as('deputy'), officer: await as('officer') },
    startWorker: async (env = {}) => {
      const worker = await startWorker({ ...workspace.env, ...env });
      workers.push(worker);
      return worker;
    },
    projectsIn: async (stage, count) => {
      const rows = await db.query<{ id: string }[]>(
        'SELECT id FROM project_summary WHERE stage = $1 AND held IS NULL AND id <> ALL($2::uuid[]) ORDER BY reference, id LIMIT $3',
        [stage, [...given], count],
      );
      if (rows.length < count) throw new Error(`only ${rows.length} projects are in ${stage}`);
      for (const { id } of rows) given.add(id);
      return rows.map(({ id }) => id);
    },
    heldAmong: (ids) => heldAmong(db, ids),
    timesApplied: (ids, type) => timesApplied(db, ids, type),
    ended: (id, state) =>
      waitFor(
        async () => {
          const { body } = await kit.head.get<Run>(`/api/bulk-runs/${id}`);
          return (state === undefined ? body.endedAt !== null : body.state === state) ? body : undefined;
        },
        { withinMs: 90_000, everyMs: 100, what: `the run being ${state ?? 'at its end'}` },
      ),
    rows: async (id, query = '') => (await kit.head.get<{ items: Row[] }>(`/api/bulk-runs/${id}/rows?limit=500${query}`)).body.items,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.kill()));
      await api.stop();
      await db.destroy();
      await workspace.dispose();
    },
  };
  if (!withoutWorker) await kit.startWorker();
  return kit;
}

async function heldAmong(db: BulkKit['db'], ids: string[]): Promise<number> {
  const rows = await db.query<unknown[]>('SELECT FROM project_summary WHERE id = ANY($1::uuid[]) AND held IS NOT NULL', [ids]);
  return rows.length;
}

async function timesApplied(db: BulkKit['db'], ids: string[], type: string): Promise<number[]> {
  const rows = await db.query<{ id: string; times: number }[]>(
    'SELECT id, count(*)::int AS times FROM ledger_entry WHERE id = ANY($1::uuid[]) AND type = $2 GROUP BY id',
    [ids, type],
  );
  const times = new Map(rows.map((row) => [row.id, row.times]));
  return ids.map((id) => times.get(id) ?? 0);
}
