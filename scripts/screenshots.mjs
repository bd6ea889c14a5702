// @ts-check
/**
 * npm run screenshots: takes the pictures of docs/screenshots from a running instance with its demo projects, and removes those that nobody
 * takes any more. GONGFANG_URL and GONGFANG_DATA_DIR say which one (http://localhost:8080 and .gongfang).
 * Options: --only home-en,mail-zh takes only these; --into <folder> puts them there.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { pictures } from './screenshots/pictures.mjs';
import { receiptsByLanguage } from './screenshots/receipts.mjs';
import { StackError } from './stack/stack-error.mjs';
import { explain } from './stack/steps.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
const url = process.env['GONGFANG_URL'] ?? 'http://localhost:8080';
const dataDir = resolve(root, process.env['GONGFANG_DATA_DIR'] ?? '.gongfang');
const folder = resolve(optionOf('into') ?? join(root, 'docs/screenshots'));
/** Who looks, by name. */
const people = { officer: '李静怡', lead: '杨晓东' };
const largestBytes = 250_000;

/** @param {string} name @returns {string | undefined} */
function optionOf(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : process.argv[at + 1];
}

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./screenshots/pictures.mjs').Picture} Picture */
/** @typedef {import('./screenshots/receipts.mjs').Visitor} Visitor */

/** @typedef {import('./screenshots/receipts.mjs').DemoPerson} DemoPerson */

/** @returns {DemoPerson[]} */
function demoPeople() {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'demo-people.json'), 'utf8'));
  } catch {
    throw new StackError(
      `There are no demo people in ${dataDir}.`,
      'Start an instance with npm start first, or say where it is by GONGFANG_DATA_DIR.',
    );
  }
}

/** @param {import('playwright-core').Browser} browser @param {DemoPerson[]} known @param {string} name @returns {Promise<Visitor>} */
async function signIn(browser, known, name) {
  const person = known.find((one) => one.name.includes(name));
  if (person === undefined) throw new StackError(`${name} is not among the demo people.`, 'Start an instance without --empty.');
  const context = await browser.newContext();
  const data = { signIn: person.email, password: person.password };
  const answer = await context.request.post(`${url}/api/session`, { data });
  if (!answer.ok())
    throw new StackError(`${url} refused ${name} (${answer.status()}).`, 'Is GONGFANG_DATA_DIR the folder of that instance?');
  return { person, context, csrfToken: (await answer.json()).csrfToken };
}

/** Waits until what is shown is whole: nothing is being read, fonts are there, and nothing moves. @param {Page} page */
async function settled(page) {
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready');
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished))',
  );
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** @param {import('playwright-core').Browser} browser @param {Picture} picture @param {Visitor} visitor @param {Record<string, string>} mails */
async function take(browser, { name, viewport, language, scheme, go }, visitor, mails) {
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    storageState: await visitor.context.storageState(),
  });
  await context.addInitScript({ content: `localStorage.setItem('gongfang.language', '${language}')` });
  const page = await context.newPage();
  await go(page, url, mails);
  await settled(page);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  await context.close();
  const bytes = statSync(path).size;
  console.log(`${relative(root, path)} ${Math.round(bytes / 1_000)} kB`);
  if (bytes > largestBytes) throw new StackError(`${name}.png has ${bytes} bytes.`, 'Show less on it: the README loads all of them.');
}

function removeOld() {
  const known = new Set(pictures.map(({ name }) => `${name}.png`));
  readdirSync(folder)
    .filter((file) => file.endsWith('.png') && !known.has(file))
    .forEach((file) => rmSync(join(folder, file)));
}

try {
  const wanted = optionOf('only')?.split(',');
  const known = demoPeople();
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const visitors = {
      officer: await signIn(browser, known, people.officer),
      lead: await signIn(browser, known, people.lead),
    };
    const mails = await receiptsByLanguage(visitors, url);
    const chosen = pictures.filter(({ name }) => wanted?.includes(name) ?? true);
    for (const picture of chosen) await take(browser, picture, visitors[picture.as], mails);
  } finally {
    await browser.close();
  }
  removeOld();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
