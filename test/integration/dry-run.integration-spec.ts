import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource, createRuleData, findHead, liveProjectIdsAfter, liveProjectsOf, openDryRun, planHashAt } from '@app/persistence';
import { instantOf, type Actor, type LadderRow, type Policy } from '@app/domain';
import { loadConfig } from '@app/platform';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import { loadFirstData } from '../../apps/worker/src/engine/first-data/first-data';
import { generateProjects } from '../../apps/worker/src/engine/first-data/generate';
import type { DemoPerson } from '../../apps/worker/src/engine/first-data/demo-people';
import { createPlayer, type Player } from '../../apps/worker/src/engine/player';
import { knownOf, openRoom } from '../../apps/worker/src/foresee/dry-run-room';
import { ForeseeActivity } from '../../apps/worker/src/foresee/foresee.activity';
import { momentOf, thinkThrough } from '../../apps/worker/src/foresee/think-through';
import { addressOf, player as castPlayer } from '../../apps/worker/src/story/cast';
import { signedIn, type Caller } from '../support/api-kit';
import { databaseSettings } from '../support/commit-kit';
import { freshWorkspace, runCli, startApi, type ApiProcess, type Workspace } from '../support/stack';

type DryRun = components['schemas']['DryRun'];
type Lines = components['schemas']['DryRunLines'];
type Forecast = components['schemas']['Forecast'];
type Line = Lines['items'][number];

/** Mails that leave at once wait for a cool-off that begins with the act, not with its prediction. */
const mayBeLaterMs = 10 * 60_000;
const mailsAhead = 400;
const draft = 1_007;
/** The version of the generated projects. */
const generatedVersion = 3;
const wanted = 200;
const many = 1_000;

const withStep = (row: LadderRow, ...steps: LadderRow['steps']): LadderRow => ({ ...row, steps: [...row.steps, ...steps] });

/** Later reports and drafts, slower warnings, other steps for milestones and reports; what a published call has fixed is as it was. */
const changedFrom = (base: Policy): Policy => ({
  ...base,
  report: { ...base.report, due: '04-30', warningAfter: '75d', officeAnswer: '75d' },
  mou: { ...base.mou, firstDraft: '35d', signBy: '110d', comments: '20d' },
  construction: { ...base.construction, redAfter: '40d', kickOff: '30wd' },
  ladder: {
    ...base.ladder,
    report: withStep(base.ladder.report, { step: 't-45', level: 'L0', to: ['owner'] }, { step: '+5', level: 'L1', to: ['PL'] }),
    milestone: { ...base.ladder.milestone, steps: base.ladder.milestone.steps.filter((one) => one.step !== 't-7') },
  },
});

/** Each differs from the policy in one value: another period, another number, another date, another ladder. */
function narrowDrafts(base: Policy): Policy[] {
  const { report, mou, construction, ladder } = base;
  const withLadder = (one: Partial<Policy['ladder']>): Policy => ({ ...base, ladder: { ...ladder, ...one } });
  return [
    { ...base, report: { ...report, due: '04-30' } },
    { ...base, report: { ...report, warningAfter: '75d' } },
    { ...base, report: { ...report, officeAnswer: '75d' } },
    { ...base, mou: { ...mou, firstDraft: '35d' } },
    { ...base, mou: { ...mou, signBy: '110d' } },
    { ...base, construction: { ...construction, redAfter: '40d' } },
    { ...base, construction: { ...construction, kickOff: '30wd' } },
    { ...base, mail: { ...base.mail, coolOff: '2h' } },
    withLadder({ report: withStep(ladder.report, { step: 't-45', level: 'L0', to: ['owner'] }) }),
    withLadder({ milestone: { ...ladder.milestone, steps: ladder.milestone.steps.slice(1) } }),
    withLadder({ scoring: withStep(ladder.scoring, { step: '+4', level: 'L1', to: ['CO'] }) }),
  ];
}

describe('a dry run over all live projects', () => {
  let workspace: Workspace;
  let db: ReturnType<typeof createDataSource>;
  let api: ApiProcess;
  let player: Player;
  let head: Caller;
  let officer: Caller;
  let headId = '';
  let changed: Policy;
  const ruleData = createRuleData();
  const actor = (personId: string, ...roles: ('SH' | 'AD')[]): Actor => ({ kind: 'person', personId, roles, country: 'CN' });

  beforeAll(async () => {
    workspace = await freshWorkspace();
    db = createDataSource({ ...databaseSettings, poolSize: 8, url: workspace.database.appUrl }, 'dry-run-test');
    await db.initialize();
    const config = loadConfig(workspace.env);
    const now = instantOf(Date.now());
    await loadFirstData(db, config, now);
    await generateProjects(db, config, now, 250, 5);
    player = createPlayer(db, { ruleData, production: false, rollAt: config.temporal.rollAt, onFailure: () => undefined });
    changed = changedFrom(await ruleData.policy(db, generatedVersion));
    await writeDraft(changed);
    api = await startApi(workspace.env);
    const people = JSON.parse(readFileSync(join(workspace.dataDir, 'demo-people.json'), 'utf8')) as DemoPerson[];
    const caller = async (key: string): Promise<Caller> => {
      const email = addressOf(castPlayer(key));
      return signedIn(api.url, { signIn: email, password: people.find((one) => one.email === email)?.password ?? '' });
    };
    [head, officer] = [await caller('head'), await caller('officer')];
    headId = (await head.get<{ personId: string }>('/api/me')).body.personId;
  }, 300_000);

  afterAll(async () => {
    await api?.stop();
    await db?.destroy();
    await workspace?.dispose();
  }, 60_000);

  async function writeDraft(policy: Policy, version = draft): Promise<void> {
    await db.query(`INSERT INTO policy_version (version, name, content, state) VALUES ($1, 'Later reports', $2, 'draft')`, [
      version,
      JSON.stringify(policy),
    ]);
  }

  /** Opens a dry run of a policy and carries it out as the worker does, step by step. */
  async function dryRun(policy: Policy, { version = draft, mostPerDay = many } = {}): Promise<DryRun> {
    const id = randomUUID();
    const asked = { id, subject: { policyVersion: version }, content: policy, askedBy: headId, days: mailsAhead, mostPerDay };
    expect(await openDryRun(db, asked)).toBe('opened');
    await carriedOut(id);
    return (await head.get<DryRun>(`/api/dry-runs/${id}`)).body;
  }

  async function carriedOut(id: string): Promise<void> {
    const worker = new ForeseeActivity(db);
    while (!(await worker.foreseeStep({ dryRunId: id })).done);
  }

  async function linesOf(id: string, query = ''): Promise<Line[]> {
    const found: Line[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await head.get<Lines>(`/api/dry-runs/${id}/lines?limit=200${query}${more}`);
      found.push(...body.items);
      cursor = body.next;
    }
    return found;
  }

  const forecastOf = async (id: string): Promise<Forecast> =>
    (await head.get<Forecast>(`/api/projects/${id}/forecast?days=${mailsAhead}`)).body;

  /** When mails will leave to each person, in order; the question to the second person, which his answer has made idle, is none of them. */
  function mailsOf({ items, waiting }: Forecast): Map<string, number[]> {
    const found = new Map<string, number[]>();
    const told = waiting.filter(({ notification }) => notification !== 'confirmation-asked');
    for (const { mails } of [...items, ...told]) for (const mail of mails) add(found, mail.personId, mail.sendAt);
    return found;
  }

  function add(mails: Map<string, number[]>, personId: string, at: string): void {
    const instants = [...(mails.get(personId) ?? []), Date.parse(at)];
    mails.set(
      personId,
      instants.sort((x, y) => x - y),
    );
  }

  /** The mails before, with the predicted lines carried out. */
  function predicted(before: Map<string, number[]>, lines: readonly Line[]): Map<string, number[]> {
    const expected = new Map([...before].map(([personId, instants]) => [personId, [...instants]]));
    for (const { personId, from } of lines) {
      const instants = expected.get(personId) ?? [];
      const place = from === null ? -1 : instants.findIndex((at) => Math.abs(at - Date.parse(from)) <= mayBeLaterMs);
      if (place >= 0) instants.splice(place, 1);
      expected.set(personId, instants);
    }
    for (const { personId, to } of lines) if (to !== null) add(expected, personId, to);
    return expected;
  }

  function differences(expected: Map<string, number[]>, come: Map<string, number[]>): string[] {
    const shown = (instants: number[]): string => instants.map((at) => new Date(at).toISOString()).join(' ');
    return [...new Set([...expected.keys(), ...come.keys()])].flatMap((personId) => {
      const [promised, real] = [expected.get(personId) ?? [], come.get(personId) ?? []];
      const same = promised.length === real.length && promised.every((at, no) => Math.abs(at - (real[no] ?? 0)) <= mayBeLaterMs);
      return same ? [] : [`${personId}: foreseen ${shown(promised)}, come ${shown(real)}`];
    });
  }

  async function adopt(id: string, version: number): Promise<void> {
    const entity = { kind: 'project' as const, id };
    const [commandId, at] = [randomUUID(), instantOf(Date.now())];
    const reason = { textId: randomUUID(), sha256: '0'.repeat(64) };
    const asked = { id: commandId, type: 'AdoptPolicy', payload: { version }, actor: actor(randomUUID(), 'AD'), reason, at };
    expect(await player.give(entity, asked)).toMatchObject({ status: 'applied' });
    const confirm = { type: 'ConfirmProposal', payload: { proposalId: commandId }, actor: actor(headId, 'SH'), at };
    expect(await player.give(entity, confirm)).toMatchObject({ status: 'applied' });
  }

  async function planHashOf(id: string): Promise<string | undefined> {
    const head = await findHead(db, { kind: 'project', id });
    return planHashAt(db, ruleData, id, head?.rev ?? 0);
  }

  it('foresees what then happens on 200 generated projects: every plan, and every mail to every person', async () => {
    const begun = performance.now();
    const run = await dryRun(changed);
    const took = performance.now() - begun;
    if (run.result === null) throw new Error('the dry run found nothing');
    const { result } = run;
    process.stdout.write(`a dry run of ${run.total} projects took ${Math.round(took)} ms\n`);
    expect([run.state, run.looked]).toEqual(['done', run.total]);
    expect(result.applied).toBeGreaterThanOrEqual(wanted);
    for (const figure of [result.moved, result.new, result.gone]) expect(figure).toBeGreaterThan(0);
    await db.query(`UPDATE policy_version SET state = 'published', published_at = now() WHERE version = $1`, [draft]);
    const rows = await db.query<{ id: string; hash: string; rev: number }[]>(
      `SELECT project_id AS id, plan_hash AS hash, rev FROM dry_run_project WHERE dry_run_id = $1 AND verdict = 'apply' ORDER BY project_id LIMIT $2`,
      [run.id, wanted],
    );
    const lines = new Map<string, Line[]>();
    for (const line of await linesOf(run.id)) lines.set(line.projectId, [...(lines.get(line.projectId) ?? []), line]);
    const wrong: string[] = [];
    for (const { id, hash } of rows) {
      const before = mailsOf(await forecastOf(id));
      await adopt(id, draft);
      if ((await planHashOf(id)) !== hash) wrong.push(`${id}: another plan`);
      wrong.push(...differences(predicted(before, lines.get(id) ?? []), mailsOf(await forecastOf(id))).map((one) => `${id} ${one}`));
    }
    expect({ projects: rows.length, wrong }).toEqual({ projects: wanted, wrong: [] });
  }, 400_000);

  it('sends a project back that has moved on, and names a plan that is not the one foreseen', async () => {
    const run = await dryRun(changedFrom(changed), { version: generatedVersion });
    const [row] = await db.query<{ id: string; rev: number; hash: string }[]>(
      `SELECT d.project_id AS id, d.rev, d.plan_hash AS hash FROM dry_run_project d JOIN project_summary s ON s.id = d.project_id
        WHERE dry_run_id = $1 AND verdict = 'apply' AND s.sub_state = 'building' AND s.held IS NULL ORDER BY d.project_id LIMIT 1`,
      [run.id],
    );
    const id = row?.id ?? '';
    const payload = { kind: 'suspension', reasonCode: 'DISASTER' };
    const reason = { textId: randomUUID(), sha256: '0'.repeat(64) };
    const at = instantOf(Date.now());
    const proposed = await player.give({ kind: 'project', id }, { type: 'Hold', payload, actor: actor(headId, 'SH'), reason, at });
    expect(proposed).toMatchObject({ status: 'applied', rev: (row?.rev ?? 0) + 1 });
    await adopt(id, generatedVersion);
    expect(await planHashOf(id)).not.toBe(row?.hash);
  }, 120_000);

  it('says on which days somebody would get too many mails, and refuses to be applied', async () => {
    const run = await dryRun(changed, { mostPerDay: 1 });
    expect(run.result?.stormCount).toBeGreaterThan(0);
    for (const { before, after } of run.result?.storms ?? []) expect([after > 1, after > before]).toEqual([true, true]);
    expect(run.apply).toMatchObject({ possible: false, why: 'DRY_RUN_STORM' });
    const refused = await head.post<{ code: string }>(`/api/dry-runs/${run.id}/apply`, { reason: 'As decided.' });
    expect([refused.status, refused.body.code]).toEqual([409, 'DRY_RUN_STORM']);
  }, 120_000);

  it('freezes exactly what was foreseen into a run that a second person approves, once', async () => {
    const run = await dryRun(changed);
    expect(run.apply).toEqual({ possible: true, why: null, sentence: null });
    const { status, body } = await head.post<{ bulkRunId: string }>(`/api/dry-runs/${run.id}/apply`, { reason: 'As decided.' });
    expect(status).toBe(200);
    const [frozen] = await db.query<{ type: string; second: boolean; same: boolean; rows: number }[]>(
      `SELECT b.command_type AS type, b.needs_second AS second, count(*)::integer AS rows,
              bool_and(w.expected_rev = p.rev AND (w.expected->>'planHash') IS NOT DISTINCT FROM p.plan_hash) AS same
         FROM bulk_run b JOIN bulk_row w ON w.run_id = b.id JOIN dry_run_project p ON p.dry_run_id = $2 AND p.project_id = w.entity_id
        WHERE b.id = $1 GROUP BY b.command_type, b.needs_second`,
      [body.bulkRunId, run.id],
    );
    expect(frozen).toEqual({ type: 'AdoptPolicy', second: true, same: true, rows: run.total });
    const again = await head.post<{ code: string }>(`/api/dry-runs/${run.id}/apply`, { reason: 'As decided.' });
    expect([again.status, again.body.code]).toEqual([409, 'DRY_RUN_APPLIED']);
  }, 120_000);

  it('goes on where it was after a kill, and counts no batch twice', async () => {
    const id = randomUUID();
    await openDryRun(db, { id, subject: { policyVersion: draft }, content: changed, askedBy: headId, days: 60, mostPerDay: many });
    // Two workers at once, as after a time-out whose worker lives on.
    await Promise.all([carriedOut(id), carriedOut(id)]);
    const { body } = await head.get<DryRun>(`/api/dry-runs/${id}`);
    const [rows] = await db.query<{ count: number }[]>('SELECT count(*)::integer AS count FROM dry_run_project WHERE dry_run_id = $1', [
      id,
    ]);
    expect([body.state, body.looked, rows?.count]).toEqual(['done', body.total, body.total]);
    const first = await dryRun(changed);
    const second = await dryRun(changed);
    expect(first.predictionHash).toBe(second.predictionHash);
  }, 120_000);

  it('foresees a project once where nothing differs that its future asks for, and finds what it would have found by foreseeing it twice', async () => {
    const base = await ruleData.policy(db, generatedVersion);
    const ids = await liveProjectIdsAfter(db, null, many);
    const moment = momentOf(instantOf(Date.now()), mailsAhead);
    const run = (content: Policy): DryRun => ({ policyVersion: draft + 9, content }) as unknown as DryRun;
    const live = await liveProjectsOf(db, ids);
    let once = 0;
    for (const after of narrowDrafts(base)) {
      const room = await openRoom(db, ruleData, run(after) as never);
      if (!('version' in room.change)) throw new Error('not the draft of a policy');
      const { watched, ...twice } = room.change;
      for (const known of await knownOf(db, live, room)) {
        const found = thinkThrough(known, room.change, moment);
        if (watched?.(known.setting.policy)?.wasAsked() === false) once += 1;
        expect(found).toEqual(thinkThrough(known, twice, moment));
      }
    }
    expect(once).toBeGreaterThan(ids.length);
  }, 300_000);

  it('finds in threads, by the tool, what it finds in one', async () => {
    const one = await dryRun(changed);
    const args = ['dry-run', '--policy', String(draft), '--as', addressOf(castPlayer('head')), '--days', String(mailsAhead)];
    const told = await runCli([...args, '--most', String(many), '--json'], workspace.env);
    const threads = JSON.parse(told.output) as NonNullable<DryRun['result']> & { id: string };
    const { body } = await head.get<DryRun>(`/api/dry-runs/${threads.id}`);
    expect([body.state, body.looked, body.predictionHash]).toEqual(['done', one.total, one.predictionHash]);
    const { moved, new: come, gone, applied, refused, tonight, countries } = one.result ?? threads;
    expect(body.result).toMatchObject({ moved, new: come, gone, applied, refused, tonight, countries });
  }, 120_000);

  it('lists lines by kind, country, person and day, and writes them as CSV', async () => {
    const run = await dryRun(changedFrom({ ...changed, report: { ...changed.report, due: '05-31' } }), { version: draft + 1 });
    const all = await linesOf(run.id);
    const [line] = all;
    if (line === undefined) return;
    for (const [query, fits] of [
      [`&kind=${line.kind}`, (one: Line) => one.kind === line.kind],
      [`&country=${line.country}`, (one: Line) => one.country === line.country],
      [`&person=${line.personId}`, (one: Line) => one.personId === line.personId],
    ] as const)
      expect(await linesOf(run.id, query)).toEqual(all.filter(fits));
    const csv = await head.get<string>(`/api/dry-runs/${run.id}/export`);
    expect(String(csv.status)).toBe('200');
  }, 120_000);

  it('refuses what is unknown, out of bounds, unpublished or changed, and whoever has no right', async () => {
    const ask = async (body: object, by = head): Promise<[number, string]> => {
      const answer = await by.post<{ code: string }>('/api/dry-runs', body);
      return [answer.status, answer.body.code];
    };
    expect(await ask({ policyVersion: 999_999 })).toEqual([404, 'NOT_FOUND']);
    expect(await ask({ policyVersion: 0 })).toEqual([400, 'BAD_INPUT']);
    expect(await ask({ policyVersion: draft, days: 100_000 })).toEqual([400, 'BAD_INPUT']);
    expect(await ask({ policyVersion: draft }, officer)).toEqual([403, 'NOT_ALLOWED']);
    await writeDraft({ ...changed, report: { ...changed.report, warningAfter: '9999d' } }, draft + 2);
    expect((await ask({ policyVersion: draft + 2 }))[1]).toBe('POLICY_INVALID');
    await writeDraft(changed, draft + 3);
    const unpublished = await dryRun(changed, { version: draft + 3 });
    expect(unpublished.apply.why).toBe('DRY_RUN_UNPUBLISHED');
    await db.query(`UPDATE policy_version SET content = $2 WHERE version = $1`, [draft + 3, JSON.stringify({ ...changed, name: 'other' })]);
    expect((await head.get<DryRun>(`/api/dry-runs/${unpublished.id}`)).body.apply.why).toBe('DRY_RUN_CHANGED');
  }, 120_000);
});
