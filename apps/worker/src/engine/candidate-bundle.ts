import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { Script } from 'node:vm';

/** A build that cannot be replayed on, and why: by a code, with the system's own words. */
export class UnusableBundle extends Error {
  constructor(
    readonly code: 'CANDIDATE_MISSING' | 'CANDIDATE_OUTSIDE' | 'BUNDLE_DOES_NOT_LOAD',
    detail: string,
  ) {
    super(detail);
    this.name = 'UnusableBundle';
  }
}

/** A bundle of workflow functions that can be replayed on. */
export interface ReadyBundle {
  path: string;
  sha256: string;
}

/** A file in the folder of candidates, by its name there. @throws UnusableBundle when it is missing, or lies outside, also by a link */
export async function candidateIn(folder: string, name: string): Promise<string> {
  const wanted = resolve(folder, name);
  if (!wanted.startsWith(resolve(folder) + sep)) throw new UnusableBundle('CANDIDATE_OUTSIDE', name);
  const [root, found] = [await realpath(folder).catch(() => undefined), await realpath(wanted).catch(() => undefined)];
  if (root === undefined || found === undefined) throw new UnusableBundle('CANDIDATE_MISSING', name);
  if (!found.startsWith(root + sep)) throw new UnusableBundle('CANDIDATE_OUTSIDE', name);
  return found;
}

/** Looks whether a file is a bundle as the engine loads it, without running it. @throws UnusableBundle when it is not */
export async function readyBundle(path: string): Promise<ReadyBundle> {
  const code = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UnusableBundle('CANDIDATE_MISSING', wordsOf(error));
  });
  try {
    new Script(code, { filename: path });
  } catch (error) {
    throw new UnusableBundle('BUNDLE_DOES_NOT_LOAD', wordsOf(error));
  }
  if (!code.includes('sourceMappingURL=data:')) throw new UnusableBundle('BUNDLE_DOES_NOT_LOAD', 'the file is no workflow bundle');
  return { path, sha256: createHash('sha256').update(code).digest('hex') };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
