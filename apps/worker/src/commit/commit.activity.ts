import { Context } from '@temporalio/activity';
import type { Sql, TransactionSource } from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { CommitInput, CommitResult, EntityActivities, StoreFailureInput } from '@app/workflows';
import { activityFailure } from '../activity-failures';
import { commitTransaction } from './commit-transaction';
import type { CommitTools } from './open-session';
import { storeFailureOf } from './stored-failure';

/** What the commit activities need of the process. */
export interface CommitServices extends CommitTools {
  db: TransactionSource;
  /** After COMMIT, best effort: mail waits from this real instant on (epoch milliseconds). Nobody waits for it. */
  poke(atMs: number): void;
  /** A command ended as failed. */
  onStoredFailure(failure: { entity: StoreFailureInput['entity']; commandId: string; reason: string; incident: string }): void;
}

/** The activities `commit` and `storeFailure` on a database. */
export class CommitActivity implements Pick<EntityActivities, 'commit' | 'storeFailure'> {
  constructor(private readonly services: CommitServices) {}

  /** One command, one transaction; see `commitTransaction`. */
  async commit(input: CommitInput): Promise<CommitResult> {
    try {
      const { result, mailDueAtMs } = await this.services.db.transaction((tx: Sql) => commitTransaction(tx, this.services, input));
      await chaosPoint('commit.after-commit');
      if (mailDueAtMs !== undefined) this.services.poke(mailDueAtMs);
      return result;
    } catch (error) {
      throw activityFailure(error, Context.current().info.attempt);
    }
  }

  /** Gives a command that cannot be carried out its answer, so that it may leave the queue. */
  async storeFailure({ entity, commandId, reason }: StoreFailureInput): Promise<void> {
    try {
      const incident = await this.services.db.transaction((tx: Sql) => storeFailureOf(tx, entity, commandId, reason));
      if (incident !== undefined) this.services.onStoredFailure({ entity, commandId, reason, incident });
    } catch (error) {
      throw activityFailure(error, 1);
    }
  }
}
