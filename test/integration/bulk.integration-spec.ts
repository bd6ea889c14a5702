import { randomUUID } from 'node:crypto';
import { openBulkKit, type BulkKit, type Run } from '../support/bulk-kit';

let kit: BulkKit;
beforeAll(async () => {
  kit = await openBulkKit();
}, 300_000);
afterAll(() => kit.close(), 60_000);

describe('an act on many projects', () => {
  it('is chosen by query, frozen with what would happen to each, started, and applied once to each', async () => {
    const wish = { kind: 'hold', reasonCode: 'INFORMATION' };
    const ids = await kit.projectsIn('review', 4);
    const body = { command: 'Hold', wish, selection: { query: { only: ids.join(',') } }, reason: '等待信息 <b>=1+1</b>', goesOn: true };
    const key = randomUUID();
    const made = await kit.head.post<Run>('/api/bulk-runs', body, { 'idempotency-key': key });
    expect(made.body).toMatchObject({ id: key, state: 'draft', needsSecond: false, counts: { total: 4, foreseen: 4, waiting: 4 } });
    expect(await kit.heldAmong(ids)).toBe(0);
    const started = await kit.head.post<Run>(`/api/bulk-runs/${key}/start`, {});
    expect(started.status).toBe(200);
    expect(await kit.ended(key)).toMatchObject({ state: 'done', counts: { applied: 4, refused: 0, changed: 0, failed: 0 } });
    expect(await kit.heldAmong(ids)).toBe(4);
    expect(await kit.timesApplied(ids, 'Hold')).toEqual(ids.map(() => 1));
    const { body: page } = await kit.head.get<{ items: { id: string; kind: string; technical: { state: string } | null }[] }>(
      '/api/interventions?limit=20',
    );
    expect(page.items.find(({ id }) => id === key)).toMatchObject({ kind: 'bulk', technical: { state: 'done' } });
  }, 120_000);
});
