import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, grantRole, hashPassword } from '@app/persistence';
import PostalMime from 'postal-mime';
import { signedIn, type Answer, type Caller } from '../support/api-kit';
import { CLI } from '../support/fresh-database';
import { openMailKit, type MailKit } from '../support/mail-kit';
import { freshNamespace, fromSetUp, spawnProgram, startApi, type ApiProcess } from '../support/stack';

interface Texts {
  act: string;
  body: string[];
}
type Pair = Record<'zh-CN' | 'en', Texts>;
interface Version {
  version: number;
  state: string;
  inForce: boolean;
  rev: number;
  texts: Pair;
  findings: { code: string; language: string; slot: string | null; value: string; says: string; todo: string }[];
  whyNotPropose: string | null;
  mayEdit: boolean;
  proposal: { id: string; state: string; whyNotConfirm: string | null } | null;
}
interface Shown {
  subject: string;
  text: string;
  html: string;
}

/** Each kind of mail is used by one group of tests. */
const kind = 'submission-receipt';
const receipt = {
  kind: 'submission-receipt' as const,
  class: 'answer' as const,
  rule: 'submission-receipt',
  direction: 'now' as const,
  values: { ref: 'LMGF-2026-APP-007', no: 1, hash: 'h', receivedAt: '2026-03-03T03:00:00.000Z' },
};
const reason = '措辞改好了 Better words';
const at = (version: number | string, act = '', of: string = kind): string =>
  `/api/mail-templates/${of}/versions${version === '' ? '' : `/${version}`}${act}`;
const match = (rev: number): Record<string, string> => ({ 'if-match': `"${rev}"` });
const words = (zh: string, en: string): Pair => ({ 'zh-CN': { act: '申请回执', body: [zh] }, en: { act: 'Your receipt', body: [en] } });
const good = words(
  '“{{ title }}”第 {{ no }} 版已收到，请保存本回执。',
  'Version {{ no }} of “{{ title }}” is here. Please keep this receipt.',
);

let kit: MailKit;
let api: ApiProcess;
let env: NodeJS.ProcessEnv;
let dataDir: string;
const callers: Record<string, Caller> = {};

beforeAll(async () => {
  kit = await openMailKit();
  dataDir = mkdtempSync(join(tmpdir(), 'gongfang-templates-'));
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  await grantRole(kit.db, kit.people['lead-head'] ?? '', 'AD');
  await grantRole(kit.db, kit.people['host-2'] ?? '', 'AU');
  env = {
    DATABASE_URL: kit.database.appUrl,
    DATABASE_OWNER_URL: kit.database.ownerUrl,
    TEMPORAL_ADDRESS: fromSetUp('TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: await freshNamespace(),
    SMTP_URL: fromSetUp('GONGFANG_TEST_SMTP_URL'),
    GONGFANG_DATA_DIR: dataDir,
    GONGFANG_SESSION_SECRET: randomBytes(24).toString('hex'),
    LOG_LEVEL: 'info',
  };
  api = await startApi(env);
  for (const [role, name] of Object.entries({ CO: 'co', SH: 'sh', AD: 'lead-head', AU: 'host-2', lead: 'lead-ac' })) {
    await createAccount(kit.db, { personId: kit.people[name] ?? '', signIn: `${name}@example.org`, passwordHash });
    callers[role] = await signedIn(api.url, { signIn: `${name}@example.org`, password });
  }
}, 120_000);
afterAll(async () => {
  await api?.stop();
  await kit?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function as(role: string): Caller {
  const caller = callers[role];
  if (caller === undefined) throw new Error(`${role} is not signed in`);
  return caller;
}

async function begin(base = 0, of: string = kind, by = 'SH'): Promise<Version> {
  const begun = await as(by).post<Version>(at('', '', of), { base });
  expect(begun.status).toBe(201);
  return begun.body;
}

async function save({ version, rev }: Version, texts: Pair, of: string = kind, by = 'SH'): Promise<Version> {
  const saved = await as(by).put<Version>(at(version, '', of), { texts }, match(rev));
  expect(saved.status).toBe(200);
  return saved.body;
}

const propose = ({ version, rev }: Version, { by = 'SH', key = randomUUID(), of = kind } = {}): Promise<Answer<Version>> =>
  as(by).post<Version>(at(version, '/propose', of), { reason }, { ...match(rev), 'idempotency-key': key });
const confirm = ({ version }: Version, by = 'AD', of: string = kind): Promise<Answer<Version>> =>
  as(by).post<Version>(at(version, '/confirm', of), {});
const discard = ({ version, rev }: Version, of: string = kind): Promise<Answer> =>
  as('SH').post(at(version, '/discard', of), {}, match(rev));

/** Puts a receipt into the outbox for these readers, lets the desk send, and tells what each got. */
async function sent(...readers: string[]): Promise<{ subject: string | undefined; text: string }[]> {
  kit.smtp.taken.length = 0;
  for (const reader of readers) await kit.put(reader, receipt, { role: reader.startsWith('host') ? 'PC' : 'AC' });
  await kit.deliver();
  const mails = await Promise.all(kit.smtp.taken.map(async ({ raw }) => PostalMime.parse(raw)));
  return mails.map(({ subject, text }) => ({ subject, text: text ?? '' }));
}

describe('the list of words', () => {
  it('tells of every kind which words are in force; the Secretariat, administrators and auditors read it, two of them write', async () => {
    for (const [role, mayDraft] of Object.entries({ SH: true, AD: true, CO: false, AU: false })) {
      const { body } = await as(role).get<{ items: { kind: string; inForce: number }[]; mayDraft: boolean }>('/api/mail-templates');
      expect([role, body.mayDraft]).toEqual([role, mayDraft]);
      expect(body.items.find((one) => one.kind === 'award-letter')).toMatchObject({ inForce: 0, draft: null, fallbacks: 0 });
    }
    for (const path of ['/api/mail-templates', `/api/mail-templates/${kind}`, at(0), `/api/mail-templates/${kind}/trials`])
      expect((await as('lead').get(path)).problem.code).toBe('NOT_ALLOWED');
    for (const role of ['CO', 'AU', 'lead']) expect((await as(role).post(at(''), { base: 0 })).problem.code).toBe('NOT_ALLOWED');
    expect((await as('SH').get('/api/mail-templates/no-such-mail')).status).toBe(400);
  });

  it('tells the words of the release as version 0 with the placeholders they may use, each with an example', async () => {
    const { body } = await as('CO').get<{ versions: Version[]; values: { name: string; example: Pair }[] }>(`/api/mail-templates/${kind}`);
    expect(body.versions).toMatchObject([
      { version: 0, state: 'built-in', inForce: true, texts: { en: { act: 'Receipt of the application' } } },
    ]);
    expect(body.values.find(({ name }) => name === 'no')).toMatchObject({ example: { en: '2' } });
  });
});

describe('a draft of words', () => {
  const of = 'award-letter';

  it('is begun once under its key, one at a time, and its number is not given again', async () => {
    const key = randomUUID();
    const ask = (by = 'SH', base = 0): Promise<Answer<Version>> =>
      as(by).post<Version>(at('', '', of), { base }, { 'idempotency-key': key });
    const first = await ask();
    expect([(await ask()).body.version, first.body.state, first.body.mayEdit]).toEqual([first.body.version, 'draft', true]);
    expect((await ask('AD')).problem.code).toBe('KEY_REUSED');
    expect((await as('AD').post(at('', '', of), { base: 0 })).problem.code).toBe('TEMPLATE_DRAFT_OPEN');
    expect((await as('AD').post(at('', '', of), { base: 77 })).problem.code).toBe('NOT_FOUND');
    expect((await discard(first.body, of)).body).toEqual({ discarded: true });
    expect((await as('SH').get(at(first.body.version, '', of))).problem.code).toBe('NOT_FOUND');
    const next = await begin(0, of);
    expect(next.version).toBe(first.body.version + 1);
    await discard(next, of);
  });

  it('saved by two people at once, the second is told and nothing is lost', async () => {
    const draft = await begin(0, of);
    await save(draft, { ...draft.texts, en: { ...draft.texts.en, act: 'First' } }, of);
    const late = await as('AD').put(at(draft.version, '', of), { texts: draft.texts }, match(draft.rev));
    expect(late.problem).toMatchObject({ code: 'STALE_REVISION', values: { expectedRev: draft.rev, currentRev: draft.rev + 1 } });
    expect((await as('AD').put(at(draft.version, '', of), { texts: draft.texts })).problem.code).toBe('IF_MATCH_REQUIRED');
    const kept = (await as('AD').get<Version>(at(draft.version, '', of))).body;
    expect(kept.texts.en.act).toBe('First');
    expect((await propose(draft, { of })).problem.code).toBe('STALE_REVISION');
    await discard(kept, of);
  });

  it('may be unfinished; what is to be put right is told with its place, and it is not released', async () => {
    const draft = await begin(0, of);
    expect((await propose(draft, { of })).problem.code).toBe('TEMPLATE_UNCHANGED');
    const bad: Pair = {
      'zh-CN': { act: '', body: ['2026年3月31日前办理，电话 +86-871-63012345。', '<b>{{ title }}</b>{{ nothing }}'] },
      en: { act: 'Letter', body: ['Act before 30 March 2026 {% for a in b %}', 'To {{ centre }} 甲'] },
    };
    const saved = await save(draft, bad, of);
    expect(saved.findings.map(({ code, language, slot }) => `${code} ${language} ${slot}`)).toEqual([
      'TEXT_EMPTY zh-CN act',
      'TEXT_MARKUP zh-CN body.2',
      'TEXT_UNKNOWN_VALUE zh-CN nothing'.replace('nothing', 'body.2'),
      'TEXT_UNREADABLE en body.1',
      'TEXT_DATE_ONE_SIDE zh-CN body.1',
      'TEXT_PHONE_ONE_SIDE zh-CN body.1',
      'TEXT_VALUE_ONE_SIDE zh-CN body.2',
      'TEXT_VALUE_ONE_SIDE zh-CN body.2',
      'TEXT_VALUE_ONE_SIDE en body.2',
      'TEXT_CHINESE_IN_ENGLISH en body.2',
    ]);
    expect(saved.findings.every(({ says, todo }) => says !== '' && todo !== '')).toBe(true);
    const refused = await as('SH').post(at(saved.version, '/propose', of), { reason }, { ...match(saved.rev), 'accept-language': 'zh-CN' });
    expect([refused.status, refused.problem.code, /[\u4e00-\u9fff]/.test(refused.problem.detail)]).toEqual([
      409,
      'TEMPLATE_FINDINGS',
      true,
    ]);
    await discard(saved, of);
  });

  it('that mentions somebody by name in one language only is not released', async () => {
    await kit.db.query(`UPDATE person SET full_name = '李静怡', latin_name = 'Li Jingyi' WHERE id = $1`, [kit.people['co']]);
    const draft = await begin(0, of);
    const [zh, en] = [draft.texts['zh-CN'], draft.texts.en];
    const saved = await save(
      draft,
      { 'zh-CN': { ...zh, body: [...zh.body, '请联系李静怡。'] }, en: { ...en, body: [...en.body, 'Please call the officer.'] } },
      of,
    );
    expect(saved.findings).toMatchObject([{ code: 'TEXT_NAME_ONE_SIDE', language: 'zh-CN', slot: 'body.3', value: '李静怡' }]);
    await discard(saved, of);
  });

  it('too long, of another shape or with control characters is refused field by field', async () => {
    const draft = await begin(0, of);
    for (const texts of [
      words('x'.repeat(2_001), 'y'),
      { en: good.en },
      words('a\u0000b', 'y'),
      { ...good, fr: good.en },
      { ...good, en: { act: 'a\r\nBcc: x', body: ['x'] } },
    ])
      expect((await as('SH').put(at(draft.version, '', of), { texts }, match(draft.rev))).problem.code).toBe('BAD_INPUT');
    await discard(draft, of);
  });
});

describe('a preview', () => {
  it('is written on the sample and on a real mail by the renderer that sends, in both languages, and changes nothing', async () => {
    const id = await kit.put('host-pc', receipt, { role: 'PC' });
    const ask = (mail?: string): Promise<Answer<Pair & Record<'zh-CN' | 'en', Shown>>> =>
      as('CO').post(`/api/mail-templates/${kind}/preview`, { texts: good, ...(mail === undefined ? {} : { mail }) });
    const sample = await ask();
    expect([sample.status, sample.body]).toMatchObject([200, { sample: true, findings: [] }]);
    const { body } = await ask(id);
    expect(body['zh-CN'].text).toContain('第 1 版已收到，请保存本回执。');
    expect(body.en.text).toContain('Please keep this receipt.');
    expect([body.en.subject, body.en.html]).toEqual([
      expect.stringContaining('LMGF-2026-APP-007'),
      expect.stringContaining('Version 1 of'),
    ]);
    expect((await ask(randomUUID())).problem.code).toBe('NOT_FOUND');
    const { body: trials } = await as('CO').get<{ items: { id: string }[] }>(`/api/mail-templates/${kind}/trials?q=host`);
    expect(trials.items.map((one) => one.id)).toContain(id);
    expect((await kit.row(id)).state).toBe('created');
    await kit.db.query(`UPDATE outbox SET state = 'cancelled' WHERE id = $1`, [id]);
  });

  it('shows markup as text, and nothing where no mail can be written', async () => {
    const show = async (texts: Pair) =>
      (await as('SH').post<Record<'en', Shown | null>>(`/api/mail-templates/${kind}/preview`, { texts })).body.en;
    const nasty = await show(words('甲', '<script>alert(1)</script>'));
    expect(nasty?.html).not.toContain('<script>');
    expect(await show(words('甲', '{{ process }}'))).toBeNull();
  });
});

describe('a release', () => {
  it('needs a second person who did not write, and from then on the desk writes with the new words in each language', async () => {
    const [before] = await sent('lead-ac');
    expect(before?.text).toContain('以最后提交的版本为准');
    const draft = await save(await begin(), good);
    const key = randomUUID();
    const proposed = await propose(draft, { key });
    expect(proposed.body).toMatchObject({
      state: 'draft',
      whyNotPropose: 'POLICY_PROPOSED',
      proposal: { state: 'proposed', whyNotConfirm: 'SAME_PERSON' },
    });
    expect((await propose(draft, { key })).body.proposal?.id).toBe(proposed.body.proposal?.id);
    expect((await as('SH').put(at(draft.version), { texts: good }, match(draft.rev))).problem.code).toBe('POLICY_PROPOSED');
    expect((await confirm(draft, 'SH')).problem.code).toBe('SAME_PERSON');
    for (const role of ['CO', 'AU', 'lead']) expect((await confirm(draft, role)).problem.code).toBe('NOT_ALLOWED');
    expect((await sent('lead-ac'))[0]?.text).toContain('以最后提交的版本为准');
    expect((await confirm(draft)).body).toMatchObject({ state: 'released', inForce: true });
    expect((await confirm(draft)).body).toMatchObject({ state: 'released', inForce: true });
    const mails = await sent('lead-ac', 'host-pc');
    expect(mails.map(({ text }) => [text.includes('请保存本回执'), text.includes('Please keep this receipt')]).sort()).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(mails.some(({ subject }) => subject?.endsWith('Your receipt'))).toBe(true);
  });

  it('stands in the list of interventions with both people, and each mail tells which words it was written with', async () => {
    const acts: unknown = await kit.db.query(
      `SELECT a.kind, a.state, a.result_code AS code, a.reason, p.full_name AS actor, s.full_name AS second, a.before, a.after
         FROM technical_act a JOIN person p ON p.id = a.actor_id JOIN person s ON s.id = a.second_id WHERE a.kind = 'template.release'`,
    );
    expect(acts).toEqual([
      {
        ...{ kind: 'template.release', state: 'done', code: 'TEMPLATE_RELEASED', reason, actor: 'sh', second: 'lead-head' },
        ...{ before: { template: kind, version: 0 }, after: { template: kind, version: 1 } },
      },
    ]);
    const { body } = await as('SH').get<{ items: { id: string; notification: string }[] }>(
      `/api/mails?notification=${kind}&sort=-at&word=delivered`,
    );
    const versions = await Promise.all(
      body.items.map(
        async ({ id }) => (await as('SH').get<{ template: { version: number } | null }>(`/api/mails/${id}`)).body.template?.version,
      ),
    );
    expect(versions.sort()).toEqual([0, 0, 1, 1]);
  });

  it('never changes again, and an earlier version comes back as a new one', async () => {
    await expect(kit.db.query(`UPDATE mail_template SET texts = '{}' WHERE state = 'released'`)).rejects.toThrow('never change');
    const back = await begin(0, kind, 'AD');
    expect((await propose(back, { by: 'AD' })).status).toBe(200);
    expect((await confirm(back, 'SH')).body).toMatchObject({ version: back.version, inForce: true });
    expect((await sent('lead-ac'))[0]?.text).toContain('以最后提交的版本为准');
    const again = await begin(1, kind, 'AD');
    await propose(again, { by: 'AD' });
    await confirm(again, 'SH');
    expect((await sent('lead-ac'))[0]?.text).toContain('请保存本回执');
  });

  it('that was rejected or taken back is a draft again', async () => {
    const draft = await save(await begin(), words('第 {{ no }} 版已收到。', 'Version {{ no }} is here.'));
    await propose(draft);
    const rejected = await as('AD').post<Version>(at(draft.version, '/reject'), {});
    expect(rejected.body).toMatchObject({ state: 'draft', mayEdit: true, proposal: { state: 'failed' } });
    await propose(rejected.body);
    const withdrawn = await as('SH').post<Version>(at(draft.version, '/reject'), {});
    expect(withdrawn.body).toMatchObject({ state: 'draft', mayEdit: true });
    expect((await confirm(draft)).problem.code).toBe('ACT_NOT_WAITING');
    await discard(withdrawn.body);
  });
});

describe('released words that a mail cannot be written with', () => {
  it('stop no mail: it leaves with the words of the release, and the list tells so', async () => {
    await kit.db.query(
      `INSERT INTO mail_template (kind, version, texts, state, base_version, released_at, creation_key) VALUES ($1, 99, $2, 'released', 0, now(), gen_random_uuid())`,
      [kind, JSON.stringify(words('{{ gone }}', '{{ gone }}'))],
    );
    const [mail] = await sent('lead-ac');
    expect(mail?.text).toContain('以最后提交的版本为准');
    expect(kit.warnings).toContain('released words cannot be used; the words of the release are sent');
    const { body } = await as('AU').get<{ items: { kind: string }[] }>('/api/mail-templates');
    expect(body.items.find((one) => one.kind === kind)).toMatchObject({ inForce: 99, fallbacks: 1 });
  });
});

describe('the command line', () => {
  const of = 'mou-in-force';
  const gongfang = async (...args: string[]): Promise<{ code: number | string | null; output: string }> => {
    const run = spawnProgram(CLI, ['template', ...args, '--json'], env);
    return { code: await run.ended, output: run.logs() };
  };

  it('lists, shows, drafts, checks and proposes; a second person releases', async () => {
    expect(JSON.parse((await gongfang('list')).output)).toContainEqual({
      kind: of,
      inForce: 0,
      releasedAt: null,
      draft: null,
      fallbacks: 0,
    });
    const { texts } = JSON.parse((await gongfang('show', of)).output) as { texts: Pair };
    const file = join(dataDir, 'words.json');
    writeFileSync(file, JSON.stringify({ ...texts, en: { ...texts.en, act: 'The MoU counts from 1 May' } }));
    expect(JSON.parse((await gongfang('draft', of, '--file', file)).output)).toEqual({ kind: of, version: 1 });
    const checked = await gongfang('check', of, '1');
    expect([checked.code, JSON.parse(checked.output)]).toMatchObject([
      1,
      [{ code: 'TEXT_DATE_ONE_SIDE', language: 'en', slot: 'act', value: '05-01' }],
    ]);
    expect((await gongfang('release', of, '1', '--reason', 'x')).output).toContain('TEMPLATE_FINDINGS');
    writeFileSync(file, JSON.stringify({ ...texts, en: { ...texts.en, act: 'The MoU counts' } }));
    await gongfang('draft', of, '--file', file);
    expect((await gongfang('check', of, '1')).code).toBe(0);
    const key = randomUUID();
    const first = await gongfang('release', of, '1', '--reason', 'x', '--key', key);
    const again = await gongfang('release', of, '1', '--reason', 'x', '--key', key);
    expect([first.code, JSON.parse(again.output)]).toMatchObject([0, { id: key, state: 'proposed', door: 'cli' }]);
    const { body } = await as('SH').get<Version>(at(1, '', of));
    expect((await confirm(body, 'SH', of)).body).toMatchObject({ state: 'released' });
    expect((await gongfang('show', 'nothing')).code).toBe(2);
  }, 60_000);
});
