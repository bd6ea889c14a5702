import { randomUUID } from 'node:crypto';
import { decideAct, endAct, findAct, listActs, openAct, type NewTechnicalAct } from '@app/persistence';
import { openCommitKit, type CommitKit } from '../support/commit-kit';

describe('what administrators do beside the commands of the programme', () => {
  let kit: CommitKit;
  beforeAll(async () => {
    kit = await openCommitKit();
  }, 60_000);
  afterAll(() => kit.close());

  const anAct = (more: Partial<NewTechnicalAct> = {}): NewTechnicalAct => ({
    ...{ id: randomUUID(), kind: 'repair.sync', entity: { kind: 'project', id: randomUUID() }, door: 'page' },
    ...{
      actorId: kit.people.head.personId,
      reason: 'The shell stands behind. 落后。',
      asked: { to: 7 },
      before: { rev: 4 },
      needsSecond: false,
    },
    ...more,
  });

  it('stands on record before it is done, and with its result after', async () => {
    const act = anAct();
    expect(await openAct(kit.db, act)).toMatchObject({ is: 'opened', act: { state: 'running', actorName: 'head', entity: act.entity } });
    expect(await endAct(kit.db, act.id, { state: 'done', code: 'SYNCED', values: { rev: 7 }, after: { rev: 7 } })).toBe(true);
    expect(await endAct(kit.db, act.id, { state: 'failed', code: 'TOO_LATE' })).toBe(false);
    expect(await findAct(kit.db, act.id)).toMatchObject({
      state: 'done',
      resultCode: 'SYNCED',
      resultValues: { rev: 7 },
      after: { rev: 7 },
    });
    expect(await listActs(kit.db, { entity: act.entity!, limit: 5 })).toHaveLength(1);
  });

  it('is one act under one key, however often and at once it is asked; the key of another act is refused', async () => {
    const act = anAct();
    const opened = await Promise.all(Array.from({ length: 8 }, () => openAct(kit.db, act)));
    expect(opened.filter(({ is }) => is === 'opened')).toHaveLength(1);
    expect(opened.filter(({ is }) => is === 'known')).toHaveLength(7);
    expect(await openAct(kit.db, { ...act, asked: { to: 8 } })).toEqual({ is: 'key-reused' });
    expect(await openAct(kit.db, { ...act, actorId: kit.people.officer.personId })).toEqual({ is: 'key-reused' });
  });

  it('waits for a second person where it is dangerous, who is never the one who asked', async () => {
    const act = anAct({ kind: 'repair.reset', needsSecond: true });
    expect(await openAct(kit.db, act)).toMatchObject({ is: 'opened', act: { state: 'proposed' } });
    const asker = { personId: kit.people.head.personId, door: 'page' as const };
    const second = { personId: kit.people.secondHead.personId, door: 'page' as const };
    expect(await endAct(kit.db, act.id, { state: 'done', code: 'RESET' })).toBe(false);
    expect(await decideAct(kit.db, act.id, 'confirm', asker)).toEqual({ is: 'refused', code: 'SAME_PERSON' });
    expect(await decideAct(kit.db, act.id, 'confirm', second)).toMatchObject({
      is: 'decided',
      act: { state: 'running', secondName: 'secondHead' },
    });
    expect(await decideAct(kit.db, act.id, 'confirm', second)).toMatchObject({ is: 'known' });
    expect(await decideAct(kit.db, act.id, 'reject', second)).toEqual({ is: 'refused', code: 'ACT_NOT_WAITING' });
    expect(await decideAct(kit.db, randomUUID(), 'confirm', second)).toEqual({ is: 'refused', code: 'ACT_NOT_WAITING' });
  });

  it('ends as rejected when the second person says no', async () => {
    const act = anAct({ kind: 'repair.terminate', needsSecond: true });
    await openAct(kit.db, act);
    const second = { personId: kit.people.secondHead.personId, door: 'api' as const };
    expect(await decideAct(kit.db, act.id, 'reject', second)).toMatchObject({
      is: 'decided',
      act: { state: 'failed', resultCode: 'REJECTED' },
    });
    expect(await decideAct(kit.db, act.id, 'reject', second)).toMatchObject({ is: 'known' });
  });

  it('cannot be taken off the record by the application', async () => {
    const act = anAct();
    await openAct(kit.db, act);
    await expect(kit.db.query('DELETE FROM technical_act WHERE id = $1', [act.id])).rejects.toThrow(/permission denied/);
  });

  it('names a reason, and somebody unless it comes from the server itself', async () => {
    await expect(openAct(kit.db, anAct({ reason: '  ' }))).rejects.toThrow(/check constraint/);
    await expect(openAct(kit.db, anAct({ actorId: null }))).rejects.toThrow(/check constraint/);
    expect(await openAct(kit.db, anAct({ actorId: null, door: 'cli' }))).toMatchObject({ is: 'opened', act: { actorName: null } });
  });
});
