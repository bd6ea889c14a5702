import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The checkout's root. */
export const projectRoot = resolve(__dirname, '../..');

const shared = ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'];

/** A copy of the project's skeleton in which a test plants files that break a rule; `remove` deletes it. */
export interface PlantedTree {
  root: string;
  remove: () => void;
}

/**
 * Writes the files (path → source) into a fresh folder beside the project's own settings and packages, so that a checker
 * sees them as it sees the real tree.
 */
export function plantTree(files: Record<string, string>): PlantedTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gongfang-planted-')));
  for (const name of shared) copyFileSync(join(projectRoot, name), join(root, name));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Result of a tool run: its exit code and what it printed. */
export interface ToolRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a Node program in a folder and waits for its end; at most five minutes. */
export function runNode(args: string[], cwd: string, env: NodeJS.ProcessEnv = process.env): ToolRun {
  const run = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 300_000 });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}
