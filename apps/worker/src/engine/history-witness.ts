import { defaultPayloadConverter } from '@temporalio/common';
import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { archivedRunsAfter, type ArchivedRun, type Sql } from '@app/persistence';
import { mailDeskIdOf, workflowIdOf, type CommitResult, type DeliverDueResult, type EntityRef, type WrittenEntry } from '@app/workflows';
import { historyOf } from './archive-runs';
import { isForgotten } from './forgotten';

/** Where histories stand: the engine, and the archive of runs that it has closed. */
export interface Witness {
  db: Sql;
  client: Client;
}

const archivePage = 50;

/**
 * What Temporal's histories say of an entity's ledger: every entry that a `commit` returned, by revision. An independent witness, since histories
 * are kept by the engine; those of closed runs that it has forgotten are read from the archive. A run that neither has is not asked.
 */
export async function witnessedEntries(witness: Witness, entity: EntityRef): Promise<Map<number, WrittenEntry>> {
  const entries = new Map<number, WrittenEntry>();
  for (const result of await resultsOf<CommitResult>(witness, workflowIdOf(entity), 'commit')) {
    for (const entry of result.entries ?? []) entries.set(entry.rev, entry);
  }
  return entries;
}

/** Ids of outbox rows whose mails a server has taken, or may have taken, as the desk of a shard reported. */
export async function witnessedDeliveries(witness: Witness, shard: string): Promise<{ sent: Set<string>; uncertain: Set<string> }> {
  const sent = new Set<string>();
  const uncertain = new Set<string>();
  for (const batch of await resultsOf<DeliverDueResult>(witness, mailDeskIdOf(shard), 'deliverDue')) {
    for (const { rowIds, result } of batch.results) {
      for (const id of rowIds) if (result === 'sent') sent.add(id);
      for (const id of rowIds) if (result === 'uncertain') uncertain.add(id);
    }
  }
  return { sent, uncertain };
}

/** Ids of outbox rows whose mails a server has taken, as the desk's run of today reported; no more than one history is read. */
export async function latelyDelivered(client: Client, shard: string): Promise<Set<string>> {
  try {
    const { events } = await client.workflow.getHandle(mailDeskIdOf(shard)).fetchHistory();
    const batches = resultsIn<DeliverDueResult>(events ?? [], 'deliverDue');
    return new Set(batches.flatMap(({ results }) => results).flatMap(({ rowIds, result }) => (result === 'sent' ? rowIds : [])));
  } catch (error) {
    if (isForgotten(error)) return new Set();
    throw error;
  }
}

async function resultsOf<R>({ db, client }: Witness, workflowId: string, activityType: string): Promise<R[]> {
  const results: R[] = [];
  const known = new Set<string>();
  for (const { runId } of await runsOf(client, workflowId)) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    known.add(runId);
    results.push(...resultsIn<R>(events ?? [], activityType));
  }
  for (const run of await archivedRunsOf(db, workflowId)) {
    if (known.has(run.runId)) continue;
    results.push(...resultsIn<R>(historyFromJSON(await historyOf(run)).events ?? [], activityType));
  }
  return results;
}

async function archivedRunsOf(db: Sql, workflowId: string): Promise<ArchivedRun[]> {
  const runs: ArchivedRun[] = [];
  let page: ArchivedRun[];
  do {
    const last = runs.at(-1)?.runId;
    page = await archivedRunsAfter(db, { workflowId, limit: archivePage, ...(last === undefined ? {} : { after: last }) });
    runs.push(...page);
  } while (page.length === archivePage);
  return runs;
}

type HistoryEvent = NonNullable<Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']>[number];

function resultsIn<R>(events: HistoryEvent[], activityType: string): R[] {
  const isOurs = (event: HistoryEvent): boolean => event.activityTaskScheduledEventAttributes?.activityType?.name === activityType;
  const scheduled = new Set(events.filter(isOurs).map((event) => String(event.eventId)));
  return events.flatMap(({ activityTaskCompletedEventAttributes: completed }) => {
    const payload = completed?.result?.payloads?.[0];
    const ours = payload !== undefined && scheduled.has(String(completed?.scheduledEventId));
    return ours ? [defaultPayloadConverter.fromPayload<R>(payload)] : [];
  });
}

/** All runs under a workflow id, the oldest first. */
async function runsOf(client: Client, workflowId: string): Promise<WorkflowExecutionInfo[]> {
  const runs: WorkflowExecutionInfo[] = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(run);
  return runs.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
}
