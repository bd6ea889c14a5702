import type { EntityKey } from '@app/persistence';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';
import { lifePlot } from './life-plot';
import { looks, openStage, type Stage } from './stage';
import { openPage } from './walk-pages';

const [first] = lifePlot.projects;
if (first === undefined) throw new Error('the plot has a project');
const { returned: _returned, heldDays: _heldDays, ...main } = first;

/** A file with the experts. */
const judged = (clock: Record<string, unknown>): CallPlot => ({ ...lifePlot, clock, projects: [{ ...main, stopsAt: 'scoring' }] });

describe('the proof of what happened: interventions, the ledger, the past', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let project: EntityKey;
  let head: Page;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    project = (await kit.roomAt('2025-09-05T00:00:00.000Z', (clock) => [judged(clock)])).project(main.key);
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
    head = await stage.as('head');
  }, 180_000);
  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const open = async (path: string, part: string): Promise<void> => {
    await openPage(head, `${api.url}${path}`);
    await head.locator(part).first().waitFor();
  };
  /** Looks at what is open in both languages, in the dark, on a phone and at 320 px, where nothing may stick out. */
  const lookAt = async (name: string, part: string): Promise<void> => {
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
  };

  it('leads from the tools of administration to the interventions, which say who, why, before and after, and are filtered', async () => {
    await open('/', 'main h1');
    await head.keyboard.press('g');
    await head.keyboard.press('a');
    await head.locator('main a[href="/administration/interventions"]').waitFor();
    await lookAt('administration', 'main h1');
    await head.locator('main a[href="/administration/interventions"]').click();
    const lines = head.locator('[data-testid=intervention]');
    await lines.filter({ hasText: '指定经办人' }).first().waitFor();
    expect(await lines.filter({ hasText: '指定经办人' }).first().locator('table.changes').innerText()).toMatch(/变更前\s+变更后/);
    await lookAt('interventions', '[data-testid=intervention]');
    await open('/administration/interventions?kind=Rewind', '.empty-state');
    await stage.inspect(head, 'interventions: none');
  }, 120_000);

  it('checks the whole ledger at the press of a button, and names the place of a changed byte', async () => {
    await open('/administration/ledger', 'main button');
    await head.locator('main button', { hasText: '核验整个台账' }).click();
    await head.locator('[data-testid=ledger-check]', { hasText: '台账与写入时一致' }).waitFor();
    await lookAt('ledger', '[data-testid=ledger-check]');
    const owner = new Client(kit.workspace.database.ownerUrl);
    await owner.connect();
    try {
      await owner.query(`UPDATE ledger_entry SET body = replace(body, '"rev":3', '"rev": 3') WHERE id = $1 AND rev = 3`, [project.id]);
      await head.locator('main button:enabled', { hasText: '核验整个台账' }).click();
      await head.locator('[data-testid=ledger-problem]', { hasText: '第 3 条 · 文本被更改' }).waitFor();
      await stage.inspect(head, 'ledger: changed');
    } finally {
      await owner.query(`UPDATE ledger_entry SET body = replace(body, '"rev": 3', '"rev":3') WHERE id = $1 AND rev = 3`, [project.id]);
      await owner.end();
    }
  }, 120_000);

  it('shows the project at a past moment, entry by entry from the keyboard, and two moments beside each other', async () => {
    await open(`/projects/${project.id}?view=history`, '[data-testid=chain]');
    await head.locator('a', { hasText: '查看过去某一时刻' }).click();
    await head.locator('[data-testid=past]').waitFor();
    await open(`/projects/${project.id}/past?moment=1`, '[data-testid=past]');
    await head.locator('[data-testid=past]', { hasText: '草稿' }).waitFor();
    await head.keyboard.press(']');
    await head.waitForURL(/moment=2/);
    await lookAt('past', '[data-testid=past]');
    await head.locator('main button', { hasText: '与另一时刻对比' }).click();
    await head.locator('[data-testid=differences] table.changes').first().waitFor();
    await waitFor(async () => (await head.locator('[data-testid=past]').count()) === 2, { what: 'two moments' });
    await lookAt('past: two moments', '[data-testid=differences]');
    await open(`/projects/${project.id}/past?moment=99999`, 'main .error-summary, main [role=alert]');
  }, 120_000);

  it('breaks no rule of accessibility and complains of nothing', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
