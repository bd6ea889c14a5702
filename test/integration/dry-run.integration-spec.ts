import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarVersion, createDataSource, createRuleData, findHead, openDryRun, planHash } from '@app/persistence';
import { defaultPolicy, instantOf, type Actor, type LadderRow, type Policy, type ProjectState } from '@app/domain';
import { loadConfig } from '@app/platform';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import { loadFirstData } from '../../apps/worker/src/engine/first-data/first-data';
import { generateProjects } from '../../apps/worker/src/engine/first-data/generate';
import type { DemoPerson } from '../../apps/worker/src/engine/first-data/demo-people';
import { createPlayer, type Player } from '../../apps/worker/src/engine/player';
import { ForeseeActivity } from '../../apps/worker/src/foresee/foresee.activity';
import { addressOf, player as castPlayer } from '../../apps/worker/src/story/cast';
import { signedIn, type Caller } from '../support/api-kit';
import { databaseSettings } from '../support/commit-kit';
import { freshWorkspace, startApi, type ApiProcess, type Workspace } from '../support/stack';

type DryRun = components['schemas']['DryRun'];
type Lines = components['schemas']['DryRunLines'];
type Forecast = components['schemas']['Forecast'];
type Line = Lines['items'][number];

/** Mails that leave at once wait for a cool-off that begins with the act, not with its prediction. */
const mayBeLaterMs = 10 * 60_000;
const mailsAhead = 400;
const draft = 1_007;
const wanted = 200;
const many = 1_000;

const withStep = (row: LadderRow, ...steps: LadderRow['steps']): LadderRow => ({ ...row, steps: [...row.steps, ...steps] });

/** Later reports and drafts, slower warnings, other steps for milestones and reports. */
const changed: Policy = {
  ...defaultPolicy,
  report: { ...defaultPolicy.report, due: '04-30', warningAfter: '75d', officeAnswer: '75d' },
  mou: { ...defaultPolicy.mou, firstDraft: '35d', signBy: '110d', comments: '20d' },
  construction: { ...defaultPolicy.construction, redAfter: '40d', kickOff: '30wd' },
  ladder: {
    ...defaultPolicy.ladder,
    report: withStep(defaultPolicy.ladder.report, { step: 't-45', level: 'L0', to: ['owner'] }, { step: '+5', level: 'L1', to: ['PL'] }),
    milestone: { ...defaultPolicy.ladder.milestone, steps: defaultPolicy.ladder.milestone.steps.filter((one) => one.step !== 't-7') },
  },
};

describe('a dry run over all live projects', () => {
  let workspace: Workspace;
  let db: ReturnType<typeof createDataSource>;
  let api: ApiProcess;
  let player: Player;
  let head: Caller;
  let officer: Caller;
  let headId = '';
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

  /** When mails will leave to each person, in order. */
  function mailsOf({ items, waiting }: Forecast): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const { mails } of [...items, ...waiting]) for (const mail of mails) add(found, mail.personId, mail.sendAt);
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

  async function planHashOf(id: string): Promise<string> {
    const state = (await findHead(db, { kind: 'project', id }))?.state as ProjectState;
    const policy = await ruleData.policy(db, state.policyVersion);
    return planHash(state, policy, await ruleData.calendars(db, await calendarVersion(db), policy));
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
    const lines = Map.groupBy(await linesOf(run.id), (line) => line.projectId);
    const wrong: string[] = [];
    for (const { id, hash } of rows) {
      const before = mailsOf(await forecastOf(id));
      await adopt(id, draft);
      if ((await planHashOf(id)) !== hash) wrong.push(`${id}: another plan`);
      wrong.push(...differences(predicted(before, lines.get(id) ?? []), mailsOf(await forecastOf(id))).map((one) => `${id} ${one}`));
    }
    expect({ projects: rows.length, wrong }).toEqual({ projects: wanted, wrong: [] });
  }, 400_000);
});
