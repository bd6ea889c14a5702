import type { Page } from 'playwright-core';
import { openBulkKit, type BulkKit } from '../support/bulk-kit';
import { waitFor } from '../support/wait-for';
import { looks, openStage, type Stage } from './stage';
import { openPage } from './walk-pages';

/** A reason as somebody in a hurry might paste it. */
const reason = '<b>等待信息</b> =1+1';

describe('acts on many projects', () => {
  let kit: BulkKit;
  let stage: Stage;
  let ids: string[];

  beforeAll(async () => {
    kit = await openBulkKit({ projects: 50, settings: { GONGFANG_BULK_SECOND_PERSON_ABOVE: '4' } });
    ids = await kit.projectsIn('review', 5);
    stage = await openStage(kit.api.url, kit.people);
  }, 300_000);

  afterAll(async () => {
    await stage?.close();
    await kit?.close();
  }, 60_000);

  const state = (page: Page, words: string) => page.locator('[data-testid=bulk-state]', { hasText: words }).waitFor({ timeout: 30_000 });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const speak = async (page: Page, language: string): Promise<void> => {
    await page.locator('.language-switch select').first().selectOption(language);
    await page.waitForFunction(`document.documentElement.lang === '${language}'`);
  };
  /** Looks at what is open: in both languages, in the dark, and at 320 px. */
  const lookAt = async (page: Page, name: string): Promise<void> => {
    await speak(page, 'zh-CN');
    await stage.inspect(page, name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(page, `${name}, dark`, 'colours');
    await page.emulateMedia({ colorScheme: 'light' });
    await speak(page, 'en');
    await page.setViewportSize({ width: 320, height: 700 });
    await waitFor(() => page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
      what: 'a page as wide as its window',
    });
    await page.setViewportSize(looks.desk);
  };
  const choose = async (page: Page, label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('are asked for with a reason, looked at row by row, and wait for a second person', async () => {
    const head = await stage.as('head');
    await openPage(head, `${kit.api.url}/administration/bulk/new?only=${ids.join(',')}`);
    await speak(head, 'en');
    await head.getByText('5 projects are chosen.').waitFor();
    await press(head, 'Look at what would happen');
    await head.getByText('Choose what is to be done.').waitFor();
    await choose(head, 'What is to be done', 'Hold or suspend');
    await choose(head, 'Hold or suspension', 'On hold');
    await press(head, 'Look at what would happen');
    await head.getByText('Choose the ground.').waitFor();
    await head.getByRole('combobox', { name: 'Ground', exact: true }).click();
    await head.locator('[role=option]:visible').first().click();
    await head.locator('main textarea').fill(reason);
    await lookAt(head, 'a new act on many');
    await press(head, 'Look at what would happen');
    await head.locator('[data-testid=bulk-row]').nth(4).waitFor();
    expect(await head.locator('[data-testid=bulk-row]', { hasText: 'will be applied' }).count()).toBe(5);
    expect(await head.locator('main').textContent()).toContain(reason);
    await lookAt(head, 'an act on many, frozen');
    await press(head, 'Ask a second person');
    await state(head, 'Waits for a second person.');
    expect(await head.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    expect(await kit.heldAmong(ids)).toBe(0);
  }, 60_000);

  it('are approved by another, go on after the first three when they are let, and are taken back as a whole', async () => {
    const [head, deputy] = [await stage.as('head'), await stage.as('deputy')];
    await openPage(deputy, `${kit.api.url}/administration/bulk`);
    await speak(deputy, 'en');
    await deputy.locator('[data-testid=bulk-run] a').first().click();
    await press(deputy, 'Approve');
    await state(deputy, 'Approved by a second person; may start.');
    await press(head, 'Start with the first three');
    await state(head, 'The first ones went as foreseen.');
    expect(await kit.heldAmong(ids)).toBe(3);
    await press(head, 'Go on with the rest');
    await state(head, 'Done.');
    await head.locator('[data-testid=bulk-counts]', { hasText: '5 applied' }).waitFor();
    expect(await kit.heldAmong(ids)).toBe(5);
    await lookAt(head, 'an act on many, done');

    await press(head, 'Take it back');
    await head.locator('main form textarea').fill('Back again');
    await press(head, 'Look at what can be taken back');
    await head.getByText('Takes back this act').waitFor();
    await head.locator('[data-testid=bulk-row]').nth(4).waitFor();
    await press(head, 'Give up');
    await state(head, 'Given up; nothing was done.');
  }, 90_000);

  it('are listed for auditors and heads, and not for officers', async () => {
    const [head, officer] = [await stage.as('head'), await stage.as('officer')];
    await openPage(head, `${kit.api.url}/administration/bulk`);
    await head.locator('[data-testid=bulk-run]').nth(1).waitFor();
    await lookAt(head, 'acts on many');
    await openPage(officer, `${kit.api.url}/administration/bulk`);
    await officer.locator('main .error-summary, main [role=alert]').first().waitFor();
  }, 60_000);

  it('no page breaks a rule of accessibility or complains', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
