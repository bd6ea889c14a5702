import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from '../../../package.json';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { bodiesOf, findHead } from '@app/persistence';
import type { EntityKey } from '@app/persistence';
import { workflowIdOf } from '@app/workflows';
import type { ShellWorld } from '../../support/shell-world';

/** One recorded run, as the manifest names it. */
export interface RecordedRun {
  file: string;
  scenario: string;
  workflowId: string;
  events: number;
}

/** One recorded ledger, as the manifest names it. */
export interface RecordedLedger {
  file: string;
  scenario: string;
  kind: EntityKey['kind'];
  entries: number;
}

const root = resolve(__dirname, '../../..');
const corpus = join(root, 'test/replay');

/** Writes recorded runs and ledgers into the corpus of this release, and the manifest at the end; corpora of earlier releases stay as they are. */
export class CorpusWriter {
  private readonly runs: RecordedRun[] = [];
  private readonly ledgers: RecordedLedger[] = [];

  private readonly version: string;

  /** @param part which part of this release's corpus is written anew */
  constructor(part: string) {
    this.version = `${version}-${part}`;
    for (const folder of [this.folder('histories'), this.folder('ledgers')]) {
      mkdirSync(folder, { recursive: true });
      for (const file of readdirSync(folder)) rmSync(join(folder, file));
    }
  }

  /** Every run of a workflow that the engine still has, oldest first; `what` says what the scenario shows. */
  async workflow(world: Pick<ShellWorld, 'client'>, scenario: string, workflowId: string): Promise<void> {
    const runs: { runId: string; startTime: Date }[] = [];
    for await (const run of world.client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(run);
    runs.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
    for (const [index, { runId }] of runs.entries()) {
      const history = await world.client.workflow.getHandle(workflowId, runId).fetchHistory();
      const file = `${scenario}${runs.length === 1 ? '' : `-${index + 1}`}.json`;
      writeFileSync(join(this.folder('histories'), file), withoutMachine(historyToJSON(history)));
      this.runs.push({ file, scenario, workflowId, events: history.events?.length ?? 0 });
    }
  }

  /** An entity's runs, and its ledger with the state it folds to. */
  async entity(world: ShellWorld, scenario: string, entity: EntityKey): Promise<void> {
    await this.workflow(world, scenario, workflowIdOf(entity));
    const entries = await bodiesOf(world.db, entity);
    const state = (await findHead(world.db, entity))?.state;
    writeFileSync(join(this.folder('ledgers'), `${scenario}.json`), `${JSON.stringify({ kind: entity.kind, entries, state })}\n`);
    this.ledgers.push({ file: `${scenario}.json`, scenario, kind: entity.kind, entries: entries.length });
  }

  /** The manifest: which file shows what. */
  finish(scenarios: Record<string, string>): void {
    const manifest = { version: this.version, scenarios, histories: this.runs, ledgers: this.ledgers };
    writeFileSync(join(corpus, `manifest-${this.version}.json`), `${JSON.stringify(manifest, undefined, 2)}\n`);
  }

  private folder(kind: 'histories' | 'ledgers'): string {
    return join(corpus, kind, this.version);
  }
}

/** Without the names of the machine that recorded it and of the folder it ran in, which stands in stack traces. */
function withoutMachine(json: string): string {
  return `${JSON.stringify(JSON.parse(json, (key, value: unknown) => (key === 'identity' ? 'recorder' : withoutFolder(value))))}\n`;
}

function withoutFolder(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(`${root}/`, '') : value;
}
