import { bodyOf, type EntityKey } from '@app/persistence';
import { derivedHashes } from '@app/persistence/ledger-writer';
import { Client } from 'pg';
import { rebuildDerived } from '../../apps/worker/src/engine/rebuild-summaries';
import { replan } from '../../apps/worker/src/engine/replan';
import { verifyLedger } from '../../apps/worker/src/engine/verify-ledger';
import { closesAt, completeDraft, expectApplied, openCommitKit, startProject, type CommitKit } from '../support/commit-kit';

describe('what is derived from the ledger', () => {
  let kit: CommitKit;
  let checked: EntityKey;
  beforeAll(async () => {
    kit = await openCommitKit();
    checked = await startProject(kit, '2025-06-10T02:00:00.000Z');
    const { applicant, officer, head, legal } = kit.people;
    await expectApplied(kit.give(checked, 'SubmitApplication', await completeDraft(kit, checked), applicant, '2025-07-01T02:00:00.000Z'));
    const withdrawn = await startProject(kit, '2025-07-02T02:00:00.000Z');
    const submit = await completeDraft(kit, withdrawn, { fieldCode: 'W' });
    await expectApplied(kit.give(withdrawn, 'SubmitApplication', submit, applicant, '2025-07-03T02:00:00.000Z'));
    const letter = { documentId: '018f0000-0000-7000-8000-000000000001', sha256: 'd'.repeat(64) };
    await expectApplied(kit.give(withdrawn, 'WithdrawApplication', { letter }, legal, '2025-07-04T02:00:00.000Z'));
    const draft = await startProject(kit, '2025-07-05T02:00:00.000Z');
    await kit.player.dispatch(draft, '2025-07-05T02:00:00.000Z');
    await expectApplied(kit.give(checked, 'FreezeApplication', { closedAt: closesAt }, { kind: 'system' }, '2025-08-31T09:00:01.000Z'));
    await expectApplied(kit.give(checked, 'AssignOfficer', { officerId: officer.personId }, head, '2025-09-01T02:00:00.000Z'));
  }, 60_000);
  afterAll(() => kit.close());

  it('is the same after it was wiped and rebuilt', async () => {
    const before = await derivedHashes(kit.db);
    const derived = [
      'planned_occurrence',
      'project_search',
      'project_summary',
      'call_summary',
      'register_entry',
      'claim',
      'counter',
      'entity_head',
    ];
    for (const table of derived) {
      await kit.db.query(`DELETE FROM ${table}`);
    }
    expect(await derivedHashes(kit.db)).not.toEqual(before);
    expect(await rebuildDerived(kit.db, kit.tools)).toEqual({ entities: 4, orphansRemoved: 0 });
    expect(await derivedHashes(kit.db)).toEqual(before);
  });

  it('loses rows of entities that the ledger does not know', async () => {
    const before = await derivedHashes(kit.db);
    await kit.db.query(
      `INSERT INTO claim (scope, key, holder_kind, holder_id) VALUES ('centre', 'TH', 'project', '018f0000-0000-7000-8000-00000000dead')`,
    );
    expect((await rebuildDerived(kit.db, kit.tools)).orphansRemoved).toBe(1);
    expect(await derivedHashes(kit.db)).toEqual(before);
  });

  it('is planned anew when a calendar changes, once per release, and only what moved is told', async () => {
    // The withdrawn project is archived: nothing will ever happen there.
    const told: EntityKey[] = [];
    const tell = (entities: EntityKey[]): Promise<void> => Promise.resolve(void told.push(...entities));
    expect(await replan(kit.db, kit.tools, tell)).toMatchObject({ looked: 3, moved: [] });
    const wakes = () => kit.db.query<{ at: Date }[]>('SELECT next_at AS at FROM entity_head WHERE id = $1', [checked.id]);
    const [before] = await wakes();
    // Everybody is off for three weeks in September: reminders before a date move earlier, escalations later.
    await kit.db.query(
      `INSERT INTO calendar_day (country, year, date, kind, name, status)
       SELECT 'CN', 2025, d, 'off', 'test', 'official' FROM generate_series('2025-09-02'::date, '2025-09-24', '1 day') d ON CONFLICT DO NOTHING`,
    );
    await kit.db.query(`INSERT INTO calendar_version (version, note) SELECT max(version) + 1, 'test' FROM calendar_version`);
    const report = await replan(kit.db, kit.tools, tell);
    expect(told).toEqual(report.moved);
    expect(report.moved).toContainEqual(checked);
    expect((await wakes())[0]?.at).not.toEqual(before?.at);
    expect(await replan(kit.db, kit.tools, tell)).toEqual({ looked: 0, moved: [] });
  });
});

describe('the check of the ledger', () => {
  let kit: CommitKit;
  let owner: Client;
  beforeAll(async () => {
    kit = await openCommitKit();
    owner = new Client(kit.database.ownerUrl);
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await kit.close();
  });

  it('is content with what commit wrote, and the application may not change it', async () => {
    const report = await verifyLedger(kit.db);
    expect(report).toMatchObject({ entities: 1, problems: [] });
    expect(report.entries).toBeGreaterThan(2);
    await expect(kit.db.query('UPDATE ledger_entry SET type = type')).rejects.toThrow(/permission denied/);
    await expect(kit.db.query('DELETE FROM ledger_entry')).rejects.toThrow(/permission denied/);
  });

  it('finds a changed text, a changed hash and a missing entry, each at its place', async () => {
    const { rows } = await owner.query<{ body: string }>('SELECT body FROM ledger_entry WHERE rev = 2');
    const body = rows[0]?.body ?? '';
    expect(bodyOf(body).rev).toBe(2);
    await owner.query('UPDATE ledger_entry SET body = $1 WHERE rev = 2', [body.replace('"PublishCall"', '"PublishCull"')]);
    expect((await verifyLedger(kit.db)).problems).toEqual([{ entity: kit.call, rev: 2, what: 'changed' }]);
    await owner.query('UPDATE ledger_entry SET body = $1 WHERE rev = 2', [body]);
    expect((await verifyLedger(kit.db)).problems).toEqual([]);
    await owner.query('DELETE FROM ledger_entry WHERE rev = (SELECT max(rev) FROM ledger_entry)');
    const [head] = await kit.db.query<{ rev: number }[]>('SELECT rev FROM entity_head WHERE id = $1', [kit.call.id]);
    expect((await verifyLedger(kit.db)).problems).toEqual([{ entity: kit.call, rev: head?.rev, what: 'head' }]);
  });
});
