import { createHash } from 'node:crypto';
import { archiveChainAfter, type ChainedRun, type Sql } from '@app/persistence';
import { historyOf } from './archive-runs';

/** What does not fit: a run is missing before it; it does not follow the one before it; what is noted of it was changed; its history was changed. */
export type ArchiveFault = 'missing' | 'order' | 'changed' | 'history';

/** What the check of the archive found. */
export interface ArchiveReport {
  runs: number;
  problems: { seq: number; workflowId: string; runId: string; what: ArchiveFault }[];
}

/** What does not fit, in words for whoever works at the command line. */
export const archiveFaultTexts: Record<ArchiveFault, string> = {
  missing: 'an archived run is missing before it',
  order: 'it does not follow the run before it',
  changed: 'what is noted of it was changed',
  history: 'its history was changed',
};

const page = 50;
const start = '0'.repeat(64);

/**
 * Reads all archived runs in their chain and computes every hash anew, over what is noted of a run and over its history. Changes nothing. That the last
 * ones were removed is not seen here: the count of runs is.
 */
export async function verifyArchive(db: Sql, note: (runs: number) => void = () => undefined): Promise<ArchiveReport> {
  const report: ArchiveReport = { runs: 0, problems: [] };
  let previous = { seq: 0, hash: start };
  for (;;) {
    const runs = await archiveChainAfter(db, previous.seq, page);
    for (const run of runs) {
      const what = await faultOf(run, previous);
      if (what !== undefined) report.problems.push({ seq: run.seq, workflowId: run.workflowId, runId: run.runId, what });
      report.runs += 1;
      previous = run;
    }
    note(report.runs);
    if (runs.length < page) return report;
  }
}

async function faultOf(run: ChainedRun, previous: { seq: number; hash: string }): Promise<ArchiveFault | undefined> {
  if (run.seq !== previous.seq + 1) return 'missing';
  if (run.previousHash !== previous.hash) return 'order';
  if (run.hash !== hashOf(run)) return 'changed';
  return historyOf(run).then(
    () => undefined,
    () => 'history',
  );
}

function hashOf({ previousHash, seq, runId, workflowId, workflowType, status, startedAt, closedAt, events, sha256 }: ChainedRun): string {
  const noted = [
    previousHash,
    seq,
    runId,
    workflowId,
    workflowType,
    status,
    startedAt.toISOString(),
    closedAt.toISOString(),
    events,
    sha256,
  ];
  return createHash('sha256').update(noted.join('\n')).digest('hex');
}
