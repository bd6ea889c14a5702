import { Context } from '@temporalio/activity';
import {
  calendarPublication,
  quietActs,
  quietBulkRuns,
  quietMoves,
  quietReplayChecks,
  recordEngineCheck,
  removeOldRehearsals,
  type Sql,
} from '@app/persistence';
import { repairPrefix, type ReconcileActivities, type SweepReport } from '@app/workflows';
import { startBulk } from '../bulk/start-bulk';
import { startMove } from '../rehearsal-room/start-move';
import { archiveClosedRuns } from './archive-runs';
import { startMaintenance } from './start-maintenance';
import { sweepOnce } from './sweep';

/** Work that shows no progress for this long may never have begun: the engine was away when it was asked for. */
const quietMs = 120_000;
const lateMs = { wake: 10 * 60_000, command: 60_000 };

/** The activity of the Schedule `reconcile` on a database. */
export class SweepActivity implements ReconcileActivities {
  constructor(private readonly db: Sql) {}

  async sweep(): Promise<SweepReport> {
    const { client, heartbeat, log } = Context.current();
    const report = await sweepOnce({ db: this.db, client, heartbeat, lateMs, warn: (what, about) => void log.warn(what, about) });
    await recordEngineCheck(this.db, 'sweep', report);
    log.info('swept', { ...report });
    await this.archive();
    await this.startWork();
    return report;
  }

  /** What administrators asked for while the engine was away, and a look at what needs repair. */
  private async startWork(): Promise<void> {
    const { client, log } = Context.current();
    try {
      for (const id of await quietReplayChecks(this.db, quietMs)) await startMaintenance(client, { task: 'replay-check', id });
      for (const id of await quietBulkRuns(this.db, quietMs)) await startBulk(client, id);
      for (const id of await quietMoves(this.db, quietMs)) await startMove(client, id);
      await removeOldRehearsals(this.db);
      for (const id of await quietActs(this.db, repairPrefix, quietMs)) await startMaintenance(client, { task: 'repair', id });
      for (const id of await quietActs(this.db, calendarPublication, quietMs)) await startMaintenance(client, { task: 'calendars', id });
      await startMaintenance(client, { task: 'look' });
    } catch (error) {
      log.warn('maintenance was not started', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  /** The next sweep goes on where this one could not: what was healed counts all the same. */
  private async archive(): Promise<void> {
    const { client, heartbeat, log } = Context.current();
    try {
      const archived = await archiveClosedRuns({ db: this.db, client, heartbeat });
      await recordEngineCheck(this.db, 'archive', { archived });
      log.info('archived closed runs', { archived });
    } catch (error) {
      log.warn('archiving failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}
