import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bodiesOf, noteCheckStep, openCheck, type EntityKey } from '@app/persistence';
import { Client } from 'pg';
import { openApiKit, type ApiKit, type Caller } from '../support/api-kit';
import { closesAt, completeDraft, expectApplied, startProject } from '../support/commit-kit';
import { startWorker, type AppProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';

interface Check {
  id: string;
  endedAt: string | null;
  total: number;
  entities: number;
  entries: number;
  witnessed: number;
  problemCount: number;
  problems: { entityId: string; rev: number; what: string }[];
}

const run = promisify(execFile);
const verifier = join(__dirname, '../../apps/dashboard/public/verify-ledger.mjs');

/** The offline program on a file: exit code and what it says. */
async function offline(path: string): Promise<{ code: number; says: string }> {
  return run('node', [verifier, path]).then(
    ({ stdout }) => ({ code: 0, says: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, says: error.stdout }),
  );
}

let kit: ApiKit;
let worker: AppProcess;
let owner: Client;
let project: EntityKey;
let head: Caller;
let folder: string;

beforeAll(async () => {
  kit = await openApiKit();
  folder = mkdtempSync(join(tmpdir(), 'gongfang-proof-'));
  project = await startProject(kit, '2025-06-10T02:00:00.000Z');
  const { applicant, officer, head: sh } = kit.people;
  await expectApplied(kit.give(project, 'SubmitApplication', await completeDraft(kit, project), applicant, '2025-07-01T02:00:00.000Z'));
  await expectApplied(kit.give(project, 'FreezeApplication', { closedAt: closesAt }, { kind: 'system' }, '2025-08-31T09:00:01.000Z'));
  await expectApplied(kit.give(project, 'AssignOfficer', { officerId: officer.personId }, sh, '2025-09-01T02:00:00.000Z'));
  owner = new Client(kit.database.ownerUrl);
  await owner.connect();
  worker = await startWorker(kit.env);
  head = await kit.as('head');
}, 180_000);
afterAll(async () => {
  await worker?.stop();
  await owner?.end();
  await kit?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function checked(body: object = { kind: 'chain' }, key = randomUUID()): Promise<Check> {
  const asked = await head.post<Check>('/api/ledger/checks', body, { 'idempotency-key': key });
  expect([asked.status, asked.body.id]).toEqual([200, key]);
  return waitFor(
    async () => {
      const { body: check } = await head.get<Check>(`/api/ledger/checks/${key}`);
      return check.endedAt === null ? undefined : check;
    },
    { withinMs: 60_000, what: 'the check of the ledger' },
  );
}

/** Does something while one byte of the third entry is another one, put there past every guard of the application. */
async function withChangedByte<T>(work: () => Promise<T>): Promise<T> {
  const [row] = (await owner.query<{ body: string }>('SELECT body FROM ledger_entry WHERE id = $1 AND rev = 3', [project.id])).rows;
  await owner.query(`UPDATE ledger_entry SET body = replace(body, '"rev":3', '"rev": 3') WHERE id = $1 AND rev = 3`, [project.id]);
  try {
    return await work();
  } finally {
    await owner.query('UPDATE ledger_entry SET body = $2 WHERE id = $1 AND rev = 3', [project.id, row?.body]);
  }
}

describe('a check of the whole ledger', () => {
  it('computes every entry anew and says that it is what was written', async () => {
    const [counted] = await kit.db.query<{ entries: number; entities: number }[]>(
      'SELECT count(*)::integer AS entries, count(DISTINCT id)::integer AS entities FROM ledger_entry',
    );
    expect(await checked()).toMatchObject({ ...counted, total: counted?.entities, problemCount: 0, problems: [] });
  });

  it('names project and entry where one byte was changed, and nothing once it is put back', async () => {
    const found = await withChangedByte(() => checked());
    expect(found.problems).toEqual([expect.objectContaining({ entityId: project.id, rev: 3, what: 'changed' })]);
    expect((await checked()).problemCount).toBe(0);
  });

  it('is one check however often it is asked for under its key; the key of another is refused', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([checked({ kind: 'chain' }, key), checked({ kind: 'chain' }, key)]);
    expect(second).toEqual(first);
    const other = await head.post('/api/ledger/checks', { kind: 'witness', project: project.id }, { 'idempotency-key': key });
    expect(other.problem.code).toBe('KEY_REUSED');
  });

  it('counts each batch once, also when a worker died after it and it is looked at again', async () => {
    const opened = await openCheck(kit.db, { id: randomUUID(), kind: 'chain', askedBy: null });
    const step = { entities: 1, entries: 4, witnessed: 0, problems: [], after: project, ended: false };
    const at = { id: opened?.id ?? '', after: null };
    expect([await noteCheckStep(kit.db, at, step), await noteCheckStep(kit.db, at, step)]).toEqual([true, false]);
  });

  it('is asked for and read by heads, administrators and auditors only', async () => {
    for (const name of ['officer', 'applicant', 'chair'] as const) {
      const caller = await kit.as(name);
      expect([name, (await caller.get('/api/ledger/checks')).problem.code]).toEqual([name, 'NOT_ALLOWED']);
      expect([name, (await caller.post('/api/ledger/checks', { kind: 'chain' })).problem.code]).toEqual([name, 'NOT_ALLOWED']);
    }
    expect((await kit.nobody.get('/api/ledger/checks')).status).toBe(401);
    expect((await head.get(`/api/ledger/checks/${randomUUID()}`)).status).toBe(404);
    expect((await head.post('/api/ledger/checks', { kind: 'all' })).status).toBe(400);
  });
});

describe('one project against the engine’s own histories', () => {
  it('says of each entry that no history has that none has it', async () => {
    const entries = (await bodiesOf(kit.db, project)).length;
    const check = await checked({ kind: 'witness', project: project.id });
    expect(check).toMatchObject({ entries, witnessed: 0, problemCount: entries });
    expect(check.problems[0]).toMatchObject({ rev: 1, what: 'unwitnessed' });
  });
});

describe('the offline program', () => {
  const exported = async (): Promise<string> => {
    const { status, body } = await head.get(`/api/projects/${project.id}/history`);
    expect(status).toBe(200);
    const path = join(folder, `${randomUUID()}.json`);
    writeFileSync(path, JSON.stringify(body));
    return path;
  };

  it('finds the history that a page saves to be what was written', async () => {
    const { code, says } = await offline(await exported());
    expect([code, says]).toEqual([0, expect.stringMatching(/: \d+ entries, all as they were written/)]);
  });

  it('names project and entry of one changed byte, wherever it was changed', async () => {
    const fromChanged = await offline(await withChangedByte(exported));
    expect([fromChanged.code, fromChanged.says]).toEqual([1, expect.stringContaining('entry 3: its text was changed')]);
    const path = await exported();
    writeFileSync(path, readFileSync(path, 'utf8').replace('AssignOfficer\\"', 'AssignOfficeR\\"'));
    const inFile = await offline(path);
    expect([inFile.code, inFile.says]).toEqual([1, expect.stringMatching(/entry \d+: its text was changed/)]);
  });

  it('misses an entry that was taken out, at the end too, and refuses what is no ledger', async () => {
    const path = await exported();
    const file = JSON.parse(readFileSync(path, 'utf8')) as { ledger: unknown[] };
    writeFileSync(path, JSON.stringify({ ...file, ledger: file.ledger.slice(0, -1) }));
    expect((await offline(path)).code).toBe(1);
    writeFileSync(path, JSON.stringify({ ...file, ledger: file.ledger.filter((_, at) => at !== 1) }));
    expect((await offline(path)).says).toContain('entry 2 is missing');
    writeFileSync(path, '{}');
    expect((await offline(path)).code).toBe(2);
  });
});
