import { Context } from '@temporalio/activity';
import {
  calendarPublication,
  lastEngineCheck,
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
import { lookForTrouble } from './look-for-trouble';
import { startMaintenance } from './start-maintenance';
import { sweepOnce } from './sweep';
import { troubleLateMs } from './trouble-limits';

/** Work that shows no progress for this long may never have begun: the engine was away when it was asked for. */
const quietMs = 120_000;
/** How often everything is looked at, however many projects there are, and closed runs are archived. */
const thoroughEveryMs = 600_000;

/** The activity of the Schedule `reconcile` on a database. */
export class SweepActivity implements ReconcileActivities {
  constructor(private readonly db: Sql) {}

  async sweep(): Promise<SweepReport> {
    const { client, heartbeat, log } = Context.current();
    const report = await sweepOnce({
      db: this.db,
      client,
      heartbeat,
      lateMs: troubleLateMs,
      warn: (what, about) => void log.warn(what, about),
    });
    await recordEngineCheck(this.db, 'sweep', report);
    log.info('swept', { ...report });
    const thorough = await this.isTimeFor('archive');
    if (thorough) await this.archive();
    await this.look();
    await this.startWork(thorough);
    return report;
  }

  private async isTimeFor(check: string): Promise<boolean> {
    const last = await lastEngineCheck(this.db, check);
    return last === undefined || Date.now() - last.endedAt.getTime() > thoroughEveryMs;
  }

  /** Its cost does not grow with the projects: every minute. */
  private async look(): Promise<void> {
    const { client, heartbeat, log } = Context.current();
    try {
      const found = await lookForTrouble({ db: this.db, client, heartbeat, lateMs: troubleLateMs, everyOne: false });
      await recordEngineCheck(this.db, 'look', { found });
    } catch (error) {
      log.warn('the look for trouble failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  /** What administrators asked for while the engine was away, and now and then a look at every project. */
  private async startWork(thorough: boolean): Promise<void> {
    const { client, log } = Context.current();
    try {
      for (const id of await quietReplayChecks(this.db, quietMs)) await startMaintenance(client, { task: 'replay-check', id });
      for (const id of await quietBulkRuns(this.db, quietMs)) await startBulk(client, id);
      for (const id of await quietMoves(this.db, quietMs)) await startMove(client, id);
      await removeOldRehearsals(this.db);
      for (const id of await quietActs(this.db, repairPrefix, quietMs)) await startMaintenance(client, { task: 'repair', id });
      for (const id of await quietActs(this.db, calendarPublication, quietMs)) await startMaintenance(client, { task: 'calendars', id });
      if (thorough) await startMaintenance(client, { task: 'look' });
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
