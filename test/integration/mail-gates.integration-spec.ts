import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, grantRole, hashPassword } from '@app/persistence';
import { signedIn, type Answer, type Caller } from '../support/api-kit';
import { CLI } from '../support/fresh-database';
import { openMailKit, type MailKit } from '../support/mail-kit';
import { freshNamespace, fromSetUp, runCli, spawnProgram, startApi, type ApiProcess } from '../support/stack';

interface Gate {
  scope: string;
  key: string;
  closedByName: string | null;
  closedAt: string;
  reason: string;
  waiting: number;
}
interface Gates {
  mayAct: boolean;
  mayStopEverything: boolean;
  items: Gate[];
}
interface Waiting {
  total: number;
  items: { rule: string; country: string; reason: string; count: number }[];
}

const letter = {
  kind: 'award-letter' as const,
  class: 'letter' as const,
  rule: 'award-letter',
  direction: 'now' as const,
  values: { ref: 'LMGF-2026-LA-003', projectRef: 'LMGF-2026-LA-003', announcedOn: '2026-03-02', centre: 'no' },
};
const receipt = {
  kind: 'submission-receipt' as const,
  class: 'answer' as const,
  rule: 'submission-receipt',
  direction: 'now' as const,
  values: { ref: 'LMGF-2026-APP-007', no: 1, hash: 'h', receivedAt: '2026-03-03T03:00:00.000Z' },
};
const everything = { scope: 'everything', key: '*' };
const reason = 'A wrong date went out. 日期有误。';

let kit: MailKit;
let api: ApiProcess;
let env: NodeJS.ProcessEnv;
let dataDir: string;
let password: string;
const callers: Record<string, Caller> = {};

beforeAll(async () => {
  kit = await openMailKit();
  dataDir = mkdtempSync(join(tmpdir(), 'gongfang-gates-'));
  password = randomBytes(12).toString('base64url');
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
beforeEach(async () => {
  kit.smtp.play(() => undefined);
  kit.smtp.taken.length = 0;
  await kit.db.query('DELETE FROM gate');
  await kit.db.query(`UPDATE outbox SET state = 'cancelled' WHERE kind = 'mail' AND state IN ('created', 'uncertain')`);
});

function as(role: string): Caller {
  const caller = callers[role];
  if (caller === undefined) throw new Error(`${role} is not signed in`);
  return caller;
}

const stop = (role: string, gate: object, key = randomUUID()): Promise<Answer> =>
  as(role).post('/api/mail-gates/stop', { ...gate, reason }, { 'idempotency-key': key });
const release = (role: string, gate: object, key = randomUUID()): Promise<Answer> =>
  as(role).post('/api/mail-gates/release', { ...gate, reason }, { 'idempotency-key': key });
const gates = async (role = 'SH'): Promise<Gates> => (await as(role).get<Gates>('/api/mail-gates')).body;
const acts = (): Promise<{ kind: string; code: string; actor: string | null; door: string; reason: string; after: object }[]> =>
  kit.db.query(
    `SELECT a.kind, a.result_code AS code, p.full_name AS actor, a.door, a.reason, a.after FROM technical_act a LEFT JOIN person p ON p.id = a.actor_id
      ORDER BY a.opened_at`,
  );

describe('stopping mail', () => {
  it('keeps everything back at once, shows who did it and how much waits, and lets each mail go exactly once when it is released', async () => {
    const ids = [await kit.put('lead-ac', letter), await kit.put('host-pc', receipt, { role: 'PC' })];
    expect((await stop('SH', everything)).body).toEqual({ changed: true, waiting: 2 });
    await kit.deliver();
    expect(kit.smtp.taken).toEqual([]);
    expect((await gates()).items).toEqual([
      { ...everything, reference: null, closedByName: 'sh', closedAt: expect.any(String) as string, reason, waiting: 2 },
    ]);
    expect((await release('AD', everything)).body).toEqual({ changed: true, waiting: 2 });
    await kit.deliver();
    await kit.deliver();
    expect(kit.smtp.taken).toHaveLength(2);
    expect(await Promise.all(ids.map(async (id) => (await kit.row(id)).state))).toEqual(['sent', 'sent']);
    expect((await gates()).items).toEqual([]);
  });

  it.each([
    ['one rule', { scope: 'rule', key: 'award-letter' }],
    ['one country', { scope: 'country', key: 'CN' }],
  ])('of %s leaves all other mail alone', async (_name, gate) => {
    const stopped = await kit.put('lead-ac', letter);
    const other = await kit.put('host-pc', receipt, { role: 'PC' });
    expect((await stop('CO', gate)).body).toEqual({ changed: true, waiting: 1 });
    await kit.deliver();
    expect([(await kit.row(stopped)).state, (await kit.row(other)).state]).toEqual(['created', 'sent']);
  });

  it('of one project is kept with the project on record', async () => {
    await stop('CO', { scope: 'project', key: kit.projectId });
    const [row] = await kit.db.query<{ entity_id: string }[]>('SELECT entity_id FROM technical_act ORDER BY opened_at DESC LIMIT 1');
    expect(row?.entity_id).toBe(kit.projectId);
  });

  it('is on record with who, why, what was and what is, once; a repeat is quiet and another act under the key is refused', async () => {
    const known = (await acts()).length;
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => stop('AD', everything, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter(({ body }) => body['changed'] === true)).toHaveLength(1);
    expect((await stop('AD', { scope: 'country', key: 'LA' }, key)).problem.code).toBe('KEY_REUSED');
    expect((await stop('SH', everything)).body['changed']).toBe(false);
    await release('SH', everything);
    expect((await acts()).slice(known)).toEqual([
      expect.objectContaining({
        kind: 'mail.stop',
        code: 'MAIL_STOPPED',
        actor: 'lead-head',
        door: 'page',
        reason,
        after: { shut: true, waiting: 0 },
      }),
      expect.objectContaining({ kind: 'mail.stop', code: 'MAIL_WAS_STOPPED', actor: 'sh' }),
      expect.objectContaining({ kind: 'mail.release', code: 'MAIL_RELEASED', actor: 'sh', after: { shut: false, waiting: 0 } }),
    ]);
  });
});

describe('who may', () => {
  it.each([
    ['CO', everything, 403],
    ['CO', { scope: 'country', key: 'LA' }, 200],
    ['SH', everything, 200],
    ['AD', everything, 200],
    ['AU', { scope: 'country', key: 'LA' }, 403],
    ['lead', { scope: 'country', key: 'LA' }, 404],
  ])('%s stops %j: %i', async (role, gate, status) => {
    expect((await stop(role, gate)).status).toBe(status);
    expect((await release(role, gate)).status).toBe(status);
  });

  it('sees what is stopped: the Secretariat and the auditor, told what they may do; nobody else', async () => {
    expect(await gates('CO')).toMatchObject({ mayAct: true, mayStopEverything: false });
    expect(await gates('AU')).toMatchObject({ mayAct: false, mayStopEverything: false });
    for (const path of ['', '/waiting', '/check?scope=everything&key=*'])
      expect((await as('lead').get(`/api/mail-gates${path}`)).problem.status).toBe(404);
  });

  it('releases only with a recent sign-in, and stops without', async () => {
    await kit.db.query(`UPDATE session SET created_at = now() - interval '1 hour'`);
    expect((await stop('SH', everything)).status).toBe(200);
    expect((await release('SH', everything)).problem.code).toBe('FRESH_SIGN_IN_NEEDED');
    expect((await gates()).items).toHaveLength(1);
    await kit.db.query('UPDATE session SET created_at = now()');
    expect((await release('SH', everything)).status).toBe(200);
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown scope', { scope: 'planet', key: 'x' }],
    ['an unknown rule', { scope: 'rule', key: 'no-such-rule' }],
    ['an unknown country', { scope: 'country', key: 'FR' }],
    ['a project that is no id', { scope: 'project', key: 'LMGF' }],
    ['everything by another key', { scope: 'everything', key: 'all' }],
    ['a field too many', { ...everything, until: 'tomorrow' }],
  ])('%s is refused and stops nothing', async (_name, gate) => {
    expect((await stop('SH', gate)).problem).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect((await gates()).items).toEqual([]);
  });

  it('no reason is no stop', async () => {
    const answer = await as('SH').post('/api/mail-gates/stop', { ...everything, reason: '  ' });
    expect(answer.problem).toMatchObject({ code: 'BAD_INPUT', errors: [expect.objectContaining({ path: 'reason', code: 'EMPTY_TEXT' })] });
  });
});

describe('what waits and why', () => {
  it('is counted by rule, country and reason as SQL counts it, and each number is the mail log under that filter', async () => {
    await kit.put('lead-ac', letter);
    await kit.put('lead-pl', letter);
    await kit.put('host-pc', receipt, { role: 'PC' });
    const retried = await kit.put('host-pc', receipt, { role: 'PC' });
    const later = await kit.put('lead-lr', letter);
    await kit.db.query(`UPDATE outbox SET next_try_at = now() + interval '1 hour', result = '{"word":"temporary-failure"}' WHERE id = $1`, [
      retried,
    ]);
    await kit.db.query(`UPDATE outbox SET send_after = now() + interval '1 day' WHERE id = $1`, [later]);
    await stop('SH', { scope: 'rule', key: 'award-letter' });
    const { body } = await as('CO').get<Waiting>('/api/mail-gates/waiting');
    const line = (rule: string, why: string): number =>
      body.items.filter((one) => one.rule === rule && one.reason === why).reduce((sum, { count }) => sum + count, 0);
    expect([line('award-letter', 'gate'), line('submission-receipt', 'desk'), line('submission-receipt', 'retry')]).toEqual([3, 1, 1]);
    const [{ count } = { count: -1 }] = await kit.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM outbox WHERE kind = 'mail' AND state IN ('created', 'claimed', 'sending', 'held', 'uncertain')`,
    );
    expect(body.total).toBe(count);
    for (const one of body.items) {
      const { body: log } = await as('CO').get<{ items: unknown[] }>(
        `/api/mails?limit=200&rule=${one.rule}&country=${one.country}&waits=${one.reason}`,
      );
      expect([one.rule, one.reason, log.items.length]).toEqual([one.rule, one.reason, one.count]);
    }
    await release('SH', { scope: 'rule', key: 'award-letter' });
    const open = (await as('CO').get<Waiting>('/api/mail-gates/waiting')).body.items;
    expect(open.find((one) => one.reason === 'window')).toMatchObject({ rule: 'award-letter', count: 1 });
  });
});

describe('the check before a release', () => {
  it('tells what would leave, what is not needed any more, what comes later and what another gate keeps; then exactly that happens', async () => {
    const leaves = await kit.put('lead-ac', letter);
    const old = await kit.put('host-pc', { kind: 'milestone-reached' }, { role: 'AC' });
    const later = await kit.put('lead-pl', letter);
    const elsewhere = await kit.put('lead-lr', receipt);
    await kit.db.query(`UPDATE outbox SET send_after = now() + interval '1 day' WHERE id = $1`, [later]);
    await stop('SH', everything);
    await stop('CO', { scope: 'rule', key: 'submission-receipt' });
    const { body } = await as('CO').get('/api/mail-gates/check?scope=everything&key=*');
    expect(body).toEqual({ checked: 2, more: false, leaving: 1, notNeeded: [{ why: 'left-role', count: 1 }], later: 1, elsewhere: 1 });
    expect((await gates()).items).toHaveLength(2);
    await release('SH', everything);
    await kit.deliver();
    const states = await Promise.all([leaves, old, later, elsewhere].map(async (id) => (await kit.row(id)).state));
    expect(states).toEqual(['sent', 'cancelled', 'created', 'created']);
  });
});

describe('the words of one mail', () => {
  interface Words {
    texts: Record<'zh-CN' | 'en', { act: string; body: string[] }>;
    inForce: Words['texts'];
    edited: boolean;
    whyNot: string | null;
  }
  const read = async (id: string, by = 'CO'): Promise<Words> => (await callers[by]?.get<Words>(`/api/mails/${id}/words`))?.body as Words;
  const reword = (id: string, texts: Words['texts'], by = 'CO', key = randomUUID()): Promise<Answer> =>
    callers[by]?.post(`/api/mails/${id}/words`, { texts, reason }, { 'idempotency-key': key }) as Promise<Answer>;
  const thanked = ({ texts }: Words): Words['texts'] => ({
    'zh-CN': { ...texts['zh-CN'], body: [...texts['zh-CN'].body, '谨致谢意。'] },
    en: { ...texts.en, body: [...texts.en.body, 'With our thanks.'] },
  });

  it('are edited for this mail alone, and so it leaves; what it says of the project still comes from the project', async () => {
    const [id, other] = [await kit.put('lead-ac', receipt), await kit.put('lead-pl', receipt)];
    const words = await read(id);
    expect(words).toMatchObject({ edited: false, whyNot: null, texts: words.inForce });
    const key = randomUUID();
    expect((await reword(id, thanked(words), 'CO', key)).body).toMatchObject({ status: 'done' });
    expect((await reword(id, thanked(words), 'CO', key)).body).toMatchObject({ status: 'repeated' });
    expect(await read(id)).toMatchObject({ edited: true, texts: thanked(words), inForce: words.inForce });
    await kit.deliver();
    const told = async (mailId: string): Promise<string> =>
      (await callers['CO']?.get<{ text: string }>(`/api/mails/${mailId}`))?.body.text ?? '';
    expect(await told(id)).toMatch(/谨致谢意。|With our thanks\./);
    expect(await told(id)).toContain('LMGF-2026-APP-007');
    expect(await told(other)).not.toMatch(/谨致谢意。|With our thanks\./);
    const [kept] = (await acts()).slice(-1);
    expect(kept).toMatchObject({ kind: 'mail.reword', reason });
  });

  it('are taken back by those in force', async () => {
    const id = await kit.put('lead-ac', receipt);
    const words = await read(id);
    await reword(id, thanked(words));
    expect((await reword(id, words.inForce)).status).toBe(200);
    expect(await read(id)).toMatchObject({ edited: false });
  });

  it('are refused where the languages state different things, where it has left, to an officer for a letter, and to who has no right', async () => {
    const id = await kit.put('lead-ac', receipt);
    const words = await read(id);
    const uneven = { ...words.texts, en: { ...words.texts.en, body: [...words.texts.en.body, 'Call 0871-65330000 by 3 May 2027.'] } };
    expect((await reword(id, uneven)).problem.code).toBe('TEMPLATE_FINDINGS');
    expect((await reword(id, words.texts, 'lead')).problem.code).toBe('NOT_ALLOWED');
    const formal = await kit.put('lead-ac', letter);
    expect((await reword(formal, (await read(formal)).texts)).problem.code).toBe('NOT_ALLOWED');
    expect((await reword(formal, thanked(await read(formal)), 'SH')).status).toBe(200);
    await kit.deliver();
    expect((await reword(id, thanked(words))).problem.code).toBe('MAIL_LEFT');
  });
});

describe('the command line', () => {
  const gongfang = async (...args: string[]): Promise<{ code: number | string; output: string }> => {
    const run = spawnProgram(CLI, ['mail', ...args, '--json'], env);
    return { code: await run.ended, output: run.logs() };
  };

  it('stops, lists and releases, on record as somebody at the server; a repeat under the key is quiet', async () => {
    const id = await kit.put('lead-ac', letter);
    const key = randomUUID();
    expect(JSON.parse((await gongfang('stop', '--everything', '--reason', 'drill', '--key', key)).output)).toEqual({
      changed: true,
      waiting: 1,
    });
    expect(JSON.parse((await gongfang('stop', '--everything', '--reason', 'drill', '--key', key)).output)).toMatchObject({
      changed: false,
    });
    await kit.deliver();
    expect((await kit.row(id)).state).toBe('created');
    expect(JSON.parse((await gongfang('list')).output)).toEqual([
      expect.objectContaining({ ...everything, closedByName: null, waiting: 1 }),
    ]);
    expect((await gongfang('release', '--everything', '--reason', 'drill over')).code).toBe(0);
    await kit.deliver();
    expect((await kit.row(id)).state).toBe('sent');
    expect((await acts()).slice(-2)).toEqual([
      expect.objectContaining({ kind: 'mail.stop', actor: null, door: 'cli' }),
      expect.objectContaining({ kind: 'mail.release', actor: null, door: 'cli' }),
    ]);
  }, 60_000);

  describe('on one mail', () => {
    const on = async (
      name: string,
      mailId: string,
      more: string[] = [],
      typed = password,
    ): Promise<{ code: number | string; output: string }> => {
      const args = ['mail', name, mailId, '--as', 'sh@example.org', '--url', api.url, '--reason', 'at the server', '--json'];
      return runCli([...args, ...more], env, `${typed}\n`);
    };
    const stateOf = async (id: string): Promise<string> => (await kit.row(id)).state;

    it('skips it, lets it leave now, sends it again and resolves an uncertain one, once each, with who and why', async () => {
      const skipped = await kit.put('lead-ac', letter);
      const key = randomUUID();
      expect((await on('skip', skipped, ['--key', key])).code).toBe(0);
      expect(JSON.parse((await on('skip', skipped, ['--key', key])).output)).toMatchObject({ status: 'repeated' });
      expect(await stateOf(skipped)).toBe('cancelled');
      expect(await on('send-now', skipped)).toMatchObject({ code: 2, output: expect.stringContaining('MAIL_NOT_NEEDED') as string });
      const sent = await kit.put('lead-ac', receipt);
      expect((await on('send-now', sent)).code).toBe(0);
      await kit.deliver();
      expect(await stateOf(sent)).toBe('sent');
      expect((await on('skip', sent)).code).toBe(2);
      expect(JSON.parse((await on('send-again', sent)).output)).toMatchObject({ status: 'done' });
      await kit.db.query(`UPDATE outbox SET state = 'uncertain' WHERE id = $1`, [sent]);
      expect((await on('resolve-delivered', sent)).code).toBe(0);
      expect((await on('resolve-again', sent)).code).toBe(2);
      expect(await stateOf(sent)).toBe('sent');
      expect((await acts()).slice(-4).map(({ kind, reason: why }) => [kind, why])).toEqual(
        ['mail.skip', 'mail.send-now', 'mail.send-again', 'mail.decide-delivered'].map((kind) => [kind, 'at the server']),
      );
    }, 120_000);

    it('edits it once, and nobody acts without his password', async () => {
      const mailId = await kit.put('lead-ac', receipt);
      const asked = ['mail', 'words', mailId, '--as', 'sh@example.org', '--url', api.url, '--json'];
      const words = JSON.parse((await runCli(asked, env, `${password}\n`)).output) as { en: { body: string[] } };
      words.en.body[0] = `${words.en.body[0] ?? ''} Thank you.`;
      const file = join(dataDir, 'words.json');
      writeFileSync(file, JSON.stringify(words));
      expect((await on('edit', mailId, [file])).code).toBe(0);
      expect((await on('edit', mailId, [file], 'another password')).code).toBe(2);
      expect((await on('skip', mailId, [], 'another password')).code).toBe(2);
      await kit.deliver();
      expect(await stateOf(mailId)).toBe('sent');
    }, 120_000);
  });

  it.each([
    ['nothing named', []],
    ['two things named', ['--everything', '--country', 'LA']],
    ['an unknown rule', ['--rule', 'nonsense']],
  ])(
    'refuses %s with exit code 2',
    async (_name, args) => {
      expect((await gongfang('stop', ...args, '--reason', 'x')).code).toBe(2);
    },
    30_000,
  );
});
