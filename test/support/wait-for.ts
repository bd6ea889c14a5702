import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait and how often to ask, in ms; `what` is named when the time is over. */
export interface WaitOptions {
  withinMs?: number;
  everyMs?: number;
  what?: string;
}

/**
 * Asks again and again until the condition gives something truthy, and returns that. A condition that throws counts as not yet; its last error
 * is told when the time is over. The only way a test waits.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { withinMs = 10_000, everyMs = 50, what = 'the condition' }: WaitOptions = {},
): Promise<NonNullable<T>> {
  const end = Date.now() + withinMs;
  let lastError: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() >= end) throw new Error(`${what} did not hold within ${withinMs} ms${reasonOf(lastError)}`);
    await delay(everyMs);
  }
}

function reasonOf(error: unknown): string {
  if (error === undefined) return '';
  return `; last error: ${error instanceof Error ? error.message : JSON.stringify(error)}`;
}
