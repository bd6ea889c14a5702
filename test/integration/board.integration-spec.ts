import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import { openApiKit, type ApiKit } from '../support/api-kit';
import { completeDraft, expectApplied, startProject } from '../support/commit-kit';
import { copyProject } from '../support/many-projects';
import type { EntityKey } from '@app/persistence';

type Board = components['schemas']['Board'];
type Cards = components['schemas']['BoardCards'];
type Moves = components['schemas']['ProjectMoves'];

/** The question of every figure, asked in another way than the board asks it. */
const counted = `SELECT s.stage, %lane% AS lane, count(*)::int AS projects,
    sum((s.deadline_ends_at IS NOT NULL AND s.deadline_ends_at <= r.room_now)::int)::int AS overdue, count(s.held)::int AS held
    FROM project_summary s, room r WHERE r.id = s.room_id AND %where% GROUP BY 1, 2`;

const lanes = {
  none: `'none'`,
  country: `CASE WHEN s.host_country IS NULL THEN 'none' ELSE s.host_country END`,
  officer: `CASE WHEN s.officer_id IS NULL THEN 'none' ELSE s.officer_id::text END`,
  call: 's.call_id::text',
};

describe('the board', () => {
  let kit: ApiKit;
  let project: EntityKey;

  beforeAll(async () => {
    kit = await openApiKit();
    project = await startProject(kit, '2025-06-10T02:00:00.000Z');
    const draft = await completeDraft(kit, project);
    await expectApplied(kit.give(project, 'SubmitApplication', draft, kit.people.applicant, '2025-06-12T02:00:00.000Z'));
    await copyProject(kit, project, 700);
  }, 120_000);
  afterAll(() => kit?.close(), 60_000);

  const rows = async (lane: string, where = 'TRUE', values: unknown[] = []): Promise<Board['cells']> =>
    kit.db.query(counted.replace('%lane%', lane).replace('%where%', where), values);
  const numbers = (cells: { lane: string; stage: string; projects: number; overdue: number; held: number }[]): string[] =>
    cells.map(({ lane, stage, projects, overdue, held }) => `${lane} ${stage}: ${projects}, ${overdue} late, ${held} held`).sort();
  const board = async (query: string, who: Parameters<ApiKit['as']>[0] = 'officer'): Promise<Board> =>
    (await (await kit.as(who)).get<Board>(`/api/board${query}`)).body;

  it.each(Object.entries(lanes))('counts each cell by %s as SQL does', async (name, lane) => {
    const { cells, columns, lanes: shown } = await board(`?lanes=${name}`);
    const expected = await rows(lane);
    expect(numbers(cells)).toEqual(numbers(expected));
    const sum = (of: { projects: number }[]): number => of.reduce((total, one) => total + one.projects, 0);
    expect([sum(columns), sum(shown)]).toEqual([701, 701]);
    expect(cells.some((cell) => cell.overdue > 0 && cell.held > 0)).toBe(true);
  });

  it.each([
    ['overdue=true', 's.deadline_ends_at <= r.room_now', []],
    ['held=false', 's.held IS NULL', []],
    ['country=none', 's.host_country IS NULL', []],
    ['country=LA', `s.host_country = 'LA'`, []],
    ['dueFrom=2025-05-01&dueTo=2025-05-31', `s.deadline_on BETWEEN '2025-05-01' AND '2025-05-31'`, []],
  ])('shows under the filter %s what SQL finds', async (filter, where, values) => {
    expect(numbers((await board(`?lanes=country&${filter}`)).cells)).toEqual(numbers(await rows(lanes.country, where, values)));
  });

  it('gives every card of a cell exactly once, the most urgent first', async () => {
    const officer = await kit.as('officer');
    const cell = (await board('?lanes=none')).cells.find(({ stage }) => stage === 'review');
    const ids = [...(cell?.cards ?? [])];
    let next = cell?.next ?? null;
    while (next !== null) {
      const page: Cards = (await officer.get<Cards>(`/api/board/cell?lanes=none&lane=none&column=review&cursor=${next}`)).body;
      ids.push(...page.cards);
      next = page.next;
    }
    expect([ids.length, new Set(ids.map(({ id }) => id)).size]).toEqual([cell?.projects, cell?.projects]);
    const ends = ids.map(({ deadline }) => deadline?.endsAt ?? '~');
    expect(ends).toEqual([...ends].sort());
  });

  it('reads cards of the open columns only', async () => {
    const { cells } = await board('?open=mou');
    expect(new Set(cells.filter(({ cards }) => cards.length > 0).map(({ stage }) => stage))).toEqual(new Set(['mou']));
    expect(cells.find(({ stage }) => stage === 'closed')?.projects).toBeGreaterThan(0);
  });

  it('shows nobody more than he may read', async () => {
    const firm = await board('?lanes=none', 'firm');
    const own = await rows(`'none'`, 's.contact_ids @> ARRAY[$1::uuid]', [kit.people.firm.personId]);
    expect(numbers(firm.cells)).toEqual(numbers(own));
    expect((await kit.nobody.get('/api/board')).status).toBe(401);
  });

  it.each([
    ['unknown lanes', '?lanes=colour'],
    ['an order of its own', '?sort=deadline'],
    ['an unknown column', '?open=nowhere'],
    ['an unknown country', '?country=XX'],
    ['a Buddhist year', '?dueFrom=2568-01-01'],
    ['a search of 10,000 characters', `?q=${'x'.repeat(10_000)}`],
  ])('refuses %s', async (_name, query) => {
    const answer = await (await kit.as('officer')).get(`/api/board${query}`);
    expect([answer.status, answer.problem.code]).toEqual([400, 'BAD_INPUT']);
  });

  it('refuses the cursor of another list', async () => {
    const officer = await kit.as('officer');
    const { next } = (await officer.get<{ next: string }>('/api/projects?limit=5')).body;
    const answer = await officer.get(`/api/board/cell?lanes=none&lane=none&column=review&cursor=${next}`);
    expect([answer.status, answer.problem.code]).toEqual([400, 'BAD_INPUT']);
  });

  describe('limits of columns', () => {
    const limitOf = async (stage: string, query = ''): Promise<unknown> =>
      (await board(query)).columns.find((column) => column.stage === stage)?.limit;

    it('are set by the head of the Secretariat and seen by all, counted whatever the filters', async () => {
      const head = await kit.as('head');
      const saved = await head.put('/api/board/limits/mou', { most: 20 }, { 'if-match': '"0"' });
      expect([saved.status, saved.body]).toEqual([200, { most: 20, version: 1 }]);
      const [all] = await rows(`'none'`, `s.stage = 'mou'`);
      const shown = { most: 20, version: 1, projects: all?.projects };
      expect([await limitOf('mou'), await limitOf('mou', '?country=LA')]).toEqual([shown, shown]);
      expect([(await board('')).mayLimit, (await board('', 'head')).mayLimit]).toEqual([false, true]);
    });

    it('are not for officers, not below one, and not over somebody else’s change', async () => {
      const [officer, head] = [await kit.as('officer'), await kit.as('head')];
      const match = { 'if-match': '"0"' };
      const codes = [
        await officer.put('/api/board/limits/review', { most: 5 }, match),
        await head.put('/api/board/limits/review', { most: 0 }, match),
        await head.put('/api/board/limits/nowhere', { most: 5 }, match),
        await head.put('/api/board/limits/mou', { most: 5 }, match),
        await head.put('/api/board/limits/mou', { most: 5 }),
      ].map(({ problem }) => problem.code);
      expect(codes).toEqual(['NOT_ALLOWED', 'BAD_INPUT', 'BAD_INPUT', 'STALE_REVISION', 'IF_MATCH_REQUIRED']);
    });
  });

  describe('what a move means', () => {
    const moves = async (who: Parameters<ApiKit['as']>[0], language = 'en'): Promise<Moves> =>
      (await (await kit.as(who)).get<Moves>(`/api/projects/${project.id}/moves`, { 'accept-language': language })).body;

    it('is said for each other stage, with the revision it holds for', async () => {
      const { rev, items } = await moves('officer');
      expect(rev).toBe((await kit.db.query<{ rev: number }[]>('SELECT rev FROM project_summary WHERE id = $1', [project.id]))[0]?.rev);
      expect(items.map(({ to, way }) => `${to}: ${way}`)).toEqual([
        'review: clock',
        'approval: skips',
        'mou: skips',
        'construction: skips',
        'annual-report: skips',
        'closed: skips',
      ]);
    });

    it('tells of each stage where it cannot go on what that rests: article, rule and versions', async () => {
      const { items } = await moves('officer');
      expect(items.find(({ to }) => to === 'mou')?.because).toMatchObject({
        ...{ rule: 'stages', ground: 'life-cycle', policyVersion: 1, rulesBuild: expect.any(Number) as number },
        says: expect.stringMatching(/^Programme rules, life cycle/) as string,
      });
      expect((await moves('officer', 'zh-CN')).items[1]?.because?.says).toMatch(/^《项目规则》/);
      await kit.db.query(`UPDATE entity_head SET state = state || '{"hold":{"kind":"hold","from":"2025-06-12T00:00:00Z"}}' WHERE id = $1`, [
        project.id,
      ]);
      const held = (await moves('officer')).items[0];
      expect(held).toMatchObject({ way: 'refused', why: 'ON_HOLD', because: { rule: 'Hold', ground: 'hold' } });
      await kit.db.query(`UPDATE entity_head SET state = state - 'hold' WHERE id = $1`, [project.id]);
    });

    it('is not told of a project that the reader may not see', async () => {
      const other = await startProject(kit, '2025-06-20T02:00:00.000Z');
      const answer = await (await kit.as('firm')).get(`/api/projects/${other.id}/moves`);
      expect(answer.status).toBe(404);
    });
  });
});
