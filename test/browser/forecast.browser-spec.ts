import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { addressOf, player as castPlayer } from '../../apps/worker/src/story/cast';
import { signedIn } from '../support/api-kit';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { choose, chooseInList, fillAnswer } from './fill-form';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';

const [first] = lifePlot.projects;
if (first === undefined) throw new Error('the plot has a project');
const { returned: _returned, heldDays: _heldDays, ...main } = first;

/** A workshop under construction whose later milestones are open. */
const plot = (clock: Record<string, unknown>): CallPlot => ({
  ...lifePlot,
  clock,
  projects: [{ ...main, lateMilestones: ['M5', 'M6', 'M7', 'M8', 'M9'], stopsAt: 'building' }],
});

/** Somebody of an organization that is no party yet. */
interface Newcomer {
  fullName: string;
  organizationId: string | null;
  organizationZh: string;
  country: string;
}

/** A reason as somebody in a hurry might paste it. */
const reason = '<b>院校来电</b> =1+1';

describe('the forecast of mails', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let address = '';
  let officer: Page;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    const room = await kit.roomAt('2026-05-06T02:00:00.000Z', (clock) => [plot(clock)]);
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    address = `${api.url}/projects/${room.project(main.key).id}?view=forecast`;
    officer = await stage.as('officer');
  }, 240_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  /** An organization abroad that may join, with somebody of it, and the partner without whom too few are left. */
  async function parties(): Promise<{ revision: () => Promise<number>; name: string; fullName: string; needed: string }> {
    const email = addressOf(castPlayer('head'));
    const asked = await signedIn(api.url, { signIn: email, password: kit.people.find((one) => one.email === email)?.password ?? '' });
    const path = `/api/projects/${/projects\/([^?]+)/.exec(address)?.[1] ?? ''}`;
    const { body: project } = await asked.get<{ parties: { organizationId: string; role: string }[] }>(path);
    const { body: people } = await asked.get<{ items: Newcomer[] }>('/api/people?limit=100');
    const known = new Set<string | null>(project.parties.map((one) => one.organizationId));
    const newcomer = people.items.find((one) => one.organizationId !== null && one.country !== 'CN' && !known.has(one.organizationId));
    const needed = project.parties.find((one) => one.role === 'ENTERPRISE');
    if (newcomer === undefined || needed === undefined) throw new Error('the cast has a newcomer, the plot an enterprise');
    const revision = async (): Promise<number> => (await asked.get<{ rev: number }>(path)).body.rev;
    return { revision, name: newcomer.organizationZh, fullName: newcomer.fullName, needed: needed.organizationId };
  }
  const planned = (object: string) => officer.locator(`[data-series="milestone/${object}"]`);
  const lines = (step: string) => officer.locator(`[data-rule=milestone][data-step="${step}"]`);
  const open = async (page: Page): Promise<void> => {
    await page.goto(address);
    await page.locator('#planned-mails').waitFor();
    await page.locator('[data-state]').first().waitFor();
  };
  const say = async (): Promise<void> => {
    await officer.locator('[role=dialog] textarea').fill(reason);
    await officer.locator('[role=dialog] button[type=submit]').click();
    await officer.locator('[role=dialog]').waitFor({ state: 'detached' });
  };

  it('lists by month when each mail leaves, to whom by name, why, and what stops it', async () => {
    await open(officer);
    const line = lines('t-30.L0').first();
    expect(await line.innerText()).toMatch(/2026年\d+月\d+日 \d\d:\d\d（?.*北京/);
    expect(await line.innerText()).toContain('杨晓东');
    expect(await line.innerText()).toContain('完成以下事项后不再发送');
    await stage.inspect(officer, 'forecast');
    await officer.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(officer, 'forecast, dark');
    await officer.emulateMedia({ colorScheme: 'light' });
  }, 120_000);

  it('skips one mail with a reason, and takes it back from the toast', async () => {
    const before = await officer.locator('[data-state=skipped]').count();
    await lines('t-30.L0').first().locator('[data-act=skip]').click();
    await officer.locator('[role=dialog] button[type=submit]').click();
    expect(await officer.locator('[role=dialog]').innerText()).toContain('请填写理由');
    await stage.inspect(officer, 'forecast: why');
    await say();
    // The offer stands for ten seconds, and longer while the pointer is on it, as it is while the page is looked at.
    await officer.locator('.mantine-Notification-root').first().hover();
    const skipped = officer.locator('[data-state=skipped]');
    await skipped.first().waitFor();
    expect(await skipped.first().innerText()).toContain(reason);
    await stage.inspect(officer, 'forecast: skipped');
    await officer.locator('.mantine-Notification-root button').first().click();
    await skipped.first().waitFor({ state: 'detached' });
    expect(await skipped.count()).toBe(before);
  }, 120_000);

  it('pauses a series by keyboard alone, marks it, and undoes it later', async () => {
    await planned('M8').locator('[data-act=pause]').focus();
    await officer.keyboard.press('Enter');
    await officer.locator('[role=dialog] textarea').waitFor();
    await officer.keyboard.type('Holidays. 假期。');
    await officer.keyboard.press('Tab');
    await officer.keyboard.press('Tab');
    await officer.keyboard.press('Enter');
    await officer.locator('[data-series="milestone/M8"][data-paused=true]').waitFor();
    expect(await planned('M8').innerText()).toContain('提醒已暂停');
    await stage.inspect(officer, 'forecast: paused');
    await planned('M8').locator('[data-act=undo]').first().click();
    await say();
    await officer.locator('[data-series="milestone/M8"][data-paused=false]').waitFor();
  }, 120_000);

  it('puts a date off, says why it goes no further, and keeps what was typed', async () => {
    await planned('M9').locator('[data-act=snooze]').click();
    await say();
    await planned('M9').locator('[data-done=snoozed]').waitFor();
    await planned('M9').locator('[data-act=snooze]').click();
    await officer.locator('[role=dialog] input').first().fill('5');
    await officer.locator('[role=dialog] textarea').fill(reason);
    await officer.locator('[role=dialog] button[type=submit]').click();
    await officer.locator('[role=dialog] .error-summary').waitFor();
    expect(await officer.locator('[role=dialog] textarea').inputValue()).toBe(reason);
    await officer.keyboard.press('Escape');
  }, 120_000);

  it('reminds now, once a day, and says of what has left that it cannot be taken back', async () => {
    await planned('M7').locator('[data-act=remind]').click();
    await say();
    await planned('M7').locator('[data-done=sent-now]').waitFor();
    expect(await planned('M7').locator('[data-act=remind]').count()).toBe(0);
    expect(await planned('M7').innerText()).toMatch(/操作目前不可用/);
  }, 120_000);

  it('shows a lead on a phone his own mails and nothing to press', async () => {
    const host = await stage.as('lead-chuncheng');
    await host.setViewportSize(looks.phone);
    await open(host);
    expect(await host.locator('[data-act]').count()).toBe(0);
    expect(await host.locator('.forecast-readers .name').first().innerText()).toMatch(/杨晓东|Yang Xiaodong/);
    for (const width of [390, 320]) {
      await host.setViewportSize({ width, height: 844 });
      expect(await host.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await stage.inspect(host, 'forecast of a lead');
    await officer.setViewportSize({ width: 320, height: 844 });
    await open(officer);
    expect(await officer.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await stage.inspect(officer, 'forecast on a phone');
  }, 120_000);

  it('thinks through a pause and its end on a page of its own, and writes nothing', async () => {
    const head = await stage.as('head');
    const page = address.replace('?view=forecast', '');
    await head.goto(page);
    await head.locator('a[href$="/what-if"]').waitFor();
    await head.keyboard.press('w');
    await head.locator('main .empty-state').waitFor();
    await stage.inspect(head, 'what-if: nothing yet');
    const form = head.getByTestId('act-form');
    const acts = head.locator('[data-testid=acts] > li');
    await form.locator('select').first().selectOption('hold');
    await form.locator('[data-act=add]').click();
    await form.getByText('请填写').first().waitFor();
    await choose(head, 'kind', 'suspension');
    await choose(head, 'reasonCode', 'DISASTER');
    await form.locator('[data-act=add]').click();
    await acts.first().waitFor();
    await head.locator('main').getByText('停止计算').first().waitFor();
    await form.locator('select').first().selectOption('resume');
    await form.getByLabel('距上一项操作的天数').fill('30');
    await form.locator('[data-act=add]').click();
    await acts.nth(1).waitFor();
    await head
      .locator('main')
      .getByText(/由 .* 改为 /)
      .first()
      .waitFor();
    await stage.inspect(head, 'what-if: a pause and its end');
    await head.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(head, 'what-if, dark', 'colours');
    await head.emulateMedia({ colorScheme: 'light' });
    await head.reload();
    await acts.nth(1).waitFor();
    await acts.first().locator('button').click();
    await acts.filter({ hasText: '将被拒绝' }).waitFor();
    await head.setViewportSize({ width: 320, height: 844 });
    await waitFor(() => head.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
      what: 'a page as wide as its window',
    });
    await stage.inspect(head, 'what-if: refused, on a phone');
    await head.setViewportSize(looks.desk);
    await head.goto(page);
    await head.locator('a[href$="/what-if"]').waitFor();
    expect(await head.locator('main').innerText()).not.toContain('自然灾害');
  }, 120_000);

  it('thinks another partner through by keyboard alone: chosen by name, played as agreed and signed, what is missing told', async () => {
    const { revision, name, fullName, needed } = await parties();
    const before = await revision();
    const head = await stage.as('head');
    await head.goto(address.replace('?view=forecast', '/what-if'));
    const form = head.getByTestId('act-form');
    const acts = head.locator('[data-testid=acts] > li');
    await form.locator('select').first().focus();
    await head.keyboard.press('Home');
    await head.locator('main [id$="-items-0-new-organization"]').waitFor();
    const pick = async (field: string, typed: string): Promise<void> => {
      await head.locator(`main [id$="-items-0-new-${field}"]`).focus();
      if (typed === '') await head.keyboard.press('ArrowDown');
      else await head.keyboard.type(typed);
      await head.keyboard.press('ArrowDown');
      await head.keyboard.press('Enter');
    };
    await pick('organization', name);
    await pick('role', '');
    await pick('person', '');
    await form.locator('[data-act=add]').focus();
    await head.keyboard.press('Enter');
    await acts.first().filter({ hasText: name }).waitFor();
    const agreed = head.getByTestId('agreements');
    await agreed.getByText(/由.*签署，自.*起生效/).waitFor();
    await agreed.locator('[data-conflict=LETTER_NEEDED]').waitFor();
    await agreed.locator('[data-conflict=MINUTES_NEEDED]').waitFor();
    expect(decodeURIComponent(head.url())).not.toContain(fullName);
    await stage.inspect(head, 'what-if: another partner');
    await head.reload();
    await acts.first().filter({ hasText: name }).waitFor();
    await acts.first().locator('button').click();
    await form.locator('select').first().selectOption('partner-out');
    await chooseInList(head, head.locator('main [id$="-items-0-path"]'), `parties/${needed}/role`);
    await form.locator('[data-act=add]').click();
    await acts.first().filter({ hasText: '将被拒绝' }).waitFor();
    await head.locator('main').getByText('合作单位不足。缺少：合作企业。').first().waitFor();
    await head.setViewportSize({ width: 390, height: 844 });
    await waitFor(() => head.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
      what: 'a page as wide as its window',
    });
    await stage.inspect(head, 'what-if: a partner who is needed, on a phone');
    await head.setViewportSize(looks.desk);
    expect(await revision()).toBe(before);
  }, 120_000);

  it('queues several changes, shows what they do together, and makes all or none', async () => {
    const head = await stage.as('head');
    await head.goto(address.replace('?view=forecast', '/do/modify'));
    const form = head.getByTestId('act-form');
    const acts = head.locator('[data-testid=acts] > li');
    const later = async (object: string): Promise<void> => {
      await form.locator('select').first().selectOption('change-deadline');
      await fillAnswer(head, 'rule', 'milestone', {});
      await fillAnswer(head, 'object', object, {});
      await fillAnswer(head, 'dueOn', '2027-11-17', {});
      await form.locator('[data-act=add]').click();
    };
    await later('M8');
    await acts.first().waitFor();
    await head.reload();
    await acts.first().waitFor();
    await form.locator('select').first().selectOption('hold');
    await choose(head, 'kind', 'suspension');
    await choose(head, 'reasonCode', 'DISASTER');
    await form.locator('[data-act=add]').click();
    await acts.nth(1).waitFor();
    await head.locator('main').getByText('停止计算').first().waitFor();
    await stage.inspect(head, 'several changes');
    await head.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(head, 'several changes, dark', 'colours');
    await head.emulateMedia({ colorScheme: 'light' });
    await later('M9');
    await acts.nth(2).filter({ hasText: '将被拒绝' }).waitFor();
    await head.setViewportSize({ width: 320, height: 844 });
    await waitFor(() => head.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
      what: 'a page as wide as its window',
    });
    await stage.inspect(head, 'several changes, one refused, on a phone');
    await head.setViewportSize(looks.desk);
    await acts.nth(2).locator('button').click();
    await acts.nth(1).locator('button').click();
    await acts.nth(1).waitFor({ state: 'detached' });
    // The form of a single change can put it into the list, too.
    await head.goto(address.replace('?view=forecast', '/do/change-deadline'));
    await head.locator('main form').waitFor();
    await fillAnswer(head, 'rule', 'milestone', {});
    await fillAnswer(head, 'object', 'M9', {});
    await fillAnswer(head, 'dueOn', '2027-11-17', {});
    await fillAnswer(head, 'reason', reason, {});
    await head.locator('main form button[type=submit]').click();
    await head.locator('[data-act=put-in-list]').click();
    await head.locator('main form').getByRole('link', { name: '已加入待作变更' }).click();
    await acts.nth(1).waitFor();
    await fillAnswer(head, 'reason', reason, {});
    await head.locator('main form button[type=submit]').click();
    await head.locator('#preview').waitFor();
    await head.locator('main form button[type=submit]').click();
    await head.locator('main').getByText('各项变更已全部作出').waitFor();
    await open(head);
    for (const object of ['M8', 'M9'])
      expect(await head.locator(`[data-series="milestone/${object}"]`).innerText()).toMatch(/2027年11月17日/);
  }, 120_000);

  it('is refused when the project has moved since what was previewed, says who moved it, and previews anew', async () => {
    const head = await stage.as('head');
    await head.goto(address.replace('?view=forecast', '/do/hold'));
    await choose(head, 'kind', 'suspension');
    await choose(head, 'reasonCode', 'DISASTER');
    await fillAnswer(head, 'reason', reason, {});
    const send = head.locator('main form button[type=submit]');
    await send.click();
    await head.locator('#preview').waitFor();
    // As in a window that has lost its line for a moment: what was previewed stays.
    await head.route('**/preview/**', (route) => route.abort());
    await open(officer);
    await planned('M10').locator('[data-act=pause]').click();
    await say();
    await officer.locator('[data-series="milestone/M10"][data-paused=true]').waitFor();
    await send.click();
    await head.locator('main').getByText('有人先于您更改').waitFor();
    await stage.inspect(head, 'a command whose preview is out of date');
    await head.unroute('**/preview/**');
    await send.click();
    await head.locator('#preview').waitFor();
    await send.click();
    await head.getByTestId('receipt').waitFor();
  }, 120_000);

  it('broke no rule of the accessibility guidelines and left nothing in the console', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  }, 120_000);
});
