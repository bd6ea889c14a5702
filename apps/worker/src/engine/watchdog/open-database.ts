import { setTimeout as delay } from 'node:timers/promises';
import type { createDataSource } from '@app/persistence';

const pauseMs = 2_000;
const minuteMs = 60_000;

/** Opens the database, whenever it comes; meanwhile the age of the last proof is looked at all the same. */
export async function openDatabaseWhenever(
  db: ReturnType<typeof createDataSource>,
  minute: () => Promise<void>,
  ended: AbortSignal,
): Promise<void> {
  let minuteAt = performance.now();
  while (!ended.aborted && !db.isInitialized) {
    try {
      await db.initialize();
    } catch {
      if (performance.now() - minuteAt >= minuteMs) {
        minuteAt = performance.now();
        await minute();
      }
      await delay(pauseMs, undefined, { signal: ended }).catch(() => undefined);
    }
  }
}
