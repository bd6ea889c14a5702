import { Context } from '@temporalio/activity';
import { recordEngineCheck, type Sql } from '@app/persistence';
import type { ReconcileActivities, SweepReport } from '@app/workflows';
import { sweepOnce } from './sweep';

const lateMs = { wake: 10 * 60_000, command: 60_000 };

/** The activity of the Schedule `reconcile` on a database. */
export class SweepActivity implements ReconcileActivities {
  constructor(private readonly db: Sql) {}

  async sweep(): Promise<SweepReport> {
    const { client, heartbeat, log } = Context.current();
    const report = await sweepOnce({ db: this.db, client, heartbeat, lateMs, warn: (what, about) => void log.warn(what, about) });
    await recordEngineCheck(this.db, 'sweep', report);
    log.info('swept', { ...report });
    return report;
  }
}
