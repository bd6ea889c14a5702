import { Context } from '@temporalio/activity';
import { calendarPublication, endAct, findAct, type TransactionSource } from '@app/persistence';
import type { MaintenanceActivities } from '@app/workflows';
import type { CommitTools } from '../commit/open-session';
import { replanCalendars } from './replan-calendars';

/** Computes dates anew after a calendar was published, and only then puts the end of the publication on record. */
export class CalendarActivity implements Pick<MaintenanceActivities, 'replanCalendars'> {
  constructor(
    private readonly db: TransactionSource,
    private readonly commit: CommitTools,
  ) {}

  async replanCalendars({ id }: { id: string }): Promise<void> {
    const act = await findAct(this.db, id);
    if (act?.kind !== calendarPublication || act.state !== 'running') return;
    const { client } = Context.current();
    const { looked, moved } = await replanCalendars(
      { db: this.db, client, commit: this.commit, heartbeat: () => Context.current().heartbeat() },
      `calendar-${id}`,
    );
    await endAct(this.db, id, { state: 'done', code: 'CALENDAR_PUBLISHED', values: { looked, moved } });
  }
}
