import { randomUUID } from 'node:crypto';
import { createMailLinks, type EntityKey } from '@app/persistence';
import { callerWith, openApiKit, type ApiKit, type Caller } from '../support/api-kit';
import { completeDraft } from '../support/commit-kit';
import { startWorker, waitFor, type AppProcess } from '../support/stack';

interface CommandAnswer {
  commandId: string;
  status: string;
  entity: EntityKey;
  rev: number;
  stage: string;
  subState: string;
  events: string[];
}

interface Detail {
  rev: number;
  subState: string;
  titleEn: string | null;
  check: { items: Record<string, { verdict: string; note?: { textId: string } }> };
  contacts: { personId: string }[];
  people: Record<string, { fullName: string }>;
  texts: Record<string, string>;
  commands: { type: string; possible: boolean; why?: string; sentence?: string }[];
}

const closing = '2025-08-31T10:00:00.000Z';

describe('commands over HTTP', () => {
  let kit: ApiKit;
  let worker: AppProcess;
  let applicant: Caller;
  let officer: Caller;
  let head: Caller;

  beforeAll(async () => {
    kit = await openApiKit();
    worker = await startWorker(kit.env);
    [applicant, officer, head] = await Promise.all([kit.as('applicant'), kit.as('officer'), kit.as('head')]);
  }, 180_000);
  afterAll(async () => {
    await worker.stop();
    await kit.close();
  }, 60_000);

  const start = async (key = randomUUID()): Promise<string> => {
    const answer = await applicant.post<CommandAnswer>('/api/projects', { callId: kit.call.id }, { 'idempotency-key': key });
    expect([answer.status, answer.body.status, answer.body.stage, answer.body.subState]).toEqual([201, 'applied', 'application', 'draft']);
    expect(answer.headers.get('idempotency-key')).toBe(key);
    return answer.body.entity.id;
  };
  const command = (id: string, name: string): string => `/api/projects/${id}/commands/${name}`;
  const detail = async (caller: Caller, id: string): Promise<Detail> => (await caller.get<Detail>(`/api/projects/${id}`)).body;

  /** A project whose application was handed in over HTTP, after the call has closed. */
  const inCheck = async (): Promise<string> => {
    const id = await start();
    await submit(id, 'NEV');
    await kit.player.dispatch({ kind: 'project', id }, '2025-06-05T03:00:00.000Z');
    return id;
  };

  const submit = async (id: string, fieldCode = 'LOG'): Promise<void> => {
    const { draftVersion, draftHash, signedBy } = await completeDraft(kit, { kind: 'project', id }, { fieldCode });
    const form = new FormData();
    form.append('type', 'FORM');
    form.append('file', new Blob([`%PDF-1.7\n${id}\n%%EOF`]), 'form.pdf');
    const scan = await applicant.ask<{ documentId: string; sha256: string }>('POST', `/api/projects/${id}/documents`, { raw: form });
    const { documentId, sha256 } = scan.body;
    const body = {
      draftVersion,
      draftHash,
      signedBy,
      signature: { documentId, sha256 },
      justification: 'no other workshop teaches this trade there',
    };
    const answer = await applicant.post<CommandAnswer>(command(id, 'submit-application'), body);
    expect([answer.status, answer.body.subState, answer.body.events]).toEqual([
      200,
      'submitted',
      expect.arrayContaining(['ApplicationSubmitted']),
    ]);
    expect(answer.headers.get('etag')).toBe(`"${answer.body.rev}"`);
  };

  it('creates once per key, also when twenty copies race, and gives the same answer again', async () => {
    const key = randomUUID();
    const racing = await Promise.all(
      Array.from({ length: 20 }, () => applicant.post<CommandAnswer>('/api/projects', { callId: kit.call.id }, { 'idempotency-key': key })),
    );
    expect(new Set(racing.map((answer) => `${answer.status} ${answer.body.entity.id} ${answer.body.rev}`)).size).toBe(1);
    const id = racing[0]?.body.entity.id;
    expect(await kit.db.query('SELECT rev FROM ledger_entry WHERE id = $1', [id])).toEqual([{ rev: 1 }]);
    expect((await applicant.post('/api/projects', { callId: randomUUID() }, { 'idempotency-key': key })).problem).toMatchObject({
      status: 422,
      code: 'KEY_REUSED',
    });
  });

  it('hands in an application: what was answered is in the list, in the past, in the plan and in the forecast', async () => {
    const id = await start();
    await submit(id);
    const own = await detail(applicant, id);
    expect(own).toMatchObject({ subState: 'submitted', titleEn: id });
    expect(own.people[kit.people.legal.personId]).toMatchObject({ fullName: 'legal' });
    const list = await applicant.get<{ items: { id: string; reference: string }[] }>('/api/projects?stage=application&sort=-updated');
    expect(list.body.items.find((line) => line.id === id)?.reference).toMatch(/^LMGF-2025-A-\d{4}$/);
    const past = await applicant.get<{ items: { command: string; events: { sentence: string }[] }[] }>(`/api/projects/${id}/timeline`, {
      'accept-language': 'zh-CN',
    });
    expect(past.body.items.map((entry) => entry.command)).toEqual(['StartApplication', 'SubmitApplication']);
    expect(past.body.items[1]?.events[0]?.sentence).toMatch(/^申报已提交，编号 LMGF-2025-A-\d{4}。$/);
    expect((await officer.get<Detail>(`/api/projects/${id}`)).body).toMatchObject({ titleEn: null, contacts: [] });
    for (const page of ['plan', 'forecast', 'mails'])
      expect([page, (await applicant.get(`/api/projects/${id}/${page}`)).status]).toEqual([page, 200]);
  });

  describe('after the call has closed', () => {
    let id: string;

    beforeAll(async () => {
      id = await inCheck();
      await kit.setTime(closing);
      await kit.player.wake(kit.call);
      await kit.player.dispatch(kit.call, closing);
      const assigned = await head.post<CommandAnswer>(command(id, 'assign-officer'), { officerId: kit.people.officer.personId });
      expect([assigned.status, assigned.body.subState]).toEqual([200, 'checking']);
    }, 60_000);

    it('of two commands with the same revision one wins, the other is told the current one', async () => {
      const { rev } = await detail(officer, id);
      const both = await Promise.all(
        ['on-time', 'complete'].map((code) =>
          officer.post<CommandAnswer>(command(id, 'record-check-item'), { code, verdict: 'pass' }, { 'if-match': `"${rev}"` }),
        ),
      );
      const lost = both.find((answer) => answer.status === 409);
      expect(both.filter((answer) => answer.status === 200)).toHaveLength(1);
      expect(lost?.problem).toMatchObject({ code: 'STALE_REVISION', values: { expectedRev: rev } });
      expect(Number(lost?.problem.values?.['currentRev'] ?? lost?.problem.values?.['rev'])).toBeGreaterThan(rev);
    });

    it('keeps a free text in a row of its own and shows it to whom it concerns', async () => {
      const note = 'The seal is missing\non page 3: 缺少公章';
      const answer = await officer.post<CommandAnswer>(command(id, 'record-check-item'), {
        code: 'signed',
        verdict: 'fail',
        reasonCode: 'UNSIGNED',
        note,
      });
      expect(answer.status).toBe(200);
      const seen = await detail(officer, id);
      expect(seen.texts[seen.check.items['signed']?.note?.textId ?? '']).toBe(note);
      const bodies = await kit.db.query<{ body: string }[]>('SELECT body FROM ledger_entry WHERE id = $1', [id]);
      expect(JSON.stringify(bodies)).not.toContain('seal is missing');
      expect(JSON.stringify(await detail(applicant, id))).not.toContain('seal is missing');
    });

    it('previews without doing, and says why not', async () => {
      const { rev } = await detail(officer, id);
      const no = await officer.post(`/api/projects/${id}/preview/accept-application`, {});
      expect(no.body).toMatchObject({ possible: false, violation: { code: 'CHECK_INCOMPLETE' } });
      const yes = await officer.post<{ events: { type: string }[]; dates: unknown[] }>(`/api/projects/${id}/preview/hold`, {
        kind: 'hold',
        reasonCode: 'INFORMATION',
        reason: 'we ask the ministry',
      });
      expect(yes.body).toMatchObject({ possible: true });
      expect(yes.body.events.map((event) => event.type)).toContain('ProjectHeld');
      expect(yes.body.dates.length).toBeGreaterThan(0);
      expect((await detail(officer, id)).rev).toBe(rev);
    });

    it('offers each person the commands of his role, with reasons for those that are not possible', async () => {
      const offered = await detail(officer, id);
      expect(offered.commands.find((one) => one.type === 'RecordCheckItem')).toEqual({ type: 'RecordCheckItem', possible: true });
      const blocked = offered.commands.find((one) => one.type === 'AcceptEvidence');
      expect(blocked).toMatchObject({ possible: false, why: 'WRONG_STAGE', sentence: 'This is not possible where the project stands.' });
      expect((await detail(applicant, id)).commands.map((one) => one.type)).not.toContain('AcceptApplication');
    });

    it('lets a link in a mail act once, for its person only', async () => {
      const link = {
        personId: kit.people.officer.personId,
        entity: { kind: 'project' as const, id },
        commandType: 'RecordCheckItem',
        payload: { code: 'readable' },
      };
      const [token = '', old = ''] = await createMailLinks(kit.db, [link, link], 30);
      await kit.db.query(`UPDATE action_link SET expires_at = now() - interval '1 day' WHERE token_hash = sha256($1::bytea)`, [
        Buffer.from(old),
      ]);
      const path = `/api/action-links/${token}`;
      for (let scan = 0; scan < 10; scan += 1)
        expect((await kit.nobody.get(path)).body).toMatchObject({ state: 'open', ready: false, command: 'RecordCheckItem' });
      expect((await kit.nobody.post(path, { verdict: 'pass' })).problem.code).toBe('SIGN_IN_FIRST');
      expect((await head.post(path, { verdict: 'pass' })).problem.code).toBe('SIGN_IN_FIRST');
      expect((await officer.post(path, { verdict: 'perhaps' })).problem.code).toBe('BAD_INPUT');
      const done = await officer.post<CommandAnswer>(path, { verdict: 'pass', code: 'signed' });
      expect([done.status, done.body.status]).toEqual([200, 'applied']);
      expect((await detail(officer, id)).check.items['readable']?.verdict).toBe('pass');
      expect((await officer.post(path, { verdict: 'pass' })).problem).toMatchObject({ status: 410, code: 'LINK_OVER' });
      expect((await officer.get(path)).body).toMatchObject({ state: 'used' });
      for (const gone of [token, old, 'A'.repeat(43)])
        expect((await kit.nobody.get(`/api/action-links/${gone}`)).problem.code).toBe('LINK_OVER');
    });

    it('tells who may see it that a project has changed, by ids only, and nobody else', async () => {
      const [seen, strange] = await Promise.all([listen(kit, 'officer'), listen(kit, 'chair')]);
      const answer = await officer.post<CommandAnswer>(command(id, 'record-check-item'), { code: 'countries', verdict: 'pass' });
      await waitFor(async () => seen.text().includes(id), { withinMs: 10_000, what: 'the change being told' });
      expect(seen.text()).toContain(`event: changed\n`);
      expect(seen.text()).toContain(`data: {"kind":"project","id":"${id}","rev":${answer.body.rev}}`);
      expect(strange.text()).toContain('event: beat');
      expect(strange.text()).not.toContain(id);
      await Promise.all([seen.close(), strange.close()]);
    });
  });
});

/** Listens to the server-sent events as a person of the kit. */
async function listen(kit: ApiKit, name: 'officer' | 'chair'): Promise<{ text(): string; close(): Promise<void> }> {
  const session = await callerWith(kit.api.url, {}).post('/api/session', kit.signInOf(name));
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const stop = new AbortController();
  const response = await fetch(`${kit.api.url}/api/events`, { headers: { cookie }, signal: stop.signal });
  let text = '';
  const reading = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  await waitFor(async () => text.includes('event: beat'), { withinMs: 10_000, what: 'the first beat' });
  return {
    text: () => text,
    close: async () => {
      stop.abort();
      await reading;
    },
  };
}
