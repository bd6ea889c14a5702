import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { archivedRunsAfter, countArchivedRuns, openEntitiesAfter } from '@app/persistence';
import type { ReplayDifference, ReplayProgress, Sql } from '@app/persistence';
import { workflowIdOf } from '@app/workflows';
import type { EntityRef } from '@app/workflows';
import type { Replay } from '../temporal-worker';
import { historyOf, keptTypes } from './archive-runs';
import { tellDifference, type ReplayedEvents } from './tell-difference';

/** One run whose history is to be replayed. */
export interface RunToReplay {
  workflowId: string;
  runId: string;
  source: ReplayDifference['source'];
  history: unknown;
}

/** Runs to replay, read one by one, and how many they are. */
export interface RunsToReplay {
  total: number;
  runs: AsyncIterable<RunToReplay>;
}

/** Where runs are found. */
export interface RunSources {
  db: Sql;
  client: Client;
}

const page = 50;
const toldAtMost = 100;

/**
 * Every open and every archived run of one entity, or of all entities and mail desks. Open runs come from the engine's list, which may lag, and from the
 * ledger's open entities, which does not. A run that ends while it is waited for is still read.
 */
export async function runsToReplay({ db, client }: RunSources, scope: EntityRef | null): Promise<RunsToReplay> {
  const workflowId = scope === null ? undefined : workflowIdOf(scope);
  const open = workflowId === undefined ? await allOpen({ db, client }) : await openRunOf(client, workflowId);
  const archived = await countArchivedRuns(db, workflowId);
  return { total: open.length + archived, runs: readRuns({ db, client }, open, workflowId) };
}

interface OpenRun {
  workflowId: string;
  runId: string;
}

async function allOpen({ db, client }: RunSources): Promise<OpenRun[]> {
  const open: OpenRun[] = [];
  const query = `WorkflowType IN (${keptTypes}) AND ExecutionStatus IN ('Running', 'Paused')`;
  for await (const { workflowId, runId } of client.workflow.list({ query })) open.push({ workflowId, runId });
  const listed = new Set(open.map(({ workflowId }) => workflowId));
  const pageOfEntities = 500;
  let entities = await openEntitiesAfter(db, undefined, pageOfEntities);
  while (entities.length > 0) {
    for (const entity of entities) if (!listed.has(workflowIdOf(entity))) open.push(...(await openRunOf(client, workflowIdOf(entity))));
    entities = await openEntitiesAfter(db, entities.at(-1), pageOfEntities);
  }
  return open;
}

async function openRunOf(client: Client, workflowId: string): Promise<OpenRun[]> {
  try {
    const { runId, status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING' || status.name === 'PAUSED' ? [{ workflowId, runId }] : [];
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return [];
    throw error;
  }
}

async function* readRuns({ db, client }: RunSources, open: OpenRun[], workflowId?: string): AsyncIterable<RunToReplay> {
  for (const run of open) {
    const history = await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
    yield { ...run, source: 'open', history };
  }
  let after: string | undefined;
  for (;;) {
    const archived = await archivedRunsAfter(db, {
      limit: page,
      ...(workflowId === undefined ? {} : { workflowId }),
      ...(after === undefined ? {} : { after }),
    });
    for (const run of archived) yield { workflowId: run.workflowId, runId: run.runId, source: 'archived', history: await historyOf(run) };
    after = archived.at(-1)?.runId;
    if (after === undefined) return;
  }
}

/**
 * Replays runs on a bundle and counts those that differ; the first hundred are told. `note` hears after each run how far it has come and is waited for.
 * Rejects when a run cannot be read or the bundle cannot be run at all; a run that differs is no failure.
 */
export async function replayAll(
  replay: Replay,
  bundle: string,
  { total, runs }: RunsToReplay,
  note: (progress: ReplayProgress) => Promise<void> | void = () => undefined,
): Promise<ReplayProgress> {
  const progress = { total, replayed: 0, differing: 0, differences: [] as ReplayDifference[] };
  let current: RunToReplay | undefined;
  const given = async function* (): AsyncIterable<RunToReplay> {
    for await (const run of runs) yield (current = run);
  };
  for await (const { error } of replay(bundle, given())) {
    progress.replayed++;
    if (error !== undefined && current !== undefined) {
      progress.differing++;
      const { history, ...run } = current;
      if (progress.differences.length < toldAtMost)
        progress.differences.push({ ...run, ...tellDifference(error, history as ReplayedEvents) });
    }
    // Runs may have been archived since they were counted.
    progress.total = Math.max(progress.total, progress.replayed);
    await note(progress);
  }
  return { ...progress, total: progress.replayed };
}
