import { readFile, rename, writeFile } from 'node:fs/promises';
import type { WatchReader } from '@app/persistence';

/** What the watchdog keeps beside the database, for when that is away: when it last proved, whom to tell, and whether they were told. */
export interface WatchNotes {
  told: boolean;
  /** Epoch ms of the last proof; 0 when none is known. */
  provedMs: number;
  readers: WatchReader[];
}

/** The notes in a file; empty ones where there is no file, or none that can be read. */
export async function readNotes(path: string | undefined): Promise<WatchNotes> {
  const none: WatchNotes = { told: false, provedMs: 0, readers: [] };
  if (path === undefined) return none;
  try {
    return { ...none, ...(JSON.parse(await readFile(path, 'utf8')) as Partial<WatchNotes>) };
  } catch {
    return none;
  }
}

/** Replaces the notes, whole or not at all; readable for their owner only, since they name people. */
export async function writeNotes(path: string | undefined, notes: WatchNotes): Promise<void> {
  if (path === undefined) return;
  await writeFile(`${path}.new`, JSON.stringify(notes), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
