// @ts-check
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { StackError } from './stack/stack-error.mjs';

const run = promisify(execFile);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const INSTALL_MS = 300_000;

/**
 * The Chromium for the browser tests: CHROME_PATH, else on PATH, else Debian's package when we are root, else Playwright's download.
 * When none can be had the error lists what was tried; the browser tests then fail with that sentence.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} path of the program
 */
export async function findChromium(env = process.env) {
  /** @type {[string, () => string | undefined | Promise<string | undefined>][]} */
  const sources = [
    ['CHROME_PATH', () => fromSetting(env['CHROME_PATH'])],
    ['chromium on PATH', () => onPath(env)],
    ["Debian's package chromium", () => debianPackage(env)],
    ["Playwright's download", () => playwrightDownload(env)],
  ];
  const tried = [];
  for (const [source, find] of sources) {
    try {
      const path = await find();
      if (path !== undefined) return path;
      tried.push(`${source}: not there`);
    } catch (error) {
      tried.push(`${source}: ${(error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1)}`);
    }
  }
  throw new StackError(
    `No Chromium could be found for the browser tests. Tried: ${tried.join('; ')}.`,
    'Install Chromium, or set CHROME_PATH to its program.',
  );
}

/** @param {string | undefined} path */
function fromSetting(path) {
  if (path === undefined || path === '') return undefined;
  if (!existsSync(path)) throw new Error(`there is no program ${path}`);
  return path;
}

/** @param {NodeJS.ProcessEnv} env */
function onPath(env) {
  const folders = (env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** @param {NodeJS.ProcessEnv} env */
async function debianPackage(env) {
  if (process.getuid?.() !== 0) throw new Error('only root can install it');
  const options = { timeout: INSTALL_MS, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], options);
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
  return onPath(env);
}

/** @param {NodeJS.ProcessEnv} env */
async function playwrightDownload(env) {
  await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium-headless-shell', 'chromium'], {
    timeout: INSTALL_MS,
    env,
  });
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
