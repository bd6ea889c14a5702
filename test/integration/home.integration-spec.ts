import { randomUUID } from 'node:crypto';
import { Client as PgClient } from 'pg';
import type { EntityKey } from '@app/persistence';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import { heatOf, searchOfCell } from '../../apps/dashboard/src/features/home/heat';
import { openApiKit, type ApiKit } from '../support/api-kit';
import { completeDraft, expectApplied, startProject } from '../support/commit-kit';
import { copyProject } from '../support/many-projects';

type Overview = components['schemas']['Overview'];
type Page = components['schemas']['ProjectPage'];
type Who = Parameters<ApiKit['as']>[0];

const late = 's.deadline_ends_at IS NOT NULL AND s.deadline_ends_at <= r.room_now';

describe('the home page', () => {
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

  const home = async (who: Who): Promise<Overview> => (await (await kit.as(who)).get<Overview>('/api/overview')).body;
  const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => kit.db.query(text, values);
  /** The question of a figure, asked in another way than the page asks it. */
  const ids = async (where: string, values: unknown[] = []): Promise<string[]> =>
    (
      await sql<{ id: string }>(
        `SELECT s.id FROM project_summary s, room r WHERE r.id = s.room_id AND ${where} ORDER BY s.deadline_ends_at, s.id`,
        values,
      )
    ).map(({ id }) => id);

  it('counts projects by stage and country as SQL does: all, late and held', async () => {
    const expected = await sql(
      `SELECT s.stage, s.host_country AS country, count(*)::int AS projects, sum((${late})::int)::int AS overdue, count(s.held)::int AS held
         FROM project_summary s, room r WHERE r.id = s.room_id GROUP BY 1, 2`,
    );
    const { cells } = await home('officer');
    const sorted = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row as object).sort())).sort();
    expect(sorted(cells)).toEqual(sorted(expected));
  });

  it('leads from each cell of the heat table to exactly its projects', async () => {
    const officer = await kit.as('officer');
    const { rows, columns, count } = heatOf((await home('officer')).overdueMonths);
    let shown = 0;
    for (const country of rows) {
      for (const column of columns) {
        const query = new URLSearchParams({ ...searchOfCell(country, column), limit: '200' });
        const { items } = (await officer.get<Page>(`/api/projects?${query.toString()}`)).body;
        expect([country, column.key, items.length]).toEqual([country, column.key, count(country, column)]);
        shown += items.length;
      }
    }
    expect(shown).toBe((await ids(late)).length);
    expect(shown).toBeGreaterThan(100);
  });

  it('names who is waited for: mine and overdue, mine to do, somebody else’s', async () => {
    const { officer } = kit.people;
    const { mineOverdue, waitingForMe, waitingForOthers } = await home('officer');
    const own = `s.deadline_on IS NOT NULL AND s.officer_id = $1`;
    const expected = {
      mineOverdue: await ids(`${own} AND ${late}`, [officer.personId]),
      waitingForMe: await ids(`s.deadline_on IS NOT NULL AND $1 = ANY(s.asked_ids)`, [officer.personId]),
      waitingForOthers: await ids(`${own} AND NOT $1 = ANY(s.asked_ids)`, [officer.personId]),
    };
    for (const [name, list] of Object.entries({ mineOverdue, waitingForMe, waitingForOthers })) {
      const wanted = expected[name as keyof typeof expected];
      expect([name, list.total, list.ids]).toEqual([name, wanted.length, wanted.slice(0, 200)]);
      expect([name, list.lines.map(({ id }) => id)]).toEqual([name, wanted.slice(0, 6)]);
      expect(list.total).toBeGreaterThan(6);
    }
  });

  it('counts what comes day by day for fourteen days, and leaves rooms of a rehearsal out', async () => {
    expect((await home('officer')).coming).toEqual([]);
    await sql(`UPDATE project_summary SET room_id = NULL, clock = '{"kind":"real"}', deadline_on = (now() AT TIME ZONE 'Asia/Shanghai')::date + n::int,
        deadline_ends_at = now() + n * interval '1 day' + interval '1 hour'
        FROM (SELECT id AS copy, row_number() OVER (ORDER BY id) % 30 AS n FROM project_summary WHERE reference LIKE 'COPY-1%') c WHERE id = c.copy`);
    const expected = await sql<{ on: string; due: number }>(
      `SELECT to_char(deadline_on, 'YYYY-MM-DD') AS on, count(*)::int AS due FROM project_summary
        WHERE room_id IS NULL AND deadline_on - (now() AT TIME ZONE 'Asia/Shanghai')::date <= 14 GROUP BY 1 ORDER BY 1`,
    );
    const { coming } = await home('officer');
    expect(coming.map(({ on, due }) => ({ on, due }))).toEqual(expected);
    expect(expected).toHaveLength(15);
  });

  it('shows mail that did not arrive and the last check to the Secretariat only', async () => {
    const mail = (state: string): Promise<unknown> =>
      sql(
        `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, notification, class, send_after_virtual, state, result)
         VALUES ($1, 'mail', $2, 'project', $3, 1, 0, $4, 'AC', 'reminder', 'notice', now(), $5, '{"word":"permanent-failure"}')`,
        [randomUUID(), randomUUID(), project.id, kit.people.applicant.personId, state],
      );
    for (const state of ['failed', 'uncertain', 'sent', 'cancelled']) await mail(state);
    await sql(
      `INSERT INTO engine_check (name, ended_at, report) VALUES ('sweep', '2025-06-12T03:00:00Z', '{"synced":2,"desksStarted":1}')`,
    );
    const { undelivered, lastCheck, ofSecretariat } = await home('officer');
    const [count] = await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox WHERE kind = 'mail' AND state IN ('failed', 'uncertain')`,
    );
    expect([ofSecretariat, undelivered?.total, undelivered?.lines.length]).toEqual([true, count?.n, count?.n]);
    expect(lastCheck).toEqual({ endedAt: '2025-06-12T03:00:00.000Z', healed: 2 });
    const partner = await home('partner');
    expect([partner.ofSecretariat, partner.undelivered, partner.lastCheck]).toEqual([false, null, null]);
  });

  it('names the calendars that are missing, to who may draft them and to nobody else', async () => {
    const year = new Date().getUTCFullYear();
    const owner = new PgClient(kit.env.DATABASE_OWNER_URL);
    await owner.connect();
    await owner.query(`DELETE FROM calendar_year WHERE country = 'LA' AND year = $1`, [year]).finally(() => owner.end());
    const { missingCalendars } = await home('head');
    const calendars = await (await kit.as('head')).get<components['schemas']['CalendarList']>('/api/calendars');
    expect(missingCalendars).toContainEqual({ country: 'LA', year });
    expect(missingCalendars).toEqual(calendars.body.missing);
    for (const who of ['officer', 'partner'] as const) expect((await home(who)).missingCalendars).toBeNull();
  });

  it('counts for a partner his own projects only, and what is asked of him', async () => {
    const { partner } = kit.people;
    await sql(`UPDATE project_summary SET contact_ids = contact_ids || $1::uuid WHERE reference LIKE 'COPY-2%'`, [partner.personId]);
    await sql(
      `UPDATE project_summary SET asked_ids = ARRAY[$1::uuid], tasks = jsonb_build_array(jsonb_build_object('people', jsonb_build_array($1::uuid),
         'roles', '[]'::jsonb, 'except', '[]'::jsonb)) WHERE reference LIKE 'COPY-22%'`,
      [partner.personId],
    );
    const { cells, waitingForMe, mineOverdue, waitingForOthers } = await home('partner');
    const own = await ids('s.contact_ids @> ARRAY[$1::uuid]', [partner.personId]);
    expect(cells.reduce((sum, cell) => sum + cell.projects, 0)).toBe(own.length);
    const owed = await ids(`s.reference LIKE 'COPY-22%' AND s.deadline_on IS NOT NULL`);
    expect([waitingForMe.total, mineOverdue.total, waitingForOthers.total]).toEqual([owed.length, 0, 0]);
    expect(owed.length).toBeGreaterThan(0);
  });

  it('lists the calls that are not over with their windows, and nothing to who is not signed in', async () => {
    const { calls } = await home('head');
    expect(calls).toEqual([
      expect.objectContaining({
        id: kit.call.id,
        code: 'LMGF-2025',
        subState: 'open',
        closesAt: '2025-08-31T09:00:00.000Z',
      }),
    ]);
    expect((await kit.nobody.get('/api/overview')).status).toBe(401);
  });
});
