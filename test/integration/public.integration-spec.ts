import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { countries, registerStatusOf, subStates, type Outcome, type ProjectState, type Stage } from '@app/domain';
import { addOrganization, storeCallMaterial } from '@app/persistence';
import { openApiKit, type ApiKit, type Answer } from '../support/api-kit';
import { aStoredCall, aStoredProject, storeCallState, storeHandedIn, storeProjectState } from '../support/state-store';

interface Entry {
  reference: string;
  title: { zh: string | null; en: string | null };
  status: string;
  outcome: string | null;
  hostCountry: string | null;
  year: number;
}

interface Page {
  items: Entry[];
  total: number;
  years: number[];
  next: string | null;
}

const outcomes: Outcome[] = [
  'not-submitted',
  'withdrawn',
  'rejected',
  'reserve-expired',
  'excluded',
  'declined',
  'terminated',
  'completed',
];
const aPlace: fc.Arbitrary<Pick<ProjectState, 'stage' | 'subState'>> = fc.constantFrom(
  ...(Object.entries(subStates) as [Stage, readonly string[]][]).flatMap(([stage, all]) =>
    all.map((subState) => ({ stage, subState: subState as ProjectState['subState'] })),
  ),
);

/** Whatever decides whether a project is on the register, at random. */
const aCase = fc.record({
  place: aPlace,
  announced: fc.boolean(),
  outcome: fc.constantFrom(...outcomes),
  suspended: fc.boolean(),
  inRoom: fc.boolean(),
  hostCountry: fc.constantFrom(...countries),
  year: fc.constantFrom(2024, 2025, 2026),
});

describe('what everybody may read', () => {
  let kit: ApiKit;
  let author: string;
  let lead: string;
  const stored: { state: ProjectState; inRoom: boolean }[] = [];

  beforeAll(async () => {
    kit = await openApiKit();
    author = kit.people.applicant.personId;
    lead = randomUUID();
    await addOrganization(kit.db, { id: lead, kind: 'vocational-college', country: 'CN', nameZh: '春城学院', nameEn: 'Spring College' });
    for (const [at, one] of fc.sample(aCase, { numRuns: 160, seed: 7 }).entries()) await store(at, one);
  }, 120_000);
  afterAll(() => kit.close());

  async function store(at: number, one: typeof aCase extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
    const hash = String(at).padStart(64, '0');
    const closed = one.place.stage === 'closed';
    const state = aStoredProject(author, {
      ...one.place,
      year: one.year,
      callCode: `LMGF-${one.year}`,
      callId: randomUUID(),
      hostCountry: one.hostCountry,
      applicationRef: `LMGF-${one.year}-A-${String(at).padStart(4, '0')}`,
      parties: [{ organizationId: lead, role: 'LEAD', country: 'CN' }],
      submissions: [
        {
          no: 1,
          hash,
          submittedAt: '2025-07-01T00:00:00.000Z',
          submittedBy: author,
          signedBy: author,
          signature: { documentId: randomUUID(), sha256: hash },
        },
      ],
      ...(one.announced ? { projectRef: `LMGF-${one.year}-${one.hostCountry}-${String(at).padStart(3, '0')}` } : {}),
      ...(closed ? { outcome: one.outcome, closedAt: '2025-12-01T00:00:00.000Z' } : {}),
      ...(one.suspended ? { hold: { kind: 'suspension', reasonCode: 'WAR', from: '', heldOn: '2025-12-01', automatic: false } } : {}),
    });
    await storeHandedIn(kit.db, state.id, {
      titleZh: `工坊 ${at}`,
      titleEn: `Workshop ${at}`,
      goals: 'secret goals',
      hash,
      savedBy: author,
    });
    await storeProjectState(kit.db, state, one.inRoom ? kit.roomId : null);
    stored.push({ state, inRoom: one.inRoom });
  }

  const register = (query = ''): Promise<Answer<Page>> => kit.nobody.get<Page>(`/api/public/register${query}`);
  /** What the rule lets onto the register: no draft, no sealed or rejected file, no reserve, no rehearsal. */
  const expected = (): ProjectState[] =>
    stored.filter(({ state, inRoom }) => !inRoom && registerStatusOf(state) !== undefined).map(({ state }) => state);

  async function wholeRegister(query = ''): Promise<Entry[]> {
    const items: Entry[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body }: Answer<Page> = await register(`?limit=7${query}${after === '' ? '' : `&after=${after}`}`);
      items.push(...body.items);
      after = body.next;
    }
    return items;
  }

  it('is on the register when the rule says so, with the status of the rule, once over all pages, newest year first', async () => {
    const entries = await wholeRegister();
    const wanted = expected().map((state) => `${state.projectRef ?? ''} ${registerStatusOf(state) ?? ''} ${state.outcome ?? ''}`);
    expect(entries.map((one) => `${one.reference} ${one.status} ${one.outcome ?? ''}`).sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(20);
    expect(entries.map((one) => one.year)).toEqual(entries.map((one) => one.year).sort((a, b) => b - a));
    expect((await register()).body.total).toBe(wanted.length);
  });

  it('is found by reference, title in both languages and lead, and filtered by year, country and status', async () => {
    const one = expected()[0];
    const at = Number(one?.applicationRef?.slice(-4));
    const found = async (query: string): Promise<string[]> => (await wholeRegister(query)).map((entry) => entry.reference);
    for (const q of [one?.projectRef ?? '', `工坊 ${at}`, `workshop ${at}`])
      expect(await found(`&q=${encodeURIComponent(q)}`)).toContain(one?.projectRef);
    expect((await found('&q=Spring')).length).toBe(expected().length);
    expect(await found('&q=%25')).toEqual([]);
    const narrowed = expected().filter(
      (state) => state.hostCountry === 'LA' && state.year === 2025 && registerStatusOf(state) === 'stopped',
    );
    expect(await found('&country=LA&year=2025&status=stopped')).toEqual(narrowed.map((state) => state.projectRef).sort());
  });

  it('says nothing but public facts: no ids, no names of people, nothing that was written in an application beside its title', async () => {
    const entries = await wholeRegister();
    expect(Object.keys(entries[0] ?? {}).sort()).toEqual(
      ['approvedOn', 'call', 'from', 'hostCountry', 'lead', 'outcome', 'reference', 'status', 'stoppedOn', 'title', 'to', 'year'].sort(),
    );
    const text = JSON.stringify(entries);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(text).not.toContain('secret');
    expect(text).not.toContain('-A-');
    for (const person of Object.keys(kit.people)) expect(text).not.toContain(`"${person}"`);
  });

  it('has a lasting address per reference, and knows no other', async () => {
    const one = expected()[0];
    expect((await kit.nobody.get<Entry>(`/api/public/register/${one?.projectRef ?? ''}`)).body).toMatchObject({
      reference: one?.projectRef,
    });
    const hidden = stored.find(({ state, inRoom }) => state.projectRef !== undefined && (inRoom || registerStatusOf(state) === undefined));
    for (const reference of [hidden?.state.projectRef, hidden?.state.applicationRef, 'LMGF-2025-LA-999', "'%;--"])
      expect((await kit.nobody.get(`/api/public/register/${encodeURIComponent(reference ?? '')}`)).status).toBe(404);
  });

  it('refuses filters that do not exist, cursors of nothing and searches without end', async () => {
    for (const query of [
      '?colour=red',
      '?status=secret',
      '?after=LMGF-2025-LA-999',
      `?q=${'x'.repeat(10_000)}`,
      '?limit=1000000',
      '?year=now',
    ])
      expect([query.slice(0, 30), (await register(query)).status]).toEqual([query.slice(0, 30), 400]);
  });

  it('sets no cookie, may be kept for a while, and answers 304 to whom has it', async () => {
    const { headers } = await register();
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const again = await kit.nobody.get('/api/public/register', { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.body]).toEqual([304, '']);
    const weak = await kit.nobody.get('/api/public/register', { 'if-none-match': `"other", W/${headers.get('etag') ?? ''}` });
    expect(weak.status).toBe(304);
  });

  describe('of calls', () => {
    interface PublicCall {
      code: string;
      state: string;
      notices: { language: string; title: string }[];
      differences: { kind: string; value: string }[];
      contact: { zh: string[] };
      documents: string[];
      publicNotice: { projects: { number: string; lead: { en: string }; partners: { en: string }[] }[] } | null;
    }
    const call = (code: string): Promise<Answer<PublicCall>> => kit.nobody.get(`/api/public/calls/${code}`);
    const onNotice = aStoredProject('', {}).id;

    beforeAll(async () => {
      const by = kit.people.head.personId;
      const posted = aStoredCall(by, {
        code: 'LMGF-2026',
        year: 2026,
        subState: 'public-notice',
        noticeStartedOn: '2026-10-09',
        noticeEndsAt: '2026-10-15T16:00:00.000Z',
      });
      await storeCallState(kit.db, posted);
      await storeCallState(kit.db, aStoredCall(by, { code: 'LMGF-2027', year: 2027, subState: 'draft' }));
      await storeCallState(kit.db, aStoredCall(by, { code: 'LMGF-2024', year: 2024, subState: 'deciding' }));
      await storeCallState(kit.db, aStoredCall(by, { code: 'REHEARSED', subState: 'open' }), kit.roomId);
      const text = {
        zh: ['申报说明', '电话: +86-871-65955800', '邮箱: office@alliance.example', '地址：昆明'],
        en: ['How to apply', 'Tel.: +86-871-6595580', 'Email: office@alliance.example'],
      };
      for (const language of ['zh', 'en'] as const)
        await storeCallMaterial(kit.db, {
          callId: posted.id,
          kind: 'notice',
          language,
          content: { title: `Notice ${language}`, paragraphs: text[language] },
        });
      const listed = (subState: ProjectState['subState'], no: number) => {
        const hash = `f${no}`.padEnd(64, '0');
        const parties = [
          { organizationId: lead, role: 'LEAD' as const, country: 'CN' as const },
          { organizationId: kit.organizations.enterprise, role: 'ENTERPRISE' as const, country: 'LA' as const },
        ];
        const submissions = [
          { no: 1, hash, submittedAt: '', submittedBy: author, signedBy: author, signature: { documentId: '', sha256: '' } },
        ];
        return aStoredProject(author, {
          ...(no === 1 ? { id: onNotice } : {}),
          callId: posted.id,
          callCode: 'LMGF-2026',
          stage: 'approval',
          subState,
          applicationRef: `LMGF-2026-A-000${no}`,
          type: 'new',
          parties,
          submissions,
          approval: { rank: 9 - no },
        });
      };
      const rows: [ProjectState['subState'], number][] = [
        ['public-notice', 1],
        ['challenged', 2],
        ['reserve', 3],
        ['rejected', 4],
        ['proposed', 5],
      ];
      for (const [subState, no] of rows) {
        const state = listed(subState, no);
        await storeHandedIn(kit.db, state.id, { titleZh: '工坊', titleEn: 'W', hash: state.submissions[0]?.hash ?? '', savedBy: author });
        await storeProjectState(kit.db, state);
      }
    });

    it('lists what is published, and says no more of what happens inside than that a call is in review', async () => {
      const { body } = await kit.nobody.get<{ items: PublicCall[] }>('/api/public/calls');
      expect(body.items.map((one) => `${one.code} ${one.state}`)).toEqual(['LMGF-2026 public-notice', 'LMGF-2024 in-review']);
    });

    it('knows no call that is prepared or rehearsed', async () => {
      for (const code of ['LMGF-2027', 'REHEARSED', 'LMGF-2025', 'nothing']) expect((await call(code)).status).toBe(404);
    });

    it('shows the notice in both languages as published, says where they differ, and how to reach the organizer', async () => {
      const { body } = await call('LMGF-2026');
      expect(body.notices.map((one) => `${one.language} ${one.title}`)).toEqual(['zh Notice zh', 'en Notice en']);
      expect(body.differences.map((one) => `${one.kind} ${one.value}`)).toEqual(['phone +86-871-65955800', 'phone +86-871-6595580']);
      expect(body.contact.zh).toEqual(['申报说明', '电话: +86-871-65955800', '邮箱: office@alliance.example', '地址：昆明']);
      expect(body.documents).toContain('PARTNER_LETTER');
    });

    it('shows the list of the public notice by application number, without reserves, rejected files, ranks and scores', async () => {
      const { body } = await call('LMGF-2026');
      expect(body.publicNotice?.projects.map((one) => one.number)).toEqual(['LMGF-2026-A-0001', 'LMGF-2026-A-0002']);
      expect(body.publicNotice?.projects[0]).toMatchObject({ lead: { en: 'Spring College' }, partners: [{ en: 'Firm' }] });
      expect(JSON.stringify(body)).not.toMatch(/rank|score|halfPoints/i);
    });

    it('has no list before and after the notice', async () => {
      expect((await call('LMGF-2024')).body.publicNotice).toBeNull();
    });
  });
});
