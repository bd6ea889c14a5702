import { defaultPolicy } from '@app/domain';
import type { EntityKey } from '@app/persistence';
import type { Page, Response } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';

const [first] = lifePlot.projects;
if (first === undefined) throw new Error('the plot has a project');
const { returned: _returned, heldDays: _heldDays, ...main } = first;

/** A file with the experts: two have handed in their sheets, three have not answered yet. */
const judged = (clock: Record<string, unknown>): CallPlot => ({ ...lifePlot, clock, projects: [{ ...main, stopsAt: 'scoring' }] });

/** A workshop that is being built, one milestone of which is late; its application was corrected once. */
const built = (clock: Record<string, unknown>): CallPlot => ({
  ...lifePlot,
  code: 'LMGF-2025-S1',
  clock,
  projects: [
    {
      key: 'construction-kh',
      titleZh: '柬埔寨房屋建筑工坊',
      titleEn: 'Housing Construction Workshop, Cambodia',
      lead: 'yujiang',
      host: 'tonle',
      enterprise: 'mekong-build',
      hostCountry: 'KH',
      hostCity: 'Phnom Penh',
      field: 'CON',
      marks: 0.84,
      returned: true,
      durationMonths: 18,
      stopsAt: 'building',
      lateMilestones: ['M1'],
    },
  ],
});

const views = ['overview', 'timeline', 'forecast', 'people', 'documents', 'review', 'agreement', 'mails', 'history', 'comments'];

describe('the page of a project', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let scoring: EntityKey;
  let building: EntityKey;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    scoring = (await kit.roomAt('2025-09-05T00:00:00.000Z', (clock) => [judged(clock)])).project(main.key);
    building = (await kit.roomAt('2026-08-10T00:00:00.000Z', (clock) => [built(clock)])).project('construction-kh');
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
  }, 180_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const openView = async (page: Page, project: EntityKey, view: string): Promise<void> => {
    await page.goto(`${api.url}/projects/${project.id}${view === 'overview' ? '' : `?view=${view}`}`);
    await page.locator('[data-testid=standing]').waitFor();
    await page.locator('[role=tabpanel] >> text=/./').first().waitFor();
    await waitFor(async () => (await page.locator('[role=tabpanel] [role=status][aria-live]').count()) === 0, { what: 'what is read' });
  };
  const overflow = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

  /** Accepts, declares and scores through the door of the API; the form has a test of its own. */
  const handInSheet = async (page: Page): Promise<void> => {
    const { weights } = defaultPolicy.review;
    const sheet = {
      halfPoints: weights,
      comments: Object.fromEntries(Object.keys(weights).map((criterion) => [criterion, 'Sound.'])),
      strengths: 'Close to the companies.',
      weaknesses: 'The plan for teachers is thin.',
    };
    for (const [name, body] of Object.entries({ 'accept-invitation': {}, 'declare-no-conflict': {}, 'submit-scores': sheet })) {
      const status = await page.evaluate<number>(`(async () => {
        const { csrfToken } = await (await fetch('/api/me')).json();
        const answer = await fetch('/api/projects/${scoring.id}/commands/${name}', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() },
          body: ${JSON.stringify(JSON.stringify(body))},
        });
        return answer.status;
      })()`);
      expect([name, status]).toEqual([name, 200]);
    }
  };

  it('says on top, without a click, what is late, who owes it, for how long, what ends it and what follows when', async () => {
    const page = await stage.as('officer');
    await openView(page, building, 'overview');
    const cause = await page.locator('[data-testid=overdue]').first().innerText();
    expect(cause).toMatch(/里程碑.*已逾期 \d+ 天/);
    expect(cause).toMatch(/责任方：.+应于 2026年\d+月\d+日 完成/);
    expect(cause).toContain('解除条件：提交里程碑佐证材料');
    expect(cause).toMatch(/如无人处理，\d{4}年\d+月\d+日|须有人办理/);
  });

  it('opens each part by a number key, keeps it in the address, and breaks no rule on a desk, a phone and a narrow screen', async () => {
    const page = await stage.as('officer');
    await openView(page, building, 'overview');
    for (const [index, view] of [...views.entries()].reverse()) {
      await page.keyboard.press(String((index + 1) % 10));
      await page.waitForURL(view === 'overview' ? /\/projects\/[^?]+$/ : new RegExp(`view=${view}`));
      await waitFor(async () => (await page.locator('[role=tabpanel] [role=status][aria-live]').count()) === 0, { what: 'what is read' });
      await stage.inspect(page, `project page: ${view}`);
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await waitFor(async () => (await overflow(page)) === 0, { what: `${view} as wide as a window of ${width} px` });
        if (width === 390) await stage.inspect(page, `project page: ${view}`);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  }, 180_000);

  it('shows past and future in one list with today between them; the chosen kinds stay in the address; every planned date says why', async () => {
    const page = await stage.as('officer');
    await openView(page, building, 'timeline');
    await page.locator('#today').waitFor();
    const kinds = await page
      .locator('ol.timeline > li')
      .evaluateAll((lines) => lines.map((line) => (line as unknown as { className: string }).className));
    const today = kinds.indexOf('today');
    expect(today).toBeGreaterThan(0);
    expect(kinds.slice(0, today).every((kind) => kind !== 'planned')).toBe(true);
    expect(kinds.slice(today + 1).every((kind) => kind === 'planned')).toBe(true);
    expect(await page.locator('li.planned').count()).toBe(await page.locator('li.planned details').count());
    await page.locator('label', { hasText: '提醒' }).click();
    await page.waitForURL(/kinds=act\.deadline\.clock/);
    await page.reload();
    await page.locator('#today').waitFor();
    expect(
      await page
        .locator('li.planned', { hasText: '邮件发送至' })
        .filter({ hasText: /^.*\n提醒/ })
        .count(),
    ).toBe(0);
    await page.locator('button', { hasText: '转到今天' }).click();
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('today');
  });

  it('tells the history with before and after, the door and an unbroken chain; technical marks only on demand', async () => {
    const page = await stage.as('officer');
    await openView(page, building, 'history');
    expect(await page.locator('[data-testid=chain]').innerText()).toContain('校验链完整');
    expect(await page.locator('table.changes').first().innerText()).toMatch(/变更前\s+变更后/);
    expect(await page.locator('[role=tabpanel] code').count()).toBe(0);
    await page.locator('[role=switch]').click();
    expect(await page.locator('[role=tabpanel] code').first().innerText()).not.toBe('');
    const download = page.waitForEvent('download');
    await page.locator('button', { hasText: '保存为文件' }).click();
    expect((await download).suggestedFilename()).toMatch(/history\.json$/);
  });

  it('lets colleagues comment as text, shows it to another at once, and takes a deletion back', async () => {
    const [officer, head] = [await stage.as('officer'), await stage.as('head')];
    await openView(head, building, 'overview');
    await openView(officer, building, 'comments');
    await officer.locator('[role=tabpanel] textarea').fill('<b>Call the host</b> https://example.org/x');
    await officer.locator('[role=tabpanel] button[type=submit]').click();
    const comment = officer.locator('[data-testid=comment]');
    await comment.waitFor();
    expect(await comment.locator('.plain-text').innerText()).toBe('<b>Call the host</b> https://example.org/x');
    expect(await comment.locator('a, b').count()).toBe(0);
    await waitFor(async () => (await officer.locator('[role=tabpanel] textarea').inputValue()) === '', { what: 'an empty form' });
    await head.locator('[role=tab]', { hasText: '批注（1）' }).waitFor();
    await stage.inspect(officer, 'project page: a comment');
    await comment.locator('button', { hasText: '删除' }).click();
    await comment.waitFor({ state: 'detached' });
    await officer.locator('button', { hasText: '撤销' }).click();
    await comment.waitFor();
  }, 60_000);

  it('keeps what is shown and what was typed when the connection is lost, and says so', async () => {
    const page = await stage.as('officer');
    await openView(page, building, 'comments');
    await page.context().setOffline(true);
    await page.locator('[role=tabpanel] textarea').fill('typed without a connection');
    await page.locator('[role=tabpanel] button[type=submit]').click();
    await page.locator('[role=tabpanel] [role=alert]').waitFor();
    expect(await page.locator('[data-testid=comment]').count()).toBe(1);
    expect(await page.locator('[role=tabpanel] textarea').inputValue()).toBe('typed without a connection');
    await page.context().setOffline(false);
    await page.locator('[role=tabpanel] button[type=submit]').click();
    await waitFor(async () => (await page.locator('[data-testid=comment]').count()) === 2, { what: 'the comment being sent again' });
  });

  it('shows a lead his own project without comments, experts and scores', async () => {
    const lead = await stage.as('lead-chuncheng');
    await openView(lead, scoring, 'comments');
    expect(await lead.locator('[role=tab][aria-selected=true]').innerText()).toBe(await lead.locator('[role=tab]').first().innerText());
    expect(await lead.locator('[role=tab]').count()).toBe(views.length - 1);
    for (const view of ['overview', 'timeline', 'people', 'review', 'history']) {
      await openView(lead, scoring, view);
      expect([view, await lead.locator('main').innerText()]).not.toEqual([
        view,
        expect.stringMatching(/Somphone|Wichai|Pham Thi Minh Hanh|Chan Dara/),
      ]);
      await stage.inspect(lead, `project page of a lead: ${view}`);
    }
    expect(await lead.locator('a[href^="mailto:"]').count()).toBe(0);
  }, 120_000);

  it('shows an expert on a phone the file, but neither how the scores add up nor a contact', async () => {
    const expert = await stage.as('expert-la');
    for (const view of ['overview', 'review', 'people']) {
      await openView(expert, scoring, view);
      expect(await expert.locator('[data-testid=score-sums]').count()).toBe(0);
      expect(await overflow(expert)).toBe(0);
      await stage.inspect(expert, `project page of an expert: ${view}`);
    }
    expect(await expert.locator('main').innerText()).not.toMatch(/Yang Xiaodong|He Yuqing/);
  }, 60_000);

  it('shows an expert no other score sheet before his own is in, on no view and in no answer of the server; the others after it', async () => {
    const officer = await stage.as('officer');
    await openView(officer, scoring, 'review');
    expect(await officer.locator('table.scores thead th').count()).toBe(4);
    const expert = await stage.as('expert-th');
    const answers: Promise<string>[] = [];
    const listen = (answer: Response): void => {
      if (answer.headers()['content-type']?.includes('json') === true) answers.push(answer.text().catch(() => ''));
    };
    expert.on('response', listen);
    for (const view of views.filter((one) => one !== 'comments')) {
      await openView(expert, scoring, view);
      expect([view, await expert.locator('table.scores').count()]).toEqual([view, 0]);
    }
    expert.off('response', listen);
    const told = await Promise.all(answers);
    expect(told.some((body) => body.includes('"sheets":[]'))).toBe(true);
    expect(told.filter((body) => /"halfPoints"|Zhao Mingyuan|Somphone/.test(body))).toEqual([]);
    await handInSheet(expert);
    await openView(expert, scoring, 'review');
    await waitFor(async () => (await expert.locator('table.scores thead th').count()) === 4, { what: 'all three sheets' });
    expect(await expert.locator('[data-testid=score-sums]').count()).toBe(0);
    await stage.inspect(expert, 'project page of an expert: all sheets');
  }, 120_000);

  it.each([
    ['project', '洞里湄公'],
    ['review', '补正'],
    ['mou', 'Memorandum of Understanding'],
  ])('prints the sheet %s on A4 without the frame of the page', async (sheet, words) => {
    const page = await stage.as('officer');
    await page.goto(`${api.url}/projects/${building.id}/print?sheet=${sheet}`);
    await page.locator('.sheet').waitFor();
    await stage.inspect(page, `print: ${sheet}`);
    expect(await page.locator('.sheet').innerText()).toMatch(new RegExp(words, 'i'));
    await page.emulateMedia({ media: 'print' });
    for (const frame of ['header.mantine-AppShell-header', 'nav', '.no-print'])
      expect(await page.locator(frame).first().isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
  });

  it('reads as well in English and in the dark', async () => {
    const page = await stage.as('officer');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('header select').selectOption('en');
    for (const view of ['overview', 'timeline', 'review', 'agreement', 'history', 'comments']) {
      await openView(page, building, view);
      expect([view, (await page.locator('main').innerText()).includes('projectPage.')]).toEqual([view, false]);
      await stage.inspect(page, `project page in the dark: ${view}`);
    }
  }, 120_000);

  it('shows before a suspension is proposed what it changes: dates that stop, mails that are not sent', async () => {
    const page = await stage.as('head');
    await page.goto(`${stage.url}/projects/${building.id}/do/hold`);
    await page.getByLabel('中止').check();
    await page.getByRole('combobox', { name: '原因' }).click();
    await page.getByRole('option', { name: '自然灾害' }).click();
    await page.getByRole('textbox', { name: '说明' }).fill('洪水淹没了场地。');
    await page.locator('form button[type=submit]').click();
    const preview = page.locator('section[aria-labelledby="preview"]');
    await preview.getByText('停止计算').first().waitFor();
    expect(await preview.innerText()).toMatch(/须由第二人确认[\s\S]*停止计算[\s\S]*邮件：\d+ 封有变化[\s\S]*新增[\s\S]*另有 \d+ 封/);
    await stage.inspect(page, 'preview of a suspension');
    await page.setViewportSize({ width: 320, height: 700 });
    // The navigation slides away first.
    await page.waitForFunction('document.documentElement.scrollWidth <= innerWidth');
    await page.setViewportSize(looks.desk);
  }, 60_000);

  it('broke no rule of the accessibility guidelines', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
