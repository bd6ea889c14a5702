import { randomUUID } from 'node:crypto';
import { interventionCommands, pastMoment, type Actor, type ProjectState } from '@app/domain';
import { bodiesOf, endAct, listInterventions, openAct, releaseMail, stopMail, storeText, type EntityKey } from '@app/persistence';
import { cookieOf, openApiKit, type ApiKit, type Caller } from '../support/api-kit';
import { closesAt, completeDraft, expectApplied, startProject } from '../support/commit-kit';

interface Line {
  id: string;
  kind: string;
  label: string;
  entityKind: string | null;
  entityId: string | null;
  rev: number;
  personName: string;
  door: string | null;
  reason: string | null;
  events: { sentence: string }[];
  changes: { field: string; from: string | null; to: string | null }[];
  about: { kind: string; rev: number } | null;
  proposal: { is: string; byName: string | null } | null;
  undoneBy: { id: string; kind: string; label: string; byName: string } | null;
  technical: { state: string; phrase: string; changes: { name: string | null; from: string | null; to: string | null }[] } | null;
}
interface Page {
  items: Line[];
  next: string | null;
}

const why = '=HYPERLINK("http://x") <b>院校来电</b>';

let kit: ApiKit;
let project: EntityKey;
let head: Caller;
let pausedBy: string;
let heldBy: string;
/** The state as it was written, by revision. */
const lived = new Map<number, ProjectState>();

/** Gives a command with a reason, and keeps what the project is then. */
async function act(type: string, payload: unknown, actor: Actor, at: string, id: string = randomUUID()): Promise<string> {
  await kit.setTime(at);
  const reason = await storeText(kit.db, project, why);
  await expectApplied(kit.player.give(project, { id, type, payload, actor, reason, at }));
  await keep();
  return id;
}

async function keep(): Promise<void> {
  const [row] = await kit.db.query<{ rev: number; state: ProjectState }[]>('SELECT rev, state FROM entity_head WHERE id = $1', [
    project.id,
  ]);
  if (row !== undefined) lived.set(row.rev, row.state);
}

beforeAll(async () => {
  kit = await openApiKit();
  project = await startProject(kit, '2025-06-10T02:00:00.000Z');
  await keep();
  const { applicant, officer, head: sh } = kit.people;
  const system: Actor = { kind: 'system' };
  await expectApplied(kit.give(project, 'SubmitApplication', await completeDraft(kit, project), applicant, '2025-07-01T02:00:00.000Z'));
  await keep();
  await expectApplied(kit.give(project, 'FreezeApplication', { closedAt: closesAt }, system, '2025-08-31T09:00:01.000Z'));
  await keep();
  await act('AssignOfficer', { officerId: officer.personId }, sh, '2025-09-01T02:00:00.000Z');
  const defect = await storeText(kit.db, project, 'the seal cannot be read');
  const items = [{ target: 'budget', reasonCode: 'illegible', defect }];
  await act('ReturnForCorrection', { items }, officer, '2025-09-01T06:00:00.000Z');
  const correction = (await kit.stateOf(project)).deadlines.find((one) => one.ladder === 'correction');
  const aim = { rule: 'correction', object: correction?.object ?? '' };
  pausedBy = await act('PauseSeries', aim, officer, '2025-09-02T02:00:00.000Z');
  await act('UndoIntervention', { interventionId: pausedBy }, sh, '2025-09-02T03:00:00.000Z');
  await act('PauseSeries', aim, officer, '2025-09-03T02:00:00.000Z');
  await act('ResumeSeries', aim, officer, '2025-09-03T03:00:00.000Z');
  heldBy = await act('Hold', { kind: 'hold', reasonCode: 'INFORMATION' }, sh, '2025-09-04T02:00:00.000Z');
  await kit.db.query(`INSERT INTO person_role (person_id, role) VALUES ($1, 'AU')`, [kit.people.firm.personId]);
  head = await kit.as('head');
}, 120_000);
afterAll(() => kit?.close());

const list = async (query = '', caller = head): Promise<Line[]> => {
  const { status, body } = await caller.get<Page>(`/api/interventions?limit=200&${query}`);
  expect(status).toBe(200);
  return body.items;
};

describe('the list of interventions', () => {
  it('is what the ledger says: every command by which a person interfered, the newest first', async () => {
    const rows = await kit.db.query<{ key: string }[]>(
      `SELECT type || ' ' || id || ' ' || rev AS key FROM ledger_entry WHERE type = ANY($1) AND actor_id IS NOT NULL ORDER BY occurred_at DESC, rev DESC, id DESC`,
      [interventionCommands],
    );
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect((await list()).map((line) => `${line.kind} ${line.entityId ?? ''} ${line.rev}`)).toEqual(rows.map((row) => row.key));
  });

  it('says who, how and why, what it changed before and after, and by whom it was taken back', async () => {
    const lines = await list(`project=${project.id}`);
    const of = (kind: string): Line | undefined => lines.findLast((line) => line.kind === kind);
    expect(of('PauseSeries')).toMatchObject({
      id: pausedBy,
      personName: 'officer',
      door: 'cli',
      reason: why,
      undoneBy: { kind: 'UndoIntervention', byName: 'head' },
    });
    expect(of('UndoIntervention')).toMatchObject({ about: { kind: 'PauseSeries' }, undoneBy: null });
    expect(of('AssignOfficer')?.changes).toEqual([expect.objectContaining({ field: 'officer', from: null, to: 'officer' })]);
    expect(of('Hold')).toMatchObject({ id: heldBy, proposal: null });
    expect(of('Hold')?.changes).toContainEqual(expect.objectContaining({ field: 'hold', from: null, to: 'hold' }));
    const [confirmed] = await list('kind=ConfirmProposal');
    expect(confirmed).toMatchObject({ entityKind: 'call', personName: 'secondHead', about: { kind: 'PublishCall' } });
  });

  it('is read page by page, each line once, and refuses the place of another list', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 20; page += 1) {
      const { body } = await head.get<Page>(`/api/interventions?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...body.items.map((line) => `${line.id} ${line.rev}`));
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(seen).toEqual((await list()).map((line) => `${line.id} ${line.rev}`));
    expect((await head.get(`/api/interventions?kind=Hold&cursor=${cursor}`)).problem.code).toBe('BAD_INPUT');
    expect((await head.get('/api/interventions?kinds=Hold')).status).toBe(400);
  });

  it.each([
    ['kind=ResumeSeries,PauseSeries', (line: Line) => ['ResumeSeries', 'PauseSeries'].includes(line.kind)],
    ['undone=true', (line: Line) => line.undoneBy !== null],
    ['undone=false', (line: Line) => line.undoneBy === null],
    ['door=web', (line: Line) => line.door === 'web'],
  ])('keeps to the filter %s', async (query, fits) => {
    expect(await list(query)).toEqual((await list()).filter(fits));
  });

  it('keeps to a person and to days of Beijing', async () => {
    const { officer } = kit.people;
    const mine = await list(`person=${officer.personId}&from=2025-09-02&to=2025-09-02`);
    expect(mine.map((line) => line.kind)).toEqual(['PauseSeries']);
    expect(await list('from=2025-09-05')).toEqual([]);
  });

  it('holds the acts of administrators beside the ledger, too, with how they ended', async () => {
    const id = randomUUID();
    const actorId = kit.people.head.personId;
    const opened = { id, kind: 'engine-sync', entity: project, door: 'page' as const, actorId, reason: why, asked: {}, before: {} };
    await openAct(kit.db, { ...opened, needsSecond: false });
    await endAct(kit.db, id, { state: 'done', code: 'SYNCED' });
    const [line] = await list('kind=engine-sync');
    expect(line).toMatchObject({ id, rev: 0, entityId: project.id, personName: 'head', door: 'web', technical: { state: 'done' } });
    expect((await list()).map((one) => one.id)).toContain(id);
  });

  it('names the act that ended each: the resuming of what was paused, the release of what was stopped', async () => {
    const paused = (await list('kind=PauseSeries')).find((line) => line.id !== pausedBy);
    expect(paused?.undoneBy).toMatchObject({ kind: 'ResumeSeries', byName: 'officer', label: expect.stringMatching(/\w/) as string });
    expect((await list('kind=Hold'))[0]?.undoneBy).toBeNull();
    const gate = { scope: 'rule' as const, key: 'correction' };
    const by = (key: string) => ({ key, door: 'page' as const, personId: kit.people.head.personId, reason: 'a wrong date' });
    const [stop, release] = [randomUUID(), randomUUID()];
    await kit.db.transaction((tx) => stopMail(tx, gate, by(stop)));
    expect((await list('kind=mail.stop'))[0]).toMatchObject({ id: stop, undoneBy: null });
    await kit.db.transaction((tx) => releaseMail(tx, gate, by(release)));
    const [line] = await list('kind=mail.stop&undone=true');
    expect(line).toMatchObject({ id: stop, undoneBy: { id: release, kind: 'mail.release', byName: 'head' } });
    expect(line?.technical?.changes).toContainEqual(expect.objectContaining({ from: 'no', to: 'yes' }));
  });

  describe('names, of commands that lie side by side in a ledger,', () => {
    type Entry = [type: string, payload?: object, proposed?: 'proposed'];
    /** Writes entries that nothing was decided for, answers by which entry each is ended, and leaves nothing behind. */
    async function endsOf(...entries: Entry[]): Promise<Record<string, string>> {
      let ends: Record<string, string> = {};
      const leftNothing = new Error('rolled back on purpose');
      const rolledBack = kit.db.transaction(async (tx) => {
        const entity = { kind: 'project' as const, id: randomUUID() };
        for (const [index, [type, payload = {}, proposed]] of entries.entries()) {
          const body = { via: 'web', payload, events: proposed === undefined ? [] : [{ type: 'ProposalMade' }] };
          const values = [entity.kind, entity.id, index + 1, `c${index + 1}`, type, kit.people.head.personId, JSON.stringify(body)];
          await tx.query(
            `INSERT INTO ledger_entry (kind, id, rev, command_id, type, actor_id, policy_version, occurred_at, recorded_at, body, previous_hash, hash)
             VALUES ($1, $2, $3, $4, $5, $6, 1, now(), now(), $7, '', '')`,
            values,
          );
        }
        const lines = await listInterventions(tx, kit.people.head, { projectId: entity.id, limit: 50 });
        ends = Object.fromEntries(
          lines.flatMap(({ id, undoneBy }) => (undoneBy === null ? [] : [[id, `${undoneBy.type} ${undoneBy.id}`]])),
        );
        throw leftNothing;
      });
      await expect(rolledBack).rejects.toBe(leftNothing);
      return ends;
    }
    const yes = (proposalId: string): Entry => ['ConfirmProposal', { proposalId }];
    const no = (proposalId: string): Entry => ['RejectProposal', { proposalId }];

    it.each<[string, Entry[], Record<string, string>]>([
      ['the resuming of each hold', [['Hold'], ['Resume'], ['Hold']], { c1: 'Resume c2' }],
      [
        'the undoing of the command it names',
        [['Snooze'], ['Snooze'], ['UndoIntervention', { interventionId: 'c2' }]],
        { c2: 'UndoIntervention c3' },
      ],
      [
        'the resuming of the same series',
        [
          ['PauseSeries', { rule: 'a', object: '1' }],
          ['PauseSeries', { rule: 'a', object: '2' }],
          ['ResumeSeries', { rule: 'a', object: '2' }],
        ],
        { c2: 'ResumeSeries c3' },
      ],
      [
        'for each step back its own undoing, the last first',
        [['Rewind'], ['Rewind'], ['UndoRewind'], ['UndoRewind'], ['Rewind']],
        { c1: 'UndoRewind c4', c2: 'UndoRewind c3' },
      ],
      ['nothing where only an earlier undoing lies before it', [['Rewind'], ['UndoRewind'], ['Rewind']], { c1: 'UndoRewind c2' }],
      [
        'the reinstating that a second person confirmed',
        [
          ['DecideTermination', {}, 'proposed'],
          yes('c1'),
          ['ReinstateProject', {}, 'proposed'],
          no('c3'),
          ['ReinstateProject', {}, 'proposed'],
          yes('c5'),
        ],
        { c1: 'ReinstateProject c5' },
      ],
      ['nothing while the reinstating waits', [['DecideTermination'], ['ReinstateProject', {}, 'proposed']], {}],
      ['nothing for a step back that was rejected', [['Rewind', {}, 'proposed'], no('c1'), ['UndoRewind']], {}],
      ['the cancelling of a change', [['ProposeChange'], ['CancelChange', { changeId: 'c1' }]], { c1: 'CancelChange c2' }],
      ['the rejecting of a change', [['ProposeChange'], ['RejectChange', { changeId: 'c1' }]], { c1: 'RejectChange c2' }],
      ['the change that takes a change back', [['ProposeChange'], ['UndoChange', { changeId: 'c1' }]], { c1: 'UndoChange c2' }],
      [
        'not the taking back that was itself cancelled',
        [['ProposeChange'], ['UndoChange', { changeId: 'c1' }], ['CancelChange', { changeId: 'c2' }]],
        { c2: 'CancelChange c3' },
      ],
    ])('%s', async (_, entries, ends) => {
      expect(await endsOf(...entries)).toEqual(ends);
    });
  });

  it('names the act on many projects that takes one back, once that is carried out', async () => {
    const [act, inverse] = [randomUUID(), randomUUID()];
    const open = (id: string): Promise<unknown> =>
      openAct(kit.db, {
        ...{ id, kind: 'bulk', entity: null, door: 'page' as const, actorId: kit.people.head.personId, reason: why, asked: {}, before: {} },
        needsSecond: false,
      });
    await open(act);
    await open(inverse);
    const undoneBy = async (): Promise<unknown> => (await list('kind=bulk')).find(({ id }) => id === act)?.undoneBy;
    expect(await undoneBy()).toBeNull();
    for (const [id, of] of [
      [act, null],
      [inverse, act],
    ])
      await kit.db.query(
        `INSERT INTO bulk_run (id, command_type, payload, reason, asked, list_hash, state, needs_second, canary, goes_on, rows_per_second, halt_percent, inverse_of, door, created_by)
         VALUES ($1, 'Hold', '{}', 'x', '{}', 'x', 'proposed', true, 3, true, 1, 5, $2, 'page', $3)`,
        [id, of, kit.people.head.personId],
      );
    expect(await undoneBy()).toBeNull();
    await kit.db.query(`UPDATE bulk_run SET state = 'running' WHERE id = $1`, [inverse]);
    expect(await undoneBy()).toMatchObject({ id: inverse, kind: 'bulk', byName: 'head' });
    await kit.db.query(`UPDATE bulk_run SET state = 'discarded' WHERE id = $1`, [inverse]);
    expect(await undoneBy()).toBeNull();
  });

  it('holds what was done with single mails and stands in no other record, such as letters released together; no address is told', async () => {
    const [mail] = await kit.db.query<{ id: string }[]>(
      `SELECT id FROM outbox WHERE entity_kind = 'project' AND entity_id = $1 AND kind = 'mail' ORDER BY id LIMIT 1`,
      [project.id],
    );
    const [released, corrected] = [randomUUID(), randomUUID()];
    const kept = (id: string, act: string, before: object, after: object): Promise<unknown> =>
      kit.db.query(
        `INSERT INTO mail_act (id, outbox_id, act, by_person, reason, before, after) VALUES ($1, $2, $3, $4, 'read and right', $5, $6)`,
        [...[id, mail?.id, act, kit.people.head.personId], ...[JSON.stringify(before), JSON.stringify(after)]],
      );
    await kept(released, 'release', { state: 'held' }, { mark: 'f'.repeat(64), readers: [kit.people.head.personId] });
    await kept(corrected, 'correct-address', { addresses: ['a@example.org'] }, { addresses: ['b@example.org'] });
    const [line] = await list('kind=mail.release-letter');
    expect(line).toMatchObject({ id: released, entityId: project.id, personName: 'head', reason: 'read and right' });
    expect(line?.technical?.changes).toContainEqual({ part: 'state', name: 'State of the mail', from: 'held back', to: null });
    expect(JSON.stringify(await list())).not.toContain('@example.org');
    expect((await list(`project=${project.id}`)).map((one) => one.id)).toEqual(expect.arrayContaining([released, corrected]));
  });

  it('is taken away as CSV and XLSX with the same lines, and no cell is a formula', async () => {
    const cookie = cookieOf(await kit.nobody.post('/api/session', kit.signInOf('head')));
    const fetched = (format: string): Promise<Response> =>
      fetch(`${kit.api.url}/api/interventions/export?kind=ResumeSeries,PauseSeries&format=${format}`, {
        headers: { cookie, 'accept-language': 'en' },
      });
    const csv = await (await fetched('csv')).text();
    expect(csv.split('\r\n').filter((row) => /^"?2025-/.test(row))).toHaveLength(3);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")`);
    const xlsx = await fetched('xlsx');
    expect([xlsx.status, xlsx.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });

  it('is for heads, administrators and auditors; others are refused and strangers asked to sign in', async () => {
    expect((await (await kit.as('firm')).get('/api/interventions')).status).toBe(200);
    for (const name of ['officer', 'applicant', 'chair'] as const) {
      for (const path of ['', '/kinds', '/export?format=csv'])
        expect([name, path, (await (await kit.as(name)).get(`/api/interventions${path}`)).problem.code]).toEqual([
          name,
          path,
          'NOT_ALLOWED',
        ]);
    }
    expect((await kit.nobody.get('/api/interventions')).status).toBe(401);
  });
});

describe('a project at a past moment', () => {
  interface Past {
    rev: number;
    lastRev: number;
    stage: string;
    subState: string;
    policyVersion: number;
    until: string | null;
    facts: { field: string; object: string | null; value: string }[];
    deadlines: { ladder: string; dueOn: string }[];
    tasks: { key: string; people: string[]; roles: string[] }[];
    mails: { personName: string }[];
    people: Record<string, unknown>;
  }
  const at = (query: string, caller = head): Promise<{ status: number; body: Past; problem: { code: string } }> =>
    caller.get<Past>(`/api/projects/${project.id}/at?${query}`);

  it('is, folded from the ledger, at every revision the very state that was written then', async () => {
    const bodies = await bodiesOf(kit.db, project);
    expect(lived.size).toBeGreaterThanOrEqual(7);
    for (const [rev, state] of lived) expect(JSON.parse(JSON.stringify(pastMoment(bodies, { rev })?.state))).toEqual(state);
  });

  it('is shown with stage, policy, facts, dates that ran and who had to do what', async () => {
    for (const [rev, state] of lived) {
      const { body } = await at(`rev=${rev}`);
      expect(body).toMatchObject({ rev, stage: state.stage, subState: state.subState, policyVersion: state.policyVersion });
      const ladders = state.deadlines.filter((one) => one.ladder !== 'clock').map((one) => `${one.ladder} ${one.dueOn}`);
      expect(body.deadlines.map((one) => `${one.ladder} ${one.dueOn}`).sort()).toEqual(ladders.sort());
    }
    const tasks = (await at('at=2025-09-01T02:30:00.000Z')).body.tasks;
    expect(tasks).toEqual([expect.objectContaining({ people: ['officer'] })]);
  });

  it('is found by an instant, until the next entry', async () => {
    const before = (await at('at=2025-09-01T01:59:59.999Z')).body;
    const then = (await at('at=2025-09-01T02:00:00.000Z')).body;
    const officerOf = ({ facts }: Past): string | undefined => facts.find((fact) => fact.field === 'officer')?.value;
    expect([officerOf(before), officerOf(then), before.until]).toEqual([undefined, 'officer', '2025-09-01T02:00:00.000Z']);
    expect((await at('')).body.rev).toBe(then.lastRev);
  });

  it('is compared with another in words of fields: before, after, tasks that came', async () => {
    const path = `/api/projects/${project.id}/compare?from=2025-09-01T01:00:00.000Z&to=2025-09-04T04:00:00.000Z`;
    const { body } = await head.get<{ changes: { field: string; from: string | null; to: string | null }[]; entries: number }>(path);
    expect(body.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'officer', from: null, to: 'officer' }),
        expect.objectContaining({ field: 'hold', from: null, to: 'hold' }),
      ]),
    );
    const back = await head.get<typeof body>(`/api/projects/${project.id}/compare?from=5&to=5`);
    expect([back.body.changes, back.body.entries]).toEqual([[], 0]);
  });

  it('is refused for a moment before its beginning, an entry that does not exist and what is no moment', async () => {
    expect((await at('rev=999')).problem.code).toBe('UNKNOWN_MOMENT');
    expect((await at('rev=0')).problem.code).toBe('UNKNOWN_MOMENT');
    expect((await at('at=2020-01-01T00:00:00.000Z')).problem.code).toBe('UNKNOWN_MOMENT');
    for (const query of ['rev=x', 'at=yesterday', 'rev=1&at=2025-09-01T02:00:00.000Z', 'when=1'])
      expect((await at(query)).status).toBe(400);
    expect((await head.get(`/api/projects/${project.id}/compare?from=1`)).status).toBe(400);
  });

  it('shows each reader what he may see of it: applicants nothing of the inside, strangers nothing at all', async () => {
    const applicant = await kit.as('applicant');
    const last = (await at('', applicant)).body;
    expect(last.deadlines.map((one) => one.ladder)).not.toContain('check');
    expect((await at('at=2025-09-01T02:30:00.000Z', applicant)).body.tasks).toEqual([]);
    expect((await at('', await kit.as('chair'))).status).toBe(404);
    expect((await kit.nobody.get(`/api/projects/${project.id}/at`)).status).toBe(401);
    const other = await startProject(kit, '2025-08-30T02:00:00.000Z');
    expect((await (await kit.as('partner')).get(`/api/projects/${other.id}/at`)).status).toBe(404);
  });
});
