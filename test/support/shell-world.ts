import { randomUUID } from 'node:crypto';
import { defaultPolicy } from '@app/domain';
import type { Actor } from '@app/domain';
import { addPerson, createDataSource, entriesOf, findHead, findCommand, listenForOutcomes, publishPolicy } from '@app/persistence';
import type { CommandOutcomes, EntityHead, EntityKey, LedgerEntry, NewCommand, StoredCommand } from '@app/persistence';
import { createLogger, loadConfig } from '@app/platform';
import type { Config } from '@app/platform';
import type { Client } from '@temporalio/client';
import { snapshotQuery, workflowIdOf } from '@app/workflows';
import type { MailDeskActivities, ShellSnapshot } from '@app/workflows';
import { CommandGateway } from '../../apps/api/src/command-gateway/command.gateway';
import { dryRunner } from '../../apps/api/src/command-gateway/dry-run';
import type { DryRun } from '../../apps/api/src/command-gateway/dry-run';
import { gatewayClient } from '../../apps/api/src/command-gateway/temporal-client';
import { activityRegistry } from '../../apps/worker/src/activity-registry';
import { deciders } from '../../apps/worker/src/commit/deciders';
import type { SweepTools } from '../../apps/worker/src/engine/sweep';
import { composeActivities } from '../../apps/worker/src/compose-worker';
import { composeMailDesk } from '../../apps/worker/src/notification/compose-mail-desk';
import { startTemporalWorker } from '../../apps/worker/src/temporal-worker';
import type { TemporalWorker } from '../../apps/worker/src/temporal-worker';
import { countingRules } from './counting-rules';
import type { CountingRules } from './counting-rules';
import { freshNamespace, freshWorkspace } from './stack';
import { openProxy } from './tcp-proxy';
import type { TcpProxy } from './tcp-proxy';
import type { Workspace } from './stack';

type DataSource = ReturnType<typeof createDataSource>;

/** A shell's whole world on real services: database and namespace of its own, gateway, and a worker in this process that runs the counting rules. */
export interface ShellWorld {
  readonly workspace: Workspace;
  readonly config: Config;
  readonly db: DataSource;
  readonly client: Client;
  readonly gateway: CommandGateway;
  readonly outcomes: CommandOutcomes;
  readonly rules: CountingRules;
  /** The Secretariat head, who gets the mails. */
  readonly person: Actor & { kind: 'person' };
  /** The ways that can be cut, where they were asked for. */
  readonly ways: { database?: TcpProxy; engine?: TcpProxy };
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

/** How the world departs from the usual one. */
export interface WorldOptions {
  settings?: NodeJS.ProcessEnv;
  /** Without it nothing is refused before the engine is asked. */
  withDryRun?: boolean;
  /** Take the database of this world, its engine lost: an empty namespace. */
  insteadOf?: ShellWorld;
  /** Start without a worker in this process. */
  withoutWorker?: boolean;
  /** Reach the database, or the engine, by a way that can be cut. */
  cuttable?: { database?: boolean; engine?: boolean };
  /** The rules of the product instead of the counting ones. */
  realRules?: boolean;
  /** Mail leaves by the real desk, into the catcher; without it mail stays in the outbox. */
  sendsMail?: boolean;
  /** A desk of the test's own. */
  mailDesk?: (db: DataSource) => MailDeskActivities;
}

const nobodySends: MailDeskActivities = { deliverDue: () => Promise.resolve({ rollAt: 600, results: [] }) };
const nothingRefused: DryRun = () => Promise.resolve(undefined);

/** Makes the world, with a policy and one person in it, and starts its worker. */
export async function openShellWorld(options: WorldOptions = {}): Promise<ShellWorld> {
  const before = options.insteadOf;
  const workspace = before === undefined ? await freshWorkspace(options.settings) : await withEmptyEngine(before.workspace);
  const ways = await openWays(workspace.env, options.cuttable ?? {});
  const config = loadConfig({ ...workspace.env, ...ways.env });
  const logger = createLogger('worker-under-test', 'silent');
  const db = await createDataSource(config.database, 'shell-test').initialize();
  const rules = countingRules();
  if (options.realRules !== true) deciders.call = rules;
  const person = before?.person ?? (await firstData(db));
  const client = gatewayClient(config);
  const outcomes = await listenForOutcomes(config.database.url, db);
  const gateway = new CommandGateway({ db, outcomes, client, dryRun: options.withDryRun === true ? dryRunner(db) : nothingRefused });
  let worker: TemporalWorker | undefined;
  const world: ShellWorld = {
    ...{ workspace, config, db, client, gateway, outcomes, rules, person, ways },
    startWorker: async () => {
      const mailDesk = options.sendsMail === true ? composeMailDesk(config, db, logger) : (options.mailDesk?.(db) ?? nobodySends);
      const activities = activityRegistry({ ...composeActivities(config, db, client, logger), mailDesk });
      worker = await startTemporalWorker({ config, activities, connectWithinMs: 10_000, logger });
    },
    stopWorker: async () => {
      await worker?.stop();
      worker = undefined;
    },
    close: async () => {
      await world.stopWorker();
      await client.connection.close();
      await gateway.idle();
      await outcomes.close();
      await db.destroy();
      await ways.database?.close();
      await ways.engine?.close();
      if (before === undefined) await workspace.dispose();
    },
  };
  if (options.withoutWorker !== true) await world.startWorker();
  return world;
}

async function withEmptyEngine(workspace: Workspace): Promise<Workspace> {
  const namespace = await freshNamespace();
  return { ...workspace, namespace, env: { ...workspace.env, TEMPORAL_NAMESPACE: namespace } };
}

async function openWays(
  env: NodeJS.ProcessEnv,
  { database, engine }: NonNullable<WorldOptions['cuttable']>,
): Promise<ShellWorld['ways'] & { env: NodeJS.ProcessEnv }> {
  const url = new URL(env['DATABASE_URL'] ?? '');
  const [host = '', port] = (env['TEMPORAL_ADDRESS'] ?? '').split(':');
  const toDatabase = database === true ? await openProxy(url.hostname, Number(url.port)) : undefined;
  const toEngine = engine === true ? await openProxy(host, Number(port)) : undefined;
  if (toDatabase !== undefined) url.host = `127.0.0.1:${toDatabase.port}`;
  return {
    ...(toDatabase === undefined ? {} : { database: toDatabase }),
    ...(toEngine === undefined ? {} : { engine: toEngine }),
    env: { DATABASE_URL: url.toString(), ...(toEngine === undefined ? {} : { TEMPORAL_ADDRESS: `127.0.0.1:${toEngine.port}` }) },
  };
}

async function firstData(db: DataSource): Promise<ShellWorld['person']> {
  const personId = randomUUID();
  await publishPolicy(db, 1, 'default', defaultPolicy);
  await addPerson(db, {
    ...{ id: personId, fullName: '测试', latinName: 'Test', addressAs: 'Test', emails: [`${personId}@example.org`] },
    ...{ mailLanguage: 'en', country: 'CN', zone: 'Asia/Shanghai', roles: ['SH'] },
  });
  return { kind: 'person', personId, roles: ['SH'] };
}

/** A command of the world's person; its id is new unless given. */
export function aCommand(world: ShellWorld, type: string, payload: unknown, more: Partial<NewCommand> = {}): NewCommand {
  return { id: randomUUID(), type, actor: world.person, payload, source: 'api', ...more };
}

/** Creates an entity under the counting rules, with reminders at these instants. */
export async function createEntity(world: ShellWorld, reminders: string[] = []): Promise<EntityKey> {
  const entity: EntityKey = { kind: 'call', id: randomUUID() };
  const answer = await world.gateway.submit(entity, aCommand(world, 'CreateCall', { policyVersion: 1, reminders }));
  if (answer.status !== 'applied') throw new Error(`the entity was not created: ${JSON.stringify(answer)}`);
  return entity;
}

/** What a sweep needs here; everything counts as left behind. */
export function sweepTools({ db, client }: ShellWorld): SweepTools {
  return { db, client, heartbeat: () => undefined, warn: () => undefined, lateMs: { wake: 0, command: 0 } };
}

/** What the ledger has of an entity, oldest first. */
export function ledgerOf(world: ShellWorld, entity: EntityKey): Promise<LedgerEntry[]> {
  return entriesOf(world.db, entity);
}

/** Where the database says an entity stands. */
export async function headOf(world: ShellWorld, entity: EntityKey): Promise<EntityHead> {
  const head = await findHead(world.db, entity);
  if (head === undefined) throw new Error('the entity does not exist');
  return head;
}

/** A stored command. */
export async function storedCommand(world: ShellWorld, entity: EntityKey, id: string): Promise<StoredCommand> {
  const stored = await findCommand(world.db, entity, id);
  if (stored === undefined) throw new Error(`command ${id} is not stored`);
  return stored;
}

/** What the shell says of itself. */
export function snapshotOf(world: ShellWorld, entity: EntityKey): Promise<ShellSnapshot> {
  return world.client.workflow.getHandle(workflowIdOf(entity)).query(snapshotQuery);
}
