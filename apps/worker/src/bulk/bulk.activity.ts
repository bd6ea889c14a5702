import { Context } from '@temporalio/activity';
import { createRuleData, type TransactionSource } from '@app/persistence';
import type { BulkActivities, BulkStep } from '@app/workflows';
import { advanceBulk } from './advance-bulk';

/** Shorter than the time a worker is given to end in order. */
const stepMs = 5_000;

/** The activity of bulk runs on a database; it reaches the projects by the worker's own connection to the engine. */
export class BulkActivity implements BulkActivities {
  private readonly ruleData = createRuleData();

  constructor(private readonly db: TransactionSource) {}

  advanceBulk({ runId }: { runId: string }): Promise<BulkStep> {
    const { client, heartbeat } = Context.current();
    return advanceBulk({ db: this.db, ruleData: this.ruleData, client, heartbeat, stepMs }, runId);
  }
}
