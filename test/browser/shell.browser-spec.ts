import type { EntityKey } from '@app/persistence';
import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { lifePlot } from './life-plot';
import { openStage, type Stage } from './stage';
import { openPage, tabTo, untilShown } from './walk-pages';

const [first, second] = lifePlot.projects;
if (first === undefined || second === undefined) throw new Error('the plot has two projects');
const { returned: _returned, heldDays: _heldDays, ...main } = first;
const plot = (clock: Record<string, unknown>): CallPlot => ({
  ...lifePlot,
  clock,
  projects: [
    { ...main, stopsAt: 'scoring' },
    { ...second, stopsAt: 'checking' },
  ],
});

/** Pages that keys lead to, for a case officer. */
const ways = [
  ['g h', '/'],
  ['g t', '/tasks'],
  ['g b', '/board'],
  ['g l', '/projects'],
  ['g c', '/calls'],
  ['g p', '/preferences'],
] as const;

const headingHasFocus = 'document.activeElement?.tagName === "H1"';
const reasonField = 'main textarea[id$="-reason"]';
const shownError = '.error-summary';
const paletteField = 'input[role=combobox][aria-controls=palette-list]';

describe('the frame of the dashboard', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let checking: EntityKey;
  let scoring: EntityKey;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    const room = await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
    checking = room.project(second.key);
    scoring = room.project(main.key);
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const officer = (): Promise<Page> => stage.as('officer-2');
  const at = async (path: string): Promise<Page> => {
    const page = await officer();
    await openPage(page, `${api.url}${path}`);
    return page;
  };
  const press = async (page: Page, keys: string): Promise<void> => {
    for (const key of keys.split(' ')) await page.keyboard.press(key);
  };
  const until = (page: Page, path: string): Promise<void> => page.waitForURL((url) => url.pathname === path);
  const holdForm = `/projects/PROJECT/do/hold`;

  describe('by keyboard alone', () => {
    it('signs in', async () => {
      const page = await stage.stranger();
      await openPage(page, `${api.url}/sign-in`);
      const person = kit.people.find((one) => one.email === 'li.jingyi@secretariat.example');
      await tabTo(page, 'input[autocomplete=username]');
      await page.keyboard.type(person?.email ?? '');
      await tabTo(page, 'input[autocomplete=current-password]');
      await page.keyboard.type(person?.password ?? '');
      await page.keyboard.press('Enter');
      await until(page, '/');
    });

    it('skips the navigation', async () => {
      const page = await at('/calls');
      await tabTo(page, '.skip-link');
      await page.keyboard.press('Enter');
      await page.waitForFunction('document.activeElement?.id === "content"');
    });

    it('goes from the list to a project, to the next one by J and back by K, each time to the heading', async () => {
      const page = await at('/projects');
      await tabTo(page, 'main a[href^="/projects/"]:not([href*="?"])');
      await page.keyboard.press('Enter');
      await page.waitForFunction(headingHasFocus);
      const before = page.url();
      await page.keyboard.press((await page.locator('nav a:has-text("→")').count()) > 0 ? 'j' : 'k');
      await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/projects/'));
    });

    it('finds a project by a part of its name in the palette, in either language', async () => {
      const page = await at('/calls');
      await press(page, 'Control+k');
      await page.locator(paletteField).waitFor();
      await stage.inspect(page, 'palette');
      await page.keyboard.type('家具');
      await page.locator('[role=option]:has-text("家具")').waitFor();
      await page.waitForFunction('document.querySelector("[role=option][aria-selected=true]") !== null');
      await page.keyboard.press('Enter');
      await until(page, `/projects/${checking.id}`);
      await page.waitForFunction(headingHasFocus);
    });

    it('gives a command that the palette offers on the open project', async () => {
      const page = await at(`/projects/${scoring.id}`);
      await press(page, 'Control+k');
      await page.locator(paletteField).waitFor();
      await page.locator('[role=group][aria-label] [role=option]').first().waitFor();
      await page.locator('[role=option][aria-selected=true]').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/do\//);
      await page.locator('form button[type=submit]').waitFor();
    });

    it('holds a project: chooses, types, checks, confirms', async () => {
      const page = await at(`/projects/${scoring.id}/do/hold`);
      await tabTo(page, 'main input[type=radio]');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await tabTo(page, reasonField);
      await page.keyboard.type('A question is open. 有待核实。');
      await tabTo(page, 'form button[type=submit]');
      await page.keyboard.press('Enter');
      await page.locator('#check-answers').waitFor();
      await tabTo(page, 'form button[type=submit]');
      await page.keyboard.press('Enter');
      await page.locator('.confirmation').waitFor();
    });

    it('moves a card of the board with its grip', async () => {
      const page = await at('/board');
      await page.locator('[data-grip]').first().waitFor();
      await tabTo(page, '[data-grip]');
      await page.keyboard.press('Enter');
      await page.locator('[role=dialog]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    });

    it('chooses another language and other colours', async () => {
      const page = await at('/preferences');
      await tabTo(page, 'input[type=radio][value=auto], input[type=radio][value=light], input[type=radio][value=dark]');
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction('["light", "dark"].includes(document.documentElement.dataset.mantineColorScheme)');
    });
  });

  describe('keys', () => {
    it.each(ways)('%s leads to %s, and the list of keys says so', async (keys, path) => {
      const page = await at(path === '/' ? '/calls' : '/');
      await press(page, '?');
      await page.locator(`[data-keys="${keys}"]`).waitFor();
      if (path === '/') await stage.inspect(page, 'list of keys');
      await press(page, 'Escape');
      await page.locator('[role=dialog]').waitFor({ state: 'detached' });
      await press(page, keys);
      await until(page, path);
      await page.waitForFunction(headingHasFocus);
    });

    it('of an officer do not create a call; those of the head do', async () => {
      const page = await at('/');
      await press(page, '?');
      await page.locator('[data-keys="?"]').waitFor();
      expect(await page.locator('[data-keys="c"]').count()).toBe(0);
      const head = await stage.as('head');
      await openPage(head, `${api.url}/`);
      await press(head, 'c');
      await until(head, '/calls/new');
    });

    it('do nothing while somebody types, and nothing at all once switched off, but for those with Ctrl', async () => {
      const page = await at(`/projects/${checking.id}/do/hold`);
      await page.locator(reasonField).click();
      await page.keyboard.type('g c?');
      expect(await page.locator(reasonField).inputValue()).toBe('g c?');
      await openPage(page, `${api.url}/preferences`);
      await page.evaluate("localStorage.setItem('gongfang.shortcuts', 'off')");
      await openPage(page, `${api.url}/preferences`);
      await press(page, 'g c ?');
      await press(page, 'Control+k');
      await page.locator(paletteField).waitFor();
      expect(new URL(page.url()).pathname).toBe('/preferences');
      await page.evaluate("localStorage.removeItem('gongfang.shortcuts')");
    });
  });

  describe('while others work and the network fails', () => {
    it('keeps what is typed when the project changes, and says who changed what', async () => {
      const page = await at(holdForm.replace('PROJECT', checking.id));
      await page.locator(reasonField).fill('Not sent yet. 尚未提交。');
      const head = await stage.as('head');
      await openPage(head, `${api.url}/`);
      const status = await head.evaluate<number>(`(async () => {
        const { csrfToken } = await (await fetch('/api/me')).json();
        const { items } = await (await fetch('/api/people?role=CO')).json();
        const other = items.find((one) => one.email !== 'x' && one.latinName === 'Li Jingyi') ?? items[0];
        const answer = await fetch('/api/projects/${checking.id}/commands/assign-officer', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() },
          body: JSON.stringify({ officerId: other.personId }),
        });
        return answer.status;
      })()`);
      expect([200, 202]).toContain(status);
      const bar = page.locator('.changed-bar');
      await bar.waitFor();
      expect(await bar.innerText()).toContain('和志远');
      expect(await page.locator(reasonField).inputValue()).toBe('Not sent yet. 尚未提交。');
      await stage.inspect(page, 'changed under a form');
    });

    it('says that the network is away, keeps what is typed and shown, and goes on when it is back', async () => {
      const page = await at(holdForm.replace('PROJECT', checking.id));
      await page.locator('main input[type=radio]').first().check();
      await page.locator('main input[type=radio]').nth(1).check();
      await page.locator(reasonField).fill('Typed before the network failed.');
      await page.context().setOffline(true);
      await page.locator('.connection-bar').waitFor();
      await page.locator('form button[type=submit]').click();
      await page.locator('#check-answers').waitFor();
      await page.locator('form button[type=submit]').click();
      await page.locator(shownError).waitFor();
      expect(await page.locator(reasonField).inputValue()).toBe('Typed before the network failed.');
      await stage.inspect(page, 'offline');
      await page.context().setOffline(false);
      await page.locator('.connection-bar').waitFor({ state: 'detached' });
    });

    it('says what cannot be shown and why: hidden, nowhere, not loaded; each with a way on', async () => {
      const page = await at('/projects/00000000-0000-4000-8000-000000000000');
      await page.locator('[data-trouble=hidden] a[href="/"]').waitFor();
      await openPage(page, `${api.url}/nowhere`);
      await page.locator('main a[href="/"]').waitFor();
      await openPage(page, `${api.url}/`);
      await page.route(/preferences\.route/, (route) => route.fulfill({ status: 404, body: '' }));
      await press(page, 'g p');
      await page.locator('[data-trouble=outdated] button').waitFor();
      await stage.inspect(page, 'a page of a version that is gone');
      await page.unrouteAll();
      stage.complaints.splice(0);
    });
  });

  it('broke no rule of the accessibility guidelines', async () => {
    await untilShown(await at('/'));
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
