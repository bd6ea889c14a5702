import { Context } from '@temporalio/activity';
import { endReplayCheck, findReplayCheck, noteReplayProgress } from '@app/persistence';
import type { ReplayCheck, ReplayProgress, Sql } from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { Config } from '@app/platform';
import type { MaintenanceActivities } from '@app/workflows';
import type { Replay } from '../temporal-worker';
import { ChangedArchive } from './archive-runs';
import { candidateIn, readyBundle, UnusableBundle, type ReadyBundle } from './candidate-bundle';
import { replayAll, runsToReplay } from './replay-check';
import { archiveFaultTexts, verifyArchive } from './verify-archive';

const noteEveryMs = 1_000;
const toldAtMost = 10;

/** Carries out the replay checks that people ask for; the row of each holds progress and result. */
export class ReplayCheckActivity implements Pick<MaintenanceActivities, 'checkReplay'> {
  constructor(
    private readonly db: Sql,
    private readonly temporal: Pick<Config['temporal'], 'workflowBundle' | 'candidatesDir'>,
    private readonly replay: Replay,
  ) {}

  async checkReplay({ id }: { id: string }): Promise<void> {
    const check = await findReplayCheck(this.db, id);
    if (check?.state !== 'running') return;
    try {
      await this.carryOut(check, await this.bundleOf(check));
      await endReplayCheck(this.db, id);
    } catch (error) {
      if (error instanceof ChangedArchive) await endReplayCheck(this.db, id, { code: 'ARCHIVE_CHANGED', detail: error.message });
      else if (error instanceof UnusableBundle) await endReplayCheck(this.db, id, { code: error.code, detail: error.message });
      else throw error;
    }
  }

  private async bundleOf({ candidate }: ReplayCheck): Promise<ReadyBundle> {
    const { workflowBundle, candidatesDir } = this.temporal;
    return readyBundle(candidate === null ? workflowBundle : await candidateIn(candidatesDir, candidate));
  }

  private async carryOut({ id, entity }: ReplayCheck, { path, sha256 }: ReadyBundle): Promise<void> {
    const { client, heartbeat } = Context.current();
    // A check of everything begins with the chain of the archive: a history that was changed proves nothing by replaying well.
    if (entity === null) await refuseChanged(this.db, heartbeat);
    const found = await runsToReplay({ db: this.db, client }, entity);
    let notedAt = 0;
    const note = async (progress: ReplayProgress): Promise<void> => {
      heartbeat({ replayed: progress.replayed });
      if (Date.now() - notedAt < noteEveryMs) return;
      notedAt = Date.now();
      await noteReplayProgress(this.db, id, progress, sha256);
      await chaosPoint('replay.noted');
    };
    await noteReplayProgress(this.db, id, await replayAll(this.replay, path, found, note), sha256);
  }
}

/** @throws ChangedArchive with the first runs that do not fit */
async function refuseChanged(db: Sql, heartbeat: (details: unknown) => void): Promise<void> {
  const { problems } = await verifyArchive(db, (runs) => heartbeat({ archived: runs }));
  if (problems.length === 0) return;
  const told = problems.slice(0, toldAtMost).map(({ workflowId, runId, what }) => `${workflowId} ${runId}: ${archiveFaultTexts[what]}`);
  throw new ChangedArchive(told.join('; '));
}
