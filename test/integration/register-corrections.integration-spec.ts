import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, grantRole, hashPassword } from '@app/persistence';
import PostalMime from 'postal-mime';
import { signedIn, type Answer, type Caller } from '../support/api-kit';
import { openMailKit, type MailKit } from '../support/mail-kit';
import { freshNamespace, fromSetUp, runCli, startApi, type ApiProcess } from '../support/stack';

type Value = string | string[] | null;
interface Correction {
  id: string;
  state: string;
  changes: { field: string; from: Value; to: Value }[];
  undoes: string | null;
  mayUndo: boolean;
  whyNotConfirm: string | null;
}
interface Entry {
  rev: number;
  name: string;
  otherName: string;
  values: { field: string; value: Value }[];
  projects: { projectId: string; as: string }[];
  corrections: Correction[];
  waiting: Correction | null;
}
interface Reached {
  count: number;
  items: { id: string }[];
}
interface Preview {
  changes: Correction['changes'];
  needsSecond: boolean;
  whyNot: string | null;
  changesName: boolean;
  changesAddress: boolean;
  projects: Entry['projects'];
  signed: { projectId: string; signedOn: string }[];
  waiting: Reached;
  leaving: Reached;
  letters: Reached;
}
interface Line {
  id: string;
  kind: string;
  label: string;
  reference: string | null;
  reason: string;
  personName: string;
  proposal: { is: string; byName: string } | null;
  undoneBy: { id: string } | null;
  technical: { changes: { part: string; name: string; from: string | null; to: string | null }[] } | null;
}

const reason = '登记有误 A slip of the pen';
const signed = {
  kind: 'mou-party-signed' as const,
  class: 'answer' as const,
  rule: 'mou-party-signed',
  direction: 'now' as const,
};

let kit: MailKit;
let api: ApiProcess;
let dataDir: string;
let env: NodeJS.ProcessEnv;
let password: string;
const callers: Record<string, Caller> = {};

beforeAll(async () => {
  kit = await openMailKit();
  dataDir = mkdtempSync(join(tmpdir(), 'gongfang-register-'));
  password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  await grantRole(kit.db, kit.people['lead-head'] ?? '', 'AD');
  await grantRole(kit.db, kit.people['host-2'] ?? '', 'AU');
  await standInProject();
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
    await createAccount(kit.db, { personId: kit.people[name] ?? '', signIn: `${name}.signs@example.org`, passwordHash });
    callers[role] = await signedIn(api.url, { signIn: `${name}.signs@example.org`, password });
  }
}, 120_000);
afterAll(async () => {
  await api?.stop();
  await kit?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The kit's project as the lists of projects know it, its MoU signed. */
async function standInProject(): Promise<void> {
  const { lead, host, co, sh } = kit.people;
  await kit.db.query(
    `INSERT INTO project_summary (id, rev, reference, call_id, call_code, programme, year, stage, sub_state, closed, overlays, officer_id, started_by,
        lead_organization_id, host_organization_id, organization_ids, contact_ids, expert_ids, clock, policy_version, since, started_at, updated_at)
     SELECT h.id, 1, 'LMGF-2026-LA-001', gen_random_uuid(), 'LMGF-2026', 'LMGF', 2026, 'construction', 'building', false, '{}', $2, $3, $4, $5,
        ARRAY[$4::uuid, $5::uuid], ARRAY(SELECT id FROM person WHERE id NOT IN ($2, $3)), '{}', h.clock, 1, now(), now(), now()
       FROM entity_head h WHERE h.id = $1`,
    [kit.projectId, co, sh, lead, host],
  );
  await kit.db.query(
    `UPDATE entity_head SET state = jsonb_set(state, '{mou}', coalesce(state->'mou', '{}') || '{"signedOn":"2026-02-02"}') WHERE id = $1`,
    [kit.projectId],
  );
}

function as(role: string): Caller {
  const caller = callers[role];
  if (caller === undefined) throw new Error(`${role} is not signed in`);
  return caller;
}

const at = (name: string): string =>
  `/api/register/${name === 'lead' || name === 'host' ? 'organizations' : 'people'}/${kit.people[name] ?? ''}`;
const read = async (name: string): Promise<Entry> => (await as('CO').get<Entry>(at(name))).body;
const valueOf = (entry: Entry, field: string): Value | undefined => entry.values.find((one) => one.field === field)?.value;

interface Wish {
  by?: string;
  key?: string;
  rev?: number;
}

async function correct(name: string, changes: object, { by = 'CO', key = randomUUID(), rev }: Wish = {}): Promise<Answer<Entry>> {
  const seen = rev ?? (await read(name)).rev;
  return as(by).post<Entry>(`${at(name)}/corrections`, { changes, reason }, { 'idempotency-key': key, 'if-match': `"${seen}"` });
}

const preview = async (name: string, changes: object): Promise<Preview> =>
  (await as('CO').post<Preview>(`${at(name)}/preview`, { changes })).body;
const decide = (id: string | undefined, act: 'confirm' | 'reject', by = 'SH'): Promise<Answer<Entry>> =>
  as(by).post<Entry>(`/api/register/corrections/${id ?? ''}/${act}`, {});
const undo = async (name: string, id: string, { key = randomUUID() } = {}): Promise<Answer<Entry>> =>
  as('CO').post<Entry>(
    `/api/register/corrections/${id}/undo`,
    { reason },
    { 'idempotency-key': key, 'if-match': `"${(await read(name)).rev}"` },
  );

/** Proposes and confirms, by two people. */
async function corrected(name: string, changes: object): Promise<string> {
  const id = (await correct(name, changes)).body.waiting?.id ?? '';
  expect((await decide(id, 'confirm')).status).toBe(200);
  return id;
}

const lineOf = async (id: string): Promise<Line | undefined> =>
  (await as('SH').get<{ items: Line[] }>('/api/interventions?limit=200', { 'accept-language': 'en' })).body.items.find(
    (one) => one.id === id,
  );

/** Lets the desk send what is due, and tells what left. */
async function sent(): Promise<{ to: string; text: string }[]> {
  kit.smtp.taken.length = 0;
  await kit.deliver();
  return Promise.all(kit.smtp.taken.map(async ({ to, raw }) => ({ to: String(to), text: (await PostalMime.parse(raw)).text ?? '' })));
}

describe('the name of an organization', () => {
  it('is corrected by two people; the waiting mail and the pages say the new name, and the list of interventions tells it', async () => {
    const mail = await kit.put(
      'host-pc',
      { ...signed, values: { organizationId: kit.people['host'] ?? '', signedOn: '2026-02-02', signed: 2 } },
      { role: 'PC' },
    );
    const seen = await preview('host', { nameEn: 'Vientiane College' });
    expect(seen).toMatchObject({
      changes: [{ field: 'nameEn', from: 'Host college', to: 'Vientiane College' }],
      ...{ needsSecond: true, whyNot: null, changesName: true, changesAddress: false },
      projects: [{ projectId: kit.projectId, as: 'host' }],
      signed: [{ projectId: kit.projectId, signedOn: '2026-02-02' }],
      waiting: { count: 1, items: [{ id: mail }] },
      leaving: { count: 0 },
      letters: { count: 0 },
    });
    const proposed = await correct('host', { nameEn: ' Vientiane College ' });
    expect(proposed.status).toBe(200);
    expect(proposed.body).toMatchObject({ otherName: 'Host college', waiting: { state: 'proposed', whyNotConfirm: 'SAME_PERSON' } });
    const id = proposed.body.waiting?.id ?? '';
    const confirmed = await decide(id, 'confirm');
    expect(confirmed.body).toMatchObject({
      otherName: 'Vientiane College',
      waiting: null,
      corrections: [{ id, state: 'done', mayUndo: true }],
    });
    const left = await sent();
    expect(left.map(({ to }) => to)).toEqual(['host-pc@example.org']);
    expect(left[0]?.text).toContain('Vientiane College');
    expect(await lineOf(id)).toMatchObject({
      ...{ kind: 'register.organization', label: 'Organization in the register corrected', reference: '学院', reason, personName: 'co' },
      proposal: { is: 'approved', byName: 'sh' },
      technical: { changes: [{ part: 'nameEn', name: 'English name', from: 'Host college', to: 'Vientiane College' }] },
    });
  });

  it('comes back by a correction of its own, which the first names; then it is over', async () => {
    const id = await corrected('lead', { nameZh: '云南学院' });
    const key = randomUUID();
    const back = await undo('lead', id, { key });
    expect(back.body.waiting).toMatchObject({ id: key, undoes: id, changes: [{ field: 'nameZh', from: '云南学院', to: '学院' }] });
    expect((await undo('lead', id, { key })).body.waiting?.id).toBe(key);
    await decide(key, 'confirm');
    expect((await read('lead')).name).toBe('学院');
    expect((await lineOf(id))?.undoneBy?.id).toBe(key);
    expect((await undo('lead', id)).problem.code).toBe('CORRECTION_OVERTAKEN');
  });

  it('that waits is found without a search, and one correction waits at a time', async () => {
    const first = await correct('host', { nameLocal: 'ວິທະຍາໄລ' });
    expect((await correct('host', { nameZh: '万象学院' }, { by: 'AD' })).problem.code).toBe('CORRECTION_OPEN');
    const waiting = await as('SH').get<{ items: { id: string; waits: boolean }[] }>('/api/register');
    expect(waiting.body.items).toMatchObject([{ id: kit.people['host'], waits: true }]);
    expect((await decide(first.body.waiting?.id, 'reject', 'CO')).body).toMatchObject({
      waiting: null,
      corrections: [{ resultCode: 'WITHDRAWN' }, {}],
    });
    expect(valueOf(await read('host'), 'nameLocal')).toBeNull();
  });
});

describe('mails that no longer follow', () => {
  it('are told before: letters that left keep the old name, and one of which nobody knows keeps its bytes', async () => {
    const letter = {
      ...signed,
      class: 'letter' as const,
      values: { organizationId: kit.people['host'] ?? '', signedOn: '2026-02-02', signed: 2 },
    };
    const [left, unknown] = [await kit.put('host-pc', letter, { role: 'PC' }), await kit.put('host-pc', letter, { role: 'PC' })];
    await kit.db.query(`UPDATE outbox SET state = 'sent', done_at = now() WHERE id = $1`, [left]);
    await kit.db.query(`UPDATE outbox SET state = 'uncertain' WHERE id = $1`, [unknown]);
    expect(await preview('host', { nameZh: '万象学院' })).toMatchObject({
      ...{ letters: { count: 1, items: [{ id: left }] }, leaving: { count: 1, items: [{ id: unknown }] }, waiting: { count: 0 } },
    });
    await kit.db.query(`UPDATE outbox SET state = 'cancelled' WHERE id = ANY($1::uuid[])`, [[left, unknown]]);
  });
});

describe('the mail address of a person', () => {
  it('is corrected by two people, and mail that waited for the old one goes to the new one', async () => {
    const mail = await kit.put(
      'lead-pl',
      { ...signed, values: { organizationId: kit.people['lead'] ?? '', signedOn: '2026-02-02', signed: 1 } },
      { role: 'PL' },
    );
    expect(await preview('lead-pl', { emails: ['new.place@example.org'] })).toMatchObject({
      ...{ changesAddress: true, changesName: false, needsSecond: true },
      waiting: { count: 1, items: [{ id: mail }] },
    });
    const id = await corrected('lead-pl', { emails: ['new.place@example.org', 'lead-pl@example.org'] });
    expect((await sent()).map(({ to }) => to)).toEqual(['new.place@example.org']);
    const line = await lineOf(id);
    expect(line?.technical?.changes).toMatchObject([{ part: 'emails', from: 'le…@example.org', to: 'ne…@example.org, le…@example.org' }]);
  });

  it('which refused mail stays marked when another one comes beside it', async () => {
    await kit.db.query('UPDATE person_email SET bounced_at = now() WHERE person_id = $1', [kit.people['host-ps']]);
    await corrected('host-ps', { emails: ['second@example.org', 'host-ps@example.org'] });
    const kept = await kit.db.query<{ address: string; refused: boolean }[]>(
      'SELECT address, bounced_at IS NOT NULL AS refused FROM person_email WHERE person_id = $1 ORDER BY rank',
      [kit.people['host-ps']],
    );
    expect(kept).toEqual([
      { address: 'second@example.org', refused: false },
      { address: 'host-ps@example.org', refused: true },
    ]);
  });

  it('is not taken from somebody else, neither where his mail goes nor the name he signs in with, and is looked at again at the second word', async () => {
    expect((await correct('lead-pl', { emails: ['CO@example.org'] })).problem.code).toBe('ADDRESS_TAKEN');
    expect((await correct('lead-pl', { emails: ['sh.signs@example.org'] })).problem.code).toBe('ADDRESS_TAKEN');
    expect((await preview('lead-pl', { emails: ['co@example.org'] })).whyNot).toBe('ADDRESS_TAKEN');
    const id = (await correct('lead-lr', { emails: ['both@example.org'] })).body.waiting?.id;
    await corrected('host-2', { emails: ['both@example.org'] });
    expect((await decide(id, 'confirm')).problem.code).toBe('ADDRESS_TAKEN');
    expect((await decide(id, 'reject')).status).toBe(200);
  });

  it('that is none, or stands twice, is refused with its place', async () => {
    const none = await correct('lead-pl', { emails: ['a@b.example, c@d.example'] });
    expect(none.problem).toMatchObject({ code: 'BAD_INPUT', errors: [{ code: 'NOT_AN_ADDRESS' }] });
    const twice = await correct('lead-pl', { emails: ['a@b.example', 'A@b.example'] });
    expect(twice.problem).toMatchObject({ code: 'BAD_INPUT', errors: [{ code: 'DUPLICATE' }] });
    expect((await correct('lead-pl', { emails: [] })).problem.code).toBe('BAD_INPUT');
  });
});

describe('a small correction', () => {
  it('applies at once with a reason, stands in the list, and comes back at once', async () => {
    const done = await correct('host-pc', { phone: '+856 21 123456', mailLanguage: 'lo', zone: 'Asia/Vientiane' });
    expect(done.body).toMatchObject({ waiting: null, corrections: [{ state: 'done' }] });
    expect([valueOf(done.body, 'phone'), valueOf(done.body, 'mailLanguage')]).toEqual(['+856 21 123456', 'lo']);
    const id = done.body.corrections[0]?.id ?? '';
    expect(await lineOf(id)).toMatchObject({ kind: 'register.person', reference: 'host-pc', proposal: null });
    expect(valueOf((await undo('host-pc', id)).body, 'phone')).toBeNull();
  });

  it('asked for twice under one key is one; the key of another is refused', async () => {
    const [key, { rev }] = [randomUUID(), await read('lead-ac')];
    const once = await correct('lead-ac', { phone: '+86 871 6300000' }, { key, rev });
    const again = await correct('lead-ac', { phone: '+86 871 6300000' }, { key, rev });
    expect([once.status, again.status, again.body.corrections.length, again.body.rev]).toEqual([200, 200, 1, rev + 1]);
    expect((await correct('lead-ac', { phone: '+86 871 6300001' }, { key, rev })).problem.code).toBe('KEY_REUSED');
  });
});

describe('by the tool', () => {
  const tool = (by: string, ...args: string[]): Promise<{ code: number | string; output: string }> =>
    runCli(['register', ...args, '--as', `${by}.signs@example.org`, '--url', api.url], env, `${password}\n`);

  it('an entry is found, what would change is told, and two people correct it', async () => {
    const entry = `people/${kit.people['host-ps'] ?? ''}`;
    expect(await tool('co', 'find', 'host-ps')).toMatchObject({ code: 0, output: expect.stringContaining(entry) as string });
    const seen = await tool('co', 'preview', entry, 'latinName=Phout');
    expect(seen).toMatchObject({ code: 0, output: expect.stringContaining('latinName: host-ps → Phout') as string });
    expect(await tool('co', 'preview', entry, 'latinName=host-ps')).toMatchObject({ code: 1 });
    const key = randomUUID();
    const proposed = await tool('co', 'correct', entry, 'latinName=Phout', '--reason', reason, '--key', key);
    expect(proposed).toMatchObject({ code: 0, output: expect.stringContaining(`waits for a second person (${key})`) as string });
    expect(await tool('co', 'confirm', key)).toMatchObject({ code: 2, output: expect.stringContaining('SAME_PERSON') as string });
    expect(await tool('sh', 'confirm', key)).toMatchObject({ code: 0, output: expect.stringContaining('/ Phout, revision') as string });
    expect((await tool('co', 'undo', entry, key, '--reason', reason)).output).toContain('latinName: Phout → host-ps');
    expect((await lineOf(key))?.personName).toBe('co');
  }, 90_000);
});

describe('two at once', () => {
  it('of two who confirm only one does; of two who propose only one waits', async () => {
    const [one, other] = await Promise.all([correct('lead-lr', { fullName: '甲' }), correct('lead-lr', { fullName: '乙' }, { by: 'AD' })]);
    expect([one.problem.code, other.problem.code].filter((code) => code !== undefined)).toEqual(['CORRECTION_OPEN']);
    const { waiting, rev } = await read('lead-lr');
    const answers = await Promise.all([
      decide(waiting?.id, 'confirm', 'SH'),
      decide(waiting?.id, 'confirm', one.status === 200 ? 'AD' : 'CO'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read('lead-lr')).rev).toBe(rev + 1);
  });
});

describe('what is refused and changes nothing', () => {
  it('one’s own word, a word on nothing, an entry that was changed meanwhile, a wish that changes nothing', async () => {
    const { rev } = await read('sh');
    const id = (await correct('sh', { fullName: '石' })).body.waiting?.id;
    expect((await decide(id, 'confirm', 'CO')).problem.code).toBe('SAME_PERSON');
    expect((await correct('sh', { fullName: '史' }, { rev: rev + 7 })).problem.code).toBe('STALE_REVISION');
    await kit.db.query('UPDATE person SET rev = rev + 1 WHERE id = $1', [kit.people['sh']]);
    expect((await decide(id, 'confirm', 'AD')).problem.code).toBe('STALE_REVISION');
    expect((await decide(id, 'reject', 'AD')).status).toBe(200);
    expect((await decide(id, 'confirm', 'AD')).problem.code).toBe('ACT_NOT_WAITING');
    expect((await undo('sh', id ?? '')).problem.code).toBe('CORRECTION_NOT_APPLIED');
    expect((await correct('sh', { fullName: 'sh ' })).problem.code).toBe('CORRECTION_NOTHING');
    expect((await read('sh')).name).toBe('sh');
  });

  it('an unknown entry, no reason, no revision, a field of another kind, an empty name', async () => {
    const nobody = `/api/register/people/${randomUUID()}`;
    expect((await as('CO').get(nobody)).problem.code).toBe('NOT_FOUND');
    expect((await as('CO').post(`${at('sh')}/corrections`, { changes: { zone: 'UTC' }, reason }, {})).problem.code).toBe(
      'IF_MATCH_REQUIRED',
    );
    expect(
      (await as('CO').post(`${at('sh')}/corrections`, { changes: { zone: 'UTC' }, reason: ' ' }, { 'if-match': '"1"' })).problem.code,
    ).toBe('BAD_INPUT');
    expect((await correct('sh', { nameZh: 'x' })).problem.code).toBe('BAD_INPUT');
    expect((await correct('lead', { nameZh: ' ' })).problem.code).toBe('BAD_INPUT');
    expect((await decide(randomUUID(), 'confirm')).problem.code).toBe('NOT_FOUND');
  });

  it('everybody outside the Secretariat and the administrators; and the Secretariat no longer writes into the record of another without a reason', async () => {
    for (const role of ['AU', 'lead']) {
      expect([role, (await as(role).get(at('sh'))).problem.code]).toEqual([role, 'NOT_ALLOWED']);
      expect([role, (await as(role).get('/api/register?q=co')).problem.code]).toEqual([role, 'NOT_ALLOWED']);
      expect([role, (await correct('sh', { zone: 'UTC' }, { by: role })).problem.code]).toEqual([role, 'NOT_ALLOWED']);
    }
    const own = {
      fullName: 'lead-ac',
      latinName: 'lead-ac',
      addressAs: 'lead-ac',
      mailLanguage: 'en',
      zone: 'UTC',
      emails: ['lead-ac@example.org'],
    };
    const path = `/api/people/${kit.people['lead-ac'] ?? ''}`;
    const match = { 'if-match': `"${(await read('lead-ac')).rev}"` };
    expect((await as('SH').put(path, own, match)).problem.code).toBe('NOT_FOUND');
    expect((await as('lead').put(path, own, match)).status).toBe(200);
  });

  it('a sign-in that is long ago, for what is dangerous only', async () => {
    await kit.db.query(`UPDATE session SET created_at = now() - interval '1 day' WHERE person_id = $1`, [kit.people['co']]);
    expect((await correct('lead-lr', { latinName: 'Li' })).problem.code).toBe('FRESH_SIGN_IN_NEEDED');
    expect((await correct('lead-lr', { phone: '+86 871 6300009' })).status).toBe(200);
  });
});
