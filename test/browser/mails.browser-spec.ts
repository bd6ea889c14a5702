import type { Page } from 'playwright-core';
import { createHttpTeller } from '../../apps/worker/src/rehearsal/http-teller';
import { signIn, type ApiPerson } from '../../apps/worker/src/rehearsal/api-person';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import { announcedPlot, campaignPlot } from '../support/campaign-plot';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { looks, openStage, type Stage } from './stage';
import { openPage, tabTo } from './walk-pages';

/** A reason as somebody in a hurry might paste it. */
const reason = '<b>院校来电</b> =1+1';
const submit = 'main form button[type=submit]';

describe('mail: what was sent, what waits, and whom the yearly reports are asked of', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let room: PlayedRoom;
  let officer: Page;
  let head: Page;
  let callId: string;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    api = await startApi(kit.workspace.env);
    room = await kit.roomAt('2027-03-29T02:30:00.000Z', (clock) => [campaignPlot(clock), announcedPlot(clock)]);
    const [row] = await kit.db.query<{ id: string }[]>(`SELECT id FROM call_summary WHERE code = 'LMGF-2026'`);
    callId = row?.id ?? '';
    await createHttpTeller({ db: kit.db, as, runTo: room.clock.runTo }).confirm(
      'deputy',
      { kind: 'call', id: callId },
      '2027-03-29T03:00:00.000Z',
    );
    await room.clock.runTo('2027-03-29T03:10:00.000Z');
    stage = await openStage(api.url, kit.people);
    [officer, head] = [await stage.as('officer'), await stage.as('head')];
  }, 240_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  function as(key: string): Promise<ApiPerson> {
    const person = kit.people.find((one) => one.email === addressOf(player(key)));
    if (person === undefined) throw new Error(`nobody is ${key}`);
    return signIn(api.url, person);
  }
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
    await stage.inspect(page, name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(page, `${name}, dark`, 'colours');
    await page.emulateMedia({ colorScheme: 'light' });
    await speak(page, 'en');
    await stage.inspect(page, name);
    await page.setViewportSize(looks.phone);
    await fits(page);
    await stage.inspect(page, name);
    await speak(page, 'zh-CN');
    await page.setViewportSize({ width: 320, height: 700 });
    await fits(page);
    await page.setViewportSize(looks.desk);
  };
  const states = async (condition: string): Promise<string[]> =>
    (
      await kit.db.query<{ state: string }[]>(`SELECT state FROM outbox WHERE kind = 'mail' AND rev > 0 AND ${condition} ORDER BY state`)
    ).map((row) => row.state);

  describe('letters that are held', () => {
    const letters = '[aria-labelledby=held-letters]';
    const heldStates = (): Promise<string[]> =>
      states(
        `notification IN ('award-letter', 'rejection-letter') AND entity_id IN (SELECT id FROM project_summary WHERE call_id = '${callId}')`,
      );

    it('are read one after the other as they would leave, by an officer, who cannot release them', async () => {
      await open(officer, `/calls/${callId}`, `${letters} tbody tr`);
      await waitFor(async () => (await officer.locator(`${letters} tbody button:disabled`).count()) === 0, {
        withinMs: 60_000,
        what: 'the letters being written',
      });
      await officer.locator(`${letters} tbody button`).first().focus();
      await officer.keyboard.press('Enter');
      await officer.locator('#letter-subject').waitFor();
      await officer.locator('[data-testid=letter-read]').click();
      await officer.locator(`${letters} tbody tr`, { hasText: '李静怡' }).waitFor();
      expect(await officer.locator('[data-testid=letters-check]').count()).toBe(0);
      expect(new Set(await heldStates())).toEqual(new Set(['held']));
    });

    it('are released together by the head, after a check that names those nobody has read, and only with a reason', async () => {
      await open(head, `/calls/${callId}`, '[data-testid=letters-check]');
      await lookAt(head, 'letters');
      const rows = await head.locator(`${letters} tbody tr`).count();
      await head.locator(`${letters} tbody input[type=checkbox]`).last().uncheck();
      await head.locator('[data-testid=letters-check]').click();
      expect(await head.locator(`${letters} .notice`).count()).toBe(2);
      await head.locator(submit).click();
      expect(await head.locator(letters).innerText()).toContain('请填写理由');
      await stage.inspect(head, 'letters: check');
      await head.locator(`${letters} textarea`).fill(reason);
      await head.locator(submit).dblclick();
      await head.locator(`${letters} .confirmation`).waitFor();
      expect(await head.locator(`${letters} .confirmation`).innerText()).toContain(String(rows - 1));
      await waitFor(async () => (await heldStates()).filter((state) => state === 'held').length === 1, { what: 'the one that stays' });
      await waitFor(async () => (await head.locator(`${letters} tbody tr`).count()) === 1, { what: 'the list without those released' });
    });
  });

  describe('the campaign of annual reports', () => {
    const extra = (): Promise<string[]> => states(`intent->>'step' LIKE 'extra.%'`);
    const row = (key: string) => officer.locator(`[data-row="${room.project(key).id}"]`);

    it('shows how far each year is, and by a click who owes what', async () => {
      await open(officer, '/campaigns', 'main ul li');
      expect(await officer.locator('main ul li').nth(1).innerText()).toMatch(/2026[\s\S]*已接受 1 份[\s\S]*待提交 2 份/);
      await lookAt(officer, 'campaigns');
      await tabTo(officer, 'a[href="/campaigns/2026"]');
      await officer.keyboard.press('Enter');
      await row('logistics-la').waitFor();
      expect(await row('logistics-la').innerText()).toContain('已接受');
      expect(await row('construction-kh').innerText()).toContain('2027年3月31日到期');
      await lookAt(officer, 'campaign');
    });

    it('is filtered by its figures; all of it stands in the address', async () => {
      await officer.locator('main nav button', { hasText: '已提交' }).click();
      await officer.waitForURL(/state=submitted/);
      await row('logistics-la').waitFor({ state: 'detached' });
      expect(await officer.locator('[data-row]').count()).toBe(1);
      await open(officer, '/campaigns/2026?q=nothing-of-this-name', 'main [role=status] button');
      await officer.locator('main [role=status] button').click();
      await row('logistics-la').waitFor();
      expect(await officer.locator('form[role=search] input').first().inputValue()).toBe('');
    });

    it('lets choose by keyboard, checks whom a reminder reaches, and asks why', async () => {
      expect(await row('logistics-la').locator('input[type=checkbox]').isDisabled()).toBe(true);
      await tabTo(officer, 'thead input[type=checkbox]');
      await officer.keyboard.press('Space');
      await tabTo(officer, '[data-act=remind]');
      await officer.keyboard.press('Enter');
      await officer.locator('main form textarea').waitFor();
      const text = await officer.locator('main form').innerText();
      for (const name of ['罗小川', '白雪梅']) expect(text).toContain(name);
      await lookAt(officer, 'campaign: check');
      await officer.locator(submit).click();
      expect(await officer.locator('main form').innerText()).toContain('请填写理由');
      expect(await extra()).toEqual([]);
    });

    it('reminds once, whatever is clicked, and keeps its report over a reload', async () => {
      await officer.locator('main form textarea').fill(reason);
      await officer.locator(submit).dblclick();
      const report = officer.locator('.confirmation');
      await report.getByText('已下达 2/2 项提醒').waitFor();
      const mails = await extra();
      expect(mails.length).toBeGreaterThan(2);
      await officer.reload();
      await report.getByText('已下达 2/2 项提醒').waitFor();
      expect(await extra()).toEqual(mails);
      await stage.inspect(officer, 'campaign: report');
      await officer.locator('main button', { hasText: '关闭结果' }).click();
      await row('construction-kh').getByText('提醒').first().waitFor();
      await room.clock.runTo('2027-03-29T03:30:00.000Z');
      expect(new Set(await extra())).toEqual(new Set(['sent']));
    });
  });

  describe('the mail log', () => {
    it('finds mails by word, and shows in words what became of each', async () => {
      await open(officer, '/mails', 'tbody tr');
      await lookAt(officer, 'mails');
      await officer.locator('form[role=search] input').first().fill('罗小川');
      await officer.keyboard.press('Enter');
      await officer.waitForURL(/q=/);
      await open(officer, '/mails?word=delivered&notification=reminder', 'tbody tr');
      const shown = await officer.locator('tbody tr').allInnerTexts();
      expect(shown.length).toBeGreaterThan(2);
      for (const text of shown) expect(text).toContain('已送达');
    });

    it('opens the very mail that left, and sends it again with a reason, once', async () => {
      await officer.locator('tbody tr a').first().focus();
      await officer.keyboard.press('Enter');
      await officer.locator('iframe.mail-frame').waitFor();
      await lookAt(officer, 'one mail');
      const sent = async (): Promise<number> =>
        (await states(`notification = 'reminder' AND created_at > now() - interval '1 hour'`)).length;
      const before = await sent();
      await officer.locator('[aria-labelledby=mail-acts] button').first().click();
      await officer.locator(submit).click();
      expect(await officer.locator('main form').innerText()).toContain('请填写理由');
      await officer.locator('main form textarea').fill(reason);
      await officer.locator(submit).dblclick();
      await officer.locator('.confirmation').waitFor();
      await officer.locator('[aria-labelledby=mail-done]').getByText(reason).waitFor();
      await stage.inspect(officer, 'one mail, sent again');
      expect(await sent()).toBe(before + 1);
    });

    it('shows a lead on a phone his own mails and nothing to press', async () => {
      const lead = await stage.as('lead-yujiang');
      await lead.setViewportSize(looks.phone);
      await open(lead, '/mails', 'main ul li a');
      await fits(lead);
      await stage.inspect(lead, 'own mails');
      await lead.locator('main ul li a').first().click();
      await lead.locator('h1').waitFor();
      expect(await lead.locator('#mail-acts').count()).toBe(0);
      await fits(lead);
    });
  });

  it('broke no rule of the accessibility guidelines and left nothing in the console', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
