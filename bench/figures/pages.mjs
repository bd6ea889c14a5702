// @ts-check
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signIn } from '../people.mjs';
import { alternate, lineOf, load, median, percentile } from '../statistics.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const require = createRequire(import.meta.url);
const budgetMs = { list: 80, board: 80, home: 80, project: 40 };

/** The list as an officer filters and sorts it, in turn. */
const listQueries = ['sort=deadline', 'stage=construction&sort=-since', 'country=LA&overdue=true&sort=deadline', 'sort=-updated&limit=100'];

/**
 * Numbers 3, 4 and 11: list, board, home and one project over HTTP with session and rights, against the very same statements run through pg behind a bare
 * HTTP server that knows neither; for one project the same reader without session, guards and filters in front.
 * @param {import('../run.mjs').Bench} bench
 */
export async function pages({ instance, dataDir, baseline, quick }) {
  const officer = await signIn(instance.url, dataDir, 'li.jingyi');
  const bare = await bareServer(baseline.pool);
  const { total } = /** @type {{ total: number }} */ (await officer.call('GET', '/api/projects?limit=1'));
  const { items } = /** @type {{ items: { id: string }[] }} */ (await officer.call('GET', '/api/projects?stage=construction,mou&limit=50'));
  const at = (/** @type {string[]} */ list, /** @type {number} */ job) => list[job % list.length] ?? '';
  const projects = items.map(({ id }) => id);
  const figures = [
    {
      id: '3-list',
      name: 'list',
      ours: (/** @type {number} */ job) => `/api/projects?${at(listQueries, job)}`,
      budget: budgetMs.list,
      bare: '/list',
    },
    { id: '4-board', name: 'board', ours: () => '/api/board', budget: budgetMs.board, bare: '/board' },
    { id: '4-home', name: 'home with its heat table', ours: () => '/api/overview', budget: budgetMs.home, bare: '/home' },
    {
      id: '11-project',
      name: 'one project',
      ours: (/** @type {number} */ job) => `/api/projects/${at(projects, job)}`,
      budget: budgetMs.project,
      bare: '/project',
    },
  ];
  const lines = [];
  try {
    for (const figure of figures) {
      const jobs = quick ? 40 : 120;
      const rounds = await alternate(
        quick ? 3 : 5,
        () => load(1, jobs, (job) => answered(`${instance.url}${figure.ours(job)}`, officer.cookie)),
        () => load(1, jobs, (job) => answered(`${bare.url}${figure.bare}?job=${job}&id=${at(projects, job)}`, '')),
      );
      const p95 = rounds.map((round) => percentile(round.ours.times, 0.95));
      const ratios = rounds.map((round) => percentile(round.ours.times, 0.95) / percentile(round.baseline.times, 0.95));
      const told = `p95 ${median(p95).toFixed(1)} ms of ${figure.budget} ms; bare ${median(rounds.map((round) => percentile(round.baseline.times, 0.95))).toFixed(1)} ms`;
      const name = `${figure.name}, p95, ${total} projects`;
      lines.push(lineOf({ id: figure.id, name, ratios, target: 1.3, most: true, detail: told }));
      lines.push(budgetLine(`${figure.id}-ms`, `${figure.name}, p95 of its budget`, p95, figure.budget));
    }
  } finally {
    await bare.close();
  }
  return lines;
}

/**
 * A line that compares milliseconds with a budget.
 * @param {string} id
 * @param {string} name
 * @param {number[]} ms
 * @param {number} budget
 */
export function budgetLine(id, name, ms, budget) {
  return lineOf({
    id,
    name,
    ratios: ms.map((one) => one / budget),
    target: 1,
    most: true,
    detail: `${median(ms).toFixed(1)} of ${budget}`,
  });
}

/** @param {string} url @param {string} cookie */
async function answered(url, cookie) {
  const answer = await fetch(url, { headers: { cookie } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 200)}`);
}

/**
 * The same readers and statements without session, rights, schemas and framework.
 * @param {import('pg').Pool} pool
 */
async function bareServer(pool) {
  const readers = require(join(root, 'dist/apps/api/libs/persistence/src/index.js'));
  const { ProjectPages } = require(join(root, 'dist/apps/api/apps/api/src/project/project-pages.js'));
  const { BoardPages } = require(join(root, 'dist/apps/api/apps/api/src/board/board-pages.js'));
  const { OverviewController } = require(join(root, 'dist/apps/api/apps/api/src/overview/overview.controller.js'));
  const { RuleRoom } = require(join(root, 'dist/apps/api/apps/api/src/commands/rule-room.js'));
  const db = { query: async (/** @type {string} */ sql, /** @type {unknown[]} */ values) => (await pool.query(sql, values)).rows };
  const [person] = await db.query(`SELECT person_id AS "personId" FROM account WHERE sign_in LIKE 'li.jingyi%'`, []);
  const officer = { personId: person.personId, roles: ['CO'], country: 'CN', kind: 'person', language: 'en', zone: 'Asia/Shanghai' };
  const pagesOf = new ProjectPages(db, new RuleRoom(db));
  const boards = new BoardPages(db);
  const home = new OverviewController(db);
  /** @type {Record<string, (query: URLSearchParams) => Promise<unknown>>} */
  const routes = {
    '/list': async (query) => {
      const asked = new URLSearchParams(listQueries[Number(query.get('job')) % listQueries.length]);
      const filters = {
        ...(asked.has('stage') ? { stage: [asked.get('stage')] } : {}),
        ...(asked.has('country') ? { country: [asked.get('country')] } : {}),
        ...(asked.has('overdue') ? { overdue: true } : {}),
      };
      const wanted = { ...filters, sort: asked.get('sort') ?? '-updated', limit: Number(asked.get('limit') ?? 50) };
      const [items, total] = await Promise.all([readers.listProjects(db, officer, wanted), readers.countMatching(db, officer, filters)]);
      return { items, total };
    },
    '/board': () =>
      boards.board(officer, { lanes: 'none' }, ['application', 'review', 'approval', 'mou', 'construction', 'annual-report', 'closed']),
    '/home': () => home.overview(officer),
    '/project': (query) => pagesOf.detail(officer, query.get('id'), 'en'),
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://bench');
    Promise.resolve(routes[url.pathname]?.(url.searchParams)).then(
      (value) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}`, close: () => new Promise((done) => server.close(done)) };
}
