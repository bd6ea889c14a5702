import { randomUUID } from 'node:crypto';
import { Client as PgClient } from 'pg';
import {
  addPerson,
  createRuleData,
  decideAct,
  endAct,
  findAct,
  listFindings,
  openAct,
  openCommand,
  type EntityKey,
  type TechnicalAct,
} from '@app/persistence';
import { createLogger } from '@app/platform';
import {
  maintenanceWorkflowType,
  syncSignal,
  taskQueues,
  workflowIdOf,
  type Inspection,
  type MaintenanceInput,
  type RepairAct,
} from '@app/workflows';
import { activityRegistry } from '../../apps/worker/src/activity-registry';
import { composeActivities } from '../../apps/worker/src/compose-worker';
import { inspectEntity } from '../../apps/worker/src/engine/inspect-entity';
import { lookForTrouble } from '../../apps/worker/src/engine/look-for-trouble';
import { carryOutRepair, type RepairTools } from '../../apps/worker/src/engine/repair';
import { startMaintenance } from '../../apps/worker/src/engine/start-maintenance';
import { engineComparisons } from '../../apps/worker/src/engine/watchdog/engine-comparisons';
import { watchLimits } from '../../apps/worker/src/engine/watchdog/comparison';
import { latelyDelivered } from '../../apps/worker/src/engine/history-witness';
import { composeMailDesk } from '../../apps/worker/src/notification/compose-mail-desk';
import { startTemporalWorker } from '../../apps/worker/src/temporal-worker';
import { candidateFolder, dispatchesFirst } from '../support/changed-bundle';
import { bundleOf } from '../replay/bundles';
import { spawnProgram } from '../support/app-process';
import { CLI } from '../support/fresh-database';
import {
  aCommand,
  createEntity,
  headOf,
  ledgerOf,
  openShellWorld,
  snapshotOf,
  storedCommand,
  type ShellWorld,
} from '../support/shell-world';
import { startScriptedSmtp, type ScriptedSmtp } from '../support/smtp-server';
import { waitFor } from '../support/wait-for';

const candidates = candidateFolder();
const lateMs = { wake: 0, command: 0 };
let smtp: ScriptedSmtp;
let world: ShellWorld;
let second: string;

beforeAll(async () => {
  smtp = await startScriptedSmtp();
  world = await openShellWorld({ sendsMail: true, settings: { SMTP_URL: smtp.url } });
  second = randomUUID();
  await addPerson(world.db, {
    ...{ id: second, fullName: '第二人', latinName: 'Second', addressAs: 'Second', emails: [`${second}@example.org`] },
    ...{ mailLanguage: 'en', country: 'CN', zone: 'Asia/Shanghai', roles: ['AD'] },
  });
}, 60_000);
afterAll(async () => {
  await world.close();
  await smtp.close();
  candidates.remove();
});

const seenOf = (entity: EntityKey) => inspectEntity({ db: world.db, client: world.client, lateMs }, entity);
const codesOf = async (entity: EntityKey) => ((await seenOf(entity))?.findings ?? []).map(({ code }) => code);
const toolsWithin = (verifyWithinMs: number): RepairTools => ({
  ...{ db: world.db, client: world.client, lateMs, verifyWithinMs, heartbeat: () => undefined },
  commit: { ruleData: createRuleData(), production: true, rollAt: 600, onFailure: () => undefined },
});

/** All that was recorded and told of an entity. */
async function recordOf(entity: EntityKey): Promise<unknown> {
  const outbox = await world.db.query<unknown[]>('SELECT id, business_key, state FROM outbox WHERE entity_id = $1 ORDER BY rev, seq', [
    entity.id,
  ]);
  return { ledger: await ledgerOf(world, entity), outbox };
}

async function withMails(count: number): Promise<EntityKey> {
  const entity = await createEntity(world);
  for (let n = 1; n <= count; n++) await world.gateway.submit(entity, aCommand(world, 'Add', { n, mail: true }));
  await waitFor(async () => (await seenOf(entity))?.mailsSent === count, { withinMs: 60_000, what: 'the mails leaving' });
  return entity;
}

/** Asks for a repair as the API does. */
async function asked(entity: EntityKey, name: RepairAct, more: { needsSecond?: boolean } = {}, where = world): Promise<TechnicalAct> {
  const input: MaintenanceInput = { task: 'inspect', id: randomUUID(), entity };
  const seen = await where.client.workflow.execute<(input: MaintenanceInput) => Promise<Inspection | undefined>>(maintenanceWorkflowType, {
    ...{ workflowId: `inspect-${input.id}`, taskQueue: taskQueues.project, args: [input] as const },
  });
  const { runId, ledgerRev, outboxRows, retrying, reset } = seen ?? {};
  const opened = await openAct(world.db, {
    ...{ id: randomUUID(), kind: `repair.${name}`, entity, door: 'page', actorId: world.person.personId, reason: '演练 drill' },
    ...{ asked: name === 'reset' ? { runId, eventId: reset?.eventId } : {}, before: { runId, ledgerRev, outboxRows, retrying } },
    needsSecond: more.needsSecond === true,
  });
  if (opened.is !== 'opened') throw new Error('the act was known');
  return opened.act;
}

async function carriedOut(id: string): Promise<TechnicalAct> {
  await startMaintenance(world.client, { task: 'repair', id });
  await waitFor(async () => (await findAct(world.db, id))?.endedAt !== null, { withinMs: 90_000, what: 'the end of the repair' });
  return (await findAct(world.db, id)) as TechnicalAct;
}

describe('a workflow that was ended from outside', () => {
  it('is found without being told, started from the ledger, and told as repaired once the shell stands where the ledger does', async () => {
    const entity = await withMails(2);
    const before = await recordOf(entity);
    await world.client.workflow.getHandle(workflowIdOf(entity)).terminate('shown by a test');
    const look = { db: world.db, client: world.client, lateMs, everyOne: false, heartbeat: () => undefined };
    const found = async () => (await listFindings(world.db, 50)).filter((one) => one.entity.id === entity.id);
    await waitFor(
      async () => {
        await lookForTrouble(look);
        return (await found()).length > 0;
      },
      { withinMs: 30_000, what: 'the finding' },
    );
    expect(await found()).toMatchObject([{ code: 'SHELL_MISSING', values: { status: 'TERMINATED' } }]);

    const act = await asked(entity, 'restart');
    expect(await carriedOut(act.id)).toMatchObject({ state: 'done', resultCode: 'REPAIRED', after: { findings: [] } });
    expect((await snapshotOf(world, entity)).view.rev).toBe((await headOf(world, entity)).rev);
    expect(await recordOf(entity)).toEqual(before);
    expect(await found()).toEqual([]);
    // Before a desk has run the engine knows nothing of it: that is no fault.
    expect(await latelyDelivered(world.client, 'opened-by-nobody')).toEqual(new Set());
  }, 120_000);
});

describe('a run that no longer replays', () => {
  it('is found, and a reset confirmed by a second person makes it well: decisions stay, nothing is sent again', async () => {
    const entity = await withMails(5);
    const before = await recordOf(entity);
    const handle = world.client.workflow.getHandle(workflowIdOf(entity));
    await world.stopWorker();
    const workflowBundle = await bundleOf(candidates.scratch, [dispatchesFirst]);
    const config = { ...world.config, temporal: { ...world.config.temporal, workflowBundle } };
    const logger = createLogger('changed-worker', 'silent');
    const mailDesk = composeMailDesk(config, world.db, logger);
    const activities = activityRegistry({ ...composeActivities(config, world.db, world.client, logger), mailDesk });
    const changed = await startTemporalWorker({ config, activities, connectWithinMs: 10_000, logger });
    try {
      await handle.signal(syncSignal, { key: 'wakes-the-changed-shell' });
      await waitFor(async () => (await codesOf(entity)).includes('TASK_FAILING'), {
        withinMs: 60_000,
        what: 'the failing task being found',
      });

      const act = await asked(entity, 'reset', { needsSecond: true });
      await startMaintenance(world.client, { task: 'repair', id: act.id });
      await world.client.workflow.getHandle(`maintenance/repair/${act.id}`).result();
      // Nothing is done before the second person has confirmed.
      expect((await handle.describe()).runId).toBe(act.asked['runId']);
      await decideAct(world.db, act.id, 'confirm', { personId: second, door: 'page' });
      expect(await carriedOut(act.id)).toMatchObject({
        state: 'done',
        resultCode: 'REPAIRED',
        secondName: '第二人',
        after: { findings: [], mailsSent: 5 },
      });
      expect(await recordOf(entity)).toEqual(before);
      const { runId } = await handle.describe();
      expect(runId).not.toBe(act.asked['runId']);

      // As after a kill before the end was written: done again, it changes nothing.
      expect(await carryOutRepair(toolsWithin(30_000), { ...act, state: 'running' })).toMatchObject({ state: 'done' });
      expect((await handle.describe()).runId).toBe(runId);
      expect(await recordOf(entity)).toEqual(before);
    } finally {
      await changed.stop();
      mailDesk.close();
      await world.startWorker();
    }
  }, 240_000);
});

describe('other repairs', () => {
  it('roll a shell into its next run, and deliver a command that was left behind', async () => {
    const entity = await withMails(1);
    const roll = await asked(entity, 'roll');
    expect(await carriedOut(roll.id)).toMatchObject({ state: 'done', resultCode: 'REPAIRED' });
    expect((await seenOf(entity))?.runId).not.toBe(roll.before['runId']);

    const left = aCommand(world, 'Add', { n: 7 });
    await openCommand(world.db, entity, left);
    expect(await codesOf(entity)).toContain('COMMAND_WAITS');
    expect(await carryOutRepair(toolsWithin(30_000), await asked(entity, 'deliver'))).toMatchObject({ state: 'done' });
    expect((await storedCommand(world, entity, left.id)).status).toBe('applied');
  }, 120_000);

  it('end a shell for good reason, and tell that it has ended only then', async () => {
    const entity = await createEntity(world);
    const act = await asked(entity, 'terminate');
    expect(await carriedOut(act.id)).toMatchObject({ state: 'done', resultCode: 'REPAIRED' });
    expect(await codesOf(entity)).toEqual(['SHELL_MISSING']);
  }, 60_000);
});

describe('work that is tried again and again', () => {
  /** Holds the entity's row as a long transaction would: every commit runs into its time limit and is tried again. */
  async function held(entity: EntityKey): Promise<() => Promise<void>> {
    const holder = new PgClient(world.workspace.database.ownerUrl);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM entity_head WHERE id = $1 FOR UPDATE', [entity.id]);
    return async () => {
      await holder.query('ROLLBACK');
      await holder.end();
    };
  }

  it('is found, tried at once when asked, and told as done only when it has succeeded', async () => {
    const entity = await withMails(1);
    const release = await held(entity);
    const left = aCommand(world, 'Add', { n: 3 });
    try {
      void world.gateway.submit(entity, left);
      await waitFor(async () => (await codesOf(entity)).includes('ACTIVITY_RETRYING'), { withinMs: 120_000, what: 'many tries in vain' });
      const act = await asked(entity, 'retry');
      expect(await carryOutRepair(toolsWithin(3_000), act)).toMatchObject({
        ...{ state: 'failed', code: 'TROUBLE_REMAINS', values: { left: ['ACTIVITY_RETRYING'] } },
      });
    } finally {
      await release();
    }
    await waitFor(async () => (await storedCommand(world, entity, left.id)).status === 'applied', { withinMs: 60_000 });
    expect(await codesOf(entity)).toEqual([]);
  }, 240_000);

  it('goes on at once after its cause is gone', async () => {
    const entity = await withMails(1);
    const release = await held(entity);
    const left = aCommand(world, 'Add', { n: 3 });
    let act: TechnicalAct;
    try {
      void world.gateway.submit(entity, left);
      await waitFor(async () => (await codesOf(entity)).includes('ACTIVITY_RETRYING'), { withinMs: 120_000, what: 'many tries in vain' });
      act = await asked(entity, 'retry');
    } finally {
      await release();
    }
    expect(await carryOutRepair(toolsWithin(30_000), act)).toMatchObject({ state: 'done', code: 'REPAIRED' });
    expect((await storedCommand(world, entity, left.id)).status).toBe('applied');
  }, 240_000);
});

describe('an engine whose database was lost, a project with 30 mails sent', () => {
  it('is found as a whole, started from the ledger, and sends none of them again', async () => {
    const entity = await withMails(30);
    const other = await withMails(2);
    const before = [await recordOf(entity), await recordOf(other)];
    const arrived = smtp.taken.length;
    await world.stopWorker();
    const restarted = await openShellWorld({ insteadOf: world, sendsMail: true });
    try {
      const look = { db: restarted.db, client: restarted.client, lateMs, everyOne: false, heartbeat: () => undefined };
      await lookForTrouble(look);
      const missing = (await listFindings(restarted.db, 200)).filter(({ code }) => code === 'SHELL_MISSING').map((one) => one.entity.id);
      expect(missing).toEqual(expect.arrayContaining([entity.id, other.id]));
      for (const one of [entity, other]) {
        const act = await asked(one, 'restart', {}, restarted);
        const tools = { ...toolsWithin(30_000), client: restarted.client };
        expect(await carryOutRepair(tools, act)).toMatchObject({ state: 'done', code: 'REPAIRED' });
      }
      expect([await recordOf(entity), await recordOf(other)]).toEqual(before);
      expect((await inspectEntity({ db: restarted.db, client: restarted.client, lateMs }, entity))?.mailsSent).toBe(30);
      // What is decided next is sent as ever, and nothing beside it.
      await restarted.gateway.submit(entity, aCommand(restarted, 'Add', { n: 31, mail: true }));
      await waitFor(() => smtp.taken.length > arrived, { withinMs: 60_000, what: 'the next mail' });
      expect(smtp.taken).toHaveLength(arrived + 1);
    } finally {
      await restarted.close();
      await world.startWorker();
    }
  }, 240_000);
});

describe('mails that the desk told the engine it had sent', () => {
  it('are found by the watchdog where the outbox does not call them sent, though no other table says that they left', async () => {
    const entity = await withMails(2);
    const desk = engineComparisons.find(({ name }) => name === 'desk');
    const tools = { ...toolsWithin(1_000), namespace: '', limits: watchLimits };
    const found = async () => (await desk?.compare(tools))?.found.filter((one) => one.entity?.id === entity.id);
    expect(await found()).toEqual([]);
    await world.db.query(`UPDATE outbox SET state = 'cancelled' WHERE entity_id = $1 AND kind = 'mail'`, [entity.id]);
    await waitFor(async () => (await found())?.length === 2, { withinMs: 30_000, what: 'the finding of both mails' });
    expect((await found())?.[0]).toMatchObject({ kind: 'MAIL_UNRECORDED', values: { witness: 'engine', state: 'cancelled' } });
    await world.db.query(`UPDATE outbox SET state = 'sent' WHERE entity_id = $1 AND kind = 'mail'`, [entity.id]);
    expect(await found()).toEqual([]);
  }, 120_000);
});

describe('mails of which nobody knows whether they left', () => {
  it('are found, counted for their project, and gone when somebody has decided', async () => {
    const entity = await withMails(2);
    await world.db.query(`UPDATE outbox SET state = 'uncertain' WHERE entity_id = $1 AND kind = 'mail'`, [entity.id]);
    const look = { db: world.db, client: world.client, lateMs, everyOne: false, heartbeat: () => undefined };
    const found = async () => (await listFindings(world.db, 200)).filter((one) => one.entity.id === entity.id);
    await lookForTrouble(look);
    expect(await found()).toMatchObject([{ code: 'MAILS_UNCERTAIN', values: { count: 2 } }]);
    await world.db.query(`UPDATE outbox SET state = 'sent' WHERE entity_id = $1 AND kind = 'mail'`, [entity.id]);
    await lookForTrouble(look);
    expect(await found()).toEqual([]);
  }, 60_000);
});

describe('the command line', () => {
  const run = async (...args: string[]): Promise<{ code: number | string; logs: string }> => {
    const program = spawnProgram(CLI, ['repair', ...args], world.workspace.env);
    const code = await program.ended;
    return { code, logs: program.logs() };
  };
  const says = (words: string): string => expect.stringContaining(words) as string;

  it('lists what needs repair, repairs it, and only proposes what needs a second person', async () => {
    const entity = await createEntity(world);
    const name = `call/${entity.id}`;
    expect(await run('restart', name, '--reason', 'drill')).toMatchObject({ code: 2, logs: says('SHELL_RUNS') });
    expect(await run('sync', name)).toMatchObject({ code: 2 });
    expect(await run('sync', 'NO-SUCH', '--reason', 'drill')).toMatchObject({ code: 2 });
    await world.client.workflow.getHandle(workflowIdOf(entity)).terminate('shown by a test');
    await waitFor(async () => (await run('list')).logs.includes(entity.id), { withinMs: 60_000, everyMs: 500, what: 'the list naming it' });
    const key = randomUUID();
    const restart = ['restart', name, '--key', key, '--reason'];
    expect(await run(...restart, 'drill')).toMatchObject({ code: 0, logs: says('Done, and checked') });
    // The same key again is the same repair, though by now it would make no sense.
    expect(await run(...restart, 'drill')).toMatchObject({ code: 0 });
    expect(await run(...restart, 'another')).toMatchObject({ code: 2 });
    const { runId } = (await seenOf(entity)) ?? {};
    expect(await run('reset', name, '--reason', 'drill')).toMatchObject({ code: 0, logs: says('Proposed') });
    expect((await seenOf(entity))?.runId).toBe(runId);
  }, 150_000);
});

describe('a repair that does not help says so', () => {
  it('when the ledger was changed: reading it anew leaves the project halted, and reconciling names what differs', async () => {
    const entity = await withMails(1);
    const owner = new PgClient(world.workspace.database.ownerUrl);
    await owner.connect();
    await owner.query(`UPDATE ledger_entry SET hash = 'forged' WHERE id = $1 AND rev = 2`, [entity.id]);
    await owner.query('UPDATE entity_head SET halted_at = now() WHERE id = $1', [entity.id]);
    await owner.end();
    expect(await codesOf(entity)).toContain('HALTED');
    const sync = await carryOutRepair(toolsWithin(2_000), await asked(entity, 'sync'));
    expect(sync).toMatchObject({
      state: 'failed',
      code: 'TROUBLE_REMAINS',
      values: { left: expect.arrayContaining(['HALTED']) as string[] },
    });
    const reconcile = await carryOutRepair(toolsWithin(2_000), await asked(entity, 'reconcile'));
    expect(reconcile).toMatchObject({
      state: 'failed',
      code: 'NOT_RECONCILED',
      values: { problem: 'ENTRY_DIFFERS', rev: 2 },
    });
  }, 90_000);

  it('when the run has moved on since the reset was shown: nothing is reset', async () => {
    const entity = await withMails(1);
    const act = await asked(entity, 'reset');
    await carriedOut((await asked(entity, 'roll')).id);
    const { runId } = (await seenOf(entity)) ?? {};
    expect(await carriedOut(act.id)).toMatchObject({ state: 'failed', resultCode: 'RUN_MOVED_ON' });
    expect((await seenOf(entity))?.runId).toBe(runId);
    expect(await endAct(world.db, act.id, { state: 'done', code: 'REPAIRED' })).toBe(false);
  }, 90_000);
});
