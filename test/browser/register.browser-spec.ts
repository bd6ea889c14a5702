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
const plot = (clock: Record<string, unknown>): CallPlot => ({
  ...lifePlot,
  clock,
  projects: [{ ...main, stopsAt: 'checking' }],
});

const tool = '/administration/register';
const hit = '[data-testid=register-hit]';
const reach = '[data-testid=reach]';
const waiting = '[data-testid=waiting-correction]';

describe('corrections of organizations and people on their page', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let officer: Page;
  let head: Page;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    [officer, head] = [await stage.as('officer'), await stage.as('head')];
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
  /** Looks at what is open: at a desk and on a phone, in both languages, and in the dark. */
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
    await page.setViewportSize(looks.desk);
  };
  const find = async (page: Page, part: string): Promise<void> => {
    await openPage(page, `${api.url}${tool}`);
    await page.getByLabel('查找机构或人员').last().fill(part);
    await page.keyboard.press('Enter');
  };

  it('is a tool of administration; nothing waits at first, and what nobody is called says so', async () => {
    await openPage(officer, `${api.url}/administration`);
    await officer.locator(`main a[href="${tool}"]`).first().click();
    await officer.getByText('没有等待确认的更正。').waitFor();
    await lookAt(officer, 'register');
    await find(officer, '没有这个名字');
    await officer.getByText('没有匹配的名称或地址。').waitFor();
  });

  it('an organization is found by its English name; its wrong name is corrected by keyboard, with what follows shown before', async () => {
    await find(officer, 'nam khong vocational');
    await officer.locator(hit).first().waitFor();
    await lookAt(officer, 'register, found');
    await officer.locator(`${hit} a`).first().click();
    await officer.locator('[data-testid=places] a').first().waitFor();
    await tabTo(officer, '#register-nameEn');
    await officer.keyboard.press('End');
    await officer.keyboard.type(' of Technology');
    await officer.keyboard.press('Enter');
    await officer.locator(reach).waitFor();
    const told = await officer.locator(reach).innerText();
    for (const part of ['of Technology', '1 个进行中项目', '没有以旧名称签署的谅解备忘录']) expect(told).toContain(part);
    await lookAt(officer, 'a correction before it is sent');
    await officer.getByRole('button', { name: '提交第二人确认' }).click();
    await officer.getByText('请填写理由').first().waitFor();
    await officer.getByLabel('理由').fill('校名漏写');
    await officer.getByRole('button', { name: '提交第二人确认' }).click();
    await officer.locator(waiting).getByText('由您提出，须由他人确认。').waitFor();
    expect(await officer.getByRole('button', { name: '确认并更正' }).count()).toBe(0);
    await lookAt(officer, 'a correction that waits');
  });

  it('a second person finds it without searching, sees what follows, and confirms; the project’s page says the new name', async () => {
    await openPage(head, `${api.url}${tool}`);
    await head.locator(`${hit} a`).first().click();
    await head.locator(`${waiting} ${reach}`).waitFor();
    await head.getByRole('button', { name: '确认并更正' }).click();
    await head.getByText('已确认并生效。').waitFor();
    await head.locator('[data-testid=correction]').getByText('of Technology').waitFor();
    await lookAt(head, 'a corrected entry');
    await head.locator('[data-testid=places] a').first().click();
    await head.locator('main h1').first().waitFor();
    await openPage(head, `${head.url().split('?')[0] ?? ''}?view=people`);
    await speak(head, 'en');
    await head.locator('main').getByText('of Technology').first().waitFor();
    expect(await head.locator('[data-testid=correct-link]').count()).toBeGreaterThan(2);
    await lookAt(head, 'people of a project');
    await openPage(head, `${api.url}/administration/interventions`);
    await head.locator('main').getByText('更正机构登记信息').first().waitFor();
  });

  it('a person: a wrong address is told at its field, a telephone number applies at once and is taken back', async () => {
    await find(officer, 'Manivanh');
    await officer.locator(`${hit} a`).first().click();
    await officer.locator('#register-emails').fill('two@college.example, three@college.example');
    await officer.getByRole('button', { name: '查看影响' }).click();
    await officer.locator('main .error-summary').waitFor();
    await lookAt(officer, 'a correction with a mistake');
    await officer.reload();
    await officer.locator('#register-phone').fill('+856 21 123456');
    await officer.getByRole('button', { name: '查看影响' }).click();
    await officer.getByLabel('理由').fill('新号码');
    await officer.getByRole('button', { name: '更正', exact: true }).click();
    await officer.getByText('已更正。').waitFor();
    await officer.getByRole('button', { name: '撤回更正' }).click();
    await officer.getByLabel('理由').fill('号码仍用旧的');
    await officer.getByRole('button', { name: '提出反向更正' }).click();
    await waitFor(async () => (await officer.locator('[data-testid=correction]').count()) === 2, { what: 'both corrections' });
    expect(await officer.locator('#register-phone').inputValue()).toBe('');
  });

  it('no page on the way breaks a rule of accessibility or complains', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
