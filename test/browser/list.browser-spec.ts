import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ProjectState } from '@app/domain';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { someProjects, storeOrganization, storePerson, storeProject, storeTitles } from '../support/listed-projects';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { looks, openStage, type Stage } from './stage';

const count = 70;

describe('the list of projects', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let head: Page;
  let states: ProjectState[];

  beforeAll(async () => {
    kit = await openRehearsalKit();
    const cast = {
      officers: [await storePerson(kit.db, '李静', 'Li Jing')],
      leads: [await storeOrganization(kit.db, '重庆城市职业学院', 'Chongqing City College')],
      hosts: [await storeOrganization(kit.db, '老挝国立大学', 'National University of Laos')],
      contacts: [await storePerson(kit.db, '杨晓东', 'Yang Xiaodong')],
    };
    states = someProjects(cast, count, Date.now()).map((state) => ({ ...state, frozenAt: '2025-08-31T09:00:00.000Z' }));
    for (const [at, state] of states.entries()) {
      await storeProject(kit.db, state);
      await storeTitles(kit.db, state, {
        titleZh: `汽车工坊${at}`,
        titleEn: at === 7 ? '<img src=x onerror=alert(1)> =1+1' : `Vehicle Workshop ${at}`,
      });
    }
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    head = await stage.as('head');
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const open = async (search = ''): Promise<void> => {
    await head.goto(`${api.url}/projects${search}`);
    await head.locator('[data-row]').first().waitFor();
  };
  const titles = (): Promise<string[]> => head.locator('[data-row-link]').allInnerTexts();
  const matching = async (): Promise<number> => Number(/\d+/.exec(await head.locator('p[role=status]').innerText())?.[0]);
  const untilMatching = (number: number): Promise<unknown> =>
    waitFor(async () => (await matching()) === number, { what: `${number} projects matching` });
  const where = (fits: (state: ProjectState) => boolean): number => states.filter(fits).length;

  it('finds by pinyin, filters by one click, and keeps all of it in the address', async () => {
    await open();
    expect(await matching()).toBe(count);
    await stage.inspect(head, 'list');
    await head.locator('form[role=search] input').first().fill('qichegongfang69');
    await head.keyboard.press('Enter');
    await untilMatching(1);
    expect(await head.locator('[data-row-link]').innerText()).toMatch(/Workshop 69$|工坊69$/);
    await open();
    await head.locator('[aria-pressed]').nth(2).click();
    const overdue = where((state) => Date.parse(state.deadlines[0]?.endsAt ?? '9999-12-31') <= Date.now());
    await untilMatching(overdue);
    expect(head.url()).toContain('overdue=true');
    const other = await head.context().newPage();
    await other.goto(head.url());
    await other.locator('[data-row]').first().waitFor();
    expect(await other.locator('[data-row-link]').allInnerTexts()).toEqual(await titles());
    await other.close();
    await head.locator('.filter-chip').first().click();
    await untilMatching(count);
  }, 90_000);

  it('is sorted by its heads and paged both ways', async () => {
    await open('?sort=title');
    expect(await head.locator('th[aria-sort=ascending]').count()).toBe(1);
    const first = await titles();
    expect(first).toHaveLength(25);
    const pages = head.locator('nav').last().locator('button');
    await pages.nth(2).click();
    await waitFor(async () => (await titles())[0] !== first[0], { what: 'the second page' });
    await pages.nth(1).click();
    await waitFor(async () => (await titles())[0] === first[0], { what: 'the first page again' });
    await head.locator('th .sort-button').first().click();
    await head.locator('th[aria-sort=descending]').waitFor();
  });

  it('is walked, chosen from and opened by the keyboard alone; j leads on from project to project', async () => {
    await open('?sort=title');
    const links = await Promise.all((await head.locator('[data-row-link]').all()).map((one) => one.getAttribute('data-row-link')));
    for (const key of ['j', 'j', 'x', 'j', 'x', 'k']) await head.keyboard.press(key);
    expect(await head.locator('[data-row][data-selected]').count()).toBe(2);
    await head.keyboard.press('Enter');
    await head.waitForURL(`**/projects/${links[1]}`);
    await head.locator('nav a[href*="/projects/"]').first().waitFor();
    await head.keyboard.press('j');
    await head.waitForURL(`**/projects/${links[2]}`);
  });

  it('keeps a selection over pages, takes all that match, and gives exactly these away', async () => {
    await open('?sort=title');
    const box = head.locator('thead input[type=checkbox]');
    await box.check();
    await head.locator('nav').last().locator('button').nth(2).click();
    await waitFor(async () => !(await box.isChecked()), { what: 'the second page' });
    await head.locator('tbody input[type=checkbox]').first().check();
    const bar = head.locator('.selection-bar');
    expect(await bar.locator('p').first().innerText()).toContain('26');
    await bar.locator('button').first().click();
    await waitFor(async () => (await bar.innerText()).includes(String(count)), { what: 'all selected' });
    await head.locator('tbody input[type=checkbox]').first().uncheck();
    expect(await bar.locator('p').first().innerText()).toContain(String(count - 1));
    await stage.inspect(head, 'list with a selection');
    const waiting = head.waitForEvent('download');
    await bar.locator('[aria-haspopup=menu]').click();
    await head.locator('[role=menuitem]').nth(1).click();
    const download = await waiting;
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(count);
    expect(csv).toContain(`"<img src=x onerror=alert(1)> =1+1"`);
  }, 90_000);

  it('is saved as a view under a name, opened again, and deleted with a way back', async () => {
    await open('?stage=mou&columns=call,lead&density=compact');
    const button = head.locator('.view-button');
    await button.click();
    await head.locator('[role=menuitem]').first().click();
    await head.locator('[role=dialog] input[type=text], [role=dialog] input:not([type])').first().fill('签署中 =1');
    await stage.inspect(head, 'saving a view');
    await head.locator('[role=dialog] button[type=submit]').click();
    await waitFor(async () => (await button.innerText()).includes('签署中 =1'), { what: 'the view’s name' });
    await open();
    await button.click();
    await head.locator('[role=menuitem]', { hasText: '签署中' }).click();
    await head.waitForURL(/stage=mou/);
    expect(head.url()).toContain('density=compact');
    expect(await head.locator('thead th').count()).toBe(4);
    await button.click();
    await head.locator('[role=menuitem]').last().click();
    await waitFor(async () => !(await button.innerText()).includes('签署中'), { what: 'the view being gone' });
    await head.keyboard.press('Control+z');
    await waitFor(async () => (await button.innerText()).includes('签署中'), { what: 'the view being back' });
  });

  it('opens first with the view that is chosen for it, of the list or of the board; who goes home comes home', async () => {
    const button = head.locator('.view-button');
    const dialog = head.locator('[role=dialog]');
    const makeHome = async (): Promise<void> => {
      await button.click();
      await head.locator('[data-act=home]').waitFor();
      await stage.inspect(head, 'saved views, open');
      await head.locator('[data-act=home]').click();
      await head.locator('.mantine-Notification-root').first().waitFor();
      await head.locator('[role=menu]').waitFor({ state: 'detached' });
    };
    await open('?stage=mou&columns=call,lead&density=compact');
    await makeHome();
    const other = await head.context().newPage();
    await other.goto(`${api.url}/`);
    await other.waitForURL(/\/projects\?.*stage=mou/);
    await other.locator('nav a[href="/"]').first().click();
    await other.waitForURL((url) => url.pathname === '/');
    await other.locator('h1').waitFor();
    await other.reload();
    await other.locator('h1').waitFor();
    expect(new URL(other.url()).pathname).toBe('/');
    await head.goto(`${api.url}/board?country=LA&lanes=officer`);
    await button.click();
    await head.locator('[role=menuitem]').first().click();
    await dialog.locator('input').first().fill('Lao board');
    await dialog.locator('button[type=submit]').click();
    await button.getByText('Lao board').waitFor();
    await makeHome();
    await stage.inspect(head, 'board with a view');
    await other.goto(`${api.url}/`);
    await other.waitForURL(/\/board\?.*country=LA/);
    await other.locator('h1').waitFor();
    await other.keyboard.press('Control+k');
    await other.locator('input[role=combobox][aria-controls=palette-list]').waitFor();
    await other.keyboard.type('签署中');
    await other.locator('[role=option][aria-selected=true]', { hasText: '签署中' }).waitFor();
    await other.keyboard.press('Enter');
    await other.waitForURL(/\/projects\?.*stage=mou/);
    await other.close();
  }, 90_000);

  it('says why something in the address cannot be shown, and how to go on', async () => {
    await head.goto(`${api.url}/projects?sort=password`);
    expect(await head.locator('.error-summary').innerText()).not.toBe('');
    await head.goto(`${api.url}/projects?q=${'nothing'.repeat(5)}`);
    await head.locator('p[role=status]').waitFor();
    expect(await matching()).toBe(0);
    await head
      .locator('button', { hasText: /clear|清除/i })
      .last()
      .click();
    await untilMatching(count);
  });

  it('is cards on a phone, in both languages, without scrolling sideways at 320 px', async () => {
    for (const width of [looks.phone.width, 320]) {
      await head.setViewportSize({ width, height: 844 });
      await open('?columns=lead,host,call&sort=deadline');
      expect(await head.locator('table').count()).toBe(0);
      const wide = await head.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      await stage.inspect(head, 'list on a phone');
    }
    await head.setViewportSize(looks.desk);
    expect([stage.violations, stage.complaints]).toEqual([[], []]);
  }, 90_000);
});
