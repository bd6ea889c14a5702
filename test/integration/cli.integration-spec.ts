import { randomUUID } from 'node:crypto';
import { spawnProgram, type FreshDatabase } from '../support/stack';
import { CLI, settingsForCli } from '../support/fresh-database';
import { completeDraft, expectApplied, openCommitKit, startProject, type CommitKit } from '../support/commit-kit';

interface Run {
  code: number | string;
  output: string;
}

async function gongfang(args: string[], database?: FreshDatabase): Promise<Run> {
  // No instance of the developer's own may answer.
  const nowhere = { GONGFANG_DATA_DIR: '/nonexistent' };
  const env = database === undefined ? nowhere : { ...settingsForCli(database.ownerUrl), DATABASE_URL: database.appUrl };
  const run = spawnProgram(CLI, args, env);
  const code = await run.ended;
  return { code, output: run.logs() };
}

describe('the command line program', () => {
  it('counts working days without a running system, with every day it passed over', async () => {
    const { code, output } = await gongfang(['calendar', 'add', '--country', 'CN', '--from', '2026-02-13', '--working-days', '5']);
    expect(code).toBe(0);
    const { date, because } = JSON.parse(output) as { date: string; because: string[] };
    // Spring Festival 2026: nine days off from 15 February; Saturday 14 February and 28 February are worked.
    expect(date).toBe('2026-02-27');
    expect(because.some((line) => line.startsWith('2026-02-17'))).toBe(true);
    expect(because.some((line) => line.startsWith('2026-02-14 works'))).toBe(true);
  });

  it('says with --help what it can do', async () => {
    const { code, output } = await gongfang(['--help']);
    expect(code).toBe(0);
    for (const command of ['admin', 'call', 'project', 'calendar', 'ledger', 'rebuild', 'doctor']) expect(output).toContain(command);
  });

  it.each([
    [['calendar', 'add', '--country', 'XX', '--from', '2026-02-13', '--working-days', '5'], /--country must be one of/],
    [['calendar', 'add', '--country', 'CN', '--from', '2026-02-30', '--working-days', '5'], /--from/],
    [['calendar', 'add', '--country', 'CN', '--from', '2026-02-13', '--working-days', '0'], /--working-days/],
    [['ledger', 'verify'], /DATABASE_URL is missing/],
    [['frobnicate'], /unknown command/],
  ])('refuses %j with one sentence and exit code 2', async (args, message) => {
    const { code, output } = await gongfang(args);
    expect(code).toBe(2);
    expect(output).toMatch(message);
  });

  describe('on a database', () => {
    let kit: CommitKit;
    beforeAll(async () => {
      kit = await openCommitKit();
      const project = await startProject(kit, '2025-06-10T02:00:00.000Z');
      const submit = await completeDraft(kit, project);
      await expectApplied(kit.give(project, 'SubmitApplication', submit, kit.people.applicant, '2025-06-11T02:00:00.000Z'));
    }, 60_000);
    afterAll(() => kit.close());

    it('changes single days of a calendar in a draft, once, and refuses what is wrong', async () => {
      const id = randomUUID();
      const asked = async (
        ...args: string[]
      ): Promise<{ code: Run['code']; value: { days: { date: string; kind: string; name: string }[] } }> => {
        const { code, output } = await gongfang(['calendar', ...args, '--json'], kit.database);
        return { code, value: JSON.parse(output) as never };
      };
      const begun = await asked('begin', 'VN', '2026', '--id', id);
      const first = begun.value.days[0];
      const set = ['set-day', id, '2026-11-12', '--kind', 'off', '--name', 'day of mourning'];
      await asked(...set);
      const again = (await asked(...set)).value.days;
      expect(again).toHaveLength(begun.value.days.length + 1);
      expect(again).toContainEqual(expect.objectContaining({ date: '2026-11-12', kind: 'off', name: 'day of mourning' }));
      const less = (await asked('remove-day', id, first?.date ?? '')).value.days;
      expect(less.map((one) => one.date)).not.toContain(first?.date);
      const wrong = await gongfang(['calendar', 'set-day', id, '2027-01-04', '--kind', 'off', '--name', 'x'], kit.database);
      expect([wrong.code, wrong.output]).toEqual([2, expect.stringContaining('2027-01-04')]);
      expect((await gongfang(['calendar', 'propose', id, '--reason', 'decided'], kit.database)).output).toContain('Proposed');
      expect((await gongfang(['calendar', 'remove-day', id, '2026-11-12'], kit.database)).output).toContain('waits for a second person');
    }, 120_000);

    it('lists and shows projects with their past, plan and mails', async () => {
      const list = await gongfang(['project', 'list', '--json'], kit.database);
      expect(JSON.parse(list.output)).toMatchObject([{ reference: 'LMGF-2025-A-0001', subState: 'submitted' }]);
      const shown = await gongfang(['project', 'show', 'LMGF-2025-A-0001', '--json'], kit.database);
      const { past, mails } = JSON.parse(shown.output) as { past: { type: string }[]; mails: unknown[] };
      expect(past.map((entry) => entry.type)).toEqual(['StartApplication', 'SubmitApplication']);
      expect(mails.length).toBeGreaterThan(0);
      expect((await gongfang(['project', 'show', 'LMGF-2025-A-9999'], kit.database)).code).toBe(2);
      const calls = await gongfang(['call', 'list', '--json'], kit.database);
      expect(JSON.parse(calls.output)).toMatchObject([{ code: 'LMGF-2025', subState: 'open' }]);
    });

    it('verifies the ledger and rebuilds what is derived from it', async () => {
      expect(await gongfang(['ledger', 'verify'], kit.database)).toMatchObject({
        code: 0,
        output: expect.stringContaining('sound') as string,
      });
      expect(await gongfang(['rebuild', '--json'], kit.database)).toEqual({ code: 0, output: '{"entities":2,"orphansRemoved":0}\n' });
    });

    it('creates an administrator once', async () => {
      const args = ['admin', 'create', '--email', 'root@example.org', '--name', '管理员', '--json'];
      const created = await gongfang(args, kit.database);
      expect(created.code).toBe(0);
      const { personId, password } = JSON.parse(created.output) as { personId: string; password: string };
      expect(password.length).toBeGreaterThanOrEqual(16);
      const roles = await kit.db.query<unknown[]>('SELECT role FROM person_role WHERE person_id = $1', [personId]);
      expect(roles).toEqual([{ role: 'AD' }]);
      expect(await gongfang(args, kit.database)).toMatchObject({
        code: 2,
        output: expect.stringMatching(/account root@example.org already/) as string,
      });
    });

    it('tells in the doctor’s words what is not sound', async () => {
      await kit.db.query(`UPDATE entity_head SET halted_at = now(), halted_reason = 'test' WHERE kind = 'call'`);
      const { code, output } = await gongfang(['doctor', '--json'], kit.database);
      const findings = JSON.parse(output) as { check: string; ok: boolean }[];
      expect(code).toBe(1);
      expect(findings.find((one) => one.check === 'halted entities')?.ok).toBe(false);
      expect(findings.find((one) => one.check === 'schema')?.ok).toBe(true);
    });
  });
});
