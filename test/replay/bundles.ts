import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');

/** A change of one source file: what stood there, and what stands there now. */
export interface SourceChange {
  file: string;
  from: string;
  to: string;
}

/** An empty folder inside the repository, so that packages are found from it. */
export function scratchFolder(): string {
  const base = join(root, '.gongfang-test');
  mkdirSync(base, { recursive: true });
  return mkdtempSync(join(base, 'replay-'));
}

/**
 * Bundles the workflows of today's source, or of a copy with changes, by the script that makes the shipped bundle. Throws when a change no longer
 * finds its place: then the test has to be brought up to date.
 */
export async function bundleOf(folder: string, changes: SourceChange[] = []): Promise<string> {
  const copy = mkdtempSync(join(folder, 'source-'));
  for (const lib of ['libs/workflows/src', 'libs/domain/src']) cpSync(join(root, lib), join(copy, lib), { recursive: true });
  for (const { file, from, to } of changes) {
    const path = join(copy, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} no longer holds: ${from}`);
    writeFileSync(path, after);
  }
  const bundle = join(copy, 'bundle.js');
  const entry = join(copy, 'libs/workflows/src/workflow-entry.ts');
  await run(process.execPath, [join(root, 'scripts/build-workflow-bundle.mjs'), bundle, entry], { cwd: root });
  return bundle;
}
