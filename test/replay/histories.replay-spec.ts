import { rmSync } from 'node:fs';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { bundleOf, scratchFolder } from './bundles';
import type { SourceChange } from './bundles';
import { manifests, recordedHistories, unnamedFiles } from './corpus';
import type { RecordedHistory } from './corpus';

const shell = 'libs/workflows/src/entity/entity-shell.ts';
const fewest = 10;

/** Replays runs against a bundle; answers the ids of those that no longer fit, or of the first one only. */
async function misfits(codePath: string, histories: RecordedHistory[], until: 'all' | 'first' = 'all'): Promise<string[]> {
  const failed: string[] = [];
  const results = Worker.runReplayHistories({ workflowBundle: { codePath } }, histories);
  let replayed = 0;
  for await (const { error, workflowId, runId } of results) {
    replayed++;
    if (error !== undefined) failed.push(`${workflowId} ${runId}`);
    if (failed.length > 0 && until === 'first') break;
  }
  if (until === 'all' && replayed !== histories.length) throw new Error(`only ${replayed} of ${histories.length} runs were replayed`);
  return failed;
}

describe('recorded histories', () => {
  const all = recordedHistories();
  let folder: string;
  beforeAll(() => {
    // A misfit is told by the result; the engine's own words about it are left out.
    const logging = { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) };
    Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), shutdownSignals: [], telemetryOptions: { logging } });
    folder = scratchFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are of many scenarios, each named and explained in its manifest', () => {
    const scenarios = new Set(all.map(({ scenario }) => scenario));
    const explained = new Set(manifests().flatMap(({ scenarios: texts }) => Object.keys(texts)));
    expect(scenarios).toEqual(explained);
    expect(scenarios.size).toBeGreaterThanOrEqual(fewest);
    expect(unnamedFiles('histories')).toEqual([]);
  });

  it("fit today's shell", async () => {
    expect(await misfits(await bundleOf(folder), all)).toEqual([]);
  }, 120_000);

  it('fit whatever the rules are: deciding, planning and the fields of events are none of their business', async () => {
    const changes: SourceChange[] = [
      { file: 'libs/domain/src/deciders.ts', from: 'decide: decideProject,', to: "decide: () => refuse('ON_HOLD', 'changed by a test')," },
      { file: 'libs/domain/src/deciders.ts', from: 'plan: planProject,', to: 'plan: () => [],' },
      {
        file: 'libs/domain/src/shared/deadline-events.ts',
        from: "{ type: 'DeadlineSet'; deadline: Deadline }",
        to: "{ type: 'DeadlineSet'; renamed: Deadline }",
      },
    ];
    expect(await misfits(await bundleOf(folder, changes), all)).toEqual([]);
  }, 120_000);

  it('fit whatever commit answered in its entries: the shell does not read them', async () => {
    const other = all.map((one) => ({ ...one, history: withOtherEntries(one.history) }));
    expect(JSON.stringify(other)).not.toEqual(JSON.stringify(all));
    expect(await misfits(await bundleOf(folder), other)).toEqual([]);
  }, 120_000);

  it.each<[string, SourceChange]>([
    [
      'asks the ledger before its first command',
      { file: shell, from: 'await Promise.resolve();', to: "shell.acceptSync('start');\n  await Promise.resolve();" },
    ],
    [
      'stores a failure no more',
      {
        file: shell,
        from: "else if (command.type !== 'Sync') await storeFailure",
        to: "else if (command.type === 'Sync') await storeFailure",
      },
    ],
    [
      'sets no search attributes',
      { file: shell, from: 'if (result.attributes) upsertSearchAttributes', to: 'if (!result.attributes) upsertSearchAttributes' },
    ],
    [
      'dispatches before it commits',
      { file: shell, from: 'const result = await commit(', to: 'await dispatch({ entity });\n    const result = await commit(' },
    ],
    [
      'waits a second before it wakes',
      { file: shell, from: '    shell.acceptWake();', to: '    await condition(() => false, 1_000);\n    shell.acceptWake();' },
    ],
    [
      'knows its workflow by another name',
      { file: 'libs/workflows/src/workflow-entry.ts', from: '{ projectWorkflow }', to: '{ projectWorkflow as projectWorkflowTwo }' },
    ],
  ])(
    'do not fit a shell that %s',
    async (_what, change) => {
      expect(await misfits(await bundleOf(folder, [change]), all, 'first')).not.toEqual([]);
    },
    120_000,
  );
});

/** Results of `commit` with other ledger texts: as if events had had other fields on the day. */
function withOtherEntries(history: unknown): unknown {
  return JSON.parse(JSON.stringify(history), (key, value: unknown) => {
    if (key !== 'data' || typeof value !== 'string') return value;
    const decoded = Buffer.from(value, 'base64').toString('utf8');
    if (!decoded.includes('"entries":[{')) return value;
    const result = JSON.parse(decoded) as { entries: { text: string }[] };
    const entries = result.entries.map((entry) => ({ ...entry, text: '{"other":"fields"}' }));
    return Buffer.from(JSON.stringify({ ...result, entries })).toString('base64');
  });
}
