import { Context } from '@temporalio/activity';
import type { Sql } from '@app/persistence';
import type { ConductorActivities, ConductorInput, ConductorResult } from '@app/workflows';
import { playRoom } from './play-room';

/** How long one activity plays before it reports: well below its time-out. */
const playMs = 45_000;

/** The activity of a room's conductor on a database. */
export class ConductorActivity implements ConductorActivities {
  constructor(private readonly db: Sql) {}

  conductStep(input: ConductorInput): Promise<ConductorResult> {
    const { client, heartbeat, cancellationSignal } = Context.current();
    return playRoom({ db: this.db, client, heartbeat, cancelled: cancellationSignal }, input, playMs);
  }
}
