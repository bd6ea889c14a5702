import { randomUUID } from 'node:crypto';
import { checklist, defaultPolicy } from '@app/domain';
import { findCommand, openCommand, publishPolicy, type EntityKey } from '@app/persistence';
import { holdersIn } from '@app/persistence/ledger-writer';
import { closesAt, completeDraft, expectApplied, openCommitKit, startProject, type CommitKit } from '../support/commit-kit';

const rivals = 50;
const lanes = 10;
const system = { kind: 'system' as const };

describe('one demonstration centre per country, without a fallback to an ordinary workshop', () => {
  let kit: CommitKit;
  beforeAll(async () => {
    kit = await openCommitKit({ policyVersion: 2, prepare: (db) => publishPolicy(db, 2, 'test', strict).then(() => undefined) });
  }, 60_000);
  afterAll(() => kit.close());

  const strict = { ...defaultPolicy, centre: { ...defaultPolicy.centre, fallbackToOrdinary: false } };

  /** A candidate for the centre of Laos, ranked and waiting for the council's decision. */
  async function candidate(no: number): Promise<EntityKey> {
    const { applicant, officer, head } = kit.people;
    const project = await startProject(kit, '2025-06-10T02:00:00.000Z');
    const submit = await completeDraft(kit, project, { fieldCode: `F${no}`, type: 'centre-candidate' });
    const steps: [string, unknown, Parameters<CommitKit['give']>[3]][] = [
      ['SubmitApplication', submit, applicant],
      ['FreezeApplication', { closedAt: closesAt }, system],
      ['AssignOfficer', { officerId: officer.personId }, head],
      ...checklist.map(({ code }): (typeof steps)[number] => ['RecordCheckItem', { code, verdict: 'pass' }, officer]),
      ['AcceptApplication', {}, officer],
      ['RecordRank', { rank: no, sumHalfPoints: 900, count: 5, list: 'A' }, system],
    ];
    for (const [type, payload, actor] of steps) await expectApplied(kit.give(project, type, payload, actor, '2025-06-11T02:00:00.000Z'));
    return project;
  }

  it('holds under 50 simultaneous approvals: one wins, 49 are told who holds it', async () => {
    const projects: EntityKey[] = [];
    for (let no = 1; no <= rivals; no += lanes) {
      projects.push(...(await Promise.all(Array.from({ length: lanes }, (_, lane) => candidate(no + lane)))));
    }
    const decided = { type: 'ProposeProject', actor: system, payload: { decidedAt: '2025-10-01T02:00:00.000Z', asCentre: true } };
    const commands = projects.map(() => ({ ...decided, id: randomUUID() }));
    await Promise.all(projects.map((project, i) => openCommand(kit.db, project, { ...commands[i]!, source: 'dispatch' })));
    await Promise.all(projects.map((project, i) => kit.commit(project, commands[i]!)));
    const outcomes = await Promise.all(projects.map(async (project, i) => (await findCommand(kit.db, project, commands[i]!.id))?.outcome));
    const winners = projects.filter((_, i) => outcomes[i]?.status === 'applied');
    expect(winners).toHaveLength(1);
    const losers = outcomes.filter((outcome) => outcome?.status === 'refused');
    expect(losers).toHaveLength(rivals - 1);
    for (const outcome of losers) {
      expect(outcome).toMatchObject({ violation: { code: 'CENTRE_SLOT_TAKEN', values: { country: 'LA', holder: winners[0]?.id } } });
    }
    const held = await holdersIn(kit.db, 'centre');
    expect(held).toEqual([{ key: `${kit.roomId}/LA`, holderId: winners[0]?.id }]);
  }, 120_000);
});
