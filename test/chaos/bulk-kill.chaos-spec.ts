import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openBulkKit, type BulkKit, type Run } from '../support/bulk-kit';
import type { AppProcess } from '../support/stack';

/** Three go first, three follow. */
const rows = 6;

describe('a worker that is killed in the middle of an act on many projects', () => {
  let kit: BulkKit;
  /** Passed over by every list. */
  let closed: string[];
  beforeAll(async () => {
    kit = await openBulkKit({ withoutWorker: true });
    closed = await kit.projectsIn('closed', 1);
  }, 300_000);
  afterAll(() => kit?.close(), 60_000);

  /** A worker that dies at a point, once. */
  const doomedAt = (point: string): Promise<AppProcess> =>
    kit.startWorker({ GONGFANG_CHAOS_POINT: `${point}=kill`, GONGFANG_CHAOS_MARKER: join(kit.workspace.dataDir, `killed-${point}`) });

  /** Freezes a list of so many, one of them closed, and starts it. */
  async function started(count: number): Promise<{ id: string; ids: string[] }> {
    const ids = [...(await kit.projectsIn('review', count)), ...closed];
    const body = {
      command: 'Hold',
      wish: { kind: 'hold', reasonCode: 'INFORMATION' },
      selection: { ids },
      reason: '演练 drill',
      goesOn: true,
    };
    const { body: run } = await kit.head.post<Run>('/api/bulk-runs', body, { 'idempotency-key': randomUUID() });
    expect(run.counts).toMatchObject({ total: count + 1, foreseen: count, skipped: 1 });
    await kit.head.post(`/api/bulk-runs/${run.id}/start`, {});
    return { id: run.id, ids: ids.slice(0, count) };
  }

  it.each(['bulk.before-sending', 'commit.in-tx', 'commit.after-commit', 'bulk.between-items', 'bulk.canary-passed'])(
    'at %s, the next one goes on: each project is acted on once, and what was foreseen is what became of it',
    async (point) => {
      const doomed = await doomedAt(point);
      const { id, ids } = await started(rows);
      expect(await doomed.ended).toBe('SIGKILL');
      const next = await kit.startWorker();
      const run = await kit.ended(id);
      expect(run).toMatchObject({
        state: 'done',
        counts: { applied: rows, refused: 0, changed: 0, failed: 0, waiting: 0, sent: 0, otherwise: 0 },
      });
      expect(run.counts.foreseen).toBe(run.counts.applied + run.counts.refused);
      expect(await kit.timesApplied(ids, 'Hold')).toEqual(ids.map(() => 1));
      expect(await kit.heldAmong(ids)).toBe(rows);
      await next.kill();
    },
    180_000,
  );
});
