import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import type { DemoPerson } from '../../apps/worker/src/engine/first-data/demo-people';
import { chromiumPath } from '../support/chromium';
import { waitFor } from '../support/wait-for';

/** How a person looks at the dashboard. */
export interface Look {
  width: number;
  height: number;
  locale: string;
}

/** A desk and a phone. */
export const looks = {
  desk: { width: 1280, height: 900, locale: 'en-GB' },
  phone: { width: 390, height: 844, locale: 'en-GB' },
} as const satisfies Record<string, Look>;

/** A rule of the accessibility guidelines that a page breaks. */
export interface Violation {
  page: string;
  rule: string;
  element: string;
}

/** The people of the programme, each with a browser window of his own, and what was found on their pages. */
export interface Stage {
  url: string;
  /** The window of a player; signed in at the first call. */
  as(key: string): Promise<Page>;
  /** A window of somebody who is not signed in. */
  stranger(look?: Look): Promise<Page>;
  /** Looks for violations once per name: of all rules, or of those about colours, where only colours have changed. */
  inspect(page: Page, name: string, of?: 'all' | 'colours'): Promise<void>;
  violations: Violation[];
  /** What pages said to the console as an error, and errors nobody caught. */
  complaints: string[];
  close(): Promise<void>;
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = {
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
/** An answer that is a refusal is an answer, not a complaint of the page. */
const isAnswer = /Failed to load resource/;

interface Findings {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** Opens a browser for these people; partners and experts look at it on a phone. `still`: they have asked their systems for less motion. */
export async function openStage(url: string, people: readonly DemoPerson[], { still = false } = {}): Promise<Stage> {
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const windows = new Map<string, Promise<Page>>();
  const violations: Violation[] = [];
  const complaints: string[] = [];
  const inspected = new Set<string>();
  const stranger: Stage['stranger'] = async (look = looks.desk) => {
    // The policy of our pages forbids every script but our own; the inspector is one of the test's.
    const context = await browser.newContext({
      viewport: look,
      locale: look.locale,
      timezoneId: 'Asia/Bangkok',
      bypassCSP: true,
      reducedMotion: still ? 'reduce' : 'no-preference',
    });
    context.setDefaultTimeout(30_000);
    // Of the context, so that windows which a click opens are heard too.
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error' && !isAnswer.test(message.text())) complaints.push(message.text());
    });
    return context.newPage();
  };
  const signedIn = async (key: string): Promise<Page> => {
    const email = addressOf(player(key));
    const person = people.find((one) => one.email === email);
    if (person === undefined) throw new Error(`nobody signs in as ${email}`);
    const page = await stranger(/^(expert|host|firm|legal)/.test(key) ? looks.phone : looks.desk);
    await page.goto(`${url}/sign-in`);
    await page.locator('input[autocomplete=username]').fill(email);
    await page.locator('input[autocomplete=current-password]').fill(person.password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(({ pathname }) => pathname === '/' || pathname === '/tasks');
    return page;
  };
  return {
    url,
    stranger,
    violations,
    complaints,
    as: (key) => {
      const known = windows.get(key) ?? signedIn(key);
      windows.set(key, known);
      return known;
    },
    inspect: async (page, name, of = 'all') => {
      const language = await page.evaluate<string>('document.documentElement.lang');
      const id = `${name} (${language}, ${page.viewportSize()?.width ?? 0} px)`;
      if (inspected.has(id)) return;
      inspected.add(id);
      violations.push(...(await violationsOn(page, id, of)));
    },
    close: () => browser.close(),
  };
}

async function violationsOn(page: Page, name: string, of: keyof typeof rules): Promise<Violation[]> {
  // What fades in has no contrast yet; a fading that was just asked for begins with the next frame.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await waitFor(() => page.evaluate<boolean>('document.getAnimations().every((one) => one.playState !== "running")'), { what: 'rest' });
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate<Findings>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules[of])}, resultTypes: ['violations'] })`,
  );
  return violations.map(({ id, nodes }) => ({ page: name, rule: id, element: nodes[0]?.html.slice(0, 200) ?? '' }));
}
