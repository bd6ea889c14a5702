import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import { signedIn, type Caller } from '../support/api-kit';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { fillAnswer } from './fill-form';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';
import { openPage } from './walk-pages';

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
  personId: string;
  organizationId: string | null;
  country: string;
}

/** A reason as somebody in a hurry might paste it. */
const reason = '<b>院校来函</b> =1+1';

describe('changes of a contract, on their page', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let page: Page;
  let id = '';

  beforeAll(async () => {
    kit = await openRehearsalKit();
    const room = await kit.roomAt('2026-05-06T02:00:00.000Z', (clock) => [plot(clock)]);
    id = room.project(main.key).id;
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    page = await stage.as('officer');
  }, 240_000);
  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const signedInAs = (key: string): Promise<Caller> => {
    const email = addressOf(player(key));
    const password = kit.people.find((one) => one.email === email)?.password ?? '';
    return signedIn(api.url, { signIn: email, password });
  };

  it('is asked for with old and new value, previewed in dates and mails, and then stands locked on the page', async () => {
    await openPage(page, `${api.url}/projects/${id}/do/propose-change`);
    const items = [{ path: 'milestones/M7/plannedOn', new: '2026-12-01' }];
    const answers: Record<string, unknown> = { kind: 'amendment', items, reason };
    for (const [name, value] of Object.entries(answers)) await fillAnswer(page, name, value, answers);
    await page.locator('main form button[type=submit]').click();
    await page.locator('#preview').waitFor();
    await page.locator('main').getByText('2026年12月1日').first().waitFor();
    await stage.inspect(page, 'the preview of a change');
    await page.locator('main form button[type=submit]').click();
    await page.locator('main .confirmation').waitFor();
    await openPage(page, `${api.url}/projects/${id}/changes`);
    const card = page.locator('[data-change=proposed]');
    await card.waitFor();
    expect(await card.innerText()).toContain('<b>院校来函</b> =1+1');
  }, 120_000);

  it('shows what it would change, its signatures and its paper in both languages, in the dark and on a phone', async () => {
    await page.locator('[data-change=proposed] details summary').first().click();
    await page.locator('[data-change=proposed]').getByText('2026年12月1日').first().waitFor();
    await stage.inspect(page, 'changes');
    await page.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(page, 'changes, dark', 'colours');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 700 });
    await waitFor(() => page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
      what: 'the changes as wide as their window',
    });
    await page.setViewportSize(looks.desk);
    const head = await signedInAs('head');
    const { body } = await head.get<{ changes: { changeId: string }[] }>(`/api/projects/${id}`);
    const changeId = body.changes[0]?.changeId;
    const key = { 'idempotency-key': randomUUID() };
    expect((await head.post(`/api/projects/${id}/commands/approve-change`, { changeId }, key)).status).toBe(200);
    await openPage(page, `${api.url}/projects/${id}/changes`);
    await page.locator('[data-change=in-effect]').waitFor();
    await openPage(page, `${api.url}/projects/${id}/print?sheet=amendment&change=A1`);
    await page.locator('#sheet-en').waitFor();
    expect(await page.locator('#sheet-zh-CN').innerText()).toContain('A1');
    await stage.inspect(page, 'an amendment on paper');
  }, 120_000);

  it('marks the value that it has set: by key one reads who asked and decided, and the mark leads to the change', async () => {
    await openPage(page, `${api.url}/projects/${id}?view=agreement`);
    const mark = page.locator('[data-changed=A1]').first();
    await mark.locator('summary').focus();
    await page.keyboard.press('Enter');
    await mark.getByText('2026年12月1日').waitFor();
    expect(await mark.innerText()).toMatch(/提出[^]*决定[^]*生效/);
    await stage.inspect(page, 'the mark of an amended value');
    await mark.locator('a').press('Enter');
    await page.locator('[data-change=in-effect]').waitFor();
  }, 60_000);

  it('another title, another budget and a partner that joins are asked for by fields of their own; the second person reads all of it first', async () => {
    const officer = await signedInAs('officer');
    const { body: project } = await officer.get<{ parties: { organizationId: string }[] }>(`/api/projects/${id}`);
    const { body: people } = await officer.get<{ items: Newcomer[] }>('/api/people?limit=100');
    const known = project.parties.map((one) => one.organizationId);
    const newcomer = people.items.find((one) => one.organizationId !== null && one.country !== 'CN' && !known.includes(one.organizationId));
    const items = [
      { path: 'titleEn', text: 'Smart <b>Rail</b> Workshop' },
      { path: 'budgetCny', new: '3500000' },
      { path: 'parties/joining', new: 'PARTICIPANT', organizationId: newcomer?.organizationId, personId: newcomer?.personId },
    ];
    const answers: Record<string, unknown> = { kind: 'amendment', items, document: { documentId: '' }, reason };
    await openPage(page, `${api.url}/projects/${id}/do/propose-change`);
    for (const [name, value] of Object.entries(answers)) await fillAnswer(page, name, value, answers);
    await stage.inspect(page, 'fields of a change');
    await page.locator('main form button[type=submit]').click();
    await page.locator('#preview').waitFor();
    await page.locator('main').getByText('Smart <b>Rail</b> Workshop').first().waitFor();
    await page.locator('main form button[type=submit]').click();
    await page.locator('main .confirmation').waitFor();

    const head = await stage.as('head');
    await openPage(head, `${api.url}/projects/${id}/do/approve-change`);
    const differences = head.getByTestId('change-differences');
    await differences.getByText('Smart <b>Rail</b> Workshop').first().waitFor();
    await head.locator('[data-change=proposed]').getByText('3,500,000').first().waitFor();
    await stage.inspect(head, 'a change before it is approved');
    await fillAnswer(head, 'minutes', { documentId: '' }, {});
    await head.locator('main form button[type=submit]').click();
    await head.locator('#preview').waitFor();
    await head.locator('main form button[type=submit]').click();
    await head.locator('main .confirmation').waitFor();
    await openPage(page, `${api.url}/projects/${id}/changes`);
    await page.locator('[data-change=approved] [data-signature=asked]').first().waitFor();
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  }, 120_000);
});
