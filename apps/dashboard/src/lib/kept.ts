import { meQuery } from './me';
import { queryClient } from './query-client';
import type { Me } from './session';

const prefix = 'gongfang.kept/';
const keptForMs = 14 * 86_400_000;

interface Kept<T> {
  at: number;
  content: T;
}

function keyOf(name: string): string | undefined {
  const me = queryClient.getQueryData<Me | null>(meQuery.queryKey);
  return me == null ? undefined : `${prefix}${me.personId}/${name}`;
}

/** Keeps what the signed-in person types in this browser, so that neither a lost connection nor an ended session loses it. */
export function keep(name: string, content: unknown): void {
  const key = keyOf(name);
  if (key === undefined) return;
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), content } satisfies Kept<unknown>));
  } catch {
    // A full or forbidden storage must not hinder anybody from typing.
  }
}

/** What this person kept under a name, unless it is old; the caller checks its shape. */
export function keptUnder(name: string): unknown {
  const key = keyOf(name);
  if (key === undefined) return undefined;
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<unknown> | null;
    return kept === null || Date.now() - kept.at > keptForMs ? undefined : kept.content;
  } catch {
    return undefined;
  }
}

/** Forgets what was kept under a name: it has been sent. */
export function forget(name: string): void {
  const key = keyOf(name);
  if (key !== undefined) removeItem(key);
}

/** Forgets everything that anybody kept in this browser: whoever signs out leaves nothing behind on a shared computer. */
export function forgetEverything(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) removeItem(key);
}

function removeItem(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}
