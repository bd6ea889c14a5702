import { randomUUID } from 'node:crypto';
import { createMailLinks, type EntityKey } from '@app/persistence';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import { smallPdf } from '../../apps/worker/src/story/small-pdf';
import { signedIn, type Answer, type Caller } from '../support/api-kit';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { runCli, startApi, type ApiProcess } from '../support/stack';

type Detail = components['schemas']['ProjectDetail'];
type Preview = components['schemas']['Preview'];

/** A workshop under construction in Laos whose milestones M5 to M9 are open. */
const plot = (clock: Record<string, unknown>): CallPlot => ({
  code: 'LMGF-2025',
  year: 2025,
  publishedOn: '2025-06-03',
  closesOn: '2025-08-31',
  rankedOn: '2025-10-13',
  councilOn: '2025-10-14',
  noticeOn: '2025-10-20',
  announcedOn: '2025-10-30',
  clock,
  projects: [
    {
      ...{ key: 'logistics-la', titleZh: '老挝智能物流工坊', titleEn: 'Intelligent Logistics Workshop, Laos', hostCity: 'Vientiane' },
      ...{ lead: 'chuncheng', host: 'nam-khong', enterprise: 'yunling', hostCountry: 'LA', field: 'LOG', marks: 0.88 },
      ...{ lateMilestones: ['M5', 'M6', 'M7', 'M8', 'M9'], stopsAt: 'building' },
    },
  ],
});

const reason = '院校来函。 The college wrote.';

describe('change sets over the API', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let room: PlayedRoom;
  let project: EntityKey;
  const callers = new Map<string, Caller>();

  beforeAll(async () => {
    kit = await openRehearsalKit();
    api = await startApi(kit.workspace.env);
    room = await kit.roomAt('2026-05-06T02:00:00.000Z', (clock) => [plot(clock)]);
    project = room.project('logistics-la');
    for (const key of ['officer', 'head', 'deputy', 'lead-chuncheng']) {
      const email = addressOf(player(key));
      const password = kit.people.find((one) => one.email === email)?.password ?? '';
      callers.set(key, await signedIn(api.url, { signIn: email, password }));
    }
  }, 240_000);
  afterAll(async () => {
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const as = (key: string): Caller => {
    const caller = callers.get(key);
    if (caller === undefined) throw new Error(`${key} has not signed in`);
    return caller;
  };
  const give = (by: string, name: string, body: object): Promise<Answer> =>
    as(by).post(`/api/projects/${project.id}/commands/${name}`, body, { 'idempotency-key': randomUUID() });
  const preview = async (by: string, name: string, body: object): Promise<Preview> =>
    (await as(by).post<Preview>(`/api/projects/${project.id}/preview/${name}`, body)).body;
  const detail = async (by = 'head'): Promise<Detail> => (await as(by).get<Detail>(`/api/projects/${project.id}`)).body;
  const newest = async () => (await detail()).changes?.at(-1);
  const dueOf = ({ deadlines }: Detail, object: string): string | undefined =>
    deadlines.find((one) => one.ladder === 'milestone' && one.object === object)?.dueOn;
  const asked = (path: string, value: string, more: object = {}) => ({
    ...{ kind: 'amendment', items: [{ path, new: value }], reason },
    ...more,
  });
  const later = asked('milestones/M7/plannedOn', '2026-12-01');

  it('shows what may be asked for with its present value, and why not where not', async () => {
    const fields = (await detail('lead-chuncheng')).changeable ?? [];
    expect(fields.every((one) => one.kind === 'amendment')).toBe(true);
    expect(fields.find((one) => one.path === 'contacts/leader')).toMatchObject({ input: 'person' });
    const office = (await detail('officer')).changeable ?? [];
    expect(office.find((one) => one.path === 'milestones/M1/plannedOn')).toMatchObject({ why: 'ALREADY_DONE' });
    expect(office.some((one) => one.kind === 'correction')).toBe(true);
  });

  it('is previewed as it will be once all agree, and that is what happens: data, dates, the letter', async () => {
    const before = await detail();
    const seen = await preview('lead-chuncheng', 'propose-change', later);
    expect([seen.possible, seen.secondPerson]).toEqual([true, true]);
    const move = seen.dates.find((one) => one.ladder === 'milestone' && one.object === 'M7');
    expect(move).toMatchObject({ from: dueOf(before, 'M7'), to: '2026-12-01' });
    expect(seen.changes.find((one) => one.field === 'plannedOn' && one.object === 'M7')?.to).toBe('2026-12-01');

    expect((await give('lead-chuncheng', 'propose-change', later)).status).toBe(200);
    const change = await newest();
    expect(change).toMatchObject({ no: 'A1', state: 'proposed', types: ['milestone-date'] });
    expect(dueOf(await detail(), 'M7')).toBe(dueOf(before, 'M7'));
    const open = (await as('officer').get<Preview>(`/api/projects/${project.id}/changes/${change?.changeId ?? ''}/preview`)).body;
    expect(open.dates.find((one) => one.object === 'M7')).toMatchObject({ to: '2026-12-01' });

    expect((await give('officer', 'approve-change', { changeId: change?.changeId })).status).toBe(200);
    const after = await detail();
    expect([dueOf(after, 'M7'), (await newest())?.state]).toEqual(['2026-12-01', 'in-effect']);
    const letters = await kit.db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM outbox WHERE entity_id = $1 AND notification = 'change-in-effect' AND intent->>'object' = 'A1'`,
      [project.id],
    );
    expect(letters[0]?.n).toBeGreaterThan(0);
    const told = seen.mails.filter((one) => one.notification === 'change-in-effect').length;
    expect(told).toBeLessThanOrEqual(letters[0]?.n ?? 0);
  });

  it('refuses two open ones, his own approval, the past, and what is never corrected; nothing is changed by a refusal', async () => {
    expect((await give('officer', 'propose-change', asked('milestones/M8/plannedOn', '2026-12-02'))).status).toBe(200);
    const rev = (await detail()).rev;
    const changeId = (await newest())?.changeId;
    expect((await give('lead-chuncheng', 'propose-change', asked('contacts/leader', randomUUID()))).problem.code).toBe('CHANGE_OPEN');
    expect((await give('officer', 'approve-change', { changeId })).problem.code).toBe('SAME_PERSON');
    expect((await give('officer', 'approve-change', { changeId: randomUUID() })).problem.code).toBe('UNKNOWN_OBJECT');
    expect((await give('lead-chuncheng', 'approve-change', { changeId })).problem.status).toBe(403);
    expect((await detail()).rev).toBe(rev);
    expect((await give('head', 'reject-change', { changeId, reason })).status).toBe(200);
    const past = asked('milestones/M8/plannedOn', '2026-12-02', { effectiveOn: '2026-05-01' });
    expect((await give('officer', 'propose-change', past)).problem.code).toBe('CHANGE_BACKDATED');
    const wrong = asked('mou/expiresOn', '2031-06-30', { kind: 'correction' });
    expect((await give('officer', 'propose-change', wrong)).problem.code).toBe('DOCUMENT_MISSING');
    const both = {
      ...asked('construction/durationMonths', '14'),
      items: [
        { path: 'construction/durationMonths', new: '14' },
        { path: 'mou/expiresOn', new: '2031-06-30' },
      ],
    };
    expect((await give('officer', 'propose-change', both)).problem.code).toBe('CHANGE_COMBINATION');
    expect((await give('officer', 'propose-change', asked('<b>', 'x'))).status).toBe(400);
  });

  it('takes effect by itself on its day', async () => {
    const day = asked('milestones/M8/plannedOn', '2026-12-02', { effectiveOn: '2026-05-20' });
    expect((await give('officer', 'propose-change', day)).status).toBe(200);
    expect((await give('head', 'approve-change', { changeId: (await newest())?.changeId })).status).toBe(200);
    expect(await newest()).toMatchObject({ state: 'approved', effectOn: '2026-05-20' });
    await room.clock.runTo('2026-05-20T02:00:00.000Z');
    expect(await newest()).toMatchObject({ state: 'in-effect', effectOn: '2026-05-20' });
    expect(dueOf(await detail(), 'M8')).toBe('2026-12-02');
  });

  it('is taken back by its inverse, which says what has left and offers the letter that corrects it', async () => {
    await room.clock.runTo('2026-05-26T09:00:00.000Z');
    const change = await newest();
    const sent = await kit.db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM outbox WHERE entity_id = $1 AND notification IN ('change-in-effect', 'change-approved')
          AND intent->>'object' = $2 AND state = 'sent'`,
      [project.id, change?.no],
    );
    expect(sent[0]?.n).toBeGreaterThan(0);
    expect((await give('lead-chuncheng', 'undo-change', { changeId: change?.changeId, reason })).status).toBe(200);
    const inverse = await newest();
    expect(inverse).toMatchObject({ inverseOf: change?.changeId, state: 'proposed' });
    expect(inverse?.cannotTakeBack?.length).toBeGreaterThan(0);
    expect((await give('head', 'approve-change', { changeId: inverse?.changeId })).status).toBe(200);
    const held = await kit.db.query<{ state: string }[]>(
      `SELECT DISTINCT state FROM outbox WHERE entity_id = $1 AND notification = 'change-taken-back'`,
      [project.id],
    );
    expect(held).toEqual([{ state: 'held' }]);
    const listed = await as('head').get<{ items: { kind: string }[] }>('/api/interventions?limit=50');
    expect(listed.body.items.map((one) => one.kind)).toEqual(expect.arrayContaining(['UndoChange', 'ApproveChange', 'ProposeChange']));
  });

  it('what was proposed is asked of the second person by a link that is over once it has been answered', async () => {
    const proposed = await give('head', 'decide-termination', { grounds: 'BREACH', effectiveOn: '2026-09-01', reason });
    const [proposal] = (await detail()).proposals;
    expect([proposed.status, proposal?.commandType]).toEqual([200, 'DecideTermination']);
    const payload = { proposalId: proposal?.proposalId };
    const { personId } = (await as('deputy').get<{ personId: string }>('/api/me')).body;
    const [token = ''] = await createMailLinks(kit.db, [{ personId, entity: project, commandType: 'ConfirmProposal', payload }], 30);
    expect((await as('deputy').get(`/api/action-links/${token}`)).body).toMatchObject({ state: 'open', fixed: payload });
    expect((await give('deputy', 'reject-proposal', { ...payload, reason })).status).toBe(200);
    expect((await as('deputy').get(`/api/action-links/${token}`)).problem).toMatchObject({ status: 410, code: 'LINK_OVER' });
  });

  describe('by the tool', () => {
    const ordered = (by: string, args: string[], password?: string): Promise<{ code: number | string; output: string }> => {
      const email = addressOf(player(by));
      const known = kit.people.find((one) => one.email === email)?.password ?? '';
      return runCli([...args, '--as', email, '--url', api.url], kit.workspace.env, `${password ?? known}\n`);
    };
    const tool = (by: string, args: string[], password?: string) => ordered(by, ['project', 'do', project.id, ...args], password);
    const snooze = ['snooze', 'rule=milestone', 'object=M9', 'workingDays=1', '--reason', reason];

    it('previews a command and writes nothing, then gives it once under its key', async () => {
      const before = await detail();
      const seen = await tool('officer', [...snooze, '--preview']);
      expect(seen).toMatchObject({ code: 0, output: expect.stringContaining(`milestone/M9: ${dueOf(before, 'M9')} ->`) as string });
      expect((await detail()).rev).toBe(before.rev);
      const key = randomUUID();
      const [first, again] = [await tool('officer', [...snooze, '--key', key]), await tool('officer', [...snooze, '--key', key])];
      expect(first).toMatchObject({ code: 0, output: expect.stringContaining('DeadlineSnoozed') as string });
      expect(again).toEqual(first);
      expect(dueOf(await detail(), 'M9')).not.toBe(dueOf(before, 'M9'));
    });

    it('makes several changes as one', async () => {
      const acts = JSON.stringify([
        { type: 'PauseSeries', payload: { rule: 'milestone', object: 'M8' } },
        { type: 'SendNow', payload: { rule: 'milestone', object: 'M9' } },
      ]);
      const made = await tool('officer', ['modify', `acts=${acts}`, '--reason', reason]);
      expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/SeriesPaused.*(SentNow|Reminder)/) as string });
      const again = await tool('officer', ['modify', `acts=${acts}`, '--reason', reason, '--preview']);
      expect(again).toMatchObject({ code: 1, output: expect.stringContaining('ALREADY_DONE') as string });
    });

    it('thinks several acts through, and writes nothing', async () => {
      const before = await detail();
      const change = { kind: 'amendment', items: [{ path: 'milestones/M9/plannedOn', new: '2026-12-03' }], reason };
      const acts = [
        { command: 'propose-change', body: change },
        { command: 'snooze', body: {}, afterDays: 3 },
      ];
      const think = (wished: object[]) => ordered('officer', ['project', 'what-if', project.id, JSON.stringify(wished)]);
      const seen = await think(acts.slice(0, 1));
      expect(seen).toMatchObject({
        code: 0,
        output: expect.stringMatching(/A\d: signed by nobody; in effect[^]*milestone\/M9: /) as string,
      });
      expect(await think(acts)).toMatchObject({ code: 2, output: expect.stringContaining('BAD_INPUT') as string });
      const free = [{ command: 'reinstate-project', body: { reason } }];
      expect(await think(free)).toMatchObject({ code: 1, output: expect.stringContaining('Act 1 would be refused') as string });
      expect((await detail()).rev).toBe(before.rev);
    }, 60_000);

    it('refuses what the person may not do, a wrong password, another revision, and what is no command', async () => {
      const refused = async (output: string, ...run: Parameters<typeof tool>): Promise<void> =>
        expect(await tool(...run)).toMatchObject({ code: 2, output: expect.stringContaining(output) as string });
      await refused('NOT_ALLOWED', 'officer', ['rewind', 'toSubState=drafting', '--reason', reason]);
      await refused('SIGN_IN_FAILED', 'officer', snooze, 'another password');
      await refused('STALE_REVISION', 'officer', [...snooze, '--rev', '1']);
      await refused('is no command', 'officer', ['../session']);
      await refused('NOT_FOUND', 'officer', ['fly']);
      await refused('is no field', 'officer', ['snooze', 'M9']);
      // Six processes are started for this.
    }, 60_000);
  });

  describe('of every other kind', () => {
    type Ref = { documentId: string; sha256: string };
    let paper: Ref;

    beforeAll(async () => {
      const form = new FormData();
      form.append('type', 'CORRESPONDENCE');
      form.append('file', new Blob([new Uint8Array(smallPdf('letter'))]), 'letter.pdf');
      const stored = await as('officer').ask<Ref>('POST', `/api/projects/${project.id}/documents`, { raw: form });
      paper = { documentId: stored.body.documentId, sha256: stored.body.sha256 };
    });

    const stands = async (): Promise<string | undefined> => (await newest())?.state;
    /** Approves the newest change as the head, then has every party sign it. */
    const agree = async (): Promise<void> => {
      const changeId = (await newest())?.changeId ?? '';
      expect((await give('head', 'approve-change', { changeId, minutes: paper })).status).toBe(200);
      const { contacts } = await detail();
      for (const organizationId of (await newest())?.signatories ?? []) {
        const signer = contacts.find((one) => one.organizationId === organizationId && one.legalRepresentative);
        const signature = { changeId, organizationId, personId: signer?.personId, capacity: '校长', signedOn: '2026-05-26', place: '昆明' };
        expect((await give('officer', 'record-amendment-signature', { ...signature, document: paper })).problem.code).toBeUndefined();
      }
    };
    const ask = (items: object[]) => ({ kind: 'amendment', items, document: paper, reason });
    const undoNewest = async (): Promise<void> => {
      const changeId = (await newest())?.changeId;
      expect((await give('officer', 'undo-change', { changeId, document: paper, reason })).problem.code).toBeUndefined();
      await agree();
      expect(await stands()).toBe('in-effect');
    };
    /** An organization that is no party of the project yet, with somebody who may act for it. */
    const newcomer = async (): Promise<{ organizationId: string; personId: string }> => {
      const known = new Set((await detail()).parties.map((one) => one.organizationId));
      const { body } = await as('officer').get<{ items: { personId: string; organizationId: string | null; country: string }[] }>(
        '/api/people?limit=100',
      );
      const found = body.items.find((one) => one.organizationId !== null && one.country !== 'CN' && !known.has(one.organizationId));
      return { organizationId: found?.organizationId ?? '', personId: found?.personId ?? '' };
    };

    it('another title, scope and budget hold wherever they are read, once all have signed; taken back, the application’s own', async () => {
      const before = await detail();
      const items = [
        { path: 'titleEn', text: 'Smart Logistics & <b>Customs</b> Workshop, Laos' },
        { path: 'scope', text: '增加通关实训。 Customs training is added.' },
        { path: 'budgetCny', new: '3500000' },
      ];
      const seen = await preview('officer', 'propose-change', ask(items));
      const title = seen.changes.find((one) => one.field === 'titleEn');
      // Nothing was amended yet: the application's own words stand on the other side.
      expect([title?.from, title?.to]).toEqual([before.titleEn, items[0]?.text]);
      expect((await give('officer', 'propose-change', ask(items))).problem.code).toBeUndefined();
      expect((await newest())?.types).toEqual(['title', 'scope', 'budget-shift']);
      expect((await detail()).titleEn).toBe(before.titleEn);
      await agree();
      const after = await detail();
      expect([await stands(), after.titleEn, after.amended?.budgetCny]).toEqual(['in-effect', items[0]?.text, '3500000']);
      const listed = await as('head').get<{ items: { id: string; titleEn: string }[] }>('/api/projects?limit=10');
      expect(listed.body.items.find((one) => one.id === project.id)?.titleEn).toBe(items[0]?.text);
      const held = await kit.db.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM ledger_entry e WHERE e.id = $1 AND e::text LIKE '%Customs training%'`,
        [project.id],
      );
      expect(held).toEqual([{ n: 0 }]);
      await undoNewest();
      expect((await detail()).titleEn).toBe(before.titleEn);
    });

    const think = async (acts: object[], headers = {}): Promise<Preview> =>
      (await as('officer').post<Preview>(`/api/projects/${project.id}/what-if`, { acts }, headers)).body;
    const thought = { kind: 'amendment', reason };

    it('another partner is thought of as agreed, signed and in effect on its day, with what is still missing; nothing is written', async () => {
      const before = await detail();
      const { organizationId, personId } = await newcomer();
      const joins = { path: `parties/${organizationId}/role`, new: 'PARTICIPANT', personId };
      const seen = await think([{ command: 'propose-change', body: { ...thought, items: [joins], effectiveOn: '2026-07-01' } }]);
      expect([seen.possible, seen.violation]).toEqual([true, undefined]);
      expect(seen.changes.find((one) => one.field === 'party')).toMatchObject({ from: null, to: 'PARTICIPANT' });
      const [agreement, ...others] = seen.agreements;
      expect([others, agreement]).toMatchObject([[], { act: 0, minutes: true, effectOn: '2026-07-01' }]);
      expect(agreement?.signatories).toHaveLength(before.parties.filter((one) => one.role !== 'SUPPORTER').length);
      expect(agreement?.signatories.join()).not.toContain(before.parties[0]?.organizationId);
      expect(seen.conflicts.map((one) => one.code)).toEqual(['LETTER_NEEDED', 'MINUTES_NEEDED']);
      expect(seen.mails.some((one) => one.personId === personId && one.to !== null)).toBe(true);
      expect((await detail()).rev).toBe(before.rev);
    });

    it('later acts follow from the thought: who has joined may lead, and his change counts from the day of the first', async () => {
      const { organizationId, personId } = await newcomer();
      const joins = { path: `parties/${organizationId}/role`, new: 'PARTICIPANT', personId };
      const leads = { command: 'propose-change', body: { ...thought, items: [{ path: 'parties/lead', new: personId }] }, afterDays: 10 };
      const alone = await think([leads]);
      expect(alone).toMatchObject({ possible: false, refused: 0, violation: { code: 'UNKNOWN_OBJECT' } });
      const seen = await think([{ command: 'propose-change', body: { ...thought, items: [joins], effectiveOn: '2026-07-01' } }, leads]);
      expect(seen.agreements.map((one) => [one.act, one.effectOn])).toEqual([
        [0, '2026-07-01'],
        [1, '2026-07-11'],
      ]);
    });

    it('a partner who is needed cannot be thought away: the refusal says which role is missing, in the reader’s words', async () => {
      const { parties } = await detail();
      const partner = parties.find((one) => one.role === 'ENTERPRISE');
      const leaves = {
        command: 'propose-change',
        body: { ...thought, items: [{ path: `parties/${partner?.organizationId}/role`, new: '-' }] },
      };
      const english = await think([leaves], { 'accept-language': 'en' });
      expect(english).toMatchObject({ possible: false, refused: 0, violation: { code: 'PARTNER_MINIMUM' } });
      expect(english.violation?.says).toContain('enterprise');
      expect((await think([leaves], { 'accept-language': 'zh-CN' })).violation?.says).toContain('合作企业');
      expect((await think([leaves, leaves])).refused).toBe(0);
      const { body } = await as('officer').post(`/api/projects/${project.id}/what-if`, {
        acts: [{ command: 'propose-change', body: { kind: 'amendment', items: 'all' } }],
      });
      expect(body).toMatchObject({ code: 'BAD_INPUT' });
    });

    it('a partner joins with the council’s minutes and its letter, and leaves again', async () => {
      const { organizationId, personId } = await newcomer();
      const path = `parties/${organizationId}/role`;
      const item = { path, new: 'PARTICIPANT', personId };
      const { document: _none, ...bare } = ask([item]);
      expect((await give('officer', 'propose-change', bare)).problem.code).toBe('DOCUMENT_MISSING');
      expect((await give('officer', 'propose-change', ask([item]))).problem.code).toBeUndefined();
      const changeId = (await newest())?.changeId;
      expect((await give('head', 'approve-change', { changeId })).problem.code).toBe('DOCUMENT_MISSING');
      await agree();
      const parties = async () => (await detail()).parties.map((one) => one.organizationId);
      expect([await stands(), (await parties()).includes(organizationId)]).toEqual(['in-effect', true]);
      expect((await give('officer', 'propose-change', ask([{ path, new: '-' }]))).problem.code).toBeUndefined();
      await agree();
      expect((await newest())?.types).toEqual(['partner-out']);
      expect((await parties()).includes(organizationId)).toBe(false);
      await undoNewest();
      expect((await parties()).includes(organizationId)).toBe(true);
    });

    it('a partner leads in place of the lead, and gives the place back', async () => {
      const { organizationId, personId } = await newcomer();
      const joins = { path: `parties/${organizationId}/role`, new: 'PARTICIPANT', personId };
      expect((await give('officer', 'propose-change', ask([joins]))).problem.code).toBeUndefined();
      await agree();
      const leads = async () => (await detail()).parties.find((one) => one.role === 'LEAD')?.organizationId;
      /** Leads under whom the project keeps host and field to itself. */
      const blocks = async () => {
        const rows = await kit.db.query<{ key: string }[]>(`SELECT key FROM claim WHERE scope = 'duplicate' AND holder_id = $1`, [
          project.id,
        ]);
        return rows.map(({ key }) => key.split('/').at(-3));
      };
      const before = await leads();
      expect((await give('officer', 'propose-change', ask([{ path: 'parties/lead', new: personId }]))).problem.code).toBeUndefined();
      await agree();
      expect([await leads(), await blocks()]).toEqual([organizationId, [organizationId]]);
      await undoNewest();
      expect([await leads(), await blocks()]).toEqual([before, [before]]);
    });

    it('the project ends by itself on the day on which its parties agreed', async () => {
      expect((await give('officer', 'propose-change', ask([{ path: 'endsEarlyOn', new: '2026-06-10' }]))).problem.code).toBeUndefined();
      await agree();
      expect([(await detail()).stage, (await detail()).amended?.endsEarlyOn]).toEqual(['construction', '2026-06-10']);
      await room.clock.runTo('2026-06-10T02:00:00.000Z');
      expect(await detail()).toMatchObject({ stage: 'closed', outcome: 'terminated' });
    });
  });
});
