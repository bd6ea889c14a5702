import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { system } from '@app/domain';
import { openCommand, type EntityKey } from '@app/persistence';
import { sweepScheduleId } from '@app/workflows';
import { campaignPlot } from '../support/campaign-plot';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { looks, openStage, type Stage } from './stage';
import { openPage } from './walk-pages';

/** A reason as somebody in a hurry might paste it. */
const reason = '<b>服务器断电后</b> =1+1';

describe('replay check and repair', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let room: Awaited<ReturnType<RehearsalKit['roomAt']>>;
  let project: EntityKey;
  let reference: string;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    api = await startApi(kit.workspace.env);
    // Told without the engine: no project has a workflow yet.
    room = await kit.roomAt('2026-01-12T02:30:00.000Z', (clock) => [campaignPlot(clock)]);
    // Every minute the sweep would put right by itself what is asked for here: it rests while a person does.
    await kit.client.schedule.getHandle(sweepScheduleId).pause();
    project = room.project('logistics-la');
    const [row] = await kit.db.query<{ reference: string }[]>('SELECT reference FROM project_summary WHERE id = $1', [project.id]);
    reference = row?.reference ?? '';
    stage = await openStage(api.url, kit.people);
  }, 240_000);

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
  const speak = async (page: Page, language: string): Promise<void> => {
    await page.locator('.language-switch select').first().selectOption(language);
    await page.waitForFunction(`document.documentElement.lang === '${language}'`);
  };
  /** Looks at what is open: at a desk and on a phone, in both languages, in the dark, and at 320 px. */
  const lookAt = async (page: Page, name: string): Promise<void> => {
    await speak(page, 'zh-CN');
    await stage.inspect(page, name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(page, `${name}, dark`, 'colours');
    await page.emulateMedia({ colorScheme: 'light' });
    await speak(page, 'en');
    await stage.inspect(page, name);
    await page.setViewportSize({ width: 320, height: 700 });
    await fits(page);
    await page.setViewportSize(looks.desk);
  };
  const address = (): string => `/administration/repair?entity=${encodeURIComponent(reference)}`;
  const outbox = (): Promise<unknown[]> =>
    kit.db.query<unknown[]>('SELECT id, business_key, state FROM outbox WHERE entity_id = $1 ORDER BY id', [project.id]);
  /** Chooses a repair, gives the reason and sends it. */
  const ask = async (page: Page, act: string): Promise<void> => {
    await page.locator(`input[type=radio][value=${act}]`).check();
    await page.locator('section[aria-labelledby=inspection] textarea').first().fill(reason);
    await page.locator('section[aria-labelledby=inspection] button[type=submit]').click();
  };

  it('a missing workflow is told with its cause, started from the ledger, and told as done when it was checked', async () => {
    const admin = await stage.as('admin');
    await open(admin, address(), 'input[type=radio][value=restart]');
    await speak(admin, 'en');
    await admin.getByText('No workflow runs', { exact: true }).waitFor();
    await lookAt(admin, 'repair');
    await ask(admin, 'restart');
    // A repair looks for as long as a minute whether the trouble is gone, so any answer is awaited for longer.
    const result = admin.locator('[data-testid=repair-result]').first();
    await result.waitFor({ timeout: 120_000 });
    expect(await result.textContent()).toContain('the trouble is gone');
    expect(await admin.locator('[data-testid=repair]').first().textContent()).toContain(reason);
    await open(admin, address(), 'text=stand at the same revision');
  }, 240_000);

  it('what several have is put right for all at once, each on record by itself', async () => {
    const others = [project, ...['construction-kh', 'furniture-vn'].map((key) => room.project(key))];
    for (const one of others) {
      const command = { id: randomUUID(), type: 'Replan', actor: system, payload: {}, source: 'dispatch' as const };
      await openCommand(kit.db, one, command);
      await kit.db.query(`UPDATE command SET received_at = received_at - interval '5 minutes' WHERE command_id = $1`, [command.id]);
    }
    const admin = await stage.as('admin');
    await open(admin, '/administration/repair', 'main h2');
    await speak(admin, 'en');
    await admin.getByRole('button', { name: 'Look now' }).click();
    const all = admin.getByTestId('all-COMMAND_WAITS');
    await all.waitFor({ timeout: 60_000 });
    await lookAt(admin, 'repair of many');
    await all.getByRole('button').click();
    await all.getByText('Give a reason.').waitFor();
    await all.locator('textarea').first().fill(reason);
    await all.getByRole('button').click();
    // The findings go as the repairs succeed.
    await all.waitFor({ state: 'detached', timeout: 90_000 });
    const acts = await kit.db.query<unknown[]>(
      `SELECT state, result_code AS code, reason FROM technical_act WHERE kind = 'repair.deliver'`,
    );
    expect(acts).toEqual(others.map(() => ({ state: 'done', code: 'REPAIRED', reason })));
  }, 150_000);

  it('a reset shows first that it touches nothing, waits for another administrator, and is checked', async () => {
    const before = await outbox();
    const [admin, other] = [await stage.as('admin'), await stage.as('admin-2')];
    await open(admin, address(), 'input[type=radio][value=reset]:not([disabled])');
    await admin.locator('input[type=radio][value=reset]').check();
    await admin.locator('[data-testid=radius]').waitFor();
    await stage.inspect(admin, 'blast radius');
    await ask(admin, 'reset');
    const proposal = admin.locator('[data-testid=repair]').first();
    await proposal.getByText('Another administrator has to confirm it.').waitFor();
    expect(await proposal.getByRole('button').count()).toBe(0);

    await open(other, '/administration/repair', '[data-testid=repair]');
    await speak(other, 'en');
    await other.getByRole('button', { name: 'Confirm' }).click();
    await other.locator('[data-testid=repair-result]', { hasText: 'the trouble is gone' }).nth(1).waitFor({ timeout: 90_000 });
    expect(await outbox()).toEqual(before);
  }, 150_000);

  it('every run is replayed while the page counts, and it says how many of how many', async () => {
    const admin = await stage.as('admin');
    await open(admin, '/administration/replay', 'main form button[type=submit]');
    await speak(admin, 'en');
    await admin.locator('main form button[type=submit]').click();
    const outcome = admin.locator('[data-testid=replay-outcome]').first();
    await outcome.waitFor({ timeout: 60_000 });
    expect(await outcome.textContent()).toMatch(/^([1-9]\d*) of \1 runs replay$/);
    await admin.locator('input[type=radio][value=candidate]').check();
    await admin.locator('main form button[type=submit]').click();
    await admin.getByText('Name it.').waitFor();
    await lookAt(admin, 'replay check');
    await admin.locator('main form input[type=text], main form input:not([type])').last().fill('../outside.js');
    await admin.locator('main form button[type=submit]').click();
    await admin.locator('main form [role=alert]').waitFor();
  }, 120_000);

  it('heads read, officers see that it is not theirs', async () => {
    const [head, officer] = [await stage.as('head'), await stage.as('officer')];
    await open(head, '/administration/replay', '[data-testid=replay-check]');
    expect(await head.locator('main form').count()).toBe(0);
    await openPage(officer, `${api.url}/administration/repair`);
    await officer.locator('main .error-summary, main [role=alert]').first().waitFor();
  }, 60_000);

  it('no page breaks a rule of accessibility or complains', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
