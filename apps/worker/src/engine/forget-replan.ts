import { rulesBuild } from '@app/domain';
import { calendarVersion, type Sql } from '@app/persistence';
import { restartReplan } from '@app/persistence/ledger-writer';

/** Lets the next replan start at the beginning, although this release was planned before. */
export async function forgetReplan(db: Sql): Promise<void> {
  await restartReplan(db, { build: rulesBuild, calendarVersion: await calendarVersion(db) });
}
