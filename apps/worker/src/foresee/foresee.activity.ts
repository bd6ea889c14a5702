import {
  dryRunProjectsAfter,
  endDryRun,
  findDryRun,
  liveProjectIdsAfter,
  noteDryRunBatch,
  type DryRun,
  type DryRunRow,
  type Sql,
  type TransactionSource,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { ForeseeActivities, ForeseeInput } from '@app/workflows';
import { SumUp } from './sum-up';
import { OwnThinker, type Thinker } from './think-projects';

/** What is thought through together; small, so that no thread waits long for another one. */
const projectsTogether = 100;
/** What is written down together. */
const batchesTogether = 5;
/** A few seconds: a worker that ends in order is waited for. */
const projectsInStep = 4_000;
const readAtOnce = 1_000;

/** Carries out dry runs over all live projects; the rows of each hold place and result. */
export class ForeseeActivity implements ForeseeActivities {
  constructor(
    private readonly db: TransactionSource,
    private readonly thinker: Thinker = new OwnThinker(db),
  ) {}

  async foreseeStep({ dryRunId }: ForeseeInput): Promise<{ done: boolean }> {
    const run = await findDryRun(this.db, dryRunId);
    if (run?.state !== 'running') return { done: true };
    const ids = await liveProjectIdsAfter(this.db, run.after, projectsInStep);
    if (ids.length === 0) return finish(this.db, run);
    const batches = inBatches(ids, projectsTogether).map((some) => ({ some, found: this.thinker.think({ dryRunId, ids: some }) }));
    // Each is awaited below; one that fails before its turn must not count as unhandled.
    for (const { found } of batches) found.catch(() => undefined);
    let { after } = run;
    for (const together of inBatches(batches, batchesTogether)) {
      const upTo = together.at(-1)?.some.at(-1) ?? '';
      const rows = (await Promise.all(together.map(({ found }) => found))).flat();
      if (!(await this.noted({ id: dryRunId, after }, upTo, rows))) return { done: false };
      after = upTo;
    }
    return { done: false };
  }

  private async noted(run: Pick<DryRun, 'id' | 'after'>, upTo: string, rows: readonly DryRunRow[]): Promise<boolean> {
    const isFirst = await this.db.transaction((tx) => noteDryRunBatch(tx, run, upTo, rows));
    await chaosPoint('foresee.noted');
    return isFirst;
  }
}

function inBatches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, no) => all.slice(no * size, (no + 1) * size));
}

async function finish(db: Sql, run: DryRun): Promise<{ done: boolean }> {
  const sum = new SumUp(run.mostPerDay);
  for (let after: string | undefined | null = null; after !== undefined;) {
    const rows = await dryRunProjectsAfter(db, run.id, after, readAtOnce);
    rows.forEach((row) => sum.add(row));
    after = rows.at(-1)?.projectId;
  }
  await endDryRun(db, run.id, { result: sum.result(), predictionHash: sum.predictionHash() });
  return { done: true };
}
