import {
  dryRunProjectsAfter,
  endDryRun,
  findDryRun,
  liveProjectIdsAfter,
  moveDryRunOn,
  type DryRun,
  type DryRunProject,
  type Sql,
  type TransactionSource,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { ForeseeActivities, ForeseeInput } from '@app/workflows';
import { SumUp } from './sum-up';
import { OwnThinker, type Thinker } from './think-projects';

/** What is thought through and written down together. */
const projectsTogether = 200;
/** A few seconds: a worker that ends in order is waited for. */
const projectsInStep = 5_000;
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
    const batches = Array.from({ length: Math.ceil(ids.length / projectsTogether) }, (_, no) =>
      ids.slice(no * projectsTogether, (no + 1) * projectsTogether),
    );
    const given: Promise<number | undefined>[] = [];
    let { after } = run;
    for (const [no, batch] of batches.entries()) {
      for (const next of batches.slice(given.length, no + this.thinker.atOnce)) given.push(this.thought(dryRunId, next));
      const looked = await given[no];
      const upTo = batch.at(-1) ?? '';
      if (looked === undefined || !(await moveDryRunOn(this.db, { id: dryRunId, after }, { upTo, looked }))) break;
      await chaosPoint('foresee.noted');
      after = upTo;
    }
    await Promise.allSettled(given);
    return { done: false };
  }

  private thought(dryRunId: string, ids: readonly string[]): Promise<number | undefined> {
    const found = this.thinker.think({ dryRunId, ids });
    // Awaited in its turn: one that fails before must not count as unhandled.
    found.catch(() => undefined);
    return found;
  }
}

async function finish(db: Sql, run: DryRun): Promise<{ done: boolean }> {
  const sum = new SumUp(run.mostPerDay);
  const read = (after: string | null): Promise<DryRunProject[]> => dryRunProjectsAfter(db, run.id, after, readAtOnce);
  for (let rows = await read(null), last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    // The database reads on while we add up.
    const next = read(last.projectId);
    next.catch(() => undefined);
    rows.forEach((row) => sum.add(row));
    rows = await next;
  }
  await endDryRun(db, run.id, { result: sum.result(), predictionHash: sum.predictionHash() });
  return { done: true };
}
