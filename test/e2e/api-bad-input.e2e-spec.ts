import { randomUUID } from 'node:crypto';
import type { EntityKey } from '@app/persistence';
import { openApiKit, type Answer, type ApiKit, type Caller } from '../support/api-kit';
import { completeDraft, expectApplied, startProject } from '../support/commit-kit';

const json = { 'content-type': 'application/json' };
const long = 'x'.repeat(10_000);

describe('bad input', () => {
  let kit: ApiKit;
  let project: EntityKey;
  let applicant: Caller;
  let officer: Caller;
  let head: Caller;

  beforeAll(async () => {
    kit = await openApiKit();
    [applicant, officer, head] = await Promise.all([kit.as('applicant'), kit.as('officer'), kit.as('head')]);
    project = await startProject(kit, '2025-06-04T02:00:00.000Z');
    await expectApplied(
      kit.give(project, 'SubmitApplication', await completeDraft(kit, project), kit.people.applicant, '2025-06-05T03:00:00.000Z'),
    );
  }, 120_000);
  afterAll(() => kit.close());

  const command = (name: string, id = project.id): string => `/api/projects/${id}/commands/${name}`;

  /** What facts, mails, drafts, texts and people there are: nothing of this may change by bad input. */
  const written = async (): Promise<unknown> =>
    kit.db
      .query(`SELECT (SELECT count(*) FROM ledger_entry) AS facts, (SELECT count(*) FROM outbox) AS mails, (SELECT count(*) FROM person) AS people,
      (SELECT count(*) FROM application_version) AS drafts, (SELECT count(*) FROM free_text) AS texts, (SELECT count(*) FROM document) AS files,
      (SELECT count(*) FROM command WHERE status <> 'refused') AS commands`);

  const refused = async (asked: Promise<Answer>, status: number, code: string): Promise<Answer> => {
    const answer = await asked;
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.problem.title.length).toBeGreaterThan(3);
    expect(answer.problem.detail.length).toBeGreaterThan(3);
    expect(answer.problem.requestId).toBe(answer.headers.get('x-request-id'));
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|SELECT |at Object/);
    return answer;
  };

  /** Runs the requests and fails when any of them has written anything. */
  const withoutTrace = async (requests: () => Promise<unknown>): Promise<void> => {
    const before = await written();
    await requests();
    expect(await written()).toEqual(before);
  };

  it('refuses bodies that are malformed, oversized, doubled, poisoned or of another type', async () => {
    const raw = (text: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json): Promise<Answer> =>
      officer.ask('POST', command('record-check-item'), { raw: text, headers });
    await withoutTrace(async () => {
      await refused(raw('{"code":'), 400, 'MALFORMED_JSON');
      await refused(raw('{"code":"signed","code":"on-time","verdict":"pass"}'), 400, 'MALFORMED_JSON');
      await refused(raw(new Uint8Array([0x7b, 0xff, 0x7d])), 400, 'MALFORMED_JSON');
      await refused(raw('{"__proto__":{"roles":["AD"]},"code":"signed","verdict":"pass"}'), 400, 'FORBIDDEN_NAME');
      await refused(raw('{"constructor":{"prototype":{}},"code":"signed","verdict":"pass"}'), 400, 'FORBIDDEN_NAME');
      await refused(raw(`{"note":"${'x'.repeat(300_000)}"}`), 413, 'BODY_TOO_LARGE');
      await refused(raw('{"code":"signed","verdict":"pass"}', { 'content-type': 'text/plain' }), 415, 'WRONG_CONTENT_TYPE');
      await refused(raw('code=signed', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'WRONG_CONTENT_TYPE');
      await refused(raw('[1,2]'), 400, 'BAD_INPUT');
      await refused(raw('"text"'), 400, 'BAD_INPUT');
    });
  });

  it('refuses unknown fields and wrong types, and names the field', async () => {
    const fieldOf = async (body: unknown): Promise<unknown> =>
      (await refused(officer.post(command('record-check-item'), body), 400, 'BAD_INPUT')).problem.errors;
    await withoutTrace(async () => {
      expect(await fieldOf({ code: 'signed', verdict: 'pass', role: 'SH' })).toMatchObject([{ path: '', code: 'UNKNOWN_FIELD' }]);
      expect(await fieldOf({ code: 'signed' })).toMatchObject([{ path: 'verdict', code: 'WRONG_TYPE' }]);
      expect(await fieldOf({ verdict: 'pass' })).toMatchObject([{ path: 'code', code: 'MISSING_FIELD' }]);
      expect(await fieldOf({ code: ['signed'], verdict: 'pass' })).toMatchObject([{ path: 'code', code: 'WRONG_TYPE' }]);
      expect(await fieldOf({ code: 'signed', verdict: 'maybe' })).toMatchObject([{ path: 'verdict' }]);
      expect(await fieldOf({ code: 'signed', verdict: 'pass', note: 7 })).toMatchObject([{ path: 'note', code: 'WRONG_TYPE' }]);
      expect(await fieldOf({ code: 'signed', verdict: 'pass', note: 'x'.repeat(10_001) })).toMatchObject([
        { path: 'note', code: 'TOO_LONG' },
      ]);
      expect(await fieldOf({ code: 'signed', verdict: 'pass', note: 'a\u0000b' })).toMatchObject([
        { path: 'note', code: 'CONTROL_CHARACTERS' },
      ]);
      expect(await fieldOf({ code: 'signed', verdict: 'pass', note: 'a\ud800b' })).toMatchObject([
        { path: 'note', code: 'BROKEN_UNICODE' },
      ]);
      expect(await fieldOf({ code: "signed' OR 1=1 --", verdict: 'pass' })).toMatchObject([{ path: 'code' }]);
    });
  });

  it.each([
    ['2026-02-30', 'NOT_A_DATE'],
    ['2026-13-01', 'NOT_A_DATE'],
    ['2026-2-3', 'NOT_A_DATE'],
    ['31.03.2026', 'NOT_A_DATE'],
    ['2026-03-31T00:00:00Z', 'NOT_A_DATE'],
    ['2569-03-31', 'LOOKS_BUDDHIST_YEAR'],
  ])('refuses the date %s', async (forecastOn, code) => {
    await withoutTrace(async () => {
      const answer = await refused(
        applicant.post(command('update-forecast'), { milestone: 'M3', forecastOn, why: 'late' }),
        400,
        'BAD_INPUT',
      );
      expect(answer.problem.errors).toMatchObject([{ path: 'forecastOn', code }]);
    });
  });

  it('refuses years of the Buddhist era and numbers no number can be', async () => {
    const report = (year: unknown): Promise<Answer> =>
      applicant.post(command('submit-report'), { year, draftVersion: 1, draftHash: 'a'.repeat(64) });
    expect((await refused(report(2569), 400, 'BAD_INPUT')).problem.errors).toMatchObject([{ path: 'year', code: 'LOOKS_BUDDHIST_YEAR' }]);
    await refused(report('2026'), 400, 'BAD_INPUT');
    const raw = `{"year":1e400,"draftVersion":1,"draftHash":"${'a'.repeat(64)}"}`;
    await refused(applicant.ask('POST', command('submit-report'), { raw, headers: json }), 400, 'BAD_INPUT');
  });

  it('gives unknown ids and other people’s ids the same 404', async () => {
    const stranger = await kit.as('firm');
    const own = await startProject(kit, '2025-06-06T02:00:00.000Z');
    for (const [caller, id] of [
      [officer, randomUUID()],
      [stranger, own.id],
    ] as const) {
      for (const path of ['', '/timeline', '/plan', '/forecast', '/mails', '/documents', '/draft']) {
        await refused(caller.get(`/api/projects/${id}${path}`), 404, 'NOT_FOUND');
      }
      await refused(caller.post(command('hold', id), { kind: 'hold', reasonCode: 'INFORMATION' }), 404, 'NOT_FOUND');
      await refused(caller.post(`/api/projects/${id}/preview/hold`, { kind: 'hold', reasonCode: 'INFORMATION' }), 404, 'NOT_FOUND');
      await refused(caller.get(`/api/commands/project/${id}/${randomUUID()}`), 404, 'NOT_FOUND');
    }
    await refused(officer.get('/api/projects/not-an-id'), 400, 'BAD_INPUT');
    await refused(officer.get('/api/projects/..%2f..%2fetc%2fpasswd'), 400, 'BAD_INPUT');
    await refused(officer.get('/api/nothing-here'), 404, 'NOT_FOUND');
    await refused(officer.post(`/api/calls/${randomUUID()}/commands/fix-ranking`, {}), 404, 'NOT_FOUND');
  });

  it('refuses files and people that do not exist', async () => {
    const signature = { documentId: randomUUID(), sha256: 'd'.repeat(64) };
    const submit = { draftVersion: 1, draftHash: 'a'.repeat(64), signedBy: randomUUID(), signature };
    await withoutTrace(async () => {
      await refused(applicant.post(command('submit-application'), submit), 400, 'UNKNOWN_DOCUMENT');
      await refused(head.post(command('assign-officer'), { officerId: randomUUID() }), 403, 'NOT_ALLOWED');
    });
  });

  it('refuses a stale revision, and says which one counts', async () => {
    await withoutTrace(async () => {
      const answer = await refused(
        head.post(command('assign-officer'), { officerId: kit.people.officer.personId }, { 'if-match': '"1"' }),
        409,
        'STALE_REVISION',
      );
      expect(answer.problem.values).toMatchObject({ expectedRev: 1, currentRev: 2 });
      await refused(
        head.post(command('assign-officer'), { officerId: kit.people.officer.personId }, { 'if-match': 'W/"x"' }),
        400,
        'IF_MATCH_MALFORMED',
      );
    });
  });

  it('refuses a command in the wrong stage, by the wrong person, and after the deadline', async () => {
    await withoutTrace(async () => {
      await refused(officer.post(command('accept-application'), {}), 409, 'WRONG_STAGE');
      await refused(applicant.post(command('accept-application'), {}), 403, 'NOT_ALLOWED');
      await refused(
        applicant.post('/api/calls', {
          code: 'LMGF-2027',
          programme: 'LMGF',
          year: 2027,
          opensAt: '2027-06-01T00:00:00.000Z',
          closesAt: '2027-08-31T09:00:00.000Z',
          policyVersion: 1,
        }),
        403,
        'NOT_ALLOWED',
      );
    });
    const late = await openApiKit();
    try {
      await late.setTime('2025-09-01T00:00:00.000Z');
      await refused((await late.as('applicant')).post('/api/projects', { callId: late.call.id }), 409, 'CALL_CLOSED');
      expect(await late.db.query(`SELECT 1 FROM entity_head WHERE kind = 'project'`)).toEqual([]);
    } finally {
      await late.close();
    }
  }, 120_000);

  it('refuses unusable keys, and a key that was used for something else', async () => {
    await refused(officer.post(command('hold'), { kind: 'hold', reasonCode: 'X' }, { 'idempotency-key': 'seven' }), 400, 'KEY_NOT_UUID');
    const key = { 'idempotency-key': randomUUID() };
    const first = await refused(officer.post(command('accept-application'), {}, key), 409, 'WRONG_STAGE');
    const again = await refused(officer.post(command('accept-application'), {}, key), 409, 'WRONG_STAGE');
    expect(again.problem.values).toEqual(first.problem.values);
    await refused(officer.post(command('accept-application'), { reason: 'else' }, key), 422, 'KEY_REUSED');
    await refused(head.post(command('accept-application'), {}, key), 422, 'KEY_REUSED');
  });

  it('refuses names and addresses that are too long, of several lines, or two in one', async () => {
    const person = {
      fullName: '李四',
      latinName: 'Li Si',
      addressAs: 'Mr Li',
      mailLanguage: 'zh-CN',
      country: 'CN',
      zone: 'Asia/Shanghai',
      emails: ['lisi@college.example'],
    };
    const field = async (change: object): Promise<unknown> =>
      (await refused(head.post('/api/people', { ...person, ...change }), 400, 'BAD_INPUT')).problem.errors;
    await withoutTrace(async () => {
      expect(await field({ fullName: long })).toMatchObject([{ path: 'fullName', code: 'TOO_LONG' }]);
      expect(await field({ fullName: 'Li\r\nBcc: all@example.org' })).toMatchObject([{ path: 'fullName', code: 'CONTROL_CHARACTERS' }]);
      expect(await field({ latinName: 'Li\u202eiS' })).toMatchObject([{ path: 'latinName', code: 'CONTROL_CHARACTERS' }]);
      expect(await field({ fullName: '   ' })).toMatchObject([{ path: 'fullName', code: 'EMPTY_TEXT' }]);
      for (const address of [
        'a@b.example,c@d.example',
        'a@b.example;c@d.example',
        'a@b.example\r\nBcc: x@y.example',
        'Li <a@b.example>',
        'a@@b.example',
        'a b@c.example',
        'a@localhost',
        `${'a'.repeat(300)}@b.example`,
      ]) {
        expect([address, await field({ emails: [address] })]).toEqual([
          address,
          expect.arrayContaining([expect.objectContaining({ path: 'emails.0' })]),
        ]);
      }
      await refused(head.post('/api/people', { ...person, emails: ['x@y.example', 'X@y.example'] }), 400, 'BAD_INPUT');
      await refused(head.post('/api/people', { ...person, organizationId: randomUUID() }), 400, 'UNKNOWN_ORGANIZATION');
      await refused(applicant.post('/api/people', { ...person, organizationId: kit.organizations.host }), 403, 'NOT_ALLOWED');
    });
    const title = await refused(
      applicant.put(`/api/projects/${project.id}/draft`, { titleEn: long }, { 'if-match': '"1"' }),
      400,
      'BAD_INPUT',
    );
    expect(title.problem.errors).toMatchObject([{ path: 'titleEn', code: 'TOO_LONG' }]);
  });

  it('refuses unknown filters, orders and cursors, and takes search terms literally', async () => {
    for (const query of [
      'colour=red',
      'sort=secret',
      'stage=moon',
      'limit=0',
      'limit=1000',
      'country=DE',
      'overdue=maybe',
      'q=a&q=b',
      'cursor=%7B%7D',
      'officer=you',
    ]) {
      expect([query, (await officer.get(`/api/projects?${query}`)).problem.code]).toEqual([query, 'BAD_INPUT']);
    }
    for (const q of ["' OR '1'='1", '%', '_', '\\', '"; DROP TABLE person; --']) {
      const found = await officer.get<{ items: unknown[] }>(`/api/projects?q=${encodeURIComponent(q)}`);
      expect([q, found.status, found.body.items.length]).toEqual([q, 200, 0]);
    }
  });

  it('says what is wrong in the reader’s language, with every header that protects him', async () => {
    const answer = await officer.post(command('accept-application'), {}, { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(answer.problem.title).toMatch(/^项目当前状态下不能进行此操作。当前：application、submitted。$/);
    for (const path of ['/api/me', '/api/nothing', '/api/openapi.json', '/api/docs/', `/api/projects/${randomUUID()}`]) {
      const { headers } = await officer.get(path);
      expect([path, headers.get('content-security-policy')]).toEqual([path, expect.stringContaining("script-src 'self'")]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
