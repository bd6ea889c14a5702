import { rulesBuild, type EntityView } from '@app/domain';
import { calendarVersion, canonicalJson, type EntityKey, type Sql, type TransactionSource } from '@app/persistence';
import { finishReplan, liveEntities, lockHead, replanCursor, storeReplanCursor } from '@app/persistence/ledger-writer';
import { writePlanAndHead } from '../commit/finish-commit';
import { openSession, type CommitTools } from '../commit/open-session';

/** What a replan changed. */
export interface ReplanReport {
  /** Live entities looked at in this run. */
  looked: number;
  /** Entities whose next wake-up moved: their shells must read the ledger (`sync`). */
  moved: EntityKey[];
}

const entitiesAtOnce = 100;

/**
 * After a release of rules, calendars or templates: computes planned occurrences and the next wake-up of every live entity anew, under its row lock.
 * Derived data only, no entry in the ledger. Resumable: it notes after each batch where it stands for this build and calendar, and a finished one does
 * nothing. The caller sends `sync` to what moved, batch by batch.
 * @param onMoved told of each batch's moved entities before the batch counts as done
 */
export async function replan(
  db: TransactionSource,
  tools: CommitTools,
  onMoved: (entities: EntityKey[]) => Promise<void>,
): Promise<ReplanReport> {
  const release = { build: rulesBuild, calendarVersion: await calendarVersion(db) };
  const report: ReplanReport = { looked: 0, moved: [] };
  let place = await replanCursor(db, release);
  while (!place.finished) {
    const batch = await liveEntities(db, place.after, entitiesAtOnce);
    const moved: EntityKey[] = [];
    for (const entity of batch) {
      if (await db.transaction((tx) => replanEntity(tx, tools, entity))) moved.push(entity);
    }
    await onMoved(moved);
    report.looked += batch.length;
    report.moved.push(...moved);
    const after = batch.at(-1);
    if (after === undefined) await finishReplan(db, release);
    else await storeReplanCursor(db, release, after);
    place = await replanCursor(db, release);
  }
  return report;
}

/** Plans one entity anew; answers whether its next step is another one now, or comes at another time. */
export async function replanEntity(tx: Sql, tools: CommitTools, entity: EntityKey): Promise<boolean> {
  const locked = await lockHead(tx, entity);
  const { head } = locked;
  if (head === undefined || head.rev === 0 || head.haltedAt !== null) return false;
  const session = await openSession(tx, tools, entity, locked);
  const { view } = await writePlanAndHead(session, tools.rollAt);
  return nextOf(view) !== nextOf(head.view);
}

function nextOf(view: EntityView | null): string {
  return canonicalJson({ next: view?.next, nextWakeAt: view?.nextWakeAt });
}
