import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource, createRuleData } from '@app/persistence';
import { instantOf, type Actor } from '@app/domain';
import { loadConfig } from '@app/platform';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import { loadFirstData } from '../../apps/worker/src/engine/first-data/first-data';
import { generateProjects } from '../../apps/worker/src/engine/first-data/generate';
import { createPlayer, type Player } from '../../apps/worker/src/engine/player';
import type { DemoPerson } from '../../apps/worker/src/engine/first-data/demo-people';
import { addressOf, player as castPlayer } from '../../apps/worker/src/story/cast';
import { signedIn, type Caller } from '../support/api-kit';
import { databaseSettings } from '../support/commit-kit';
import { freshWorkspace, startApi, type ApiProcess, type Workspace } from '../support/stack';

type Preview = components['schemas']['Preview'];
type Detail = components['schemas']['ProjectDetail'];
type Forecast = components['schemas']['Forecast'];

/** A command as the page would send it, and as the rules take it. */
interface Act {
  name: string;
  type: string;
  body: Record<string, unknown>;
}

/** Mails that leave at once wait for a cool-off that begins with the command, not with its preview. */
const mayBeLaterMs = 10 * 60_000;
const reason = '按第二版备忘录。 As agreed.';
const mailsAhead = 400;
const asksToAgree = new Set(['confirmation-asked', 'change-proposed', 'amendment-signing']);

describe('the preview of a command', () => {
  let workspace: Workspace;
  let db: ReturnType<typeof createDataSource>;
  let api: ApiProcess;
  let player: Player;
  let head: Caller;
  let deputy: Caller;
  const actors: Record<'head' | 'deputy', Actor> = { head: { kind: 'system' }, deputy: { kind: 'system' } };

  beforeAll(async () => {
    workspace = await freshWorkspace();
    db = createDataSource({ ...databaseSettings, poolSize: 8, url: workspace.database.appUrl }, 'preview-test');
    await db.initialize();
    const config = loadConfig(workspace.env);
    const now = instantOf(Date.now());
    await loadFirstData(db, config, now);
    await generateProjects(db, config, now, 250, 5);
    player = createPlayer(db, {
      ruleData: createRuleData(),
      production: false,
      rollAt: config.temporal.rollAt,
      onFailure: () => undefined,
    });
    api = await startApi(workspace.env);
    const people = JSON.parse(readFileSync(join(workspace.dataDir, 'demo-people.json'), 'utf8')) as DemoPerson[];
    const caller = async (key: 'head' | 'deputy'): Promise<Caller> => {
      const email = addressOf(castPlayer(key));
      const password = people.find((one) => one.email === email)?.password ?? '';
      const one = await signedIn(api.url, { signIn: email, password });
      const { body: me } = await one.get<{ personId: string }>('/api/me');
      actors[key] = { kind: 'person', personId: me.personId, roles: ['SH'], country: 'CN' };
      return one;
    };
    [head, deputy] = [await caller('head'), await caller('deputy')];
  }, 300_000);

  afterAll(async () => {
    await api?.stop();
    await db?.destroy();
    await workspace?.dispose();
  }, 60_000);

  const detailOf = async (id: string): Promise<Detail> => (await head.get<Detail>(`/api/projects/${id}`)).body;
  const forecastOf = async (id: string): Promise<Forecast> =>
    (await head.get<Forecast>(`/api/projects/${id}/forecast?days=${mailsAhead}`)).body;

  /** What could be done to a project, beginning with another kind of act for each. */
  async function actsFor(detail: Detail, forecast: Forecast, turn: number): Promise<Act[]> {
    const series = forecast.series.filter((one) => one.possible.some((each) => each.command === 'ChangeDeadline' && each.possible));
    const first = series[turn % Math.max(series.length, 1)];
    const [officer] = (await head.get<{ items: { personId: string }[] }>('/api/people?role=CO')).body.items ?? [];
    const inForce = detail.mou?.tookEffectAt !== undefined;
    const all: Act[] = [
      ...(detail.rewinds ?? []).map((toSubState) => ({ name: 'rewind', type: 'Rewind', body: { toSubState } })),
      ...(detail.skips ?? []).map((step) => ({ name: 'skip', type: 'Skip', body: { step } })),
      ...(detail.redos ?? []).map((step) => ({ name: 'redo', type: 'Redo', body: { step } })),
      ...(first === undefined
        ? []
        : [
            { name: 'change-deadline', type: 'ChangeDeadline', body: { rule: first.rule, object: first.object, dueOn: '2027-11-17' } },
            { name: 'snooze', type: 'Snooze', body: { rule: first.rule, object: first.object, workingDays: 2 } },
            {
              name: 'modify',
              type: 'Modify',
              body: {
                acts: [
                  { type: 'ChangeDeadline', payload: { rule: first.rule, object: first.object, dueOn: '2027-11-17' } },
                  { type: 'PauseSeries', payload: { rule: first.rule, object: first.object } },
                ],
              },
            },
            { name: 'pause-series', type: 'PauseSeries', body: { rule: first.rule, object: first.object } },
          ]),
      inForce
        ? { name: 'hold', type: 'Hold', body: { kind: 'suspension', reasonCode: 'DISASTER' } }
        : { name: 'hold', type: 'Hold', body: { kind: 'hold', reasonCode: 'INFORMATION' } },
      ...(detail.commands.some((one) => one.type === 'DecideTermination' && one.possible)
        ? [{ name: 'decide-termination', type: 'DecideTermination', body: { grounds: 'BREACH', effectiveOn: '2028-01-10' } }]
        : []),
      ...extensionsOf(detail),
      ...(officer === undefined ? [] : actsOfPeople(detail, officer.personId)),
    ];
    return [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
  }

  /** More time for what runs, until a week after its date or, where that is over, in a week. */
  function extensionsOf({ extensions = [], deadlines, now }: Detail): Act[] {
    return extensions.map((object) => {
      const one = deadlines.find(({ ladder, object: of }) => (object === 'mou' ? ladder === 'signature' : `${ladder}/${of}` === object));
      const from = one === undefined || one.dueOn < now ? now : one.dueOn;
      const until = new Date(Date.parse(from) + 7 * 86_400_000).toISOString().slice(0, 10);
      return { name: 'grant-extension', type: 'GrantExtension', body: { object, until } };
    });
  }

  /** Another officer: put in his place, or offered to be. */
  function actsOfPeople({ officerId }: Detail, toPersonId: string): Act[] {
    const assigned = { name: 'assign-officer', type: 'AssignOfficer', body: { officerId: toPersonId } };
    if (officerId === undefined) return [assigned];
    return [assigned, { name: 'offer-hand-over', type: 'OfferHandOver', body: { personId: officerId, toPersonId } }];
  }

  const bodyOf = ({ name, body }: Act): object => (name === 'assign-officer' ? body : { ...body, reason });

  /** Gives the command as the previewing person, and as the second one where it waits for him. */
  async function carryOut(id: string, { type, body }: Act): Promise<void> {
    const entity = { kind: 'project' as const, id };
    const commandId = randomUUID();
    const at = (await detailOf(id)).now;
    const text = { textId: randomUUID(), sha256: '0'.repeat(64) };
    const given = await player.give(entity, { id: commandId, type, payload: body, actor: actors.head, reason: text, at });
    expect(given.status).toBe('applied');
    if ((await detailOf(id)).proposals.every((one) => one.proposalId !== commandId)) return;
    const confirmed = await player.give(entity, { type: 'ConfirmProposal', payload: { proposalId: commandId }, actor: actors.deputy, at });
    expect(confirmed.status).toBe('applied');
  }

  /** A hand-over is named after its command, which another one gives in the end. */
  const nameOf = ({ ladder, object }: { ladder: string; object: string }): string =>
    ladder === 'handOver' ? ladder : `${ladder}/${object}`;

  /** Dates of a project's deadlines, as the preview names them. */
  const datesOf = ({ deadlines }: Detail): Map<string, string> =>
    new Map(
      deadlines
        .filter((one) => one.ladder !== 'clock')
        .map((one) => [nameOf(one), `${one.dueOn}${one.frozen === undefined ? '' : ' stopped'}`]),
    );

  /** When mails will leave to each person, in order. */
  function mailsOf({ items, waiting }: Forecast): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const { mails } of [...items, ...waiting]) for (const mail of mails) add(found, mail.personId, mail.sendAt);
    return found;
  }

  function add(mails: Map<string, number[]>, personId: string, at: string): void {
    mails.set(
      personId,
      [...(mails.get(personId) ?? []), Date.parse(at)].sort((x, y) => x - y),
    );
  }

  /** A change set that could be asked for, as the page sends it and as the rules take it. */
  interface Wish {
    kind: 'amendment' | 'correction';
    name: string;
    items: { path: string; new?: string; text?: string; personId?: string }[];
  }

  /** Somebody of an organization abroad that may join. */
  interface Newcomer {
    personId: string;
    organizationId: string;
  }

  const partnerOf = (parties: Detail['parties']) => parties.find((one) => one.role !== 'LEAD' && one.role !== 'HOST');

  /** A partner leaves, another joins, or one takes the place of the other. */
  function partyWishes(parties: Detail['parties'], leaves: Wish['items'], newcomers: Newcomer[]): Wish[] {
    const newcomer = newcomers.find((one) => parties.every(({ organizationId }) => organizationId !== one.organizationId));
    const joins = (role: string): Wish['items'] =>
      newcomer === undefined ? [] : [{ path: `parties/${newcomer.organizationId}/role`, new: role, personId: newcomer.personId }];
    const swapped = leaves.length === 0 ? [] : [...leaves, ...joins(partnerOf(parties)?.role ?? '')];
    return [
      { kind: 'amendment', name: 'partner-out', items: leaves },
      { kind: 'amendment', name: 'partner-in', items: joins('SUPPORTER') },
      { kind: 'amendment', name: 'another partner', items: swapped },
    ];
  }

  /** Every change of one value that the project allows now, or of two that belong together, beginning with another kind for each. */
  function wishesFor({ changeable = [], contacts, parties, mou, now }: Detail, turn: number, newcomers: Newcomer[]): Wish[] {
    const free = changeable.filter((one) => one.why === undefined);
    const item = (path: string, value: string | undefined): Wish['items'] =>
      value !== undefined && free.some((one) => one.path === path && one.value !== value) ? [{ path, new: value }] : [];
    const in40Days = new Date(Date.parse(now) + 40 * 86_400_000).toISOString().slice(0, 10);
    const leads = parties.filter((one) => one.role === 'LEAD').map((one) => one.organizationId);
    const partner = partnerOf(parties)?.organizationId;
    const personOf = (ids: (string | undefined)[]): string | undefined =>
      contacts.find((one) => !one.lead && ids.includes(one.organizationId))?.personId;
    const milestone = free.find((one) => one.path.endsWith('/plannedOn'))?.path ?? '';
    const mark = free.find((one) => one.path.endsWith('/primary'));
    const words: Wish['items'] = [{ path: 'titleEn', text: 'Another title' }];
    const all: Wish[] = [
      {
        kind: 'amendment',
        name: 'milestone-date',
        items: item(milestone, in40Days),
      },
      { kind: 'amendment', name: 'title', items: words },
      {
        kind: 'amendment',
        name: 'scope and budget',
        items: [{ path: 'scope', text: 'More' }, ...item('budgetCny', '3500000')],
      },
      {
        kind: 'amendment',
        name: 'site',
        items: [{ path: 'site', text: 'Campus 2' }],
      },
      {
        kind: 'amendment',
        name: 'equipment and indicators',
        items: free.some((one) => one.path === 'equipment')
          ? [
              { path: 'equipment', text: 'Two lathes more' },
              { path: 'indicators', text: '60 people a year' },
            ]
          : [],
      },
      {
        kind: 'amendment',
        name: 'project-leader',
        items: item('contacts/leader', personOf(leads)),
      },
      {
        kind: 'amendment',
        name: 'expiry-renewal',
        items: item(
          'mou/expiresOn',
          mou?.expiresOn?.replace(/^\d{4}/, (year) => String(Number(year) + 1)),
        ),
      },
      {
        kind: 'amendment',
        name: 'early-end',
        items: item('endsEarlyOn', in40Days),
      },
      {
        kind: 'amendment',
        name: 'lead',
        items: item('parties/lead', personOf([partner])),
      },
      ...partyWishes(parties, item(`parties/${partner}/role`, '-'), newcomers),
      {
        kind: 'correction',
        name: 'first contact',
        items: mark === undefined ? [] : item(mark.path, mark.value === 'yes' ? 'no' : 'yes'),
      },
    ];
    const possible = all.filter(({ items }) => items.length > 0);
    return [...possible.slice(turn % possible.length), ...possible.slice(0, turn % possible.length)];
  }

  /** The paper that must be brought: a correction its proof, who joins his letter. */
  function lacksOf({ kind, items }: Wish): string[] {
    if (kind === 'correction') return ['PROOF_NEEDED'];
    return items.some((one) => one.personId !== undefined) ? ['LETTER_NEEDED'] : [];
  }

  /** Who gets which mail: instants of mails that leave at once follow the clock. */
  const withoutInstants = (mails: Preview['mails']): string[] =>
    mails.map(({ personId, rule, object, notification }) => [personId, rule, object, notification].join('/')).sort();

  const paper = { documentId: randomUUID(), sha256: '0'.repeat(64) };
  const someText = () => ({ textId: randomUUID(), sha256: '0'.repeat(64) });

  /** Asks for a change as the previewing person; the second one approves, every party signs at once. */
  async function agreeOn(id: string, { kind, items }: Wish): Promise<void> {
    const entity = { kind: 'project' as const, id };
    const give = async (type: string, payload: unknown, actor: Actor): Promise<void> => {
      const { status } = await player.give(entity, {
        type,
        payload,
        actor,
        reason: someText(),
        at: (await detailOf(id)).now,
      });
      expect([id, type, status]).toEqual([id, type, 'applied']);
    };
    const named = items.map(({ text, ...item }) => (text === undefined ? item : { ...item, text: someText() }));
    await give('ProposeChange', { kind, items: named, document: paper }, actors.head);
    const change = (await detailOf(id)).changes?.at(-1);
    if (change?.state !== 'proposed') return;
    await give('ApproveChange', { changeId: change.changeId, minutes: paper }, actors.deputy);
    const approved = await detailOf(id);
    for (const organizationId of approved.changes?.at(-1)?.signatories ?? []) {
      const signer = approved.contacts.find((one) => one.organizationId === organizationId && one.rights.includes('sign'));
      const signature = {
        changeId: change.changeId,
        organizationId,
        personId: signer?.personId,
        capacity: 'president',
      };
      const where = {
        signedOn: beijingDay(approved.now),
        place: someText(),
        document: paper,
      };
      await give('RecordAmendmentSignature', { ...signature, ...where }, {
        ...actors.deputy,
        roles: ['SH', 'CO'],
      } as Actor);
    }
  }

  const beijingDay = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

  it('of an amendment or a correction is what happens once all have agreed, on 40 generated projects: state, dates and mails', async () => {
    const rows = await db.query<{ id: string }[]>(
      `SELECT id FROM project_summary WHERE NOT closed AND held IS NULL AND stage IN ('construction', 'annual-report') ORDER BY reference, id`,
    );
    const { body } = await head.get<{ items: { personId: string; organizationId: string | null; country: string }[] }>(
      '/api/people?limit=100',
    );
    const newcomers = body.items.flatMap(({ personId, organizationId, country }) =>
      organizationId === null || country === 'CN' ? [] : [{ personId, organizationId }],
    );
    const done: string[] = [];
    for (const [turn, { id }] of rows.entries()) if (done.length < 40) done.push(...(await agreeOnOne(id, turn, newcomers)));
    expect({ projects: rows.length, previewed: done.length }).toEqual({ projects: rows.length, previewed: 40 });
    expect([...new Set(done)].sort()).toEqual([
      ...['another partner', 'early-end', 'equipment and indicators', 'expiry-renewal', 'first contact', 'lead', 'milestone-date'],
      ...['partner-in', 'project-leader', 'scope and budget', 'site', 'title'],
    ]);
  }, 400_000);

  /**
   * Compares the preview of the first change that is possible, and the thought of it without its papers, with what comes of it. Answers its name; nothing
   * where none is.
   */
  async function agreeOnOne(id: string, turn: number, newcomers: Newcomer[]): Promise<string[]> {
    const [before, ahead] = [await detailOf(id), await forecastOf(id)];
    for (const wish of wishesFor(before, turn, newcomers)) {
      const body = { kind: wish.kind, items: wish.items, document: paper, reason };
      const { status, body: preview } = await head.post<Preview>(`/api/projects/${id}/preview/propose-change`, body);
      const label = `${before.reference ?? id} ${wish.name}`;
      expect([label, status]).toEqual([label, 200]);
      if (!preview.possible) continue;
      const acts = [{ command: 'propose-change', body: { kind: wish.kind, items: wish.items, reason } }];
      const { body: thought } = await head.post<Preview>(`/api/projects/${id}/what-if`, { acts });
      expect([label, thought.changes, thought.dates]).toEqual([label, preview.changes, preview.dates]);
      expect([label, withoutInstants(thought.mails)]).toEqual([label, withoutInstants(preview.mails)]);
      const lacks = thought.conflicts.map((one) => one.code).filter((code) => code !== 'MINUTES_NEEDED');
      expect([label, lacks]).toEqual([label, lacksOf(wish)]);
      await agreeOn(id, wish);
      const after = await detailOf(id);
      expect([label, after.changes?.at(-1)?.state]).toEqual([label, 'in-effect']);
      expectDates(label, datesOf(before), datesOf(after), preview);
      expectState(label, before, after, preview);
      expectMails(label, mailsOf(ahead), mailsOf(await forecastOf(id)), preview);
      return [wish.name];
    }
    return [];
  }

  it('is what then happens, on 200 generated projects: state, dates and mails', async () => {
    const rows = await db.query<{ id: string }[]>(
      `SELECT id FROM project_summary WHERE NOT closed AND stage <> 'application' ORDER BY reference, id LIMIT 200`,
    );
    const done = new Map<string, number>();
    for (const [turn, { id }] of rows.entries()) {
      const [before, ahead] = [await detailOf(id), await forecastOf(id)];
      for (const act of await actsFor(before, ahead, turn)) {
        const { status, body: preview } = await head.post<Preview>(`/api/projects/${id}/preview/${act.name}`, bodyOf(act));
        expect(status).toBe(200);
        if (!preview.possible || preview.events.length === 0) continue;
        await carryOut(id, act);
        const after = await detailOf(id);
        const label = `${before.reference ?? id} ${act.name}`;
        expectDates(label, datesOf(before), datesOf(after), preview);
        expectState(label, before, after, preview);
        expectMails(label, mailsOf(ahead), mailsOf(await forecastOf(id)), preview);
        done.set(act.name, (done.get(act.name) ?? 0) + 1);
        break;
      }
    }
    const sum = [...done.values()].reduce((all, one) => all + one, 0);
    expect({ projects: rows.length, previewed: sum }).toEqual({ projects: 200, previewed: 200 });
    for (const name of ['rewind', 'change-deadline', 'hold', 'snooze', 'pause-series', 'decide-termination'])
      expect(done.get(name) ?? 0).toBeGreaterThan(0);
  }, 400_000);

  function expectDates(label: string, before: Map<string, string>, after: Map<string, string>, { dates }: Preview): void {
    const expected = new Map(before);
    for (const { ladder, object, to, stopped } of dates) {
      if (to === null) expected.delete(nameOf({ ladder, object }));
      else expected.set(nameOf({ ladder, object }), `${to}${stopped ? ' stopped' : ''}`);
    }
    expect([label, Object.fromEntries([...after].sort())]).toEqual([label, Object.fromEntries([...expected].sort())]);
  }

  function expectState(label: string, before: Detail, after: Detail, { changes }: Preview): void {
    const changed = (field: string): string | null | undefined => changes.find((one) => one.field === field)?.to;
    const expected = [changed('stage') ?? before.stage, changed('subState') ?? before.subState];
    expect([label, after.stage, after.subState]).toEqual([label, ...expected]);
    expect([label, after.hold?.kind ?? null]).toEqual([label, changed('hold') ?? before.hold?.kind ?? null]);
  }

  /** The mails before, without those that go, with those that come, are the mails after: to each person at each instant. */
  function expectMails(label: string, before: Map<string, number[]>, after: Map<string, number[]>, { mails }: Preview): void {
    const expected = new Map([...before].map(([personId, instants]) => [personId, [...instants]]));
    // Everybody has agreed at once, before he could be asked by mail.
    for (const { personId, from, to } of mails.filter((one) => !asksToAgree.has(one.notification))) {
      const instants = expected.get(personId) ?? [];
      if (from !== null) instants.splice(instants.indexOf(Date.parse(from)), 1);
      expected.set(personId, instants);
      if (to !== null) add(expected, personId, to);
    }
    for (const personId of new Set([...expected.keys(), ...after.keys()]))
      expectInstants(`${label} ${personId}`, expected.get(personId) ?? [], after.get(personId) ?? []);
  }

  function expectInstants(label: string, promised: number[], come: number[]): void {
    const isAsPromised = promised.length === come.length && promised.every((at, no) => Math.abs(at - (come[no] ?? 0)) <= mayBeLaterMs);
    const shown = (instants: number[]): string[] => (isAsPromised ? [] : instants.map((at) => new Date(at).toISOString()));
    expect([label, shown(come)]).toEqual([label, shown(promised)]);
  }

  it('says why a command would be refused, and writes nothing', async () => {
    const [row] = await db.query<{ id: string }[]>(`SELECT id FROM project_summary WHERE sub_state = 'operating' AND held IS NULL LIMIT 1`);
    const before = await detailOf(row?.id ?? '');
    const { body } = await deputy.post<Preview>(`/api/projects/${row?.id}/preview/rewind`, { toSubState: 'building', reason });
    expect(body).toMatchObject({ possible: false, rev: before.rev, violation: { code: 'WRONG_STAGE' }, changes: [], dates: [], mails: [] });
    expect((await detailOf(row?.id ?? '')).rev).toBe(before.rev);
  });

  it('thinks through several acts with time between them: a hold of thirty days moves what was stopped, and nothing to an earlier day', async () => {
    const rows = await db.query<{ id: string }[]>(
      `SELECT id FROM project_summary WHERE sub_state = 'building' AND held IS NULL ORDER BY reference`,
    );
    expect(rows.length).toBeGreaterThan(1);
    const again = { command: 'hold', body: { kind: 'suspension', reasonCode: 'BORDER_CLOSED', reason }, afterDays: 10 };
    const acts = [
      { command: 'hold', body: { kind: 'suspension', reasonCode: 'BORDER_CLOSED', reason } },
      { command: 'resume', body: {}, afterDays: 30 },
    ];
    for (const { id } of rows) {
      const { status, body } = await head.post<Preview>(`/api/projects/${id}/what-if`, { acts });
      expect([id, status, body.possible, body.violation]).toEqual([id, 200, true, undefined]);
      const moved = body.dates.filter((one) => one.from !== null && one.to !== null);
      expect(moved.length).toBeGreaterThan(0);
      const earlier = moved.filter(({ from, to }) => Date.parse(to ?? '') <= Date.parse(from ?? ''));
      expect([id, earlier]).toEqual([id, []]);
    }
    // Days count from the act before, not from today: a second hold of thirty days, ten days later, gives thirty more.
    const datesAfter = async (wished: object[]) =>
      (await head.post<Preview>(`/api/projects/${rows[0]?.id}/what-if`, { acts: wished })).body.dates;
    const once = (await datesAfter(acts)).find((one) => one.from !== null && one.to !== null);
    const twice = (await datesAfter([...acts, again, ...acts.slice(1)])).find(
      (one) => one.ladder === once?.ladder && one.object === once.object,
    );
    expect(Date.parse(twice?.to ?? '') - Date.parse(once?.to ?? '')).toBeGreaterThan(20 * 86_400_000);
    const backwards = await head.post<Preview>(`/api/projects/${rows[0]?.id}/what-if`, { acts: [acts[1]] });
    expect(backwards.body).toMatchObject({ possible: false, refused: 0, violation: { code: 'NOT_ON_HOLD' } });
  });
});
