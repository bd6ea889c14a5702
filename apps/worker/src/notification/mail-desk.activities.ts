import { Context } from '@temporalio/activity';
import type { DeliverDueResult, MailDeskActivities } from '@app/workflows';
import { deliverDue } from './deliver-due';
import type { DeskTools } from './desk-tools';

const heartbeatEveryMs = 5_000;

/** The activity of the mail desk. */
export class MailDeskActivity implements MailDeskActivities {
  constructor(private readonly tools: Omit<DeskTools, 'heartbeat'>) {}

  async deliverDue(input: { shard: string }): Promise<DeliverDueResult> {
    const context = Context.current();
    const heartbeat = (details: unknown): void => context.heartbeat(details);
    // A server that is slow to answer must not look like a lost worker.
    const alive = setInterval(() => heartbeat('sending'), heartbeatEveryMs);
    try {
      return await deliverDue({ ...this.tools, heartbeat }, input);
    } finally {
      clearInterval(alive);
    }
  }

  /** Ends the idle connections to the mail server; otherwise they keep the process alive. */
  close(): void {
    this.tools.transport.close();
  }
}
