import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodiesOf, createDataSource, findHead } from '@app/persistence';
import type { ProjectState } from '@app/domain';
import { loadConfig, type Config } from '@app/platform';
import { loadFirstData, type FirstDataReport } from '../../apps/worker/src/engine/first-data/first-data';
import { databaseSettings } from '../support/commit-kit';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database';

/** Days on which somebody may start for the first time: today, in winter when no holiday table of the year is known, in summer, after the longest holidays. */
const firstDays: [name: string, now: string][] = [
  ['today', new Date().toISOString()],
  ['a day in January', '2027-01-15T03:00:00.000Z'],
  ['a day in July', '2026-07-07T03:00:00.000Z'],
];

/** Where the plots of the demo put their projects, whatever the day is. */
const situations: [field: string, country: string, standsIn: string[]][] = [
  ['ECO', 'VN', ['mou/commenting']],
  ['ANI', 'LA', ['mou/partly-signed']],
  ['VTR', 'TH', ['mou/drafting']],
  ['COM', 'MM', ['mou/accepting']],
  ['LOG', 'TH', ['review/scoring']],
  ['NEV', 'LA', ['review/returned']],
  ['CON', 'VN', ['review/checking']],
  ['MEC', 'KH', ['application/submitted']],
  ['FUR', 'VN', ['closed/archived']],
  ['LOG', 'LA', ['construction/building', 'annual-report/operating', 'annual-report/report-open']],
  ['CON', 'KH', ['construction/building', 'annual-report/operating', 'annual-report/report-open']],
  ['NEV', 'TH', ['construction/building', 'annual-report/operating', 'annual-report/report-open', 'annual-report/report-submitted']],
];

interface Row {
  field: string | null;
  country: string | null;
  stands: string;
}

function configOf(url: string, dataDir: string): Config {
  const engineAndMail = { TEMPORAL_ADDRESS: '127.0.0.1:7233', SMTP_URL: 'smtp://127.0.0.1:1025' };
  return loadConfig({ ...engineAndMail, DATABASE_URL: url, GONGFANG_DATA_DIR: dataDir, GONGFANG_SESSION_SECRET: 'x'.repeat(32) });
}

describe.each(firstDays)('first data made on %s', (_name, now) => {
  let database: FreshDatabase;
  let db: ReturnType<typeof createDataSource>;
  let report: FirstDataReport;
  let rows: Row[];
  const dataDir = mkdtempSync(join(tmpdir(), 'gongfang-first-data-'));

  beforeAll(async () => {
    database = await freshDatabase();
    db = createDataSource({ ...databaseSettings, poolSize: 8, url: database.appUrl }, 'first-data-test');
    await db.initialize();
    report = await loadFirstData(db, configOf(database.appUrl, dataDir), now);
    rows = await db.query<Row[]>(
      `SELECT field_code AS field, host_country AS country, stage || '/' || sub_state AS stands FROM project_summary WHERE programme = 'LMGF'`,
    );
  }, 180_000);
  afterAll(async () => {
    await db?.destroy();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(situations)('%s in %s stands where its plot says', (field, country, standsIn) => {
    const found = rows.filter((row) => row.field === field && row.country === country).map((row) => row.stands);
    expect(found).toHaveLength(1);
    expect(standsIn).toEqual(expect.arrayContaining(found));
  });

  it('has a draft that was not handed in and one that still can be', () => {
    expect(
      rows
        .filter((row) => row.field === null)
        .map((row) => row.stands)
        .sort(),
    ).toEqual(['application/draft', 'closed/archived']);
  });

  it('holds the Laos standards record of 2023 as its sources tell it, and nothing they do not tell', async () => {
    const [record] = await db.query<{ id: string; reference: string; stands: string; outcome: string; roomless: boolean }[]>(
      `SELECT id, reference, stage || '/' || sub_state AS stands, outcome, room_id IS NULL AS roomless FROM project_summary WHERE programme = 'LNVS'`,
    );
    expect(record).toMatchObject({ reference: 'LNVS-2023-LA-001', stands: 'closed/archived', outcome: 'completed', roomless: true });
    const state = (await findHead(db, { kind: 'project', id: record?.id ?? '' }))?.state as ProjectState;
    expect(state.imported?.standards.map(({ role, label }) => `${role} ${label}`)).toEqual([
      'INDEPENDENT IVET4',
      'PARTICIPATE IVET2',
      'PARTICIPATE IVET3',
    ]);
    expect(state.imported?.facts.map(({ what, on }) => `${on} ${what}`)).toEqual([
      '2023-05-20 DefenceRecorded',
      '2023-05-29 ProjectApproved',
      '2023-06-07 KickOffHeld',
      '2023-11-22 Note',
    ]);
    expect([state.mou, state.construction, state.applicationRef, state.contacts, state.reports]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
      [],
    ]);
    expect(
      (await bodiesOf(db, { kind: 'project', id: state.id })).map(({ type, events }) => [type, events.map((event) => event.type)]),
    ).toEqual([['ImportRecord', ['RecordImported']]]);
  });

  it('leaves every ledger in the order of its time and nothing due before that day', async () => {
    for (const entity of report.entities) {
      const at = (await bodiesOf(db, entity)).map((body) => body.occurredAt);
      expect(at).toEqual([...at].sort());
    }
    expect(await db.query('SELECT kind, id FROM entity_head WHERE next_at <= $1', [now])).toEqual([]);
  });

  it('does not flood anybody with mails of the past', async () => {
    const [row] = await db.query<{ waiting: number; told: number }[]>(
      `SELECT count(*) FILTER (WHERE state = 'created')::int AS waiting, count(*)::int AS told FROM outbox WHERE kind = 'mail'`,
    );
    expect(row?.told).toBeGreaterThan(500);
    expect(row?.waiting).toBeLessThan(60);
  });

  it('is made once', async () => {
    expect(await loadFirstData(db, configOf(database.appUrl, dataDir), now)).toMatchObject({ people: 0, projects: 0 });
  });
});
