import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';
import { openPage, tabTo } from './walk-pages';

const [first] = lifePlot.projects;
if (first === undefined) throw new Error('the plot has a project');
const { returned: _returned, heldDays: _heldDays, ...main } = first;
const plot = (clock: Record<string, unknown>): CallPlot => ({ ...lifePlot, clock, projects: [{ ...main, stopsAt: 'checking' }] });

const dialog = '[role=dialog]';
const banner = '[data-testid=stopped-mail]';
const reason = '<b>日期有误</b> =1+1';

describe('stopping and releasing mail', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let head: Page;
  let officer: Page;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
    // From here on nobody writes or sends mail: two mails wait, no more and no less.
    await kit.worker.stop();
    await kit.db.query(`UPDATE outbox SET state = 'cancelled', done_at = now() WHERE kind = 'mail' AND state <> 'sent'`);
    await kit.db.query(
      `UPDATE outbox SET state = 'created', done_at = NULL, result = NULL, send_after_virtual = '2125-01-01T00:00:00Z'
        WHERE id IN (SELECT id FROM outbox WHERE kind = 'mail' ORDER BY id LIMIT 2)`,
    );
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    [head, officer] = [await stage.as('head'), await stage.as('officer')];
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const open = async (page: Page, path: string, part: string): Promise<void> => {
    await openPage(page, `${api.url}${path}`);
    await page.locator(part).first().waitFor();
  };
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
  const gates = (): Promise<{ scope: string; key: string; reason: string }[]> => kit.db.query('SELECT scope, key, reason FROM gate');

  it('one key stops everything from any page, by keyboard alone, and only with a reason', async () => {
    await open(head, '/projects', 'main h1');
    await head.locator('main h1').focus();
    await waitFor(
      async () => {
        await head.keyboard.press('!');
        return (await head.locator(`${dialog} textarea`).count()) > 0;
      },
      { what: 'the question why' },
    );
    // A press too many may have been typed into the question itself.
    await head.locator(`${dialog} textarea`).first().fill('');
    await stage.inspect(head, 'stop everything');
    await tabTo(head, `${dialog} button[type=submit]`);
    await head.keyboard.press('Enter');
    await head.locator(dialog).getByText('请填写理由').waitFor();
    expect(await gates()).toEqual([]);
    await head.locator(`${dialog} textarea`).first().focus();
    await head.keyboard.type(reason);
    await tabTo(head, `${dialog} button[type=submit]`);
    await head.keyboard.press('Enter');
    await head.locator(banner).waitFor();
    await head.locator(dialog).waitFor({ state: 'detached' });
    expect(await gates()).toEqual([{ scope: 'everything', key: '*', reason }]);
  });

  it('everybody of the Secretariat is told on every page what is stopped, by whom, and how much waits; nobody else', async () => {
    await open(officer, '/board', banner);
    const text = await officer.locator(banner).innerText();
    for (const part of ['全部邮件', '和志远', '2 封邮件等待中']) expect(text).toContain(part);
    const lead = await stage.as('lead-yujiang');
    await openPage(lead, `${api.url}/tasks`);
    expect(await lead.locator(banner).count()).toBe(0);
  });

  it('shows what waits and why; each number leads to its mails', async () => {
    await open(head, '/administration/outbox', 'main table a');
    await lookAt(head, 'outbox, stopped');
    expect(await head.locator('main').innerText()).toContain(reason);
    const numbers = await head.locator('main table a').allInnerTexts();
    expect(numbers.map((one) => Number.parseInt(one, 10)).reduce((sum, one) => sum + one, 0)).toBe(2);
    const count = Number.parseInt(numbers[0] ?? '', 10);
    await tabTo(head, 'main table a');
    await head.keyboard.press('Enter');
    await head.waitForURL(/\/mails\?.*waits=gate/);
    await waitFor(async () => (await head.locator('main tbody tr').count()) === count, { what: 'the mails behind the number' });
  });

  it('releases after a check and a recent sign-in; what was typed is not lost, and it happens once', async () => {
    await open(head, '/administration/outbox?release=everything/*', '[data-testid=release-figures]');
    expect(await head.locator('[data-testid=release-figures]').innerText()).toMatch(/0 封邮件立即发出[\s\S]*2 封邮件继续等待/);
    await lookAt(head, 'outbox, check before the release');
    await kit.db.query(`UPDATE session SET created_at = now() - interval '1 hour'`);
    await head.locator('main form textarea').first().fill(reason);
    await head.locator('main form button[type=submit]').click();
    await head.locator(`${dialog} input[autocomplete=current-password]`).waitFor();
    expect(await gates()).toHaveLength(1);
    const person = kit.people.find((one) => one.email === 'he.zhiyuan@secretariat.example');
    await head.locator(`${dialog} input[autocomplete=username]`).fill(person?.email ?? '');
    await head.locator(`${dialog} input[autocomplete=current-password]`).fill(person?.password ?? '');
    await head.keyboard.press('Enter');
    await head.locator('[data-testid=released]').waitFor();
    expect(await gates()).toEqual([]);
    const acts = await kit.db.query<{ kind: string; reason: string; code: string }[]>(
      `SELECT kind, reason, result_code AS code FROM technical_act WHERE kind LIKE 'mail.%' ORDER BY opened_at`,
    );
    expect(acts).toEqual([
      { kind: 'mail.stop', reason, code: 'MAIL_STOPPED' },
      { kind: 'mail.release', reason, code: 'MAIL_RELEASED' },
    ]);
    await lookAt(head, 'outbox, released');
  });

  it('lets an officer stop the mail to one country, and not everything', async () => {
    await open(officer, '/administration/outbox', '[data-testid=stop-mail]');
    await officer.locator('main h1').focus();
    await officer.keyboard.press('!');
    await officer.locator('[data-testid=stop-mail]').click();
    expect(await officer.locator(dialog).count()).toBe(0);
    expect(await officer.locator('main input[type=radio]').count()).toBe(3);
    await officer.locator('main input[type=radio][value=country]').check();
    await officer.locator('main form textarea').first().fill(reason);
    await officer.locator('main form button[type=submit]').click();
    await officer.locator('.error-summary').getByText('请选择国家').waitFor();
    await stage.inspect(officer, 'outbox, stop form');
    await officer.locator('main form input[aria-haspopup=listbox]').click();
    await officer.locator('[role=option]', { hasText: '老挝' }).click();
    await officer.locator('main form button[type=submit]').click();
    await officer.locator(banner).getByText('老挝').waitFor();
    expect(await gates()).toEqual([{ scope: 'country', key: 'LA', reason }]);
  });

  it('broke no rule of the accessibility guidelines and left nothing in the console', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
