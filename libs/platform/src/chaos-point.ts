import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** What a chaos point does, read from `GONGFANG_CHAOS_POINT`: `<point>=kill` or `<point>=wait:<ms>`, at most once per marker file. */
interface ChaosOrder {
  point: string;
  kill: boolean;
  waitMs: number;
  markerFile: string | undefined;
}

/** Parses an order; nothing for an empty or malformed one. */
export function parseChaosOrder(text: string | undefined, markerFile: string | undefined): ChaosOrder | undefined {
  const parts = /^([\w.-]+)=(kill|wait:(\d{1,6}))$/.exec(text ?? '');
  if (parts?.[1] === undefined) return undefined;
  return { point: parts[1], kill: parts[2] === 'kill', waitMs: Number(parts[3] ?? 0), markerFile };
}

// eslint-disable-next-line no-restricted-properties -- read by processes that a test starts in order to kill them; not a setting
const order = parseChaosOrder(process.env['GONGFANG_CHAOS_POINT'], process.env['GONGFANG_CHAOS_MARKER']);

/**
 * A named place where a test may end this process as if the power went (SIGKILL to itself) or let it wait. Does nothing unless the environment
 * names the point, and at most once for all processes that share the marker file.
 */
export async function chaosPoint(point: string): Promise<void> {
  if (order === undefined || order.point !== point || wasUsed(order)) return;
  if (order.kill) process.kill(process.pid, 'SIGKILL');
  await delay(order.waitMs);
}

function wasUsed({ markerFile }: ChaosOrder): boolean {
  if (markerFile === undefined) return false;
  if (existsSync(markerFile)) return true;
  writeFileSync(markerFile, String(process.pid));
  return false;
}
