import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const router = join(__dirname, '../../apps/dashboard/src/app/router.tsx');
/** Reached by the links of mails, or before signing in; their own tests open them. */
const apart = new Set(['/a/$token', '/sign-in']);

/** Paths of the router with those of the routes they stand in. */
function pathsOf(source: string): string[] {
  const routes = [...source.matchAll(/const (\w+) = createRoute\(\{([^}]*)/g)].map(([, name = '', options = '']) => ({
    name,
    parent: /getParentRoute: \(\) => (\w+)/.exec(options)?.[1],
    path: /path: '([^']+)'/.exec(options)?.[1] ?? '',
  }));
  const full = (name: string | undefined): string => {
    const route = routes.find((one) => one.name === name);
    return route === undefined ? '' : `${full(route.parent)}${route.path}`.replace(/(.)\/$/, '$1').replace('//', '/');
  };
  return [...new Set(routes.filter((one) => one.path !== '').map((one) => full(one.name)))];
}

/** Addresses of all pages of the router, each parameter replaced by its example; a new page without example is a mistake of the test. */
export function addressesOf(examples: Record<string, string>): string[] {
  const paths = pathsOf(readFileSync(router, 'utf8')).filter((one) => !apart.has(one));
  if (paths.length < 10) throw new Error('the router is written in another way; read its pages anew');
  return paths.map((path) =>
    path.replace(/\$\w+/g, (name) => {
      const example = examples[`${path.startsWith('/calls') ? 'call ' : ''}${name}`] ?? examples[name];
      if (example === undefined) throw new Error(`${path} needs an example for ${name}`);
      return example;
    }),
  );
}

/** Waits until a page shows what it has: a heading or a problem, and nothing that stands in for something still being read. */
export async function untilShown(page: Page): Promise<void> {
  await page.locator('main h1, main .error-summary').first().waitFor();
  await page.waitForFunction('document.querySelector(".mantine-Skeleton-root") === null');
}

/** Opens a page and waits until it shows what it has. */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await untilShown(page);
}

/** Goes on with Tab until the focused element fits, as somebody without a mouse does; fails after 120 stops. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 120; stop += 1) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${selector} on ${page.url()}`);
}
