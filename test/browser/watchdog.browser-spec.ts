import type { EntityKey } from '@app/persistence';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { spawnProgram, startApi, type ApiProcess, type AppProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';
import { openPage } from './walk-pages';

const [first] = lifePlot.projects;
if (first === undefined) throw new Error('the plot has a project');
const { returned: _returned, heldDays: _heldDays, ...main } = first;

/** A file that waits for its check. */
const checked = (clock: Record<string, unknown>): CallPlot => ({ ...lifePlot, clock, projects: [{ ...main, stopsAt: 'checking' }] });

describe('the watchdog', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let watchdog: AppProcess;
  let stage: Stage;
  let owner: Client;
  /** What the page said before the first proof. */
  let beforeAnyProof: string;
  let project: EntityKey;
  let head: Page;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    project = (await kit.roomAt('2025-09-05T00:00:00.000Z', (clock) => [checked(clock)])).project(main.key);
    owner = new Client(kit.workspace.database.ownerUrl);
    await owner.connect();
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    head = await stage.as('head');
    // Nothing has been compared before the watchdog runs.
    await openPage(head, `${api.url}/administration/watchdog`);
    await head.locator('main', { hasText: '尚无完整的核对' }).waitFor();
    beforeAnyProof = await head.locator('main').innerText();
    watchdog = spawnProgram('dist/apps/worker/apps/worker/src/watchdog.js', [], kit.workspace.env);
  }, 180_000);
  afterAll(async () => {
    await stage?.close();
    await watchdog?.stop();
    await api?.stop();
    await owner?.end();
    await kit?.close();
  }, 60_000);

  const kind = (words: string) => head.locator('[data-testid=watch-finding]', { hasText: words });
  /** Presses the button and waits until one more proof is over. */
  async function proveNow(): Promise<void> {
    const { rows } = await owner.query<{ count: number }>('SELECT count(*)::integer AS count FROM watch_proof');
    await head.locator('main button:enabled', { hasText: '立即核对' }).click();
    await waitFor(
      async () => {
        const ended = await owner.query<{ count: number }>('SELECT count(*)::integer AS count FROM watch_proof WHERE ended_at IS NOT NULL');
        return (ended.rows[0]?.count ?? 0) > (rows[0]?.count ?? 0);
      },
      { withinMs: 60_000, what: 'the proof' },
    );
    await head.locator('main button:enabled', { hasText: '立即核对' }).waitFor();
  }
  /** Looks at what is open in the dark, on a phone and at 320 px, where nothing may stick out. */
  async function lookAt(name: string, part: string): Promise<void> {
    await stage.inspect(head, name);
    await head.emulateMedia({ colorScheme: 'dark' });
    await stage.inspect(head, `${name}, dark`, 'colours');
    await head.emulateMedia({ colorScheme: 'light' });
    for (const size of [looks.phone, { width: 320, height: 700 }]) {
      await head.setViewportSize(size);
      await head.locator(part).first().waitFor();
      await waitFor(() => head.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'), {
        what: `${name} as wide as its window`,
      });
      await stage.inspect(head, name);
    }
    await head.setViewportSize(looks.desk);
  }

  it('says before the first complete proof that none was made, not that all is well', () => {
    expect(beforeAnyProof).toContain('首次核对全部完成后');
    expect(beforeAnyProof).not.toContain('没有未解决的问题');
    expect(beforeAnyProof).not.toMatch(/全部正常/);
  });

  it('proves at the press of a button, tells a fault with the way to its repair, and that it is gone', async () => {
    await openPage(head, `${api.url}/administration/watchdog`);
    await head.locator('main button', { hasText: '立即核对' }).waitFor();
    await owner.query('UPDATE entity_head SET rev = rev - 1 WHERE id = $1', [project.id]);
    try {
      await proveNow();
      await kind('状态落后于台账').waitFor();
      expect(await kind('状态落后于台账').locator('a', { hasText: '在修复页面打开' }).getAttribute('href')).toContain(project.id);
      await lookAt('watchdog', '[data-testid=watch-finding]');
    } finally {
      await owner.query('UPDATE entity_head SET rev = rev + 1 WHERE id = $1', [project.id]);
    }
    await proveNow();
    await head.locator('ul[aria-label="曾经发现、现已解决"] li', { hasText: '状态落后于台账' }).waitFor();
    await head.locator('[data-testid=watch-proof]', { hasText: '和志远' }).first().waitFor();
  }, 120_000);

  it('stands on the home page, red while something is open or when the proof is old', async () => {
    const { rows } = await owner.query<{ open: number }>('SELECT count(*)::integer AS open FROM watch_finding WHERE gone_at IS NULL');
    await openPage(head, `${api.url}/`);
    const line = head.locator('[data-testid=watch-line]');
    await line.waitFor();
    expect(await line.innerText()).toContain((rows[0]?.open ?? 0) === 0 ? '无遗漏' : `${rows[0]?.open ?? 0} 个未解决的问题`);
    await owner.query(`UPDATE watch_proof SET ended_at = ended_at - interval '3 hours'`);
    await owner.query(`UPDATE watch_memory SET written_at = written_at - interval '3 hours'`);
    await openPage(head, `${api.url}/?again`);
    await head.locator('[data-testid=watch-line][role=alert]', { hasText: '核对已中断' }).waitFor();
    await lookAt('home with an old proof', '[data-testid=watch-line]');
  }, 90_000);

  it('signs a root when asked, and shows it with its key on the page of the ledger', async () => {
    await openPage(head, `${api.url}/administration/ledger`);
    await head.locator('main button:enabled', { hasText: '立即签署' }).click();
    await head.locator('[data-testid=ledger-root]', { hasText: '涵盖' }).waitFor();
    await lookAt('ledger with roots', '[data-testid=ledger-root]');
    await openPage(head, `${api.url}/projects/${project.id}?view=history`);
    const receipt = head.locator('main a', { hasText: '最新一条的回执' });
    await receipt.waitFor();
    expect(await receipt.getAttribute('href')).toBe(`/api/projects/${project.id}/receipts/last`);
  }, 90_000);

  it('breaks no rule of accessibility, and says nothing to the console', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
