import { randomUUID } from 'node:crypto';
import { defaultPolicy } from '@app/domain';
import { addPerson, createAccount, draftPolicy, hashPassword, publishedPolicy } from '@app/persistence';
import { openApiKit, signedIn, type ApiKit, type Caller } from '../support/api-kit';

interface Version {
  version: number;
  rev: number;
  state: string;
  values: Record<string, unknown>;
  changes: { key: string; before: unknown; after: unknown }[];
  faults: { key: string; code: string; says: string }[];
  authorities: string[];
  whyNotPropose: string | null;
  proposal: { id: string; state: string; whyNotConfirm: string | null } | null;
  projects: number;
  calls: number;
}

let kit: ApiKit;
let head: Caller;
let second: Caller;
let officer: Caller;
let applicant: Caller;
let admin: Caller;
let council: Caller;

/** Signs in somebody with one role, who is not of the kit. */
async function newPerson(role: 'AD' | 'CC'): Promise<Caller> {
  const id = randomUUID();
  await addPerson(kit.db, {
    ...{ id, fullName: `人${role}`, latinName: role, addressAs: role, emails: [`${role.toLowerCase()}@policy.example.org`] },
    ...{ mailLanguage: 'en', country: 'CN', zone: 'Asia/Shanghai', roles: [role] },
  });
  const account = { signIn: `${role}@policy.example.org`, password: `${randomUUID()}` };
  await createAccount(kit.db, { personId: id, signIn: account.signIn, passwordHash: await hashPassword(account.password) });
  return signedIn(kit.api.url, account);
}

beforeAll(async () => {
  kit = await openApiKit();
  [head, second] = [await kit.as('head'), await kit.as('secondHead')];
  [officer, applicant] = [await kit.as('officer'), await kit.as('applicant')];
  [admin, council] = [await newPerson('AD'), await newPerson('CC')];
}, 120_000);
afterAll(() => kit?.close());

const match = (rev: number): Record<string, string> => ({ 'if-match': `"${rev}"` });

async function aDraft(values: Record<string, unknown> = {}, by: Caller = head): Promise<Version> {
  const { body: begun, status } = await by.post<Version>('/api/policies', { base: 1, name: '2026 年修订' });
  expect(status).toBe(201);
  if (Object.keys(values).length === 0) return begun;
  return (await by.put<Version>(`/api/policies/${begun.version}`, { values }, match(begun.rev))).body;
}

const propose = (draft: Version, by: Caller = head, key: string = randomUUID()) =>
  by.post<Version>(
    `/api/policies/${draft.version}/propose`,
    { reason: '理事会决定 council decision' },
    { ...match(draft.rev), 'idempotency-key': key },
  );

describe('the keys of a policy', () => {
  it('are told with bounds, source, freeze and who may change them, to the Secretariat, the council and auditors only', async () => {
    const { body } = await officer.get<{ items: Record<string, unknown>[]; ladders: { key: string }[] }>('/api/policies/keys');
    expect(body.items.find(({ key }) => key === 'check.officer')).toMatchObject({
      ...{ rule: { kind: 'period', units: ['wd', 'd'], min: 1, max: 60 }, changedBy: 'SH', frozenWhenPublished: true, default: '5wd' },
    });
    expect(body.ladders.map(({ key }) => key)).toEqual(Object.keys(defaultPolicy.ladder));
    for (const path of ['/api/policies', '/api/policies/keys', '/api/policies/1'])
      expect((await applicant.get(path)).problem.code).toBe('NOT_ALLOWED');
  });
});

describe('a draft', () => {
  it('is a copy under a number of its own, begun once under its key, by a head, an administrator or the council', async () => {
    const key = randomUUID();
    const asked = { base: 1, name: 'Twice', note: '<b>=1+1</b>' };
    const first = await head.post<Version>('/api/policies', asked, { 'idempotency-key': key });
    const again = await head.post<Version>('/api/policies', asked, { 'idempotency-key': key });
    expect([first.status, again.body.version, first.body.state]).toEqual([201, first.body.version, 'draft']);
    expect(first.body.values['check.officer']).toBe('5wd');
    expect(await draftPolicy(kit.db, first.body.version)).toEqual(await publishedPolicy(kit.db, 1));
    expect((await second.post('/api/policies', asked, { 'idempotency-key': key })).problem.code).toBe('KEY_REUSED');
    expect((await officer.post('/api/policies', asked)).problem.code).toBe('NOT_ALLOWED');
    expect((await head.post('/api/policies', { ...asked, base: 999 })).problem.code).toBe('NOT_FOUND');
  });

  it('keeps what is saved, shows the difference, and names each wrong value at its key without changing anything', async () => {
    const draft = await aDraft({ 'check.officer': '7wd', 'review.tieOrder': ['chairVote', 'coverage'] });
    expect(draft.changes).toMatchObject([
      { key: 'check.officer', before: '5wd', after: '7wd' },
      { key: 'review.tieOrder', after: ['chairVote', 'coverage'] },
    ]);
    expect(draft.authorities).toEqual(['SH', 'CC']);
    const bad = {
      ...{
        'check.officer': '99wd',
        'check.correction': 'ten days',
        'approval.places': 1.5,
        'review.blind': 'triple',
        'notice.enabled': 'yes',
      },
      ...{ 'review.tieOrder': ['coverage', 'coverage'], 'mou.languages': [], 'call.opens': '02-30', 'mail.coolOff': '9999min' },
      ...{
        'mail.subjectTag': 'a\r\nBcc: x',
        'review.weights': { need: 0 },
        'ladder.draft': { calendar: 'none', steps: [] },
        'check.nothing': 1,
      },
    };
    const refused = await head.put(`/api/policies/${draft.version}`, { values: bad }, { ...match(draft.rev), 'accept-language': 'zh-CN' });
    expect(refused.status).toBe(400);
    expect(Object.fromEntries((refused.problem.errors ?? []).map(({ path, code }) => [path.replace('values.', ''), code]))).toEqual({
      ...{
        'check.officer': 'OUT_OF_BOUNDS',
        'check.correction': 'WRONG_FORM',
        'approval.places': 'WRONG_FORM',
        'review.blind': 'UNKNOWN_CHOICE',
      },
      ...{ 'notice.enabled': 'WRONG_TYPE', 'review.tieOrder': 'REPEATED_CHOICE', 'mou.languages': 'TOO_FEW', 'call.opens': 'WRONG_FORM' },
      ...{
        'mail.coolOff': 'OUT_OF_BOUNDS',
        'mail.subjectTag': 'WRONG_FORM',
        'review.weights': 'OUT_OF_BOUNDS',
        'ladder.draft': 'WRONG_FORM',
      },
      'check.nothing': 'UNKNOWN_KEY',
    });
    expect(refused.problem.errors?.every(({ detail }) => /[\u4e00-\u9fff]/.test(detail))).toBe(true);
    expect((await head.get<Version>(`/api/policies/${draft.version}`)).body).toMatchObject({ rev: draft.rev, changes: draft.changes });
  });

  it('saved by two people at once, the second is told and loses nothing', async () => {
    const draft = await aDraft();
    await head.put(`/api/policies/${draft.version}`, { values: { 'check.officer': '6wd' } }, match(draft.rev));
    const late = await second.put(`/api/policies/${draft.version}`, { values: { 'check.secondCheck': '6wd' } }, match(draft.rev));
    expect(late.problem).toMatchObject({ code: 'STALE_REVISION', values: { expectedRev: draft.rev, currentRev: draft.rev + 1 } });
    expect((await second.put(`/api/policies/${draft.version}`, {})).problem.code).toBe('IF_MATCH_REQUIRED');
  });

  it('may contradict itself while it is written, says so at the key, and is not proposed', async () => {
    const draft = await aDraft({ 'review.fundableFrom': 90 });
    expect(draft.faults).toMatchObject([{ key: 'review.fundableFrom', code: 'ABOVE_CENTRE_THRESHOLD' }]);
    expect((await propose(draft)).problem).toMatchObject({ code: 'POLICY_CONTRADICTS', values: { key: 'review.fundableFrom' } });
  });

  it('that was discarded is gone, and its number is not given again', async () => {
    const draft = await aDraft();
    expect((await head.post(`/api/policies/${draft.version}/discard`, {}, match(draft.rev))).status).toBe(200);
    expect((await head.get(`/api/policies/${draft.version}`)).problem.code).toBe('NOT_FOUND');
    expect((await aDraft()).version).toBeGreaterThan(draft.version);
  });
});

describe('publishing', () => {
  it('needs a second head for the heads’ keys, never whoever proposed or wrote it; once, and for good', async () => {
    const draft = await aDraft({ 'check.officer': '7wd' });
    const key = randomUUID();
    expect((await propose(draft, admin)).problem).toMatchObject({ code: 'POLICY_NOT_YOURS', values: { keys: ['check.officer'] } });
    const proposed = await propose(draft, head, key);
    expect([proposed.status, proposed.body.proposal?.whyNotConfirm]).toEqual([200, 'SAME_PERSON']);
    expect((await propose(draft, head, key)).body.proposal?.id).toBe(key);
    const path = `/api/policies/${draft.version}`;
    expect((await head.put(path, { values: { 'check.officer': '8wd' } }, match(draft.rev))).problem.code).toBe('POLICY_PROPOSED');
    expect((await head.post(`${path}/confirm`, {})).problem.code).toBe('SAME_PERSON');
    expect((await council.post(`${path}/confirm`, {})).problem.code).toBe('POLICY_NEEDS_OTHER');
    expect((await officer.post(`${path}/confirm`, {})).problem.code).toBe('NOT_ALLOWED');
    expect(await publishedPolicy(kit.db, draft.version)).toBeUndefined();
    const published = await second.post<Version>(`${path}/confirm`, {});
    expect(published.body).toMatchObject({ state: 'published', proposal: { state: 'done' }, projects: 0 });
    expect((await second.post<Version>(`${path}/confirm`, {})).status).toBe(200);
    expect((await publishedPolicy(kit.db, draft.version))?.check.officer).toBe('7wd');
    expect((await head.put(path, { values: {} }, match(draft.rev))).problem.code).toBe('DRAFT_CLOSED');
    await expect(kit.db.query(`UPDATE policy_version SET name = 'x' WHERE version = $1`, [draft.version])).rejects.toThrow(/never changes/);
    const { body } = await head.get<{ items: Record<string, unknown>[] }>('/api/interventions?kind=policy.publish');
    expect(body.items.filter(({ id }) => id === key)).toMatchObject([
      { technical: { state: 'done', before: { 'check.officer': '5wd' }, after: { 'check.officer': '7wd' } }, proposal: { is: 'approved' } },
    ]);
  });

  it('does not touch what runs: the version that a call pins stays, and says how much runs on it', async () => {
    const { body } = await head.get<{ items: Version[] }>('/api/policies');
    const [row] = await kit.db.query<{ n: number }[]>(
      'SELECT count(*)::integer AS n FROM call_summary WHERE policy_version = 1 AND room_id IS NULL AND NOT closed',
    );
    expect(body.items.find(({ version }) => version === 1)?.calls).toBe(row?.n);
  });

  it('the council’s keys are the council’s, the administrators’ an administrator’s and a head’s', async () => {
    const council1 = await aDraft({ 'approval.places': 25 });
    await propose(council1);
    expect((await second.post(`/api/policies/${council1.version}/confirm`, {})).problem).toMatchObject({
      ...{ code: 'POLICY_NEEDS_OTHER', values: { keys: ['approval.places'] } },
    });
    expect((await council.post<Version>(`/api/policies/${council1.version}/confirm`, {})).body.state).toBe('published');
    const admins = await aDraft({ 'admin.undoWithin': '20d' }, admin);
    await propose(admins, admin);
    expect((await council.post(`/api/policies/${admins.version}/confirm`, {})).problem.code).toBe('POLICY_NEEDS_OTHER');
    expect((await head.post<Version>(`/api/policies/${admins.version}/confirm`, {})).body.state).toBe('published');
  });

  it('a proposal is rejected, or taken back by whoever made it; the draft can be written on again', async () => {
    const draft = await aDraft({ 'check.officer': '7wd' });
    await propose(draft);
    expect((await head.post<Version>(`/api/policies/${draft.version}/reject`, {})).body.proposal).toMatchObject({ state: 'failed' });
    await propose(draft);
    expect((await second.post<Version>(`/api/policies/${draft.version}/reject`, {})).body).toMatchObject({ state: 'draft' });
    expect((await second.post(`/api/policies/${draft.version}/confirm`, {})).problem.code).toBe('ACT_NOT_WAITING');
    expect((await head.put(`/api/policies/${draft.version}`, { name: 'Again' }, match(draft.rev))).status).toBe(200);
  });

  it('of nothing is refused, and so is what somebody has changed since it was seen', async () => {
    const draft = await aDraft();
    expect((await propose(draft)).problem.code).toBe('POLICY_UNCHANGED');
    await head.put(`/api/policies/${draft.version}`, { values: { 'check.officer': '7wd' } }, match(draft.rev));
    expect((await propose(draft)).problem.code).toBe('STALE_REVISION');
  });
});
