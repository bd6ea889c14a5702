import { Client, Connection } from '@temporalio/client';
import type { Instant } from '@app/domain';
import { createDataSource, createRuleData, openRoom, type EntityKey } from '@app/persistence';
import { DiskFileStore } from '@app/platform';
import { addDemoOrganizations, addDemoPeople, type DemoPerson } from '../../apps/worker/src/engine/first-data/demo-people';
import { createLedgerTeller } from '../../apps/worker/src/engine/first-data/ledger-teller';
import { createPlayer } from '../../apps/worker/src/engine/player';
import { roomClock, type RoomClock } from '../../apps/worker/src/rehearsal/room-clock';
import { callStory, type CallPlot } from '../../apps/worker/src/story/call-story';
import { play } from '../../apps/worker/src/story/teller';
import { databaseSettings } from './commit-kit';
import { freshWorkspace, fromSetUp, startWorker, type AppProcess, type Workspace } from './stack';

/** A rehearsal instance with a worker, the demo people, and nothing played yet. */
export interface RehearsalKit {
  workspace: Workspace;
  db: ReturnType<typeof createDataSource>;
  client: Client;
  people: DemoPerson[];
  worker: AppProcess;
  /** Opens a room and tells plots in it, without the engine, up to an instant; what was to be mailed until then is done with. */
  roomAt(at: Instant, plots: (clock: Record<string, unknown>) => CallPlot[]): Promise<PlayedRoom>;
  close(): Promise<void>;
}

/** A room with what was played in it. */
export interface PlayedRoom {
  roomId: string;
  clock: RoomClock;
  /** The project of a plot. */
  project(key: string): EntityKey;
}

/** Opens a rehearsal instance of its own for a test file. */
export async function openRehearsalKit(settings: NodeJS.ProcessEnv = {}): Promise<RehearsalKit> {
  const workspace = await freshWorkspace({ GONGFANG_MODE: 'rehearsal', ...settings });
  const db = createDataSource({ ...databaseSettings, poolSize: 10, url: workspace.database.appUrl }, 'rehearsal-test');
  await db.initialize();
  const people = await db.transaction(async (tx) => {
    await addDemoOrganizations(tx);
    return addDemoPeople(tx);
  });
  const connection = await Connection.connect({ address: fromSetUp('TEMPORAL_ADDRESS') });
  const client = new Client({ connection, namespace: workspace.namespace });
  const worker = await startWorker(workspace.env);
  return {
    workspace,
    db,
    client,
    people,
    worker,
    roomAt: async (at, plots) => {
      const roomId = await openRoom(db, { name: 'test', at });
      const player = createPlayer(db, { ruleData: createRuleData(), production: false, rollAt: 600, onFailure: () => undefined });
      const teller = createLedgerTeller({ db, player, files: new DiskFileStore(`${workspace.dataDir}/files`) });
      const stories = plots({ kind: 'conducted', roomId }).map(callStory);
      await play(
        stories.flatMap((story) => story.acts),
        teller,
        at,
      );
      await teller.runClocks(at);
      await db.query(
        `UPDATE outbox SET state = 'cancelled', done_at = now() WHERE kind = 'mail' AND room_id = $1 AND state IN ('created', 'held')`,
        [roomId],
      );
      const threads = stories.flatMap((story) => story.threads.projects);
      return {
        roomId,
        clock: await roomClock(db, client, roomId),
        project: (key) => {
          const id = threads.find((thread) => thread.plot.key === key)?.projectId;
          if (id === undefined) throw new Error(`${key} was not started`);
          return { kind: 'project', id };
        },
      };
    },
    close: async () => {
      await worker.stop();
      await connection.close();
      await db.destroy();
      await workspace.dispose();
    },
  };
}
