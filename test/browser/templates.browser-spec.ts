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

const receipt = '/administration/templates/submission-receipt';
const chinese = '#words-zh-CN-body-1';
const english = '#words-en-body-1';
const findings = '[data-testid=findings]';
const sound = '[data-testid=no-findings]';

describe('the words of mails on their pages', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let head: Page;
  let deputy: Page;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
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
  const save = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.getByRole('button', { name: '保存草案' }).waitFor({ state: 'detached' });
  };

  it('every kind of mail is listed by its part of the programme, and found by its name', async () => {
    await open(head, '/administration', 'main a[href="/administration/templates"]');
    await head.locator('main a[href="/administration/templates"]').first().click();
    await head.locator('[data-testid=template-row]').first().waitFor();
    await lookAt(head, 'words of mails');
    await head.getByLabel('查找邮件').fill('立项通知');
    await waitFor(async () => (await head.locator('[data-testid=template-row]').count()) < 5, { what: 'few rows' });
    expect(await head.locator('[data-testid=template-row]').first().innerText()).toContain('系统自带文字');
  });

  it('a draft is begun by keyboard; what one language states and the other does not is told with its place', async () => {
    await open(head, receipt, '[data-testid=version-row]');
    await stage.inspect(head, 'words of one mail');
    await tabTo(head, '[data-testid=version-row] button');
    await head.keyboard.press('Enter');
    await head.locator(chinese).waitFor();
    await head.locator(sound).waitFor();
    expect(await head.locator('main form').count()).toBe(1);
    await head.locator(chinese).fill('“{{ title }}”第 {{ no }} 版已收到，请于 2026年3月31日 前致电 0871-63012345。<b>');
    await head.locator(findings).waitFor();
    await head.locator(findings).getByText('2026-03-31').waitFor();
    const told = await head.locator(findings).innerText();
    for (const part of ['087163012345', '<b>', '中文 · 第 1 段']) expect(told).toContain(part);
    await lookAt(head, 'a draft of words');
    await head.setViewportSize(looks.phone);
    // On a phone there is no room for a bar over what is being written: it stands below the placeholders.
    const [placeholders, bar] = await Promise.all(['main details', '.words-bar'].map((part) => head.locator(part).first().boundingBox()));
    expect((placeholders?.y ?? 0) + (placeholders?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await head.setViewportSize(looks.desk);
    await head.locator(`${findings} a`).first().click();
    await save(head);
    expect(await head.locator('main').innerText()).toContain('须先更正');
    await head.reload();
    await head.locator(chinese).waitFor();
    expect(await head.locator(chinese).inputValue()).toContain('0871-63012345');
  });

  it('the mail is shown as it will read on a real mail, in both languages, and a placeholder goes where the cursor was', async () => {
    await head.locator(chinese).fill('“{{ title }}”第 {{ no }} 版已收到，请保存本回执。');
    await head.locator(english).fill('Version {{ no }} of “{{ title }}” is here. Please keep this receipt: ');
    await head.locator('main').getByText('请先保存或放弃').waitFor();
    await head.locator('main summary').first().click();
    await head.getByRole('button', { name: '在光标处插入 ref' }).click();
    expect(await head.locator(english).inputValue()).toMatch(/\{\{ ref \}\}$/);
    await head.locator(findings).getByText('占位符只出现在一种语言中').waitFor();
    await head.locator(english).fill('Version {{ no }} of “{{ title }}” is here. Please keep this receipt.');
    await head.locator(sound).waitFor();
    await head.getByRole('combobox', { name: '用哪封邮件试看' }).click();
    await head.locator('[role=option]:visible').first().click();
    const [zh, en] = ['zh-CN', 'en'].map((language) => head.locator(`[data-testid=preview-${language}]`));
    await en?.locator('label').last().click();
    await en?.locator('pre').getByText('Please keep this receipt.').waitFor();
    expect(await zh?.locator('iframe').getAttribute('sandbox')).toBe('');
    expect(await zh?.locator('iframe').getAttribute('srcdoc')).toContain('请保存本回执');
    await save(head);
    await head.locator('[data-testid=word-changes]').waitFor();
    expect(await head.locator('[data-testid=word-changes] del').first().innerText()).toContain('以最后提交的版本为准');
  });

  it('who wrote it does not release it; a second person does, and it is in force', async () => {
    const draft = new URL(head.url()).pathname;
    await head.locator('main form textarea').last().fill('措辞更清楚');
    await head.getByRole('button', { name: '提请第二人发布' }).click();
    await head.locator('[data-testid=proposal]').waitFor();
    expect(await head.getByRole('button', { name: '确认发布' }).count()).toBe(0);
    await open(deputy, draft, '[data-testid=proposal]');
    await lookAt(deputy, 'words that wait for a second person');
    await deputy.getByRole('button', { name: '确认发布' }).click();
    await deputy.locator('main .confirmation').getByText('已发布').waitFor();
    await deputy.locator('[data-testid=proposal]').waitFor({ state: 'detached' });
    expect(await deputy.locator(`p${chinese}`).count()).toBe(1);
  });

  it('saved by somebody else meanwhile, what was typed stays and is shown beside what is saved', async () => {
    await open(deputy, receipt, '[data-testid=version-row]');
    await deputy.locator('[data-testid=version-row] button').first().click();
    await deputy.locator(chinese).waitFor();
    await open(head, new URL(deputy.url()).pathname, chinese);
    await deputy.locator(english).fill('Version {{ no }} of “{{ title }}” is here. Keep it.');
    await save(deputy);
    await head.locator(english).fill('Version {{ no }} of “{{ title }}” arrived.');
    await head.getByRole('button', { name: '保存草案' }).click();
    await head.locator('main .error-summary [data-testid=word-changes] ins').getByText('arrived').waitFor();
    expect(await head.locator('main .error-summary [data-testid=word-changes] del').innerText()).toContain('Keep it.');
    expect(await head.locator(english).inputValue()).toContain('arrived');
    await save(head);
    await head.getByRole('button', { name: '放弃草案' }).click();
    await head.locator('[data-testid=version-row]').first().waitFor();
  });

  it('an officer reads the words and changes none', async () => {
    const officer = await stage.as('officer');
    await open(officer, receipt, '[data-testid=version-row]');
    expect(await officer.locator('[data-testid=version-row] button').count()).toBe(0);
    await open(officer, `${receipt}/1`, chinese);
    expect(await officer.locator('main textarea').count()).toBe(0);
    await stage.inspect(officer, 'words in force');
  });

  it('no page on the way breaks a rule of accessibility or complains', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
