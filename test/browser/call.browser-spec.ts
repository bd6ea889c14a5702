import { randomUUID } from 'node:crypto';
import { addOrganization, storeCallMaterial } from '@app/persistence';
import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { idOf } from '../../apps/worker/src/story/story-ids';
import { notice2025 } from '../../apps/worker/src/story/notice-2025';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { aStoredCall, aStoredProject, storeCallState, storeHandedIn, storeProjectState } from '../support/state-store';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';

const [first, second] = lifePlot.projects;
if (first === undefined || second === undefined) throw new Error('the plot has two projects');
const { returned: _returned, heldDays: _heldDays, ...main } = first;
const { stopsAt: _stopsAt, ...other } = second;

/** Two projects on public notice. */
const plot = (clock: Record<string, unknown>): CallPlot => ({ ...lifePlot, clock, projects: [main, other] });
const views = ['applications', 'review', 'ranking', 'outcome'] as const;

describe('the call page and the public pages', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let callId: string;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    const room = await kit.roomAt('2025-10-22T00:00:00.000Z', (clock) => [plot(clock)]);
    const [row] = await kit.db.query<{ id: string }[]>('SELECT call_id AS id FROM project_summary WHERE id = $1', [
      room.project(main.key).id,
    ]);
    callId = row?.id ?? '';
    await storePublic();
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  /** A real call with its notice, and thirty announced projects: what strangers may read. */
  async function storePublic(): Promise<void> {
    const author = idOf('officer');
    const call = aStoredCall(author, {
      code: 'LMGF-2026',
      year: 2026,
      subState: 'public-notice',
      noticeStartedOn: '2026-10-09',
      noticeEndsAt: '2026-10-15T16:00:00.000Z',
    });
    await storeCallState(kit.db, call);
    for (const language of ['zh', 'en'] as const)
      await storeCallMaterial(kit.db, { callId: call.id, kind: 'notice', language, content: notice2025[language] });
    const lead = randomUUID();
    await addOrganization(kit.db, { id: lead, kind: 'university', country: 'CN', nameZh: '云岭学院', nameEn: '<b>Yunling</b> College' });
    for (let no = 1; no <= 31; no += 1) {
      const hash = String(no).padStart(64, '0');
      const signature = { documentId: randomUUID(), sha256: hash };
      const state = aStoredProject(author, {
        callId: call.id,
        callCode: call.code,
        year: 2026,
        hostCountry: no % 2 === 0 ? 'LA' : 'TH',
        type: 'new',
        applicationRef: `LMGF-2026-A-${String(no).padStart(4, '0')}`,
        parties: [{ organizationId: lead, role: 'LEAD', country: 'CN' }],
        submissions: [{ no: 1, hash, submittedAt: '2026-07-01T00:00:00.000Z', submittedBy: author, signedBy: author, signature }],
        ...(no === 31
          ? { stage: 'approval', subState: 'public-notice' }
          : { stage: 'construction', subState: 'building', projectRef: `LMGF-2026-LA-${String(no).padStart(3, '0')}` }),
      });
      await storeHandedIn(kit.db, state.id, {
        titleZh: `智能物流工坊第${no}号`,
        titleEn: `Logistics workshop ${no}`,
        hash,
        savedBy: author,
      });
      await storeProjectState(kit.db, state);
    }
  }

  const open = async (page: Page, path: string, part: string): Promise<string> => {
    await page.goto(`${api.url}${path}`);
    await page.locator(part).first().waitFor();
    return page.locator('main').innerText();
  };
  /** Waits until the frame has come to rest after a change of width, and the page then scrolls in one direction only. */
  const fits = (page: Page): Promise<unknown> =>
    waitFor(() => page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
      what: 'a page as wide as its window',
    });

  it('shows an officer where the call stands, the arithmetic of September with its warning, and the way to each part', async () => {
    const officer = await stage.as('officer');
    const text = await open(officer, `/calls/${callId}`, '#review-time');
    await officer.locator('#review-time ~ div .notice').waitFor();
    expect(await officer.locator('[aria-current=step]').innerText()).toContain('公示');
    expect(text).toContain('LMGF-2025');
    expect(await officer.locator('main').innerText()).toContain('2025年10月13日');
    await stage.inspect(officer, 'call: overview');
    await officer.locator('[role=tab]').first().focus();
    await officer.keyboard.press('ArrowRight');
    await officer.locator('#intake').waitFor();
    expect(officer.url()).toContain('view=applications');
  });

  it.each(views)('shows the part %s to an officer at a desk and on a phone, without a page that scrolls sideways', async (view) => {
    const officer = await stage.as('officer');
    const parts = {
      applications: '#intake-states',
      review: '#experts ~ div table',
      ranking: '#ranking ~ div table',
      outcome: '#notice-list',
    };
    const text = await open(officer, `/calls/${callId}?view=${view}`, parts[view]);
    expect(text).not.toContain('undefined');
    await stage.inspect(officer, `call: ${view}`);
    await officer.setViewportSize(looks.phone);
    await fits(officer);
    await stage.inspect(officer, `call: ${view}`);
    await officer.setViewportSize({ width: 320, height: 700 });
    await fits(officer);
    await officer.setViewportSize(looks.desk);
  });

  it('shows the council’s chair the ranking with its cut, and what was decided by whom', async () => {
    const chair = await stage.as('council-chair');
    await open(chair, `/calls/${callId}?view=ranking`, '#ranking ~ div table');
    await chair.locator('#decision ~ div').waitFor();
    const text = await chair.locator('main').innerText();
    expect(text).toContain('法定人数');
    expect(text).toMatch(/赞成 \d+ 票/);
    expect(await chair.locator('.cut-line').count()).toBeGreaterThan(0);
  });

  it('shows an expert where the call stands, and neither ranking nor figures', async () => {
    const expert = await stage.as('expert-th');
    await open(expert, `/calls/${callId}?view=ranking`, '#dates');
    expect(await expert.locator('[role=tab]').count()).toBe(0);
    expect(await expert.locator('#ranking').count()).toBe(0);
    await stage.inspect(expert, 'call of an expert');
  });

  it('lists calls', async () => {
    const officer = await stage.as('officer');
    expect(await open(officer, '/calls', 'main ul li')).toContain('LMGF-2026');
    await stage.inspect(officer, 'calls');
  });

  it('lets a stranger read a published call in his language, with notice, contact and the list of the public notice', async () => {
    const stranger = await stage.stranger();
    await open(stranger, '/public', 'main ul a');
    await stage.inspect(stranger, 'public: calls');
    await stranger.locator('main ul a').first().click();
    await stranger.locator('#public-notice').waitFor();
    const text = await stranger.locator('main').innerText();
    for (const part of ['ynmdlmxy@ymu.edu.cn', 'LMGF-2026-A-0031', 'Who may apply', '<b>Yunling</b> College']) expect(text).toContain(part);
    await stage.inspect(stranger, 'public: call');
    await stranger.locator('.language-switch select').selectOption('zh-CN');
    await stranger.waitForURL(/lang=zh-CN/);
    await stranger.getByText('关于启动澜湄工坊建设项目的公告').first().waitFor();
    expect(await stranger.locator('meta[name=description]').last().getAttribute('content')).toContain('澜湄工坊');
    await stage.inspect(stranger, 'public: call');
    expect(await stranger.context().cookies()).toEqual([]);
  });

  it('lets a stranger read the register on a phone, page after page', async () => {
    const stranger = await stage.stranger(looks.phone);
    expect(await open(stranger, '/public/register?lang=en', 'main ul li')).toContain('30 projects');
    await stage.inspect(stranger, 'public: register');
    await fits(stranger);
    await stranger.locator('a', { hasText: 'Next page' }).click();
    await stranger.waitForURL(/after=LMGF-2026-LA-025/);
    await stranger.locator('main ul a', { hasText: 'LMGF-2026-LA-030' }).waitFor();
  });

  it('lets a stranger search the register and keep a link to one project', async () => {
    const stranger = await stage.stranger(looks.phone);
    await open(stranger, '/public/register?lang=en', 'main ul li');
    await stranger.locator('#register-q').fill('物流工坊第17号');
    await stranger.keyboard.press('Enter');
    await stranger.getByText('1 project', { exact: true }).waitFor();
    await stranger.locator('main ul a').first().click();
    await stranger.waitForURL(/\/public\/register\/LMGF-2026-LA-017/);
    await stranger.locator('h1', { hasText: 'LMGF-2026-LA-017' }).waitFor();
    await stage.inspect(stranger, 'public: project');
    await open(stranger, '/public/register/LMGF-2026-LA-999', '[role=alert]');
    await stage.inspect(stranger, 'public: not found');
  });

  it('broke no rule of the accessibility guidelines', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
