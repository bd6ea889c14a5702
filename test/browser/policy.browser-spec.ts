import { Client as PgClient } from 'pg';
import type { Page } from 'playwright-core';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { looks, openStage, type Stage } from './stage';
import { openPage, tabTo } from './walk-pages';

const officerKey = 'li[data-key="check.officer"]';
const ics = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//test//EN',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20270101',
  'DTEND;VALUE=DATE:20270104',
  'SUMMARY:元旦 =1+1 <b>',
  'CATEGORIES:庆典',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('the policy and the calendars on their pages', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let head: Page;
  let deputy: Page;
  let draft = '';

  beforeAll(async () => {
    kit = await openRehearsalKit();
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    [head, deputy] = [await stage.as('head'), await stage.as('deputy')];
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
  const fits = (page: Page): Promise<unknown> =>
    waitFor(() => page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
      what: 'a page as wide as its window',
    });
  const lookAt = async (page: Page, name: string): Promise<void> => {
    await stage.inspect(page, name);
    await page.setViewportSize({ width: 320, height: 700 });
    await fits(page);
    await stage.inspect(page, name);
    await page.setViewportSize(looks.desk);
  };

  it('a draft is begun by keyboard; a wrong value is named at its setting and stays as it was typed', async () => {
    await open(head, '/administration/policy', '[data-testid=policy-row]');
    await stage.inspect(head, 'policy versions');
    await head.getByLabel('草案名称').fill('<b>2027</b>');
    await tabTo(head, 'main form button[type=submit]');
    await head.keyboard.press('Enter');
    await head.locator(officerKey).waitFor();
    draft = new URL(head.url()).pathname;
    await head.locator(`${officerKey} button`).press('Enter');
    await head.locator(`${officerKey} input`).first().fill('99');
    await head.getByRole('button', { name: '保存草案' }).click();
    await head.locator(`${officerKey} [id$=error]`).waitFor();
    expect(await head.locator('main .error-summary').first().innerText()).toContain('经办人形式审查期限');
    expect(await head.locator(`${officerKey} input`).first().inputValue()).toBe('99');
    await head.reload();
    await head.locator(`${officerKey} input`).first().waitFor();
    expect(await head.locator(`${officerKey} input`).first().inputValue()).toBe('99');
    await head.locator(`${officerKey} input`).first().fill('7');
    await head.getByRole('button', { name: '保存草案' }).click();
    await head.locator('[data-testid=policy-changes]').waitFor();
    const changes = await head.locator('[data-testid=policy-changes]').innerText();
    for (const part of ['经办人形式审查期限', '5 个工作日', '7 个工作日', '秘书处两位负责人']) expect(changes).toContain(part);
    await lookAt(head, 'policy draft');
  });

  it('a draft is tried over all live projects from its page', async () => {
    await head.getByRole('link', { name: '在全部进行中项目上试行推演' }).click();
    await head.getByLabel('政策版本').waitFor();
    expect(await head.getByLabel('政策版本').inputValue()).toBe(draft.split('/').at(-1));
    await head.getByRole('button', { name: '查看影响' }).waitFor();
  });

  it('the difference is a page of its own to be printed', async () => {
    await open(head, `${draft}/difference?with=1`, '[data-testid=policy-changes]');
    expect(await head.locator('main del').first().innerText()).toBe('5 个工作日');
    await stage.inspect(head, 'policy difference');
  });

  it('one head proposes, and cannot confirm; another publishes, and from then on nothing can be changed', async () => {
    await open(head, draft, 'main form textarea');
    await head.locator('main form textarea').first().fill('理事会决定');
    await head.getByRole('button', { name: '提请第二人发布' }).click();
    await head.locator('[data-testid=proposal]').waitFor();
    expect(await head.getByRole('button', { name: '确认发布' }).count()).toBe(0);
    await open(deputy, draft, '[data-testid=proposal]');
    await deputy.getByRole('button', { name: '确认发布' }).click();
    await deputy.locator('main .confirmation').getByText('已发布').waitFor();
    await deputy.locator('[data-testid=proposal]').waitFor({ state: 'detached' });
    expect(await deputy.locator(`${officerKey} button`).count()).toBe(0);
  });

  it('a year is drafted from a file: what it holds is shown, an unknown kind is asked for, two entries for a day are named', async () => {
    await open(head, '/administration/calendars', 'main table');
    await lookAt(head, 'calendars');
    await head.locator('main form input').first().fill('2027');
    await head.getByRole('button', { name: '开始起草' }).click();
    await head.locator('main input[type=file]').waitFor({ state: 'attached' });
    await head.locator('main input[type=file]').setInputFiles({ name: 'cn.ics', mimeType: 'text/calendar', buffer: Buffer.from(ics) });
    await head.locator('[data-testid=import-preview]').waitFor();
    await head.locator('[data-testid=import-preview] select').first().selectOption('off');
    await head.getByRole('button', { name: '替换草案中的日子' }).click();
    await head.locator('[data-testid=day-row]').nth(2).waitFor();
    expect(await head.locator('[data-testid=day-row] input').nth(1).inputValue()).toBe('元旦 =1+1 <b>');
    await head.locator('[data-testid=day-row] input').nth(2).fill('2027-01-01');
    await head.getByRole('button', { name: '保存草案' }).click();
    await head.locator('main .error-summary').first().waitFor();
    expect(await head.locator('main .error-summary').first().innerText()).toContain('2027-01-01');
    await head.locator('[data-testid=day-row] input').nth(2).fill('2027-01-02');
    await head.getByRole('button', { name: '保存草案' }).click();
    await head.getByRole('button', { name: '提请第二人发布' }).waitFor();
    await lookAt(head, 'calendar draft');
    await head.getByRole('link', { name: '在全部进行中项目上试行推演' }).click();
    await head.getByText('将推演该日历草案。').waitFor();
  });

  it('the first page names the calendars that are missing, and leads to them', async () => {
    const owner = new PgClient(kit.workspace.database.ownerUrl);
    await owner.connect();
    const year = new Date().getFullYear();
    await owner.query(`DELETE FROM calendar_year WHERE country = 'LA' AND year = $1`, [year]).finally(() => owner.end());
    await open(head, '/', '[data-testid=missing-calendars]');
    expect(await head.locator('[data-testid=missing-calendars]').innerText()).toMatch(new RegExp(`${year} 年：.*老挝`));
    await lookAt(head, 'home with a missing calendar');
    await head.locator('[data-testid=missing-calendars]').getByRole('link', { name: '前往日历' }).click();
    await head.getByRole('button', { name: '开始起草' }).waitFor();
  });

  it('no page breaks a rule of accessibility or complains', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
