import { defaultPayloadConverter } from '@temporalio/common';
import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import { mailDeskIdOf, workflowIdOf, type CommitResult, type DeliverDueResult, type EntityRef, type WrittenEntry } from '@app/workflows';

/**
 * What Temporal's histories say of an entity's ledger: every entry that a `commit` returned, by revision. An independent witness, since histories
 * are not part of the database. Runs that were archived or are past retention are not asked.
 */
export async function witnessedEntries(client: Client, entity: EntityRef): Promise<Map<number, WrittenEntry>> {
  const entries = new Map<number, WrittenEntry>();
  for (const result of await resultsOf<CommitResult>(client, workflowIdOf(entity), 'commit')) {
    for (const entry of result.entries ?? []) entries.set(entry.rev, entry);
  }
  return entries;
}

/** Ids of outbox rows whose mails a server has taken, or may have taken, as the desk of a shard reported. */
export async function witnessedDeliveries(client: Client, shard: string): Promise<{ sent: Set<string>; uncertain: Set<string> }> {
  const sent = new Set<string>();
  const uncertain = new Set<string>();
  for (const batch of await resultsOf<DeliverDueResult>(client, mailDeskIdOf(shard), 'deliverDue')) {
    for (const { rowIds, result } of batch.results) {
      for (const id of rowIds) if (result === 'sent') sent.add(id);
      for (const id of rowIds) if (result === 'uncertain') uncertain.add(id);
    }
  }
  return { sent, uncertain };
}

async function resultsOf<R>(client: Client, workflowId: string, activityType: string): Promise<R[]> {
  const results: R[] = [];
  for (const run of await runsOf(client, workflowId)) {
    const { events } = await client.workflow.getHandle(workflowId, run.runId).fetchHistory();
    results.push(...resultsIn<R>(events ?? [], activityType));
  }
  return results;
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
