import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDecider, type ProjectState } from '@app/domain';
import { closeGate, createAccount, findHead, hashPassword, openGate } from '@app/persistence';
import { writeProjectSummary } from '@app/persistence/ledger-writer';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import { signedIn, type Answer, type Caller } from '../support/api-kit';
import { openMailKit, type MailKit } from '../support/mail-kit';
import { freshNamespace, fromSetUp, startApi, type ApiProcess } from '../support/stack';

type RefusalReason = components['schemas']['RefusalReason'];

interface Line {
  id: string;
  word: string;
  heldBy: string | null;
  personId: string;
  notification: string;
  reference: string | null;
  class: string;
}
interface Page {
  items: Line[];
  next: string | null;
}
interface Mail extends Line {
  text: string | null;
  html: string | null;
  subject: string | null;
  headers: { name: string; value: string }[];
  attachments: { name: string }[];
  tries: { word: string; response: string | null }[];
  acts: { act: string; personName: string; reason: string }[];
  members: { id: string }[];
  delivery: { address: string; messageId: string } | null;
  may: { sendAgain: { possible: boolean; code: string | null; because?: RefusalReason }; decide: boolean; correctAddress: boolean } | null;
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
const resumed = {
  kind: 'project-resumed' as const,
  rule: 'project-resumed',
  direction: 'now' as const,
  values: { ref: 'LMGF-2026-LA-003', resumedOn: '2026-03-02', moved: [] },
};
const reason = 'The reader asked for it. 收件人要求。';

let kit: MailKit;
let api: ApiProcess;
let dataDir: string;
const callers: Record<string, Caller> = {};

beforeAll(async () => {
  kit = await openMailKit();
  dataDir = mkdtempSync(join(tmpdir(), 'gongfang-mails-'));
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const state = (await findHead(kit.db, { kind: 'project', id: kit.projectId }))?.state as ProjectState;
  const summary = {
    state: { ...state, callId: randomUUID(), applicationRef: 'LMGF-2026-APP-007' },
    view: projectDecider.toView(state),
    rev: 1,
    updatedAt: '2026-03-03T04:00:00.000Z',
  };
  await writeProjectSummary(kit.db, { ...summary, roomId: null });
  api = await startApi({
    DATABASE_URL: kit.database.appUrl,
    DATABASE_OWNER_URL: kit.database.ownerUrl,
    TEMPORAL_ADDRESS: fromSetUp('TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: await freshNamespace(),
    SMTP_URL: fromSetUp('GONGFANG_TEST_SMTP_URL'),
    GONGFANG_DATA_DIR: dataDir,
    GONGFANG_SESSION_SECRET: randomBytes(24).toString('hex'),
    LOG_LEVEL: 'info',
  });
  for (const name of ['co', 'sh', 'lead-ac', 'host-pc']) {
    await createAccount(kit.db, { personId: kit.people[name] ?? '', signIn: `${name}@example.org`, passwordHash });
    callers[name] = await signedIn(api.url, { signIn: `${name}@example.org`, password });
  }
}, 120_000);
afterAll(async () => {
  await api?.stop();
  await kit?.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  kit.smtp.play(() => undefined);
  await kit.db.query(`UPDATE outbox SET state = 'cancelled' WHERE kind = 'mail' AND state IN ('created', 'uncertain')`);
});

function as(name: string): Caller {
  const caller = callers[name];
  if (caller === undefined) throw new Error(`${name} is not signed in`);
  return caller;
}

async function mailsOf(name: string, query: string): Promise<Line[]> {
  const { status, body } = await as(name).get<Page>(`/api/mails?${query}`);
  expect(status).toBe(200);
  return body.items;
}

async function mail(name: string, id: string): Promise<Mail> {
  const { status, body } = await as(name).get<Mail>(`/api/mails/${id}`);
  expect(status).toBe(200);
  return body;
}

const act = (id: string, what: string, body: object, key = randomUUID(), by = 'co'): Promise<Answer> =>
  as(by).post<Record<string, unknown>>(`/api/mails/${id}/${what}`, body, { 'idempotency-key': key });

describe('the list of mails', () => {
  it('shows all of them to the Secretariat and to everybody else only his own', async () => {
    await kit.put('lead-ac', receipt);
    await kit.put('host-pc', receipt, { role: 'PC' });
    await kit.deliver();
    const [{ count } = { count: 0 }] = await kit.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM outbox WHERE kind = 'mail'`,
    );
    expect((await mailsOf('co', 'limit=200')).length).toBe(count);
    const own = await mailsOf('host-pc', 'limit=200');
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map((line) => line.personId))).toEqual(new Set([kit.people['host-pc']]));
    expect(await mailsOf('host-pc', `person=${kit.people['lead-ac']}`)).toEqual([]);
  });

  it('finds by address, name and reference, and filters by word, class, kind, project, country and day', async () => {
    const id = await kit.put('lead-ac', letter);
    await kit.deliver();
    for (const query of [
      'q=lead-ac%40example.org',
      'q=lead-a',
      'q=APP-007',
      'word=delivered,held',
      'class=letter',
      'notification=award-letter',
      `project=${kit.projectId}`,
      'country=CN',
      'from=2026-03-03&to=2026-03-03',
    ])
      expect([query, (await mailsOf('co', `${query}&limit=200`)).some((line) => line.id === id)]).toEqual([query, true]);
    for (const query of [
      'q=nobody-of-this-name',
      'q=%25%25',
      'word=cancelled',
      'class=notice',
      'country=LA',
      'to=2026-03-02',
      `call=${randomUUID()}`,
    ])
      expect([query, (await mailsOf('co', `${query}&limit=200`)).some((line) => line.id === id)]).toEqual([query, false]);
  });

  it('goes on page by page without losing or repeating a line, in both orders', async () => {
    for (let i = 0; i < 5; i += 1) await kit.put('lead-ac', receipt);
    for (const sort of ['-at', 'at']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: { body: Page } = await as('co').get<Page>(
          `/api/mails?limit=3&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        seen.push(...body.items.map((line) => line.id));
        cursor = body.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe((await mailsOf('co', 'limit=200')).length);
    }
  });

  it.each([
    ['a filter that does not exist', 'colour=red'],
    ['a word that does not exist', 'word=lost'],
    ['a sort field that does not exist', 'sort=subject'],
    ['a search of 10,000 characters', `q=${'a'.repeat(10_000)}`],
    [
      'a cursor of another list',
      `cursor=${Buffer.from(JSON.stringify({ sort: '-at', key: '2026-01-01T00:00:00.000Z', id: randomUUID() })).toString('base64url')}`,
    ],
    ['a Buddhist year', 'from=2569-03-03'],
  ])('refuses %s with a problem', async (_name, query) => {
    expect((await as('co').get(`/api/mails?${query}`)).problem).toMatchObject({ status: 400, code: 'BAD_INPUT' });
  });

  it('counts open mails by word, for the Secretariat, as SQL does', async () => {
    await kit.put('lead-ac', receipt);
    const { body } = await as('co').get<{ items: { word: string; count: number }[] }>('/api/mails/counts');
    const [{ count } = { count: 0 }] = await kit.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM outbox WHERE kind = 'mail' AND state NOT IN ('sent', 'cancelled')`,
    );
    expect(body.items.reduce((sum, one) => sum + one.count, 0)).toBe(count);
    expect((await as('lead-ac').get('/api/mails/counts')).problem.code).toBe('NOT_ALLOWED');
  });

  it('says of a held mail whether a gate or a release holds it', async () => {
    const id = await kit.put('lead-ac', receipt);
    await closeGate(kit.db, { scope: 'project', key: kit.projectId, closedBy: null, reason: 'test' });
    expect(await mail('co', id)).toMatchObject({ word: 'held', heldBy: 'gate' });
    await openGate(kit.db, 'project', kit.projectId);
    await kit.db.query(`UPDATE outbox SET state = 'held' WHERE id = $1`, [id]);
    expect(await mail('co', id)).toMatchObject({ word: 'held', heldBy: 'release', may: { sendAgain: { code: 'LETTER_HELD' } } });
  });
});

describe('one mail', () => {
  it('is shown as it was frozen: text, page, headers and calendar; secret links only to its reader', async () => {
    const id = await kit.put('lead-ac', { ...letter, action: 'AcceptAward', dueOn: '2026-04-10', endsAt: '2026-04-10T16:00:00.000Z' });
    await kit.deliver();
    const seen = await mail('co', id);
    expect(seen).toMatchObject({ word: 'delivered', delivery: { address: 'lead-ac@example.org' } });
    expect(seen.headers.map(({ name }) => name)).toEqual(expect.arrayContaining(['message-id', 'x-gongfang-rule', 'to']));
    expect(seen.attachments.map(({ name }) => name)).toContain('date.ics');
    expect(seen.html).toContain('<');
    expect(`${seen.text}${seen.html}`).not.toMatch(/\/a\/[\w-]{43}/);
    const own = await mail('lead-ac', id);
    expect(own.text).toMatch(/\/a\/[\w-]{43}/);
    expect(own.may).toBeNull();
    expect(own.acts).toEqual([]);
  });

  it('is not there for people it is not addressed to', async () => {
    const id = await kit.put('lead-ac', receipt);
    expect((await as('host-pc').get(`/api/mails/${id}`)).problem.code).toBe('NOT_FOUND');
    expect((await as('co').get(`/api/mails/${randomUUID()}`)).problem.code).toBe('NOT_FOUND');
    expect((await as('co').get('/api/mails/17')).problem.code).toBe('BAD_INPUT');
  });

  it('keeps every try with the server’s own words, for the Secretariat', async () => {
    kit.smtp.play(({ stage, nth }) => (stage === 'rcpt' && nth === 1 ? '450 4.2.0 greylisted' : undefined));
    const id = await kit.put('host-2', receipt, { role: 'PC' });
    await kit.deliver();
    expect(await mail('co', id)).toMatchObject({ word: 'temporary-failure', tries: [{ word: 'temporary-failure' }] });
    await kit.hurry();
    await kit.deliver();
    const { tries } = await mail('co', id);
    expect(tries.map((one) => one.word)).toEqual(['temporary-failure', 'delivered']);
    expect(tries[0]?.response).toContain('greylisted');
  });

  it('names the other matters of its digest', async () => {
    const notices = [await kit.put('host-pc', resumed, { role: 'PC' })];
    notices.push(await kit.put('host-pc', resumed, { role: 'PC' }));
    await kit.deliver();
    expect((await mail('co', notices[0] ?? '')).members.map((one) => one.id)).toEqual([notices[1]]);
  });
});

describe('sending again', () => {
  it('makes a new mail under a key and Message-ID of its own, once for a double click, and keeps who did it and why', async () => {
    const id = await kit.put('lead-ac', receipt);
    await kit.deliver();
    const key = randomUUID();
    const [first, second] = await Promise.all([act(id, 'send-again', { reason }, key), act(id, 'send-again', { reason }, key)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const mailId = String(first.body['mailId']);
    expect(second.body['mailId']).toBe(mailId);
    expect((await act(id, 'send-again', { reason })).problem.code).toBe('MAIL_WAITS');
    await kit.deliver();
    const [old, again] = [await kit.row(id), await kit.row(mailId)];
    expect(again).toMatchObject({ state: 'sent', personId: old.personId });
    expect(again.key).not.toBe(old.key);
    expect(again.messageId).not.toBe(old.messageId);
    expect((await mail('co', id)).acts).toEqual([expect.objectContaining({ act: 'send-again', personName: 'co', reason })]);
    const third = await act(mailId, 'send-again', { reason });
    expect((await kit.row(String(third.body['mailId']))).key).toContain('~again-3/');
  });

  it('is refused for a mail that waits, one that is not needed any more, and one whose reader has no address', async () => {
    const waiting = await kit.put('lead-ac', receipt);
    const refused = (await act(waiting, 'send-again', { reason })).problem;
    expect(refused).toMatchObject({ status: 409, code: 'MAIL_WAITS' });
    // On what it rests: article, rule, versions, and the policy's values that decide when it leaves.
    const { because } = refused as { because?: RefusalReason };
    expect(because).toMatchObject({ rule: 'mail.send-again', ground: 'one-mail', policyVersion: 1 });
    expect(because?.policyValues).toContainEqual(expect.objectContaining({ key: 'mail.window.from', value: expect.any(String) as string }));
    expect((await mail('co', waiting)).may?.sendAgain.because).toMatchObject({ ground: 'one-mail', says: because?.says });
    const over = await kit.put('lead-ac', { ...letter, kind: 'correction-returned', rule: 'correction-returned' });
    await kit.db.query(`UPDATE outbox SET state = 'sent' WHERE id = $1`, [over]);
    expect((await act(over, 'send-again', { reason })).problem).toMatchObject({ code: 'MAIL_NOT_NEEDED', values: { why: 'done' } });
    await kit.db.query(`UPDATE outbox SET state = 'cancelled' WHERE id = $1`, [over]);
    expect((await act(over, 'send-again', { reason })).problem.code).toBe('MAIL_NOT_NEEDED');
  });

  it('needs a reason, and somebody of the Secretariat', async () => {
    const id = await kit.put('lead-ac', receipt);
    await kit.deliver();
    expect((await act(id, 'send-again', {})).problem.code).toBe('BAD_INPUT');
    expect((await act(id, 'send-again', { reason: '  ' })).problem.code).toBe('BAD_INPUT');
    expect((await act(id, 'send-again', { reason }, randomUUID(), 'lead-ac')).problem).toMatchObject({
      ...{ code: 'NOT_ALLOWED', because: { rule: 'mail.send-again', ground: 'rights' } },
    });
    expect((await act(id, 'send-again', { reason }, randomUUID(), 'host-pc')).problem.code).toBe('NOT_FOUND');
  });
});

describe('a mail that waits', () => {
  const later = async (id: string): Promise<void> =>
    void (await kit.db.query(`UPDATE outbox SET send_after = now() + interval '1 day' WHERE id = $1`, [id]));

  it('is skipped with a reason, once, and never leaves', async () => {
    const id = await kit.put('lead-ac', receipt);
    const key = randomUUID();
    expect((await act(id, 'skip', { reason }, key)).body).toEqual({ status: 'done', mailId: null });
    expect((await act(id, 'skip', { reason }, key)).body).toEqual({ status: 'repeated', mailId: null });
    expect((await act(id, 'skip', { reason })).problem.code).toBe('MAIL_NOT_NEEDED');
    await kit.deliver();
    expect(await mail('co', id)).toMatchObject({ word: 'cancelled', why: 'skipped-by-person', acts: [{ act: 'skip', reason }] });
    expect(await kit.db.query('SELECT kind, entity_id AS project, reason, state FROM technical_act WHERE id = $1', [key])).toEqual([
      { kind: 'mail.skip', project: kit.projectId, reason, state: 'done' },
    ]);
  });

  it('leaves now when somebody says so, once, and no other with it', async () => {
    const [id, other] = [await kit.put('lead-ac', receipt), await kit.put('lead-pl', receipt, { role: 'PL' })];
    await later(id);
    await later(other);
    await kit.deliver();
    expect((await kit.row(id)).state).toBe('created');
    expect((await act(id, 'send-now', { reason })).body['status']).toBe('done');
    await kit.deliver();
    await kit.deliver();
    expect([(await kit.row(id)).state, (await kit.row(other)).state]).toEqual(['sent', 'created']);
    expect((await kit.row(id)).attempts).toBe(1);
    expect((await act(id, 'send-now', { reason })).problem.code).toBe('MAIL_LEFT');
  });

  it('stays behind a shut gate, though somebody says now', async () => {
    const id = await kit.put('lead-ac', receipt);
    await closeGate(kit.db, { scope: 'project', key: kit.projectId, closedBy: null, reason: 'test' });
    expect((await act(id, 'send-now', { reason })).status).toBe(200);
    await kit.deliver();
    expect((await kit.row(id)).state).toBe('created');
    await openGate(kit.db, 'project', kit.projectId);
  });

  it('is skipped by the head alone when it is a formal letter; nobody else acts on mails', async () => {
    const id = await kit.put('lead-ac', letter);
    expect((await act(id, 'skip', { reason })).problem.code).toBe('NOT_ALLOWED');
    expect(await mail('co', id)).toMatchObject({ may: { skip: false, sendNow: true } });
    expect((await act(id, 'skip', { reason }, randomUUID(), 'lead-ac')).problem.code).toBe('NOT_ALLOWED');
    expect((await act(id, 'skip', { reason: ' ' }, randomUUID(), 'sh')).problem.code).toBe('BAD_INPUT');
    expect((await act(id, 'skip', { reason }, randomUUID(), 'sh')).status).toBe(200);
  });
});

describe('a letter nobody knows the fate of', () => {
  async function uncertainLetter(): Promise<string> {
    kit.smtp.play(({ stage }) => (stage === 'body' ? 'drop' : undefined));
    const id = await kit.put('lead-ac', letter);
    await kit.deliver({}, { sendTimeoutMs: 5_000 });
    kit.smtp.play(() => undefined);
    expect((await kit.row(id)).state).toBe('uncertain');
    return id;
  }

  it('goes again as it is when an officer says so', async () => {
    const id = await uncertainLetter();
    const before = kit.smtp.taken.length;
    expect((await act(id, 'send-again', { reason })).problem.code).toBe('MAIL_UNCERTAIN');
    expect((await act(id, 'decide', { decision: 'send-again', reason })).status).toBe(200);
    await kit.deliver();
    const [sent] = kit.smtp.taken.slice(before);
    expect(sent?.messageId).toBe((await kit.row(id)).messageId);
    expect((await kit.row(id)).state).toBe('sent');
  });

  it('counts as delivered when an officer knows it; a second decision finds nothing to decide', async () => {
    const id = await uncertainLetter();
    expect((await act(id, 'decide', { decision: 'delivered', reason })).status).toBe(200);
    expect((await act(id, 'decide', { decision: 'send-again', reason })).problem.code).toBe('MAIL_NOT_UNCERTAIN');
    expect(await mail('co', id)).toMatchObject({ word: 'delivered', why: 'decided-by-person', acts: [{ act: 'decide-delivered' }] });
  });
});

describe('an address that refuses', () => {
  it('is corrected with a reason, and the mail goes again to the right one', async () => {
    kit.smtp.play(({ stage, address }) => (stage === 'rcpt' && address === 'lead-pl@example.org' ? '550 unknown' : undefined));
    const id = await kit.put('lead-pl', receipt, { role: 'PL' });
    await kit.deliver();
    expect(await mail('co', id)).toMatchObject({
      word: 'permanent-failure',
      may: { correctAddress: true, sendAgain: { code: 'NO_WORKING_ADDRESS' } },
    });
    expect((await act(id, 'correct-address', { address: 'two@example.org, three@example.org', reason })).problem.code).toBe('BAD_INPUT');
    expect((await act(id, 'correct-address', { address: 'co@example.org', reason })).problem.code).toBe('ADDRESS_TAKEN');
    expect((await act(id, 'correct-address', { address: 'right@example.org', reason })).status).toBe(200);
    expect((await act(id, 'send-again', { reason })).status).toBe(200);
    await kit.deliver();
    expect(kit.smtp.taken.some((one) => one.to === 'right@example.org')).toBe(true);
    const kept = await kit.db.query<{ before: unknown; after: unknown }[]>(
      `SELECT before, after FROM mail_act WHERE act = 'correct-address'`,
    );
    expect(kept).toEqual([{ before: { addresses: ['lead-pl@example.org'] }, after: { addresses: ['right@example.org'] } }]);
  });
});
