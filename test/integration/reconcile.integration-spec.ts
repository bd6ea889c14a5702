import { Client as PgClient } from 'pg';
import { countArchivedRuns, createRuleData, type EntityKey } from '@app/persistence';
import { rollSignal, workflowIdOf } from '@app/workflows';
import { archiveClosedRuns } from '../../apps/worker/src/engine/archive-runs';
import { reconcileEntity, type ReconcileTools } from '../../apps/worker/src/engine/reconcile';
import { witnessLedger } from '../../apps/worker/src/engine/witness-ledger';
import { syncEntity } from '../../apps/worker/src/dispatch/send-entity-command';
import { totalOf } from '../support/counting-rules';
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
import { waitFor } from '../support/wait-for';

const outboxOf = (world: ShellWorld, entity: EntityKey) =>
  world.db.query<{ id: string; business_key: string; state: string }[]>(
    'SELECT id, business_key, state FROM outbox WHERE entity_id = $1 ORDER BY rev, seq',
    [entity.id],
  );

/** As a restore of a backup made at revision `rev` does it: by the owner of the tables, past all guards. */
async function restoreTo(world: ShellWorld, entity: EntityKey, head: string): Promise<void> {
  const owner = new PgClient(world.workspace.database.ownerUrl);
  await owner.connect();
  try {
    for (const table of ['ledger_entry', 'outbox']) {
      const id = table === 'outbox' ? 'entity_id' : 'id';
      await owner.query(`DELETE FROM ${table} WHERE ${id} = $1 AND rev > ($2::jsonb ->> 'rev')::int`, [entity.id, head]);
    }
    await owner.query(`DELETE FROM command WHERE entity_id = $1 AND (outcome->>'rev')::int > ($2::jsonb ->> 'rev')::int`, [
      entity.id,
      head,
    ]);
    await owner.query('DELETE FROM entity_head WHERE id = $1', [entity.id]);
    await owner.query('INSERT INTO entity_head SELECT * FROM jsonb_populate_record(NULL::entity_head, $1::jsonb)', [head]);
  } finally {
    await owner.end();
  }
}

async function headRow(world: ShellWorld, entity: EntityKey): Promise<string> {
  const [row] = await world.db.query<{ head: string }[]>('SELECT to_jsonb(h)::text AS head FROM entity_head h WHERE id = $1', [entity.id]);
  return row?.head ?? '';
}

describe('a database that was restored to an earlier time', () => {
  let world: ShellWorld;
  let tools: ReconcileTools;
  beforeAll(async () => {
    world = await openShellWorld({ sendsMail: true });
    const commit = { ruleData: createRuleData(), production: true, rollAt: 600, onFailure: () => undefined };
    tools = { db: world.db, client: world.client, commit };
  }, 60_000);
  afterAll(() => world.close());

  const addAll = async (entity: EntityKey, numbers: number[]): Promise<string[]> => {
    const commands = numbers.map((n) => aCommand(world, 'Add', { n, mail: true }));
    for (const command of commands) await world.gateway.submit(entity, command);
    return commands.map((command) => command.id);
  };
  const allSent = (entity: EntityKey) => async () => (await outboxOf(world, entity)).every((row) => row.state === 'sent');

  it('gets its ledger, its mails and the answers of its commands back from the histories, word for word', async () => {
    const entity = await createEntity(world);
    await addAll(entity, [1, 2]);
    await waitFor(allSent(entity));
    const backup = await headRow(world, entity);
    const later = await addAll(entity, [3, 4]);
    await waitFor(allSent(entity));
    const [ledger, outbox] = [await ledgerOf(world, entity), await outboxOf(world, entity)];
    await restoreTo(world, entity, backup);
    const kept = aCommand(world, 'Add', { n: 50 });
    expect(await world.gateway.submit(entity, kept)).toEqual({ status: 'pending' });

    expect(await reconcileEntity(tools, entity)).toEqual({ entity, restored: [4, 5] });
    expect(await ledgerOf(world, entity)).toEqual(ledger);
    // Sent before the restore: no row waits, so nobody gets a mail twice.
    expect(await outboxOf(world, entity)).toEqual(outbox);
    expect(await Promise.all(later.map(async (id) => (await storedCommand(world, entity, id)).outcome))).toMatchObject([
      { rev: 4 },
      { rev: 5 },
    ]);

    await syncEntity(world.client, entity, 'reconciled');
    await waitFor(async () => (await storedCommand(world, entity, kept.id)).status === 'applied', { withinMs: 30_000 });
    expect(totalOf((await headOf(world, entity)).state)).toBe(60);
    await waitFor(async () => (await snapshotOf(world, entity)).view.rev === 6);
  }, 90_000);

  it('is borne out by the engine word for word, and by the archive once the engine has lost the runs', async () => {
    const entity = await createEntity(world);
    await addAll(entity, [1, 2, 3]);
    const handle = world.client.workflow.getHandle(workflowIdOf(entity));
    const { runId } = await handle.describe();
    await handle.signal(rollSignal);
    await waitFor(async () => (await handle.describe()).runId !== runId, { withinMs: 30_000, what: 'the next run' });
    await addAll(entity, [4]);
    const all = { entries: 5, equal: 5, problems: [] };
    expect(await witnessLedger(world.db, world.client, entity)).toEqual(all);
    expect(await witnessLedger(world.db, world.client, entity, 2)).toEqual({ ...all, entries: 2, equal: 2 });

    const archive = { db: world.db, client: world.client, heartbeat: () => undefined };
    await handle.terminate('shown by a test');
    await waitFor(async () => (await archiveClosedRuns(archive), (await countArchivedRuns(world.db, workflowIdOf(entity))) === 2), {
      ...{ withinMs: 30_000, what: 'both runs in the archive' },
    });
    const emptied = await openShellWorld({ insteadOf: world, withoutWorker: true });
    try {
      expect(await witnessLedger(emptied.db, emptied.client, entity)).toEqual(all);
    } finally {
      await emptied.close();
    }
  }, 120_000);

  it('stays halted when ledger and history tell different things, and is left as it is', async () => {
    const entity = await createEntity(world);
    await addAll(entity, [1, 2]);
    const owner = new PgClient(world.workspace.database.ownerUrl);
    await owner.connect();
    await owner.query(`UPDATE ledger_entry SET hash = 'forged' WHERE id = $1 AND rev = 2`, [entity.id]);
    await owner.query(`UPDATE entity_head SET halted_at = now() WHERE id = $1`, [entity.id]);
    await owner.end();
    const before = await ledgerOf(world, entity);
    expect(await reconcileEntity(tools, entity)).toEqual({
      entity,
      restored: [],
      problem: { code: 'ENTRY_DIFFERS', values: { rev: 2 } },
    });
    expect(await ledgerOf(world, entity)).toEqual(before);
    expect((await headOf(world, entity)).haltedAt).not.toBeNull();
  }, 60_000);
});
