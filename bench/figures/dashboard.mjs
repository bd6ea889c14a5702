// @ts-check
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { signIn } from '../people.mjs';
import { percentile } from '../statistics.mjs';
import { budgetLine } from './pages.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const budget = { screenMs: 1_500, interactionMs: 150, scriptKb: 250 };

/** Pages an officer opens first, and what of each is useful. */
const screens = [
  { name: 'home', path: '/', useful: 'main h2' },
  { name: 'board', path: '/board', useful: 'main a[href^="/projects/"]' },
  { name: 'list', path: '/projects', useful: 'main a[href^="/projects/"]' },
];

/**
 * Number 13 and the page budgets: the first useful screen of home, board and list with an empty cache, the slowest quarter of interactions with the list,
 * and the script that is loaded before anything is shown. In a real browser on the same machine; milliseconds against their budgets.
 * @param {import('../run.mjs').Bench} bench
 */
export async function dashboard({ instance, dataDir, quick }) {
  const officer = await signIn(instance.url, dataDir, 'li.jingyi');
  const [name = '', value = ''] = officer.cookie.split('=');
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const lines = [];
  const open = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    await context.addCookies([{ name, value, url: instance.url }]);
    return context.newPage();
  };
  try {
    for (const screen of screens) {
      const times = [];
      for (let round = 0; round < (quick ? 3 : 7); round += 1) {
        const page = await open();
        const since = performance.now();
        await page.goto(`${instance.url}${screen.path}`, { waitUntil: 'commit' });
        await page.locator(screen.useful).first().waitFor();
        times.push(performance.now() - since);
        await page.context().close();
      }
      lines.push(budgetLine(`13-${screen.name}`, `first useful screen of ${screen.name}, ms of its budget`, times, budget.screenMs));
    }
    const taken = await interactions(await open(), instance.url, quick ? 8 : 20);
    lines.push(budgetLine('13-inp', 'interaction, slowest quarter, ms of its budget', [percentile(taken, 0.75)], budget.interactionMs));
  } finally {
    await browser.close();
  }
  lines.push(budgetLine('13-script', 'initial script, kB compressed, of its budget', [initialScriptKb()], budget.scriptKb));
  return lines;
}

/**
 * Milliseconds from a key to the next frame after it, as the browser's own event timing tells them.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {number} count
 */
async function interactions(page, url, count) {
  await page.goto(`${url}/projects`);
  await page.locator('main a[href^="/projects/"]').first().waitFor();
  await page.evaluate(`globalThis.taken = []; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId > 0) globalThis.taken.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: false })`);
  const search = page.locator('main input').first();
  for (let at = 0; at < count; at += 1) {
    await search.press(at % 2 === 0 ? 'a' : 'Backspace');
    await page.locator('body').press('Tab');
  }
  const taken = await page.evaluate(/** @type {string} */ ('new Promise((done) => setTimeout(() => done(globalThis.taken), 500))'));
  // What took less than 16 ms is not even told.
  return taken.length === 0 ? [16] : taken;
}

/** Size of the scripts that the first page names, compressed. */
function initialScriptKb() {
  const folder = join(root, 'dist/dashboard');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path = '']) => path);
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1_000;
}
