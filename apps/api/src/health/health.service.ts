import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { missingMigrations } from '@app/persistence';
import { connectClient, type Config } from '@app/platform';
import { taskQueues } from '@app/workflows';
import type { LazyDatabase } from '../lazy-database';
import { CONFIG, DATABASE } from '../tokens';

/** Whether everything a command needs is there. */
export interface Readiness {
  ready: boolean;
  parts: Record<string, boolean>;
}

const partLimitMs = 3_000;
/** Pollers of a long poll report at least once a minute; an older one is gone. */
const pollerAliveMs = 90_000;
const workflowQueueType = 1;
const activityQueueType = 2;

/** Asks database, engine and workers whether they answer. Never throws; each part has three seconds. */
@Injectable()
export class HealthService implements OnApplicationShutdown {
  private readonly client: ReturnType<typeof connectClient>;

  constructor(
    @Inject(DATABASE) private readonly database: LazyDatabase,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.client = connectClient(config);
  }

  /** State of each part now. */
  async readiness(): Promise<Readiness> {
    const { project, mail } = taskQueues;
    const checks: Record<string, () => Promise<boolean>> = {
      database: async () => (await missingMigrations(await this.database.dataSource())).length === 0,
      engine: async () => (await this.client.workflowService.getSystemInfo({})).serverVersion !== '',
      projectWorker: () => this.isPolled(project, workflowQueueType),
      mailWorker: () => this.isPolled(mail, activityQueueType),
    };
    const parts = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await withinTime(check)] as const));
    return { ready: parts.every(([, fine]) => fine), parts: Object.fromEntries(parts) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
  }

  private async isPolled(name: string, taskQueueType: number): Promise<boolean> {
    const { pollers } = await this.client.workflowService.describeTaskQueue({
      namespace: this.config.temporal.namespace,
      taskQueue: { name },
      taskQueueType,
    });
    const since = (Date.now() - pollerAliveMs) / 1000;
    return (pollers ?? []).some((poller) => Number(poller.lastAccessTime?.seconds ?? 0) >= since);
  }
}

async function withinTime(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), partLimitMs);
  });
  try {
    return await Promise.race([check().catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
