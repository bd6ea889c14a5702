import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { choose } from './fill-form';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';
import { openPage } from './walk-pages';

const [first] = lifePlot.projects;
if (first === undefined) throw new Error('the plot has a project');
const { returned: _returned, heldDays: _heldDays, ...main } = first;
const plot = (clock: Record<string, unknown>): CallPlot => ({ ...lifePlot, clock, projects: [{ ...main, stopsAt: 'checking' }] });

const line = '[data-testid=rehearsal-line]';
const mail = '[data-testid=rehearsal-mail]';
const dialog = '[role=dialog]';

describe('the rehearsal room', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let head: Page;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    head = await stage.as('head');
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const speak = async (page: Page, language: string): Promise<void> => {
    await page.locator('.language-switch select').first().selectOption(language);
    await page.waitForFunction(`document.documentElement.lang === '${language}'`);
  };
  const fits = (page: Page): Promise<unknown> =>
    waitFor(() => page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
      what: 'a page as wide as its window',
    });
  /** Looks at what is open: at a desk and on a phone, in both languages, in the dark, and at 320 px. */
  const lookAt = async (page: Page, name: string): Promise<void> => {
    await stage.inspect(page, name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(page, `${name}, dark`, 'colours');
    await page.emulateMedia({ colorScheme: 'light' });
    await speak(page, 'en');
    await page.setViewportSize(looks.phone);
    await fits(page);
    await stage.inspect(page, name);
    await speak(page, 'zh-CN');
    await page.setViewportSize({ width: 320, height: 700 });
    await fits(page);
    await page.setViewportSize(looks.desk);
  };
  const press = async (name: string): Promise<void> => {
    const button = head.getByRole('button', { name, exact: true });
    await waitFor(() => button.isEnabled(), { what: `${name} to be possible` });
    await button.click();
  };
  const now = async (): Promise<string> => (await head.locator('[data-testid=rehearsal-now]').textContent()) ?? '';
  /** What the room shows of what happened. The next event may still be of the same day, so only its line or mail tells of it. */
  const happened = async (): Promise<string> => `${await head.locator(line).count()}/${await head.locator(mail).count()}`;
  /** Presses and waits until the room shows something else than before: another day, if nothing else is asked for. */
  const playOn = async (name: string, seen = now): Promise<void> => {
    const before = await seen();
    await press(name);
    await waitFor(async () => (await seen()) !== before && (await head.getByRole('button', { name: '下一天' }).isEnabled()), {
      withinMs: 20_000,
      what: `${name} to be played`,
    });
  };
  const sent = async (): Promise<number> =>
    (await kit.db.query<[{ count: number }]>('SELECT count(*)::int AS count FROM delivery'))[0].count;

  it('copies a project that was looked for, only with a reason', async () => {
    await openPage(head, `${api.url}/administration`);
    await head.locator('main a[href="/administration/rehearsal"]').click();
    const form = head.locator('main form');
    await form.waitFor();
    await form.locator('button[type=submit]').click();
    await form.getByText('请说明原因。').waitFor();
    await lookAt(head, 'rehearsals: opening one');
    await form.locator('input:visible').first().fill('LMGF');
    await head.getByRole('option').filter({ hasText: 'LMGF' }).last().click();
    await form.locator('textarea:visible').first().fill('先看看会发生什么');
    await form.locator('button[type=submit]').click();
    await head.locator('[data-testid=rehearsal-now]').waitFor();
    await head.locator('[data-testid=rehearsal-copy]').first().waitFor();
    expect(await head.locator('main').innerText()).toContain('演练：此处一切皆非真实');
  }, 60_000);

  it('goes to the next event, a day and a year on, and shows what happened and each mail as it would be read', async () => {
    const before = await sent();
    await playOn('下一事件', happened);
    await playOn('下一天');
    await playOn('推进一年');
    await head.locator(line).nth(2).waitFor();
    await head.locator(mail).nth(2).waitFor();
    await lookAt(head, 'a rehearsal, a year on');
    await head.locator(`${mail} button`).first().click();
    const letter = head.locator(`${dialog} iframe`);
    await letter.waitFor();
    expect(await letter.contentFrame().locator('body').innerText()).toMatch(
      /演练：本邮件不涉及任何真实项目|Rehearsal: this mail is about no real project/,
    );
    await stage.inspect(head, 'a mail of a rehearsal');
    await head.keyboard.press('Escape');
    await letter.waitFor({ state: 'detached' });
    expect(await sent()).toBe(before);
  }, 60_000);

  it('goes back to its start, and an act in it is told with who did it', async () => {
    await press('回到起点');
    await waitFor(async () => (await head.locator(line).count()) === 0, { what: 'a room in which nothing happened' });
    await head.locator('[data-testid=rehearsal-copy] button').first().click();
    const form = head.locator('[data-testid=act-in-copy] [data-testid=act-form]');
    await form.waitFor();
    await form.locator('select').first().selectOption('hold');
    await choose(head, 'kind', 'hold');
    await choose(head, 'reasonCode', 'INFORMATION');
    await stage.inspect(head, 'an act in a copy');
    await form.locator('button[data-act=add]').click();
    await form.waitFor({ state: 'detached' });
    await head.locator(line).filter({ hasText: '操作人' }).first().waitFor();
  }, 60_000);

  it('is thrown away, and whoever has no right is told so', async () => {
    await press('删除该演练');
    await head.locator('main form').waitFor();
    await waitFor(async () => (await head.locator('[data-testid=rehearsal-room-line]').count()) === 0, { what: 'a list without the room' });
    const officer = await stage.as('officer');
    await openPage(officer, `${api.url}/administration/rehearsal`);
    await officer.locator('main .error-summary').first().waitFor();
  }, 60_000);

  it('broke no rule of the accessibility guidelines and left nothing in the console', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
