import { randomUUID } from 'node:crypto';
import { findCommand, findHead, openCommand, plannedOf, type EntityKey } from '@app/persistence';
import { commitTransaction } from '../../apps/worker/src/commit/commit-transaction';
import { closesAt, completeDraft, expectApplied, openCommitKit, startProject, type CommitKit } from '../support/commit-kit';

const june = '2025-06-10T02:00:00.000Z';

describe('commit', () => {
  let kit: CommitKit;
  beforeAll(async () => {
    kit = await openCommitKit();
  });
  afterAll(() => kit.close());

  const ledgerOf = (entity: EntityKey) =>
    kit.db.query<{ rev: number; type: string }[]>('SELECT rev, type FROM ledger_entry WHERE kind = $1 AND id = $2 ORDER BY rev', [
      entity.kind,
      entity.id,
    ]);
  const openAtRev = (project: EntityKey, expectedRev: number) => {
    const command = {
      id: randomUUID(),
      type: 'WithdrawApplication',
      actor: kit.people.legal,
      payload: { letter: { documentId: randomUUID(), sha256: 'c'.repeat(64) } },
    };
    return openCommand(kit.db, project, { ...command, expectedRev, source: 'api' }).then(() => command);
  };

  it('records an application, plans the reminders of its closing and tells the call', async () => {
    const project = await startProject(kit, june);
    expect(await ledgerOf(project)).toEqual([{ rev: 1, type: 'StartApplication' }]);
    const plan = await plannedOf(kit.db, project);
    expect(plan.map((one) => one.rule)).toContain('draft');
    const head = await findHead(kit.db, project);
    expect(head?.view).toMatchObject({ rev: 1, head: head?.head, stage: 'application', subState: 'draft' });
    // A room's conductor decides when time passes: nothing wakes on the wall.
    expect(head?.view?.nextWakeAt).toBeUndefined();
    const told = await kit.db.query<unknown[]>('SELECT command FROM outbox WHERE entity_id = $1', [project.id]);
    expect(told).toEqual([{ command: { type: 'CountApplication', payload: { projectId: project.id } } }]);
  });

  it('submits a complete draft, numbers it without gaps, takes its claim and writes one mail a person', async () => {
    const project = await startProject(kit, june);
    const submit = await completeDraft(kit, project);
    const incomplete = await kit.give(project, 'SubmitApplication', { ...submit, draftHash: 'f'.repeat(64) }, kit.people.applicant, june);
    expect(incomplete).toMatchObject({ status: 'refused', violation: { code: 'STALE_REVISION' } });
    await expectApplied(kit.give(project, 'SubmitApplication', submit, kit.people.applicant, june));
    expect((await kit.stateOf(project)).applicationRef).toBe('LMGF-2025-A-0001');
    const claims = await kit.db.query<unknown[]>('SELECT scope, holder_id FROM claim WHERE holder_id = $1', [project.id]);
    expect(claims).toEqual([{ scope: 'duplicate', holder_id: project.id }]);
    const mails = await kit.db.query<{ person_id: string; notification: string }[]>(
      `SELECT person_id, notification FROM outbox WHERE entity_id = $1 AND kind = 'mail'`,
      [project.id],
    );
    expect(new Set(mails.map((mail) => mail.person_id)).size).toBe(mails.length);
    expect(mails.map((mail) => mail.person_id)).toContain(kit.people.applicant.personId);
    const other = await startProject(kit, june);
    const twin = await kit.give(other, 'SubmitApplication', await completeDraft(kit, other), kit.people.applicant, june);
    expect(twin).toMatchObject({ status: 'refused', violation: { code: 'DUPLICATE_IN_CALL', values: { reference: 'LMGF-2025-A-0001' } } });
  });

  it('answers a repeated command from the store, with one effect', async () => {
    const project: EntityKey = { kind: 'project', id: randomUUID() };
    const command = { id: randomUUID(), type: 'StartApplication', actor: kit.people.applicant, payload: { callId: kit.call.id } };
    await openCommand(kit.db, project, { ...command, source: 'api' }, kit.call);
    const first = await kit.commit(project, command);
    expect(first.result.entries).toHaveLength(1);
    const again = await kit.commit(project, command);
    expect(again.result.entries).toBeUndefined();
    expect(again.result).toMatchObject({ view: { rev: 1 }, hasCommands: true });
    expect((await openCommand(kit.db, project, { ...command, source: 'api' })).is).toBe('known');
    expect((await openCommand(kit.db, project, { ...command, payload: { callId: randomUUID() }, source: 'api' })).is).toBe('other');
  });

  it('lets one of two commands with the same expected revision win and tells the other the current one', async () => {
    const project = await startProject(kit, june);
    const submit = await completeDraft(kit, project, { fieldCode: 'TWO' });
    await expectApplied(kit.give(project, 'SubmitApplication', submit, kit.people.applicant, june));
    const two = [await openAtRev(project, 2), await openAtRev(project, 2)];
    await Promise.all(two.map((command) => kit.commit(project, command)));
    const outcomes = await Promise.all(two.map(async (command) => (await findCommand(kit.db, project, command.id))?.outcome));
    expect(outcomes.map((outcome) => outcome?.status).sort()).toEqual(['applied', 'refused']);
    const refused = outcomes.find((outcome) => outcome?.status === 'refused');
    expect(refused).toMatchObject({ violation: { code: 'STALE_REVISION', values: { expectedRev: 2, currentRev: 3 } } });
  });

  it('applies pending commands in the order of their receipt, whichever is committed first', async () => {
    const project: EntityKey = { kind: 'project', id: randomUUID() };
    const start = { id: randomUUID(), type: 'StartApplication', actor: kit.people.applicant, payload: { callId: kit.call.id } };
    await openCommand(kit.db, project, { ...start, source: 'api' }, kit.call);
    const submit = {
      id: randomUUID(),
      type: 'SubmitApplication',
      actor: kit.people.applicant,
      payload: await completeDraft(kit, project, { fieldCode: 'ORD' }),
    };
    await openCommand(kit.db, project, { ...submit, source: 'api' }, kit.call);
    const { result } = await kit.commit(project, submit);
    expect(result.entries?.map((entry) => entry.rev)).toEqual([1, 2]);
    expect((await findCommand(kit.db, project, start.id))?.status).toBe('applied');
  });

  it('halts an entity whose shell has seen more than the ledger holds, and writes nothing', async () => {
    const project = await startProject(kit, june);
    const command = { id: `Sync/${project.id}/x`, type: 'Sync', actor: { kind: 'system' as const }, payload: {} };
    const behind = await kit.db.transaction(async (tx) => {
      return commitTransaction(tx, kit.tools, { entity: project, command, viewRev: 7, viewHead: 'of another ledger', now: Date.now() });
    });
    expect(behind.result).toEqual({ halted: true, hasCommands: false });
    const late = await openAtRev(project, 1);
    expect((await kit.commit(project, late)).result.halted).toBe(true);
    expect((await findCommand(kit.db, project, late.id))?.status).toBe('pending');
    expect(await ledgerOf(project)).toHaveLength(1);
  });

  it('ends a poisonous command as failed and carries out the next one', async () => {
    const project = await startProject(kit, june);
    const submit = {
      id: randomUUID(),
      type: 'SubmitApplication',
      actor: kit.people.applicant,
      payload: await completeDraft(kit, project, { fieldCode: 'POI' }),
    };
    // A person id that is no UUID passes no table: the step of this command is undone, the next one must not notice.
    const poison = { ...submit, id: randomUUID(), payload: { ...submit.payload, signedBy: kit.people.legal.personId, draftVersion: 'x' } };
    await openCommand(kit.db, project, { ...poison, source: 'api' });
    await openCommand(kit.db, project, { ...submit, source: 'api' });
    await kit.commit(project, submit);
    expect((await findCommand(kit.db, project, poison.id))?.outcome).toMatchObject({ status: 'failed', code: 'COMMIT_FAILED' });
    expect((await findCommand(kit.db, project, submit.id))?.status).toBe('applied');
  });

  it('lets the clock close the call before a submission that came too late', async () => {
    const project = await startProject(kit, june);
    const submit = await completeDraft(kit, project, { fieldCode: 'LAT' });
    const late = await kit.give(project, 'SubmitApplication', submit, kit.people.applicant, '2025-08-31T09:00:00.001Z');
    expect(late).toMatchObject({ status: 'refused', violation: { code: 'CALL_CLOSED', values: { closesAt } } });
    const types = (await ledgerOf(project)).map((entry) => entry.type);
    expect(types).toEqual(['StartApplication', ...types.slice(1).map(() => 'Wake')]);
    expect(types.length).toBeGreaterThan(1);
  });
});
