import { createMailLinks, type EntityKey } from '@app/persistence';
import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import { idOf } from '../../apps/worker/src/story/story-ids';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { fillAnswer } from './fill-form';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';

const [first, second] = lifePlot.projects;
if (first === undefined || second === undefined) throw new Error('the plot has two projects');
const { returned: _returned, heldDays: _heldDays, ...main } = first;

/** One project whose experts are being asked, one whose officer checks it. */
const plot = (clock: Record<string, unknown>): CallPlot => ({
  ...lifePlot,
  clock,
  projects: [
    { ...main, stopsAt: 'scoring' },
    { ...second, stopsAt: 'checking' },
  ],
});

const submit = 'form button[type=submit]';
const confirmed = '.confirmation';

describe('what is asked of people, and forms that lose nothing and act once', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let room: PlayedRoom;
  let scoring: EntityKey;
  let checking: EntityKey;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    room = await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
    [scoring, checking] = [room.project(main.key), room.project(second.key)];
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const given = async (entity: EntityKey, type: string): Promise<number> => {
    const [row] = await kit.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM ledger_entry WHERE id = $1 AND type = $2', [
      entity.id,
      type,
    ]);
    return row?.n ?? 0;
  };
  const toCheckItem = async (page: Page): Promise<void> => {
    await page.goto(`${api.url}/projects/${checking.id}/do/record-check-item`);
    await page.locator(submit).waitFor();
  };
  const answer = async (page: Page, code: string): Promise<void> => {
    await fillAnswer(page, 'code', code, {});
    await fillAnswer(page, 'verdict', 'pass', {});
  };
  const linkFor = async (person: string, commandType: string, days = 1): Promise<string> => {
    const [token] = await createMailLinks(kit.db, [{ personId: idOf(person), entity: scoring, commandType, payload: {} }], days);
    return `${api.url}/a/${token ?? ''}`;
  };

  it('opens on the own tasks for everybody who is not of the Secretariat, in his own time with Beijing beside it', async () => {
    const expert = await stage.as('expert-th');
    expect(new URL(expert.url()).pathname).toBe('/tasks');
    const card = expert.locator('[data-task]').first();
    await card.waitFor();
    expect(await card.innerText()).toMatch(/22:59[\s\S]*Bangkok[\s\S]*23:59[\s\S]*Beijing|22:59[\s\S]*曼谷[\s\S]*23:59[\s\S]*北京/);
    expect(await expert.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await stage.inspect(expert, 'tasks');
  });

  it('leads from a task straight to its form, and shows it as done with its receipt', async () => {
    const expert = await stage.as('expert-th');
    await expert.goto(`${api.url}/tasks`);
    await expert.locator('[data-task] a').first().click();
    await expert.locator(submit).dblclick();
    await expert.locator(confirmed).waitFor();
    await expert.goto(`${api.url}/tasks`);
    await expert.locator('#done-tasks ~ ul li').first().waitFor();
    expect(await given(scoring, 'AcceptInvitation')).toBe(1);
  });

  it('needs two clicks from the mail to done on a phone, within a minute', async () => {
    const url = await linkFor('expert-vn', 'AcceptInvitation');
    const phone = await stage.stranger(looks.phone);
    const started = Date.now();
    let clicks = 1;
    await phone.goto(url);
    await phone.locator('main button').click();
    clicks += 1;
    await phone.locator('[data-testid=receipt]').waitFor();
    expect(clicks).toBe(2);
    expect(Date.now() - started).toBeLessThan(60_000);
    await stage.inspect(phone, 'link done');
  });

  it('does once what two windows send', async () => {
    const page = await stage.as('officer-2');
    const other = await page.context().newPage();
    await toCheckItem(page);
    await answer(page, 'on-time');
    // The second window finds the answers that are being typed in the first.
    await toCheckItem(other);
    expect(await other.locator('input[type=radio][value=pass]').isChecked()).toBe(true);
    for (const window of [page, other]) {
      await window.locator(submit).click();
      await window.locator(confirmed).waitFor();
    }
    await other.close();
    expect(await given(checking, 'RecordCheckItem')).toBe(1);
  });

  it('shows the confirmation with its receipt again after a refresh, and does nothing by it', async () => {
    const page = await stage.as('officer-2');
    const receipt = await page.locator('[data-testid=receipt]').innerText();
    await page.reload();
    await page.locator('[data-testid=receipt]').waitFor();
    expect(await page.locator('[data-testid=receipt]').innerText()).toBe(receipt);
    expect(await given(checking, 'RecordCheckItem')).toBe(1);
  });

  it('brings back after a refresh what was typed, and says so', async () => {
    const page = await stage.as('officer-2');
    await toCheckItem(page);
    await answer(page, 'complete');
    await page.reload();
    await page.locator('.notice button').waitFor();
    expect(await page.locator('input[type=radio][value=pass]').isChecked()).toBe(true);
    await stage.inspect(page, 'restored form');
  });

  it('keeps what was typed while the connection is away, and sends it when it is back', async () => {
    const page = await stage.as('officer-2');
    await page.context().setOffline(true);
    await page.locator(submit).click();
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('input[type=radio][value=pass]').isChecked()).toBe(true);
    await page.context().setOffline(false);
    await page.locator(submit).click();
    await page.locator(confirmed).waitFor();
    expect(await given(checking, 'RecordCheckItem')).toBe(2);
  });

  it('asks to sign in again in place when the session has ended, and loses nothing', async () => {
    const page = await stage.as('officer-2');
    await toCheckItem(page);
    await answer(page, 'readable');
    await kit.db.query('DELETE FROM session WHERE person_id = $1', [idOf('officer-2')]);
    await page.locator(submit).click();
    const dialog = page.locator('[role=dialog]');
    await dialog.waitFor();
    await stage.inspect(page, 'sign in again');
    const officer = kit.people.find((one) => one.email === addressOf(player('officer-2')));
    await dialog.locator('input[autocomplete=username]').fill(officer?.email ?? '');
    await dialog.locator('input[autocomplete=current-password]').fill(officer?.password ?? '');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('input[type=radio][value=pass]').isChecked()).toBe(true);
    await page.locator(`main ${submit}`).click();
    await page.locator(confirmed).waitFor();
    expect(await given(checking, 'RecordCheckItem')).toBe(3);
  });

  it('is friendly about a dead link and mails a new one to the same address', async () => {
    const stranger = await stage.stranger(looks.phone);
    await stranger.goto(await linkFor('expert-cn', 'AcceptInvitation', -1));
    await stranger.locator('main button').click();
    await stranger.locator('main p[role=status]').waitFor();
    await stage.inspect(stranger, 'dead link');
    const changed = `${api.url}/a/${'x'.repeat(43)}`;
    await stranger.goto(changed);
    await stranger.locator('main button').waitFor();
  });

  it('sets zone and digest on the server, and gives a calendar address once', async () => {
    const expert = await stage.as('expert-la');
    await expert.goto(`${api.url}/preferences`);
    await expert.locator('#calendar-feed').waitFor();
    await expert.locator('[aria-labelledby=calendar-feed] button').first().click();
    const address = expert.locator('[aria-labelledby=calendar-feed] input');
    await address.waitFor();
    const url = await address.inputValue();
    expect((await fetch(url)).status).toBe(200);
    await stage.inspect(expert, 'preferences');
    await expert.locator('[aria-labelledby=calendar-feed] button').last().click();
    await waitFor(async () => (await fetch(url)).status === 404, { what: 'the ended feed' });
  });

  it('broke no rule of the accessibility guidelines and left nothing in the console', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
