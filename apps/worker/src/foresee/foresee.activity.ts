import {
  createRuleData,
  dryRunProjectsAfter,
  endDryRun,
  findDryRun,
  liveProjectsAfter,
  noteDryRunBatch,
  type DryRun,
  type Sql,
  type TransactionSource,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { ForeseeActivities, ForeseeInput } from '@app/workflows';
import { knownOf, openRoom, type Room } from './dry-run-room';
import { SumUp } from './sum-up';
import { momentOf, thinkThrough } from './think-through';

const projectsAtOnce = 500;
const readAtOnce = 1_000;

/** Carries out dry runs over all live projects; the rows of each hold place and result. */
export class ForeseeActivity implements ForeseeActivities {
  private readonly ruleData = createRuleData();
  /** What the rules have counted for one batch they need not count for the next: they remember it by the very policies and calendars they were given. */
  private last: { runId: string; room: Room } | undefined;

  constructor(private readonly db: TransactionSource) {}

  async foreseeStep({ dryRunId }: ForeseeInput): Promise<{ done: boolean }> {
    const run = await findDryRun(this.db, dryRunId);
    if (run?.state !== 'running') return { done: true };
    const batch = await liveProjectsAfter(this.db, run.after, projectsAtOnce);
    if (batch.length === 0) {
      this.last = undefined;
      return finish(this.db, run);
    }
    const moment = momentOf(run.askedAt.toISOString(), run.days);
    const room = await this.roomOf(run);
    const found = (await knownOf(this.db, batch, room)).map((known) => thinkThrough(known, room.change, moment));
    await this.db.transaction((tx) => noteDryRunBatch(tx, run, found));
    await chaosPoint('foresee.noted');
    return { done: false };
  }

  private async roomOf(run: DryRun): Promise<Room> {
    if (this.last?.runId !== run.id) this.last = { runId: run.id, room: await openRoom(this.db, this.ruleData, run) };
    return this.last.room;
  }
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
