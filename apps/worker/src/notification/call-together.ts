import { setTimeout as delay } from 'node:timers/promises';

/** So long a call waits for company: a busy desk has several mails ready by then. */
const lingerMs = 2;

interface Waiting<T> {
  item: T;
  resolve: (done: boolean) => void;
  reject: (error: unknown) => void;
}

/**
 * Makes one call of many: what is asked while a call is under way is asked together in the next one, so that a busy desk does not pay for a
 * transaction per mail.
 * @param work does it for all items at once and answers the ids of those for which it was done
 * @returns whether it was done for this item; rejects for all items of a call that failed
 */
export function callTogether<T extends { id: string }>(work: (items: T[]) => Promise<Set<string>>): (item: T) => Promise<boolean> {
  let waiting: Waiting<T>[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      await delay(lingerMs);
      const group = waiting;
      waiting = [];
      try {
        const done = await work(group.map(({ item }) => item));
        for (const { item, resolve } of group) resolve(done.has(item.id));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    running = false;
  };
  return async (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}
