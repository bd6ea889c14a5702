// @ts-check
/**
 * npm run screenshots: takes the pictures of docs/screenshots from a running instance with its demo projects.
 * GONGFANG_URL and GONGFANG_DATA_DIR say which one (http://localhost:8080 and .gongfang).
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { StackError } from './stack/stack-error.mjs';
import { explain } from './stack/steps.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
const url = process.env['GONGFANG_URL'] ?? 'http://localhost:8080';
const dataDir = resolve(root, process.env['GONGFANG_DATA_DIR'] ?? '.gongfang');
const folder = join(root, 'docs/screenshots');
const officer = 'li.jingyi@secretariat.example';
const desk = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, viewport: { width: number, height: number }, language: 'en' | 'zh-CN', scheme: 'light' | 'dark', go: (page: Page) => Promise<void> }} Shot */

/** Opens the page of the first listed project whose line names this. @param {Page} page @param {string} search */
async function openProject(page, search) {
  await page.goto(`${url}/projects?q=${encodeURIComponent(search)}`);
  await page.locator('main a[href^="/projects/"]:visible').first().click();
  await page.locator('[data-testid=standing]').waitFor();
}

/** @param {Page} page */
const openList = (page) => page.goto(`${url}/projects?sort=deadline`).then(() => undefined);

/** @type {Shot[]} */
const shots = [
  { name: 'projects-en', viewport: desk, language: 'en', scheme: 'light', go: openList },
  { name: 'projects-zh', viewport: desk, language: 'zh-CN', scheme: 'light', go: openList },
  { name: 'projects-phone-zh', viewport: phone, language: 'zh-CN', scheme: 'light', go: openList },
  { name: 'project-zh', viewport: desk, language: 'zh-CN', scheme: 'light', go: (page) => openProject(page, 'LMGF-2026-LA-001') },
  { name: 'project-phone-dark-en', viewport: phone, language: 'en', scheme: 'dark', go: (page) => openProject(page, 'LMGF-2025-KH-001') },
  {
    name: 'timeline-en',
    viewport: desk,
    language: 'en',
    scheme: 'light',
    go: async (page) => {
      await openProject(page, 'LMGF-2025-TH-001');
      await page.goto(`${page.url()}?view=timeline`);
      await page.locator('.timeline li.planned').first().waitFor();
      await page.locator('.timeline li.planned summary').first().click();
    },
  },
  {
    name: 'command-en',
    viewport: desk,
    language: 'en',
    scheme: 'light',
    go: async (page) => {
      await openProject(page, 'LMGF-2026-LA-001');
      await page.goto(`${page.url()}/do/record-signature`);
      await page.locator('form button[type=submit]').waitFor();
    },
  },
];

/** @param {import('playwright-core').Browser} browser @param {Shot} shot @param {string} password */
async function take(browser, { name, viewport, language, scheme, go }, password) {
  const context = await browser.newContext({ viewport, colorScheme: scheme, locale: language, timezoneId: 'Asia/Vientiane' });
  await context.addInitScript({ content: `localStorage.setItem('gongfang.language', '${language}')` });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.locator('input[autocomplete=username]').fill(officer);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(`${url}/`);
  await go(page);
  await page.locator('[aria-live=polite]').waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/screenshots/${name}.png`);
}

/** @returns {string} */
function passwordOfOfficer() {
  try {
    const people = JSON.parse(readFileSync(join(dataDir, 'demo-people.json'), 'utf8'));
    return people.find((/** @type {{ email: string }} */ one) => one.email === officer).password;
  } catch {
    throw new StackError(
      `There are no demo people in ${dataDir}.`,
      'Start an instance with npm start first, or say where it is by GONGFANG_DATA_DIR.',
    );
  }
}

try {
  const password = passwordOfOfficer();
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  for (const shot of shots) await take(browser, shot, password);
  await browser.close();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
