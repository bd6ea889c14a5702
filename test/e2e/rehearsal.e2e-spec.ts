import { bodiesOf, type EntityKey } from '@app/persistence';
import { rehearse, type RehearsalTotals } from '../../apps/worker/src/rehearsal/rehearse';
import { rehearsalPlot } from '../../apps/worker/src/story/rehearsal-plot';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';

/** A busy machine gets more than the minute that a free one with two cores needs. */
const limitMs = 150_000;

describe('a rehearsal of a whole call through the API', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let totals: RehearsalTotals;
  const told: string[] = [];
  const projects = new Map<string, EntityKey>();

  beforeAll(async () => {
    kit = await openRehearsalKit();
    api = await startApi(kit.workspace.env);
    totals = await rehearse(
      { db: kit.db, client: kit.client, api: api.url, people: kit.people },
      { name: 'three applications', plotIn: (roomId) => rehearsalPlot(roomId, false), tell: (line) => told.push(line) },
    );
    const rows = await kit.db.query<{ id: string; field: string }[]>(
      'SELECT id, field_code AS field FROM project_summary WHERE room_id = $1',
      [totals.roomId],
    );
    for (const { id, field } of rows) projects.set(field, { kind: 'project', id });
  }, 240_000);
  afterAll(async () => {
    await api?.stop();
    await kit?.close();
  });

  async function eventsOf(field: string): Promise<string[]> {
    const project = projects.get(field);
    if (project === undefined) throw new Error(`no project of field ${field}`);
    return (await bodiesOf(kit.db, project)).flatMap((body) => body.events.map((event) => event.type));
  }

  it('comes to the third accepted report of each project, in seconds', async () => {
    expect(projects.size).toBe(3);
    for (const field of projects.keys()) {
      const reports = (await eventsOf(field)).filter((type) => type === 'ReportAccepted');
      expect({ field, reports: reports.length }).toEqual({ field, reports: 3 });
    }
    expect(totals.wallMs).toBeLessThan(limitMs);
  });

  it('shows one late report and one held project', async () => {
    const overdue = await Promise.all(
      [...projects.keys()].map(async (field) => ({ field, late: (await eventsOf(field)).includes('ReportOverdue') })),
    );
    expect(overdue.filter(({ late }) => late)).toEqual([{ field: 'CON', late: true }]);
    const held = await Promise.all(
      [...projects.keys()].map(async (field) => ({ field, held: (await eventsOf(field)).includes('ProjectHeld') })),
    );
    expect(held.filter((one) => one.held)).toEqual([{ field: 'MEC', held: true }]);
    expect(await eventsOf('MEC')).toContain('ProjectResumed');
  });

  it('tells each event and each mail once: date, project, what, to whom, in which language, why', async () => {
    expect(told).toContainEqual(expect.stringMatching(/^2025-10-17 11:00 {2}logistics-la +The approval was announced as LMGF-2025-LA-001/));
    expect(told).toContainEqual(expect.stringMatching(/✉ to Manivanh Phommachanh \[en\], because .+: \[澜湄工坊\|LM Workshop\]/));
    expect(told).toContainEqual(expect.stringMatching(/✉ to Yang Xiaodong \[zh-CN\], because .+: \[澜湄工坊\|LM Workshop\]/));
    const [row] = await kit.db.query<{ sent: number; open: number }[]>(
      `SELECT count(*) FILTER (WHERE state = 'sent')::int AS sent, count(*) FILTER (WHERE state IN ('claimed', 'sending'))::int AS open
         FROM outbox WHERE kind = 'mail' AND room_id = $1`,
      [totals.roomId],
    );
    expect(row).toEqual({ sent: totals.mails, open: 0 });
    expect(told.filter((line) => line.includes('✉ to'))).toHaveLength(totals.mails);
  });

  it('leaves no reminder and no escalation without a mail', async () => {
    const silent = await kit.db.query<{ rule: string; step: string; count: number }[]>(
      `SELECT event->>'rule' AS rule, event->>'step' AS step, count(*)::int AS count
         FROM ledger_entry l JOIN entity_head h USING (kind, id), jsonb_array_elements(l.body::jsonb->'events') event
        WHERE h.room_id = $1 AND event->>'type' IN ('ReminderIssued', 'EscalationIssued')
          AND NOT EXISTS (SELECT FROM outbox o WHERE o.kind = 'mail' AND o.entity_kind = l.kind AND o.entity_id = l.id AND o.rev = l.rev
            AND (o.intent->>'rule', o.intent->>'object', o.intent->>'step') = (event->>'rule', event->>'object', event->>'step'))
        GROUP BY 1, 2`,
      [totals.roomId],
    );
    expect(silent).toEqual([]);
  });

  it('is told in the order of the room’s time', () => {
    const stamps = told.map((line) => line.slice(0, 16));
    expect(stamps.filter((stamp, index) => index > 0 && stamp < (stamps[index - 1] ?? ''))).toEqual([]);
  });
});
