import { setTimeout as delay } from 'node:timers/promises';

const firstPauseMs = 2;
const longestPauseMs = 50;

/** Asks again and again, with growing pauses, until it holds or `withinMs` is over; answers whether it held. Rejects when cancelled. */
export async function waitUntil(holds: () => Promise<boolean>, withinMs: number, cancelled: AbortSignal): Promise<boolean> {
  const end = Date.now() + withinMs;
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 1.5, longestPauseMs)) {
    if (await holds()) return true;
    if (Date.now() > end) return false;
    await delay(pause, undefined, { signal: cancelled });
  }
}
