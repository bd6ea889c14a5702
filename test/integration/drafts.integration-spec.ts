import { randomUUID } from 'node:crypto';
import { draftFacts, type EntityKey } from '@app/persistence';
import { openApiKit, type ApiKit, type Caller } from '../support/api-kit';
import { completeDraft, expectApplied, startProject } from '../support/commit-kit';

interface Draft {
  version: number;
  hash: string;
  missing: string[];
  editable: boolean;
  content: Record<string, unknown>;
  openFields: string[] | null;
}

describe('drafts of applications', () => {
  let kit: ApiKit;
  let applicant: Caller;

  beforeAll(async () => {
    kit = await openApiKit();
    applicant = await kit.as('applicant');
  }, 120_000);
  afterAll(() => kit.close());

  const draftOf = (project: EntityKey): string => `/api/projects/${project.id}/draft`;
  const seen = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` });

  it('saves with the version one has seen, says what is missing, and keeps every version', async () => {
    const project = await startProject(kit, '2025-06-04T02:00:00.000Z');
    const empty = await applicant.get<Draft>(draftOf(project));
    expect(empty.body).toMatchObject({ version: 0, editable: true, content: {}, openFields: null });
    const first = await applicant.put<Draft>(draftOf(project), { titleEn: 'Workshop', hostCountry: 'LA' }, seen(0));
    expect([first.status, first.body.version, first.headers.get('etag')]).toEqual([200, 1, '"1"']);
    expect(first.body.missing).toContain('titleZh');
    expect(first.body.missing).not.toContain('titleEn');
    const same = await applicant.put<Draft>(draftOf(project), { hostCountry: 'LA', titleEn: 'Workshop' }, seen(1));
    expect(same.body).toMatchObject({ version: 1, hash: first.body.hash });
    const second = await applicant.put<Draft>(draftOf(project), { titleEn: 'Workshop 2' }, seen(1));
    expect(second.body.version).toBe(2);
    expect((await draftFacts(kit.db, project.id, { version: 1 }))?.hash).toBe(first.body.hash);
    expect((await applicant.get<Draft>(draftOf(project))).body.content).toEqual({ titleEn: 'Workshop 2' });
  });

  it('never lets the later of two editors overwrite the earlier', async () => {
    const project = await startProject(kit, '2025-06-04T03:00:00.000Z');
    await applicant.put(draftOf(project), { titleEn: 'one' }, seen(0));
    const late = await applicant.put(draftOf(project), { titleEn: 'two' }, seen(0));
    expect(late.problem).toMatchObject({ status: 409, code: 'STALE_REVISION', values: { expectedRev: 0, currentRev: 1 } });
    expect((await applicant.put(draftOf(project), { titleEn: 'three' })).problem).toMatchObject({ status: 428, code: 'IF_MATCH_REQUIRED' });
    const racing = await Promise.all(
      Array.from({ length: 8 }, (_, n) => applicant.put(draftOf(project), { titleEn: `racer ${n}` }, seen(1))),
    );
    expect(racing.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(racing.filter((answer) => answer.problem.code === 'STALE_REVISION')).toHaveLength(7);
  });

  it('two first saves at once: one wins', async () => {
    const project = await startProject(kit, '2025-06-04T03:30:00.000Z');
    const racing = await Promise.all(
      Array.from({ length: 6 }, (_, n) => applicant.put(draftOf(project), { titleEn: `first ${n}` }, seen(0))),
    );
    expect(racing.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('shows a draft to nobody else: not to strangers, and not to the Secretariat before the call has closed', async () => {
    const project = await startProject(kit, '2025-06-04T04:00:00.000Z');
    await applicant.put(draftOf(project), { titleEn: 'sealed' }, seen(0));
    for (const name of ['firm', 'officer', 'head', 'chair'] as const) {
      expect([name, (await (await kit.as(name)).get(draftOf(project))).status]).toEqual([name, 404]);
    }
    expect((await (await kit.as('officer')).put(draftOf(project), { titleEn: 'mine' }, seen(1))).problem.code).toBe('NOT_ALLOWED');
    const list = await (await kit.as('officer')).get<{ items: { id: string; titleEn: string | null }[] }>('/api/projects?limit=200');
    expect(list.body.items.find((line) => line.id === project.id)).toMatchObject({ titleEn: null });
  });

  it('refuses files that are not the project’s own', async () => {
    const project = await startProject(kit, '2025-06-04T05:00:00.000Z');
    const documents = [{ type: 'BUDGET', documentId: randomUUID(), sha256: 'c'.repeat(64) }];
    expect((await applicant.put(draftOf(project), { documents }, seen(0))).problem.code).toBe('UNKNOWN_DOCUMENT');
  });

  it('closes with the call', async () => {
    const project = await startProject(kit, '2025-06-05T02:00:00.000Z');
    const submission = await completeDraft(kit, project);
    await expectApplied(kit.give(project, 'SubmitApplication', submission, kit.people.applicant, '2025-06-05T03:00:00.000Z'));
    await kit.player.dispatch(project, '2025-06-05T03:00:00.000Z');
    await kit.setTime('2025-08-31T10:00:00.000Z');
    await kit.player.wake(kit.call);
    await kit.player.dispatch(kit.call, '2025-08-31T10:00:00.000Z');
    const late = await applicant.put(draftOf(project), { titleEn: 'better' }, seen(1));
    expect(late.problem).toMatchObject({ status: 409, code: 'DRAFT_CLOSED' });
    const officer = await (await kit.as('officer')).get<Draft>(draftOf(project));
    expect(officer.body).toMatchObject({ editable: false, hash: submission.draftHash });
  });
});
