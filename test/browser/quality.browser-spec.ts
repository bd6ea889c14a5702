import { randomUUID } from 'node:crypto';
import type { EntityKey } from '@app/persistence';
import type { Page } from 'playwright-core';
import { beginCalendarDraft } from '@app/persistence';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { lifePlot } from './life-plot';
import { speakPseudo } from './pseudo-language';
import { openStage, type Stage } from './stage';
import { addressesOf, openPage, untilShown } from './walk-pages';

const [first, second] = lifePlot.projects;
if (first === undefined || second === undefined) throw new Error('the plot has two projects');
const { returned: _returned, heldDays: _heldDays, ...main } = first;
const plot = (clock: Record<string, unknown>): CallPlot => ({
  ...lifePlot,
  clock,
  projects: [
    { ...main, stopsAt: 'scoring' },
    { ...second, stopsAt: 'checking' },
  ],
});

const schemes = ['light', 'dark'] as const;
/** Names without a gap, as Lao, Khmer and Burmese write them. */
const unbroken = ['ໂຮງຮຽນວິຊາຊີບ', 'សាលាបណ្តុះបណ្តាលវិជ្ជាជីវៈ', 'အသက်မွေးဝမ်းကျောင်းသင်တန်းကျောင်း'].map((word) => word.repeat(8));
const width = 'document.documentElement.scrollWidth';

describe('every page of the dashboard', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let room: PlayedRoom;
  let checking: EntityKey;
  let addresses: string[];
  const outside = new Set<string>();

  beforeAll(async () => {
    kit = await openRehearsalKit();
    room = await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
    checking = room.project(second.key);
    const [call] = await kit.db.query<{ call_id: string }[]>('SELECT call_id FROM project_summary LIMIT 1');
    const [mail] = await kit.db.query<{ id: string }[]>("SELECT id FROM outbox WHERE kind = 'mail' ORDER BY id LIMIT 1");
    const [college] = await kit.db.query<{ id: string }[]>('SELECT id FROM organization ORDER BY id LIMIT 1');
    const draftId = randomUUID();
    await beginCalendarDraft(kit.db, { id: draftId, country: 'CN', year: 2026, by: null });
    addresses = addressesOf({
      $projectId: checking.id,
      $callId: call?.call_id ?? '',
      $mailId: mail?.id ?? '',
      $command: 'hold',
      $runId: checking.id,
      'call $command': 'fix-ranking',
      $year: '2026',
      $code: 'LMGF-2025',
      $reference: 'LMGF-2025-LA-001',
      $version: '1',
      $kind: 'award-letter',
      $templateVersion: '0',
      $country: 'LA',
      $draftId: draftId,
      $subject: 'organizations',
      $id: college?.id ?? '',
      // Nobody else’s: what a page says to whoever may not see it.
      $roomId: '00000000-0000-4000-8000-000000000000',
    });
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const choose = async (page: Page, language: string): Promise<void> => {
    await page.locator('.language-switch select').selectOption(language);
    await page.waitForFunction(`document.documentElement.lang === '${language}'`);
    await untilShown(page);
  };
  const officer = (): Promise<Page> => stage.as('officer-2');

  it('breaks no rule of the guidelines, light and dark, in Chinese and in English; each has a title; nothing comes from outside', async () => {
    const page = await officer();
    page.on('request', (request) => {
      if (!request.url().startsWith(api.url) && !/^(data|blob):/.test(request.url())) outside.add(request.url());
    });
    const untitled: string[] = [];
    for (const address of addresses) {
      await openPage(page, `${api.url}${address}`);
      for (const language of ['zh-CN', 'en']) {
        await choose(page, language);
        for (const scheme of schemes) {
          await page.emulateMedia({ colorScheme: scheme });
          await stage.inspect(page, `${address} ${scheme}`, scheme === 'light' ? 'all' : 'colours');
        }
      }
      if (!/.+ · Gongfang/.test(await page.title())) untitled.push(address);
    }
    expect(stage.violations).toEqual([]);
    expect(untitled).toEqual([]);
    expect([...outside]).toEqual([]);
  }, 400_000);

  it('shows no plain English when English is replaced by pseudo English', async () => {
    const page = await officer();
    const { plainTextOn } = await speakPseudo(page);
    const found = [];
    for (const address of addresses) {
      await openPage(page, `${api.url}${address}`);
      found.push(...(await plainTextOn(address)));
    }
    await page.unrouteAll();
    expect(found).toEqual([]);
  }, 120_000);

  it('needs no sideways scrolling at 320 px, which is 400 % of 1280 px, also with long words of Lao, Khmer and Burmese', async () => {
    const [lao = '', khmer = '', burmese = ''] = unbroken;
    await kit.db.query("UPDATE application_version SET content = content || jsonb_build_object('titleEn', $1::text, 'titleZh', $2::text)", [
      lao,
      khmer,
    ]);
    await kit.db.query('UPDATE organization SET name_en = $1, name_zh = $2', [burmese, lao]);
    const page = await officer();
    await page.setViewportSize({ width: 320, height: 640 });
    const wide: string[] = [];
    for (const address of addresses) {
      await openPage(page, `${api.url}${address}`);
      const needed = await page.evaluate<number>(width);
      if (needed > 320) wide.push(`${address}: ${needed} px`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(wide).toEqual([]);
  }, 120_000);

  it('ships its fonts', async () => {
    const page = await officer();
    const fonts = await page.evaluate<string[]>('[...new Set([...document.fonts].map((one) => one.family.replaceAll(\'"\', "")))]');
    for (const script of ['SC Variable', 'Lao', 'Thai', 'Khmer', 'Myanmar']) expect(fonts).toContain(`Noto Sans ${script}`);
  });

  it('moves nothing for people who asked for calm', async () => {
    const page = await officer();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openPage(page, `${api.url}/`);
    const longest = await page.evaluate<number>(
      'Math.max(...[...document.querySelectorAll("*")].map((one) => parseFloat(getComputedStyle(one).transitionDuration) || 0))',
    );
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(longest).toBeLessThan(0.001);
  });

  it('shows a begun language with English behind it, marked and read aloud as English', async () => {
    const page = await officer();
    await openPage(page, `${api.url}/calls`);
    await choose(page, 'lo');
    expect(await page.locator('nav a[href="/"]').innerText()).toBe('ໜ້າຫຼັກ');
    await page.locator('h1[data-fallback][lang=en]').waitFor();
    await stage.inspect(page, 'calls, begun language');
    await choose(page, 'en');
    await page.waitForFunction('document.querySelector("[data-fallback]") === null');
  });
});
