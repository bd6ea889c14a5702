import { randomUUID } from 'node:crypto';
import type { CalendarDay, Policy } from '@app/domain';
import {
  beginCalendarDraft,
  calendarDraft,
  decideCalendar,
  findAct,
  proposeCalendar,
  saveCalendarDraft,
  type PublicationOutcome,
} from '@app/persistence';
import type { Answer, Caller } from '../support/api-kit';
import { openBulkKit, type BulkKit, type Run } from '../support/bulk-kit';
import { runCli } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';

const reason = '等待信息 <b>=1+1</b>';
const held = { kind: 'hold', reasonCode: 'INFORMATION' };

let kit: BulkKit;
beforeAll(async () => {
  kit = await openBulkKit({ projects: 200, settings: { GONGFANG_BULK_SECOND_PERSON_ABOVE: '5' } });
}, 300_000);
afterAll(() => kit?.close(), 60_000);

interface Wish {
  command: string;
  wish: object;
  ids: string[];
  more?: object;
  key?: string;
  by?: Caller;
}

function make({ command, wish, ids, more = {}, key = randomUUID(), by = kit.head }: Wish): Promise<Answer<Run>> {
  return by.post<Run>('/api/bulk-runs', { command, wish, selection: { ids }, reason, ...more }, { 'idempotency-key': key });
}

const act = (id: string, name: string, by = kit.head): Promise<Answer<Run>> => by.post<Run>(`/api/bulk-runs/${id}/${name}`, {});

/** Makes a run that nobody else must approve, and waits for its end. */
async function carriedOut(wish: Wish): Promise<Run> {
  const { body } = await make({ ...wish, more: { goesOn: true, ...wish.more } });
  expect((await act(body.id, 'start')).status).toBe(200);
  return kit.ended(body.id);
}

describe('an act on many projects', () => {
  it('is chosen by query, frozen with what would happen to each, started, and applied once to each', async () => {
    const ids = await kit.projectsIn('review', 4);
    const body = { command: 'Hold', wish: held, selection: { query: { only: ids.join(',') } }, reason, goesOn: true };
    const key = randomUUID();
    const made = await kit.head.post<Run>('/api/bulk-runs', body, { 'idempotency-key': key });
    expect(made.body).toMatchObject({ id: key, state: 'draft', needsSecond: false, counts: { total: 4, foreseen: 4, waiting: 4 } });
    expect(await kit.heldAmong(ids)).toBe(0);
    // Asked again it is the same frozen list; the key means nothing else.
    expect((await kit.head.post<Run>('/api/bulk-runs', body, { 'idempotency-key': key })).body.listHash).toBe(made.body.listHash);
    expect((await make({ command: 'Resume', wish: {}, ids, key })).problem.code).toBe('KEY_REUSED');

    expect((await act(key, 'start')).status).toBe(200);
    expect(await kit.ended(key)).toMatchObject({ state: 'done', counts: { applied: 4, refused: 0, changed: 0, failed: 0 } });
    expect(await kit.heldAmong(ids)).toBe(4);
    expect(await kit.timesApplied(ids, 'Hold')).toEqual(ids.map(() => 1));
    expect(await findAct(kit.db, key)).toMatchObject({ kind: 'bulk', state: 'done', reason, before: { total: 4 }, after: { applied: 4 } });
    const { body: page } = await kit.head.get<{ items: { id: string; kind: string; reason: string }[] }>('/api/interventions?limit=20');
    expect(page.items.find(({ id }) => id === key)).toMatchObject({ kind: 'bulk', reason });
    expect(page.items.filter(({ kind }) => kind === 'Hold').every((line) => line.reason === reason)).toBe(true);
  }, 120_000);

  it('is named by each command that it gave, in the list of interventions, which can be narrowed to it', async () => {
    const ids = await kit.projectsIn('review', 2);
    const run = await carriedOut({ command: 'Hold', wish: held, ids });
    await carriedOut({ command: 'Hold', wish: held, ids: await kit.projectsIn('review', 1) });
    type Line = components['schemas']['InterventionLine'];
    const { body } = await kit.head.get<{ items: Line[] }>(`/api/interventions?run=${run.id}`);
    expect(body.items.map(({ kind }) => kind).sort()).toEqual(['Hold', 'Hold', 'bulk']);
    expect(body.items.flatMap(({ entityId }) => entityId ?? []).sort()).toEqual([...ids].sort());
    for (const line of body.items) expect(line).toMatchObject({ runId: run.id, reason, door: 'web' });
    const { body: table } = await kit.head.get<string>(`/api/interventions/export?format=csv&run=${run.id}`);
    expect(table.split(run.id)).toHaveLength(5);
    const told = await runCli(['interventions', 'list', '--run', run.id, '--json'], kit.workspace.env);
    expect((JSON.parse(told.output) as unknown[]).length).toBe(3);
    expect((await kit.head.get('/api/interventions?run=all')).problem.code).toBe('BAD_INPUT');
  }, 120_000);

  it('leaves out what would be refused, and says why: a closed project, one that is held already, one without such a deadline', async () => {
    const [closed = ''] = await kit.projectsIn('closed', 1);
    const [open = ''] = await kit.projectsIn('review', 1);
    const run = await carriedOut({ command: 'Hold', wish: held, ids: [closed, open] });
    expect(run).toMatchObject({ state: 'done', counts: { total: 2, foreseen: 1, skipped: 1, applied: 1 } });
    const rows = await kit.rows(run.id);
    expect(rows.find((row) => row.projectId === closed)).toMatchObject({ verdict: 'refuse', state: 'skipped', code: 'WRONG_STAGE' });
    expect(rows.find((row) => row.projectId === closed)?.sentence).toMatch(/[.。]$/);

    const again = (await make({ command: 'Hold', wish: held, ids: [open] })).body;
    expect(await kit.rows(again.id)).toMatchObject([{ verdict: 'refuse', code: 'ON_HOLD' }]);
    const none = (await make({ command: 'Snooze', wish: { rule: 'expiry', workingDays: 2 }, ids: [open] })).body;
    expect(await kit.rows(none.id)).toMatchObject([{ verdict: 'refuse', code: 'NO_SUCH_DEADLINE' }]);
    const report = await kit.head.get<string>(`/api/bulk-runs/${run.id}/report?format=csv`, { 'accept-language': 'en' });
    expect(report.headers.get('content-type')).toContain('text/csv');
    expect(report.body).toContain('left out');
  }, 120_000);

  it('needs a second person above the stated number, never the one who asked; the first go first, the rest waits to be let on; it is taken back as a whole', async () => {
    const ids = await kit.projectsIn('review', 6);
    const { body } = await make({ command: 'Hold', wish: held, ids });
    expect(body.needsSecond).toBe(true);
    expect((await act(body.id, 'start')).problem.code).toBe('SECOND_PERSON_NEEDED');
    expect((await act(body.id, 'propose')).body.state).toBe('proposed');
    expect((await act(body.id, 'confirm')).problem.code).toBe('SAME_PERSON');
    expect((await act(body.id, 'start')).problem.code).toBe('SECOND_PERSON_NEEDED');
    expect((await act(body.id, 'confirm', kit.deputy)).body).toMatchObject({ state: 'approved' });
    expect(await kit.heldAmong(ids)).toBe(0);
    await act(body.id, 'start');
    expect(await kit.ended(body.id, 'checked')).toMatchObject({ counts: { applied: 3, waiting: 3 } });
    expect(await kit.heldAmong(ids)).toBe(3);
    await act(body.id, 'go-on');
    expect(await kit.ended(body.id)).toMatchObject({ state: 'done', counts: { applied: 6 } });

    const inverse = await kit.head.post<Run>(`/api/bulk-runs/${body.id}/inverse`, { reason, goesOn: true });
    expect(inverse.body).toMatchObject({ command: 'Resume', inverseOf: body.id, counts: { foreseen: 6 } });
    await act(inverse.body.id, 'propose');
    await act(inverse.body.id, 'confirm', kit.deputy);
    await act(inverse.body.id, 'start');
    expect(await kit.ended(inverse.body.id)).toMatchObject({ state: 'done', counts: { applied: 6 } });
    expect(await kit.heldAmong(ids)).toBe(0);
    expect(await kit.timesApplied(ids, 'Resume')).toEqual(ids.map(() => 1));
  }, 180_000);

  it('a rejected list is never carried out', async () => {
    const ids = await kit.projectsIn('review', 6);
    const { body } = await make({ command: 'Hold', wish: held, ids });
    await act(body.id, 'propose');
    expect((await act(body.id, 'reject', kit.deputy)).body.state).toBe('rejected');
    expect((await act(body.id, 'start')).problem.code).toBe('SECOND_PERSON_NEEDED');
    expect(await findAct(kit.db, body.id)).toMatchObject({ state: 'failed', resultCode: 'REJECTED' });
    expect(await kit.heldAmong(ids)).toBe(0);
  }, 60_000);

  it('is not applied to a project that has changed since the list was frozen; that row can be looked at anew', async () => {
    const ids = await kit.projectsIn('review', 4);
    const { body } = await make({ command: 'Hold', wish: held, ids, more: { goesOn: true } });
    const [changed = ''] = ids;
    await carriedOut({ command: 'AssignOfficer', wish: { officerId: await officerId(changed) }, ids: [changed] });
    await act(body.id, 'start');
    const run = await kit.ended(body.id);
    expect(run).toMatchObject({ state: 'done', counts: { applied: 3, changed: 1 } });
    expect(await kit.timesApplied([changed], 'Hold')).toEqual([0]);
    expect(await kit.rows(body.id, '&state=changed')).toMatchObject([{ projectId: changed, code: 'STALE_REVISION' }]);
    const again = await kit.head.post<Run>(`/api/bulk-runs/${body.id}/again`, { reason, goesOn: true });
    expect(again.body.counts).toMatchObject({ total: 1, foreseen: 1 });
    await act(again.body.id, 'start');
    expect(await kit.ended(again.body.id)).toMatchObject({ counts: { applied: 1 } });
    expect(await kit.timesApplied([changed], 'Hold')).toEqual([1]);
  }, 120_000);

  it('stops when asked, and says what was done; the rest is as it was', async () => {
    const ids = await kit.projectsIn('review', 5);
    const { body } = await make({ command: 'Hold', wish: held, ids, more: { goesOn: true, rowsPerSecond: 1 } });
    await act(body.id, 'start');
    await kit.ended(body.id, 'canary');
    const asked = Date.now();
    await act(body.id, 'stop', kit.deputy);
    const run = await kit.ended(body.id);
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(run.state).toBe('stopped');
    expect(run.counts.applied + run.counts.waiting).toBe(5);
    expect(run.counts.waiting).toBeGreaterThan(0);
    expect(await kit.heldAmong(ids)).toBe(run.counts.applied);
    expect((await act(body.id, 'go-on')).problem.code).toBe('RUN_NOT_THERE');
  }, 120_000);
});

/** An officer, another one than has this project. */
async function officerId(of: string | null = null): Promise<string> {
  const [row] = await kit.db.query<{ id: string }[]>(
    `SELECT person_id AS id FROM person_role WHERE role = 'CO'
        AND person_id IS DISTINCT FROM (SELECT officer_id FROM project_summary WHERE id = $1::uuid) ORDER BY person_id LIMIT 1`,
    [of],
  );
  return row?.id ?? '';
}

describe('a command that is itself under four eyes', () => {
  it('becomes a proposal in each project, and where the list was approved it is confirmed by whoever approved it, both under their own names', async () => {
    const rows = await kit.db.query<{ id: string }[]>(
      `SELECT s.id FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
        WHERE s.held IS NULL AND NOT s.closed AND h.state->'mou'->>'tookEffectAt' IS NOT NULL ORDER BY s.reference, s.id LIMIT 7`,
    );
    const [alone = '', ...ids] = rows.map(({ id }) => id);
    const wish = { kind: 'suspension', reasonCode: 'DISASTER' };
    const single = await carriedOut({ command: 'Hold', wish, ids: [alone] });
    expect(single).toMatchObject({ state: 'done', counts: { proposed: 1, applied: 0 } });
    expect(await kit.heldAmong([alone])).toBe(0);

    const { body } = await make({ command: 'Hold', wish, ids, more: { goesOn: true } });
    expect(await kit.rows(body.id)).toMatchObject(ids.map(() => ({ verdict: 'propose' })));
    await act(body.id, 'propose');
    await act(body.id, 'confirm', kit.deputy);
    await act(body.id, 'start');
    expect(await kit.ended(body.id)).toMatchObject({ state: 'done', counts: { applied: ids.length, proposed: 0 } });
    expect(await kit.heldAmong(ids)).toBe(ids.length);
    const people = await kit.db.query<{ type: string; people: number }[]>(
      `SELECT type, count(DISTINCT actor_id)::int AS people FROM ledger_entry WHERE id = ANY($1::uuid[]) AND type IN ('Hold', 'ConfirmProposal')
        AND command_id = ANY(SELECT unnest(ARRAY[command_id, confirm_id]) FROM bulk_row WHERE run_id = $2) GROUP BY type ORDER BY type`,
      [ids, body.id],
    );
    expect(people).toEqual([
      { type: 'ConfirmProposal', people: 1 },
      { type: 'Hold', people: 1 },
    ]);
  }, 180_000);
});

describe('every command that may be given to many', () => {
  it('does what was foreseen, each project by its own deadline', async () => {
    const [most] = await kit.db.query<{ ladder: string; ids: string[] }[]>(
      `SELECT deadline_ladder AS ladder, (array_agg(id ORDER BY id))[1:4] AS ids FROM project_summary
        WHERE held IS NULL AND NOT closed AND deadline_ladder IN ('report', 'milestone', 'scoring', 'check', 'mouDraft')
        GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    );
    const { ladder: rule, ids } = most ?? { ladder: '', ids: [] };
    expect(ids.length).toBeGreaterThan(0);
    const acts: [string, object][] = [
      ['PauseSeries', { rule }],
      ['ResumeSeries', { rule }],
      ['Snooze', { rule, workingDays: 1 }],
      ['ChangeDeadline', { rule, workingDays: 3 }],
      ['SkipOccurrence', { rule }],
      ['SendNow', { rule }],
      ['AssignOfficer', { officerId: await officerId() }],
    ];
    let foreseen = 0;
    for (const [command, wish] of acts) {
      const { state, counts } = await carriedOut({ command, wish, ids });
      expect([command, state, counts.applied + counts.proposed, counts.skipped]).toEqual([
        command,
        'done',
        counts.foreseen,
        4 - counts.foreseen,
      ]);
      foreseen += counts.foreseen;
    }
    expect(foreseen).toBeGreaterThanOrEqual(8);
  }, 240_000);

  it('can be undone, or says what cannot be', async () => {
    const [row] = await kit.db.query<{ id: string }[]>(
      `SELECT id FROM bulk_run WHERE command_type = 'SkipOccurrence' AND state = 'done' ORDER BY created_at DESC LIMIT 1`,
    );
    const [pause] = await kit.db.query<{ id: string }[]>(
      `SELECT id FROM bulk_run WHERE command_type = 'PauseSeries' AND state = 'done' ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row).toBeDefined();
    const inverse = await kit.head.post<Run>(`/api/bulk-runs/${pause?.id}/inverse`, { reason });
    expect(inverse.body).toMatchObject({ command: 'UndoIntervention', counts: { foreseen: 0 } });
    for (const one of await kit.rows(inverse.body.id)) expect([one.verdict, typeof one.sentence]).toEqual(['refuse', 'string']);
    const resume = await carriedOut({ command: 'Resume', wish: {}, ids: await kit.projectsIn('review', 1) });
    expect((await kit.head.post(`/api/bulk-runs/${resume.id}/inverse`, { reason })).problem.code).toBe('NOT_TAKEN_BACK');
  }, 60_000);
});

type DryRun = components['schemas']['DryRun'];

/** Thinks a change through over all live projects, by the worker. */
async function thoughtThrough(subject: object, by: Caller): Promise<DryRun> {
  const { body } = await by.post<DryRun>('/api/dry-runs', { ...subject, mostPerDay: 1_000 });
  return waitFor(
    async () => {
      const { body: run } = await by.get<DryRun>(`/api/dry-runs/${body.id}`);
      return run.state === 'done' ? run : undefined;
    },
    { withinMs: 60_000, everyMs: 200, what: 'the end of the dry run' },
  );
}

/** Has exactly that carried out, approved by the head. */
async function approved(run: DryRun, by: Caller): Promise<string> {
  const { body } = await by.post<{ bulkRunId: string }>(`/api/dry-runs/${run.id}/apply`, { reason });
  expect((await act(body.bulkRunId, 'propose', by)).body.state).toBe('proposed');
  expect((await act(body.bulkRunId, 'confirm')).body.state).toBe('approved');
  return body.bulkRunId;
}

const personId = async (caller: Caller): Promise<string> => (await caller.get<{ personId: string }>('/api/me')).body.personId;

/** The draft of a year of China in which the day on which most deadlines end, and some days after it, are no working days: those deadlines end later. */
async function longHoliday(by: string): Promise<string> {
  const [most] = await kit.db.query<{ on: string }[]>(
    `SELECT d->>'dueOn' AS on FROM entity_head h, jsonb_array_elements(h.state->'deadlines') d
      WHERE h.kind = 'project' AND NOT h.closed AND d->'frozen' IS NULL AND d->>'ladder' NOT IN ('clock', 'draft', 'defence', 'expiry')
        AND d->'because'->'set' ? 'CN' AND d->>'dueOn' > to_char(now() + interval '7 days', 'YYYY-MM-DD')
      GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  );
  const [id, first] = [randomUUID(), Date.parse(most?.on ?? '')];
  const year = new Date(first).getUTCFullYear();
  await kit.db.transaction((tx) => beginCalendarDraft(tx, { id, country: 'CN', year, by }));
  const draft = await calendarDraft(kit.db, id);
  if (draft === undefined) throw new Error('there is no draft');
  const dates = Array.from({ length: 9 }, (_, no) => new Date(first + no * 86_400_000).toISOString().slice(0, 10));
  const known = (draft.days as CalendarDay[]).filter(({ date }) => !dates.includes(date));
  const more = dates
    .filter((date) => date.startsWith(`${year}-`))
    .map((date): CalendarDay => ({ date, kind: 'off', name: 'Test', status: 'official' }));
  const saved = { days: [...known, ...more], source: 'test', seen: draft.rev, by };
  expect((await kit.db.transaction((tx) => saveCalendarDraft(tx, id, saved))).is).toBe('saved');
  return id;
}

describe('what was foreseen, carried out', () => {
  it('halts by itself at the first project whose plan is not the one that was foreseen, and leaves the rest as it was', async () => {
    const [row] = await kit.db.query<{ content: Policy }[]>('SELECT content FROM policy_version WHERE version = 3');
    if (row === undefined) throw new Error('there is no policy');
    const later = { ...row.content, report: { ...row.content.report, warningAfter: '75d' } };
    await kit.db.query(`INSERT INTO policy_version (version, name, content, state) VALUES (1007, 'Later', $1, 'draft')`, [
      JSON.stringify(later),
    ]);
    const deputy = kit.deputy;
    const foreseen = await thoughtThrough({ policyVersion: 1_007 }, deputy);
    await kit.db.query(`UPDATE policy_version SET state = 'published', published_at = now() WHERE version = 1007`);
    const id = await approved(foreseen, deputy);
    const wrong = 6;
    // As if this project had been foreseen otherwise than it comes.
    await kit.db.query(`UPDATE bulk_row SET expected = '{"planHash":"another"}' WHERE run_id = $1 AND position = $2`, [id, wrong]);
    await act(id, 'start', deputy);
    expect(await kit.ended(id, 'checked')).toMatchObject({ counts: { applied: 3, mispredicted: 0 } });
    await act(id, 'go-on', deputy);
    const run = await kit.ended(id);
    expect(run).toMatchObject({ state: 'halted', halt: { code: 'PREDICTION_DIFFERS' }, counts: { mispredicted: 1, refused: 0, sent: 0 } });
    expect(run.halt?.sentence).toMatch(/[.。]$/);
    expect(run.counts.applied).toBeLessThan(20);
    expect(run.counts.applied + run.counts.waiting + run.counts.changed).toBe(run.counts.foreseen);
    const rows = await kit.rows(id);
    expect(rows.filter(({ code }) => code === 'PREDICTION_DIFFERS').map(({ position }) => position)).toEqual([wrong]);
    const untouched = rows.filter(({ state }) => state === 'waiting').map(({ projectId }) => projectId);
    expect((await kit.timesApplied(untouched, 'AdoptPolicy')).every((times) => times === 0)).toBe(true);
    expect(await findAct(kit.db, id)).toMatchObject({ state: 'failed', resultCode: 'PREDICTION_DIFFERS' });
    expect((await act(id, 'go-on', deputy)).problem.code).toBe('RUN_NOT_THERE');
  }, 180_000);

  it('a calendar: dates are computed anew project by project, each plan is the one that was foreseen; only an administrator may', async () => {
    const admin = await kit.as('admin');
    const [adminId, headId] = [await personId(admin), await personId(kit.head)];
    const draftId = await longHoliday(adminId);
    const foreseen = await thoughtThrough({ calendarDraft: draftId }, admin);
    const wanted = foreseen.result?.applied ?? 0;
    expect(wanted).toBeGreaterThan(3);

    const draft = await calendarDraft(kit.db, draftId);
    const proposal = { actId: randomUUID(), draftId, seen: draft?.rev ?? 0, reason };
    const isAct = ({ is }: PublicationOutcome): void => expect(is).toBe('act');
    isAct(await kit.db.transaction((tx) => proposeCalendar(tx, proposal, { personId: adminId, roles: ['AD'], door: 'page' })));
    isAct(await kit.db.transaction((tx) => decideCalendar(tx, draftId, 'confirm', { personId: headId, roles: ['SH'], door: 'page' })));
    expect((await kit.head.post(`/api/dry-runs/${foreseen.id}/apply`, { reason })).problem.code).toBe('NOT_ALLOWED');
    const id = await approved(foreseen, admin);
    await act(id, 'start', admin);
    await kit.ended(id, 'checked');
    await act(id, 'go-on', admin);
    const run = await kit.ended(id);
    expect(run).toMatchObject({ state: 'done', counts: { mispredicted: 0, refused: 0, failed: 0, changed: 0 } });
    expect(run.counts.applied).toBe(wanted);
  }, 180_000);
});

describe('the tool', () => {
  const passwordOf = (key: string): [string, string] => {
    const email = addressOf(player(key));
    return [email, kit.people.find((one) => one.email === email)?.password ?? ''];
  };
  /** Asks as a person who types his password. */
  async function bulk(key: string, args: string[], typed?: string): Promise<{ code: number | string; output: string; run: Run }> {
    const [email, password] = passwordOf(key);
    const wish = ['bulk', ...args, '--as', email, '--url', kit.api.url, '--json'];
    const { code, output } = await runCli(wish, kit.workspace.env, `${typed ?? password}\n`);
    return { code, output, run: (code === 2 ? undefined : JSON.parse(output)) as Run };
  }

  it('does all that the page does, as people who sign in: freezes, looks, is approved by another, starts, reports, takes back', async () => {
    const ids = await kit.projectsIn('review', 6);
    const key = randomUUID();
    const wanted = [
      'new',
      'Hold',
      'kind=hold',
      'reasonCode=INFORMATION',
      '--projects',
      ...ids,
      '--reason',
      reason,
      '--key',
      key,
      '--goes-on',
    ];
    const made = await bulk('head', wanted);
    expect([made.code, made.run.id, made.run.needsSecond, made.run.counts.foreseen]).toEqual([0, key, true, 6]);
    expect((await bulk('head', wanted)).run.listHash).toBe(made.run.listHash);
    expect((await bulk('head', ['start', key])).output).toContain('SECOND_PERSON_NEEDED');
    expect((await bulk('head', ['propose', key])).run.state).toBe('proposed');
    const refused = await bulk('head', ['approve', key]);
    expect([refused.code, refused.output]).toEqual([2, expect.stringContaining('SAME_PERSON')]);
    const stranger = await bulk('deputy', ['approve', key], 'not the password');
    expect([stranger.code, stranger.output]).toEqual([2, expect.stringContaining('SIGN_IN_FAILED')]);
    expect((await bulk('deputy', ['approve', key])).run).toMatchObject({ state: 'approved' });
    expect(await kit.heldAmong(ids)).toBe(0);
    await bulk('head', ['start', key]);
    await kit.ended(key);
    const shown = await bulk('head', ['show', key]);
    expect(shown.run).toMatchObject({ state: 'done', counts: { applied: 6 } });
    expect((shown.run as unknown as { rows: unknown[] }).rows).toHaveLength(6);
    expect((await bulk('head', ['report', key])).output).toContain('applied');
    expect((await bulk('head', ['list'])).output).toContain(key);
    const inverse = await bulk('head', ['inverse', key, '--reason', reason]);
    expect(inverse.run).toMatchObject({ inverseOf: key, command: 'Resume', counts: { foreseen: 6 } });
    expect((await bulk('head', ['discard', inverse.run.id])).run.state).toBe('discarded');
    const { body } = await kit.head.get<{ items: { door: string }[] }>(`/api/interventions?run=${key}`);
    expect(new Set(body.items.map(({ door }) => door))).toEqual(new Set(['cli']));
  }, 180_000);

  it('refuses who may not, and what is asked badly', async () => {
    expect((await bulk('officer', ['list'])).output).toContain('NOT_ALLOWED');
    expect((await bulk('head', ['new', 'Hold', 'kind=hold', '--where', 'stage=review', '--reason', reason])).output).toContain('BAD_INPUT');
    expect((await bulk('head', ['new', 'Hold', '--reason', reason])).output).toContain('--where');
    expect((await bulk('head', ['show', 'no-id'])).code).toBe(2);
  }, 60_000);
});

describe('what is asked badly', () => {
  it('is refused clearly: no such command, no such project, an empty list, a wish that is not well formed, no reason', async () => {
    const ids = await kit.projectsIn('review', 1);
    expect((await make({ command: 'Wake', wish: {}, ids })).problem).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect((await make({ command: 'Hold', wish: { kind: 'hold' }, ids })).problem).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect((await make({ command: 'Hold', wish: held, ids: [randomUUID()] })).problem.code).toBe('NOT_FOUND');
    expect((await make({ command: 'Hold', wish: held, ids: [] })).problem.code).toBe('BAD_INPUT');
    const query = (filters: object): Promise<Answer<Run>> =>
      kit.head.post<Run>('/api/bulk-runs', { command: 'Hold', wish: held, selection: { query: filters }, reason });
    expect((await query({ q: 'no such project anywhere' })).problem.code).toBe('EMPTY_LIST');
    expect((await query({ colour: 'red' })).problem.code).toBe('BAD_INPUT');
    expect((await make({ command: 'Hold', wish: held, ids, more: { reason: '' } })).problem.code).toBe('BAD_INPUT');
    expect((await kit.head.get(`/api/bulk-runs/${randomUUID()}`)).problem.code).toBe('NOT_FOUND');
  }, 60_000);

  it('is for the head and administrators: an officer neither sees nor makes one', async () => {
    const ids = await kit.projectsIn('review', 1);
    expect((await make({ command: 'Hold', wish: held, ids, by: kit.officer })).problem.code).toBe('NOT_ALLOWED');
    expect((await kit.officer.get('/api/bulk-runs')).problem.code).toBe('NOT_ALLOWED');
    const { body } = await make({ command: 'Hold', wish: held, ids });
    expect((await act(body.id, 'start', kit.officer)).problem.code).toBe('NOT_ALLOWED');
    expect((await act(body.id, 'discard')).body.state).toBe('discarded');
    expect((await act(body.id, 'start')).problem.code).toBe('RUN_NOT_THERE');
  }, 60_000);

  it('an administrator’s list is refused row by row where the command is not his', async () => {
    const ids = await kit.projectsIn('review', 1);
    const admin = await kit.as('admin');
    const { body } = await make({ command: 'AssignOfficer', wish: { officerId: await officerId() }, ids, by: admin });
    expect(await kit.rows(body.id)).toMatchObject([{ verdict: 'refuse', code: 'NOT_ALLOWED' }]);
  }, 60_000);

  it('10,001 projects are too many', async () => {
    await kit.db.query(
      `INSERT INTO project_summary SELECT r.* FROM generate_series(1, 10001) n, project_summary s, jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'reference', 'COPY-' || n, 'project_ref', NULL, 'application_ref', NULL)) r
        WHERE s.id = (SELECT id FROM project_summary ORDER BY id LIMIT 1)`,
    );
    const answer = await kit.head.post('/api/bulk-runs', { command: 'Hold', wish: held, selection: { query: {} }, reason });
    expect(answer.problem).toMatchObject({ status: 422, code: 'LIST_TOO_LONG', values: { limit: 10_000 } });
  }, 60_000);
});
