import { randomUUID } from 'node:crypto';
import { askRoot, rootIsDue, waitingRoot } from '@app/persistence';
import { signRoot, type RootTools } from './sign-root';

const dayMs = 86_400_000;
/** 02:00 in Beijing, as ms of the day in UTC. */
const nightMs = 18 * 3_600_000;

/** The last 02:00 in Beijing. */
export function lastNight(now: Date): Date {
  return new Date(Math.floor((now.getTime() - nightMs) / dayMs) * dayMs + nightMs);
}

/** Signs what somebody asked for; else, once a night, the root of the night, also when the night was slept through. Answers whether one was made. */
export async function signIfDue(tools: RootTools, now: Date): Promise<boolean> {
  const { db } = tools;
  let id = await waitingRoot(db);
  if (id === undefined && (await rootIsDue(db, lastNight(now)))) {
    id = randomUUID();
    await askRoot(db, { id, door: 'clock', askedBy: null });
  }
  if (id === undefined) return false;
  await signRoot(tools, id);
  return true;
}
