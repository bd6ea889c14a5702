import { randomUUID } from 'node:crypto';
import { createBulkRun, findBulkRun, goOnBulkRun, startBulkRun, type NewBulkRow } from '@app/persistence';
import { bulkIdOf } from '@app/workflows';
import { startBulk } from '../../../apps/worker/src/bulk/start-bulk';
import { openShellWorld } from '../../support/shell-world';
import { waitFor } from '../../support/wait-for';
import { CorpusWriter } from './corpus-writer';
import { bulkScenarios } from './scenarios';

const minutes = 60_000;
/** Rows without a project fail at once, so that a long list is recorded quickly: the workflow knows nothing of rows. */
const longList = 600;

it(
  'acts on many projects',
  async () => {
    const world = await openShellWorld();
    try {
      const writer = new CorpusWriter('bulk');
      const frozen = async (rows: number, canary: number): Promise<string> => {
        const id = randomUUID();
        const list: NewBulkRow[] = Array.from({ length: rows }, () => ({ entityId: randomUUID(), verdict: 'apply' }));
        const act = {
          commandType: 'Hold',
          payload: {},
          reason: 'recorded',
          asked: {},
          createdBy: world.person.personId,
          door: 'cli',
        } as const;
        await world.db.transaction((tx) =>
          createBulkRun(tx, { id, ...act, secondAbove: rows, canary, haltPercent: 100, rowsPerSecond: 50, rows: list }),
        );
        return id;
      };
      const play = async (rows: number, canary: number): Promise<string> => {
        const id = await frozen(rows, canary);
        await startBulkRun(world.db, id, world.person.personId);
        await startBulk(world.client, id);
        return id;
      };
      const ended = (id: string): Promise<boolean> =>
        waitFor(async () => (await findBulkRun(world.db, id))?.endedAt !== null, { withinMs: minutes });

      const halted = await play(5, 3);
      await ended(halted);
      await writer.workflow(world, 'bulk-halted', bulkIdOf(halted));

      // As after its first rows: it waits until somebody lets it go on.
      const waits = await frozen(20, 3);
      await world.db.query(`UPDATE bulk_run SET state = 'checked' WHERE id = $1`, [waits]);
      await startBulk(world.client, waits);
      await waitFor(
        async () =>
          (await world.client.workflow.getHandle(bulkIdOf(waits)).fetchHistory()).events?.some(
            ({ timerStartedEventAttributes }) => timerStartedEventAttributes != null,
          ) === true,
      );
      await goOnBulkRun(world.db, waits);
      await startBulk(world.client, waits);
      await ended(waits);
      await writer.workflow(world, 'bulk-woken', bulkIdOf(waits));

      const many = await play(longList, 0);
      await ended(many);
      await writer.workflow(world, 'bulk-many-rows', bulkIdOf(many));
      writer.finish(bulkScenarios);
    } finally {
      await world.close();
    }
  },
  3 * minutes,
);
