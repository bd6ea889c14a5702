import type { EntityKey } from '@app/persistence';
import type { Locator, Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, waitFor, type ApiProcess } from '../support/stack';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';

const [first, second] = lifePlot.projects;
if (first === undefined || second === undefined) throw new Error('the plot has two projects');
const { returned: _returned, heldDays: _heldDays, ...main } = first;

/** One project whose experts are being asked, one whose formal check is under way. */
const plot = (clock: Record<string, unknown>): CallPlot => ({
  ...lifePlot,
  clock,
  projects: [
    { ...main, stopsAt: 'scoring' },
    { ...second, stopsAt: 'checking' },
  ],
});

describe('home and board', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let room: PlayedRoom;
  let checking: EntityKey;
  let officer: Page;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    room = await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
    checking = room.project(second.key);
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    officer = await stage.as('officer-2');
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const openBoard = async (query = ''): Promise<void> => {
    await officer.goto(`${api.url}/board${query}`);
    await card().waitFor();
  };
  const card = (): Locator => officer.locator('.board-card', { has: officer.locator(`a[href="/projects/${checking.id}"]`) });
  const grip = (): Locator => card().locator('[data-grip]');
  const column = (name: string): Locator => officer.locator(`[data-cell="${name}"]`).first();
  const said = (): Promise<string> => officer.locator('#announcer').innerText();
  const untilSaid = async (words: RegExp): Promise<void> => {
    await waitFor(async () => words.test(await said()), { what: `the page saying ${String(words)}` });
  };
  const dialog = (): Locator => officer.getByRole('dialog');
  const acceptForm = (): RegExp => new RegExp(`/projects/${checking.id}/do/accept-application\\?rev=\\d+$`);

  it('shows both names, who looks after it, when it is due, and how long it has stood there', async () => {
    await openBoard();
    const text = await card().innerText();
    expect(text).toContain(second.titleZh);
    expect(text).toContain(second.titleEn);
    expect(text).toMatch(/越南 · 段文涛/);
    expect(text).toMatch(/形式审查 · \d+ 天/);
    await stage.inspect(officer, 'board');
  }, 90_000);

  it('opens the fitting form when a card is dragged to the next stage', async () => {
    await openBoard();
    await card().dragTo(column('approval'));
    await officer.waitForURL(acceptForm());
  });

  it('moves a card by keyboard alone, and says each step', async () => {
    await openBoard();
    await grip().focus();
    await officer.keyboard.press('Space');
    await untilSaid(/拿起/);
    await officer.keyboard.press('Escape');
    await untilSaid(/留在原处/);
    await officer.keyboard.press('Space');
    await column('approval').locator('xpath=self::*[@data-way="project"]').waitFor();
    await officer.keyboard.press('ArrowRight');
    await untilSaid(/审定.*打开表单/);
    await stage.inspect(officer, 'board: a card is lifted');
    await officer.keyboard.press('Space');
    await officer.waitForURL(acceptForm());
  }, 90_000);

  it('says why a move is forbidden', async () => {
    await openBoard();
    await card().dragTo(column('mou'));
    await dialog().waitFor();
    expect(await dialog().innerText()).toMatch(/各阶段依次进行/);
    await dialog().locator('[data-testid=why-refused] summary').click();
    await dialog().getByText('《项目规则》流程').waitFor();
    await stage.inspect(officer, 'board: a forbidden move');
    await officer.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  }, 90_000);

  it('offers a list to choose from, with each reason', async () => {
    await openBoard();
    await grip().focus();
    await officer.keyboard.press('Enter');
    await dialog().waitFor();
    expect(await dialog().innerText()).toMatch(/审定\s*打开表单[\s\S]*谅解备忘录\s*各阶段依次进行/);
    await stage.inspect(officer, 'board: where to');
    await dialog()
      .getByRole('button', { name: /打开表单/ })
      .click();
    await officer.waitForURL(acceptForm());
  }, 90_000);

  it('keeps the lifted card in place while news come in, then shows who changed what and offers to look again', async () => {
    await openBoard();
    await grip().focus();
    await officer.keyboard.press('Space');
    await untilSaid(/拿起/);
    await recordItem();
    await officer.keyboard.press('ArrowRight');
    await officer.keyboard.press('Space');
    await dialog().waitFor();
    await dialog().getByText('段文涛').first().waitFor();
    expect(await dialog().innerText()).toMatch(/有人先于您更改[\s\S]*重新查看/);
    await stage.inspect(officer, 'board: somebody was quicker');
    const read = officer.waitForResponse((answer) => answer.url().includes('/api/board?'));
    await dialog().getByRole('button', { name: '重新查看' }).click();
    await read;
    await dialog().waitFor({ state: 'detached' });
    await card().dragTo(column('approval'));
    await officer.waitForURL(acceptForm());
  }, 90_000);

  /** Another tab of the same officer decides an item of the check. */
  async function recordItem(): Promise<void> {
    const tab = await officer.context().newPage();
    await tab.goto(`${api.url}/projects/${checking.id}`);
    const status = await tab.evaluate<number, string>(
      `(async (id) => {
        const me = await (await fetch('/api/me')).json();
        const body = JSON.stringify({ code: 'signed', verdict: 'pass' });
        const answer = await fetch('/api/projects/' + id + '/commands/record-check-item', { method: 'POST', body,
          headers: { 'content-type': 'application/json', 'x-csrf-token': me.csrfToken } });
        return answer.status;
      })('${checking.id}')` as never,
      '',
    );
    expect(status).toBeLessThan(300);
    await tab.close();
  }

  it('remembers its rows, filters and folded columns in the address', async () => {
    await openBoard('?lanes=country&overdue=false');
    await officer.getByRole('button', { name: /收起“申报”/ }).click();
    await officer.waitForURL(/shut=application(%2C|,)closed/);
    await officer.reload();
    await card().waitFor();
    expect(await officer.getByRole('button', { name: /展开“申报”/ }).count()).toBe(1);
    expect(await officer.locator('section', { has: card() }).locator('h3').innerText()).toBe('越南');
    await stage.inspect(officer, 'board with lanes');
  }, 90_000);

  it('leads from one opened card to the next with a key', async () => {
    await openBoard();
    const links = officer.locator('[data-cell="review"] .card-title');
    const other = (await links.nth(1).getAttribute('href')) ?? '';
    await links.first().click();
    await officer.waitForURL(/\/projects\/[^/]+$/);
    // The board's own heading stands until the project's page is there.
    await officer.locator(`nav a[href="${other}"]`).waitFor();
    await officer.keyboard.press('j');
    await officer.waitForURL(`**${other}`);
  });

  it('lets the head set a limit, and shows to all when a column is over it', async () => {
    const head = await stage.as('head');
    await head.goto(`${api.url}/board`);
    await head.getByRole('button', { name: /“评审”的上限/ }).click();
    await stage.inspect(head, 'board: limit');
    await head.getByLabel('项目数量上限').fill('1');
    await head.getByRole('button', { name: '保存上限' }).click();
    await head.getByText('超出上限：2 个，上限 1 个').waitFor();
    await openBoard();
    await officer.getByText('超出上限：2 个，上限 1 个').waitFor();
  }, 90_000);

  it('shows one column at a time on a phone, with a switch, and moves by a list', async () => {
    await officer.setViewportSize(looks.phone);
    await openBoard();
    expect(await officer.locator('[data-cell]').count()).toBe(1);
    await stage.inspect(officer, 'board on a phone');
    await grip().click();
    await dialog()
      .getByRole('button', { name: /打开表单/ })
      .waitFor();
    await officer.keyboard.press('Escape');
    await officer.getByLabel('阶段').selectOption('mou');
    await officer.waitForURL(/column=mou/);
    await officer.setViewportSize({ width: 320, height: 700 });
    expect(await officer.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await officer.setViewportSize(looks.desk);
  }, 90_000);

  it('opens on a home page that leads to the cause of what waits in two clicks', async () => {
    await officer.goto(`${api.url}/`);
    await officer.locator('#home-waitingForMe').waitFor();
    await stage.inspect(officer, 'home');
    await officer.locator(`section[aria-labelledby="home-waitingForMe"] a[href="/projects/${checking.id}"]`).click();
    await officer.locator('#next').waitFor();
    expect(await officer.locator('section[aria-labelledby="next"]').innerText()).toMatch(/形式审查[\s\S]*段文涛|经办人/);
    await officer.setViewportSize(looks.phone);
    await officer.goto(`${api.url}/`);
    await officer.locator('#home-waitingForMe').waitFor();
    await stage.inspect(officer, 'home');
    await officer.setViewportSize({ width: 320, height: 700 });
    expect(await officer.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await officer.setViewportSize(looks.desk);
  }, 90_000);

  it('shows a partner his own projects and what is asked of him, not the Secretariat’s figures', async () => {
    const expert = await stage.as('expert-th');
    await expert.goto(`${api.url}/`);
    await expert.locator('#home-waitingForMe').waitFor();
    expect(await expert.locator('#home-heat, #home-undelivered').count()).toBe(0);
    expect(await expert.locator('#home-own').count()).toBe(1);
    await stage.inspect(expert, 'home of an expert');
  }, 90_000);

  it('broke no rule of the accessibility guidelines', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
