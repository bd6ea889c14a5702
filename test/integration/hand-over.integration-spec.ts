import { randomUUID } from 'node:crypto';
import { storeText, type EntityKey } from '@app/persistence';
import { openApiKit, type ApiKit } from '../support/api-kit';
import { closesAt, completeDraft, expectApplied, startProject } from '../support/commit-kit';

let kit: ApiKit;
let project: EntityKey;

type Person = keyof ApiKit['people'];

const seen = async (who: Person): Promise<number> => (await (await kit.as(who)).get(`/api/projects/${project.id}`)).status;
const listed = async (who: Person): Promise<number> =>
  (await (await kit.as(who)).get<{ items: unknown[] }>('/api/projects')).body.items.length;
const tasksOf = async (who: Person): Promise<string[]> =>
  (await (await kit.as(who)).get<{ items: { command?: string }[] }>('/api/tasks')).body.items.flatMap((one) => one.command ?? []);

/** Gives a command with a reason and answers its id. */
async function act(type: string, payload: object, who: Person, at: string): Promise<string> {
  const id = randomUUID();
  await kit.setTime(at);
  const reason = await storeText(kit.db, project, 'leaves for another post');
  await expectApplied(kit.player.give(project, { id, type, payload, actor: kit.people[who], reason, at }));
  return id;
}

/** Who gets which waiting mail. */
const waiting = (): Promise<{ notification: string; person: string; keyed: boolean }[]> =>
  kit.db.query(
    `SELECT notification, person_id AS person, business_key LIKE '%' || person_id AS keyed FROM outbox
      WHERE kind = 'mail' AND entity_id = $1 AND state = 'created' ORDER BY 1, 2`,
    [project.id],
  );

const idOf = (who: Person): string => kit.people[who].personId;

beforeAll(async () => {
  kit = await openApiKit();
  project = await startProject(kit, '2025-06-10T02:00:00.000Z');
  const { applicant, officer, head } = kit.people;
  await expectApplied(kit.give(project, 'SubmitApplication', await completeDraft(kit, project), applicant, '2025-07-01T02:00:00.000Z'));
  await expectApplied(kit.give(project, 'FreezeApplication', { closedAt: closesAt }, { kind: 'system' }, '2025-08-31T09:00:01.000Z'));
  await expectApplied(kit.give(project, 'AssignOfficer', { officerId: officer.personId }, head, '2025-09-01T02:00:00.000Z'));
  // A colleague of the lead institution who has nothing to do with the project, and a second case officer.
  await kit.db.query('DELETE FROM person_role WHERE person_id = $1', [idOf('chair')]);
  await kit.db.query(`INSERT INTO person_role (person_id, role) VALUES ($1, 'CO')`, [idOf('secondHead')]);
  kit.people.secondHead.roles = ['SH', 'CO'];
}, 120_000);
afterAll(() => kit?.close());

describe('handing the place of a contact over', () => {
  it('shows the project to the one who is asked, and asks him by a task and a mail; before and after a no he sees nothing', async () => {
    expect([await seen('chair'), await listed('chair')]).toEqual([404, 0]);
    const first = await act('OfferHandOver', { personId: idOf('legal'), toPersonId: idOf('chair') }, 'head', '2025-09-01T06:00:00.000Z');
    expect([await seen('chair'), await listed('chair'), await tasksOf('chair')]).toEqual([200, 1, ['AcceptHandOver']]);
    expect(await waiting()).toContainEqual({ notification: 'hand-over-offered', person: idOf('chair'), keyed: true });
    await act('DeclineHandOver', { handOverId: first }, 'chair', '2025-09-01T07:00:00.000Z');
    expect([await seen('chair'), await listed('chair'), await tasksOf('chair')]).toEqual([404, 0, []]);
    const { body } = await (
      await kit.as('head')
    ).get<{ items: { kind: string; undoneBy: { kind: string } | null }[] }>(`/api/interventions?kind=OfferHandOver&project=${project.id}`);
    expect(body.items).toMatchObject([{ undoneBy: { kind: 'DeclineHandOver' } }]);
  });

  it('passes the rights, the tasks and the mails that wait on to the new holder; receipts stay with whom they answer', async () => {
    const defect = await storeText(kit.db, project, 'the seal cannot be read');
    const items = [{ target: 'budgetCny', reasonCode: 'UNREADABLE', defect }];
    await act('ReturnForCorrection', { items }, 'officer', '2025-09-01T08:00:00.000Z');
    const offer = await act(
      'OfferHandOver',
      { personId: idOf('legal'), toPersonId: idOf('chair') },
      'applicant',
      '2025-09-01T08:01:00.000Z',
    );
    expect(await waiting()).toContainEqual({ notification: 'correction-returned', person: idOf('legal'), keyed: true });
    await act('AcceptHandOver', { handOverId: offer }, 'chair', '2025-09-01T08:02:00.000Z');
    const rows = await waiting();
    expect(rows).toContainEqual({ notification: 'correction-returned', person: idOf('chair'), keyed: true });
    expect(rows.filter((row) => row.person === idOf('legal')).map((row) => row.notification)).not.toContain('correction-returned');
    expect(rows.every((row) => row.keyed)).toBe(true);
    expect((await kit.stateOf(project)).contacts.map((one) => one.personId)).not.toContain(idOf('legal'));
    expect([await seen('legal'), await seen('chair')]).toEqual([404, 200]);
  });

  it('shows the officers’ own hand-over to the Secretariat alone', async () => {
    const offer = await act(
      'OfferHandOver',
      { personId: idOf('officer'), toPersonId: idOf('secondHead') },
      'officer',
      '2025-09-01T08:03:00.000Z',
    );
    const shown = async (who: Person): Promise<unknown> => (await (await kit.as(who)).get(`/api/projects/${project.id}`)).body['handOvers'];
    expect(await shown('head')).toMatchObject([{ handOverId: offer, role: 'officer', from: idOf('officer'), to: idOf('secondHead') }]);
    expect(await shown('chair')).toEqual([]);
    await act('AcceptHandOver', { handOverId: offer }, 'secondHead', '2025-09-01T08:04:00.000Z');
    expect((await kit.stateOf(project)).officerId).toBe(idOf('secondHead'));
    const again = await kit.player.give(project, {
      id: randomUUID(),
      type: 'AcceptHandOver',
      payload: { handOverId: offer },
      actor: kit.people.secondHead,
      at: '2025-09-01T08:05:00.000Z',
    });
    expect(again).toMatchObject({ status: 'refused', violation: { code: 'NOT_ALLOWED' } });
  });
});
