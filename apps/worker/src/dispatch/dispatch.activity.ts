import { Context } from '@temporalio/activity';
import type { Sql } from '@app/persistence';
import type { EntityActivities } from '@app/workflows';
import { dispatchCommands } from './dispatch-commands';

/** The activity `dispatch` on a database; it reaches the receivers by the worker's own connection to the engine. */
export class DispatchActivity implements Pick<EntityActivities, 'dispatch'> {
  constructor(private readonly db: Sql) {}

  dispatch(input: Parameters<EntityActivities['dispatch']>[0]): Promise<{ sent: number }> {
    const { client, heartbeat } = Context.current();
    return dispatchCommands({ db: this.db, client, heartbeat }, input.entity);
  }
}
