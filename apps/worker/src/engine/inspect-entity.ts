import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { standingOf } from '@app/persistence';
import type { Sql, Standing } from '@app/persistence';
import { snapshotQuery, workflowIdOf } from '@app/workflows';
import type { EntityRef, Finding, Inspection, ResetRadius, ShellSnapshot } from '@app/workflows';

/** What looking at an entity needs. */
export interface InspectTools {
  db: Sql;
  client: Client;
  /** How old a wake-up or a command must be before it counts as late, in ms. */
  lateMs: { wake: number; command: number };
}

/** An entity as engine and ledger see it, with its standing. */
export interface SeenEntity extends Inspection {
  standing: Standing;
  snapshot?: ShellSnapshot;
}

/** Fewer tries are an everyday matter: a deploy, a database that was away. */
const manyTries = 5;
const fewTaskTries = 3;
const answerWithinMs = 5_000;

/** Looks at one entity from both sides; nothing when the ledger does not know it. */
export async function inspectEntity(tools: InspectTools, entity: EntityRef): Promise<SeenEntity | undefined> {
  const standing = await standingOf(tools.db, entity, tools.lateMs);
  if (standing === undefined) return undefined;
  const run = await runOf(tools.client, workflowIdOf(entity));
  const findings = run.running ? [...run.findings] : standing.closed ? [] : [missing(run.status)];
  const snapshot = run.running && run.findings.every(({ code }) => code !== 'TASK_FAILING') ? await ask(tools.client, entity) : undefined;
  findings.push(...compared(standing, snapshot), ...late(standing));
  const { outboxRows, mailsSent } = standing;
  const found = { findings, running: run.running, retrying: run.retrying, ledgerRev: standing.rev, outboxRows, mailsSent, standing };
  return {
    ...found,
    ...(run.runId === undefined ? {} : { runId: run.runId }),
    ...(snapshot === undefined ? {} : { shellRev: snapshot.view.rev, snapshot }),
  };
}

interface SeenRun {
  running: boolean;
  status: string;
  runId?: string;
  retrying: string[];
  findings: Finding[];
}

async function runOf(client: Client, workflowId: string): Promise<SeenRun> {
  try {
    const { runId, status, raw } = await client.workflow.getHandle(workflowId).describe();
    const running = status.name === 'RUNNING' || status.name === 'PAUSED';
    const retrying = triedInVain(raw);
    const findings = [...taskFindings(raw), ...activityFindings(retrying)].slice(0, 2);
    return { running, status: status.name, runId, retrying: retrying.map(({ activityId }) => activityId ?? ''), findings };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { running: false, status: 'NOT_FOUND', retrying: [], findings: [] };
    throw error;
  }
}

type Described = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['describe']>>['raw'];

function taskFindings({ pendingWorkflowTask }: Described): Finding[] {
  const attempt = pendingWorkflowTask?.attempt ?? 1;
  return attempt < fewTaskTries ? [] : [{ code: 'TASK_FAILING', values: { attempt } }];
}

type TriedActivity = NonNullable<Described['pendingActivities']>[number];

function triedInVain({ pendingActivities }: Described): TriedActivity[] {
  return (pendingActivities ?? []).filter(({ attempt }) => (attempt ?? 1) >= manyTries);
}

function activityFindings(retrying: TriedActivity[]): Finding[] {
  return retrying.map(({ activityType, attempt, lastFailure }) => ({
    code: 'ACTIVITY_RETRYING',
    values: { activity: activityType?.name ?? '', attempt: attempt ?? 1, why: lastFailure?.applicationFailureInfo?.type ?? 'UNKNOWN' },
  }));
}

function missing(status: string): Finding {
  return { code: 'SHELL_MISSING', values: { status } };
}

/** What the shell says of itself; nothing when it does not answer in time. */
async function ask(client: Client, entity: EntityRef): Promise<ShellSnapshot | undefined> {
  try {
    return await client.withDeadline(Date.now() + answerWithinMs, () =>
      client.workflow.getHandle(workflowIdOf(entity)).query(snapshotQuery),
    );
  } catch {
    return undefined;
  }
}

function compared({ rev, head, haltedReason }: Standing, snapshot: ShellSnapshot | undefined): Finding[] {
  if (haltedReason !== null) return [{ code: 'HALTED', values: { reason: haltedReason, ledgerRev: rev } }];
  if (snapshot === undefined || snapshot.queued > 0) return [];
  const revs = { shellRev: snapshot.view.rev, ledgerRev: rev };
  if (snapshot.view.rev < rev) return [{ code: 'SHELL_BEHIND', values: revs }];
  if (snapshot.view.rev > rev || snapshot.view.head !== head) return [{ code: 'LEDGER_BEHIND', values: revs }];
  return [];
}

function late({ overdueSince, pending, pendingSince, mailsUncertain }: Standing): Finding[] {
  const findings: Finding[] = [];
  if (pending > 0) findings.push({ code: 'COMMAND_WAITS', values: { count: pending, since: pendingSince?.toISOString() ?? '' } });
  if (overdueSince !== null) findings.push({ code: 'WAKE_OVERDUE', values: { since: overdueSince.toISOString() } });
  if (mailsUncertain > 0) findings.push({ code: 'MAILS_UNCERTAIN', values: { count: mailsUncertain } });
  return findings;
}

/** Of these activities, those that have not ended yet. */
export async function stillPending(client: Client, entity: EntityRef, activityIds: readonly string[]): Promise<string[]> {
  const { raw } = await client.workflow.getHandle(workflowIdOf(entity)).describe();
  return (raw.pendingActivities ?? []).map(({ activityId }) => activityId ?? '').filter((id) => activityIds.includes(id));
}

const kinds = temporal.api.enums.v1.EventType;
/** What the engine hears again after a reset: updates that were accepted, signals that came in. */
const heard: readonly unknown[] = [
  kinds.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  kinds.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ADMITTED,
  kinds.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
];

/** What a reset of a run to its first completed step would touch; nothing when there is no such step. */
export async function resetRadiusOf(
  client: Client,
  entity: EntityRef,
  runId: string,
  standing: Standing,
): Promise<ResetRadius | undefined> {
  const { events } = await client.workflow.getHandle(workflowIdOf(entity), runId).fetchHistory();
  const all = events ?? [];
  const first = all.find(({ eventType }) => eventType === kinds.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
  if (first === undefined) return undefined;
  const eventId = Number(first.eventId);
  const after = all.filter((event) => Number(event.eventId) > eventId);
  const heardAgain = after.filter(({ eventType }) => heard.includes(eventType)).length;
  return { eventId, eventsLost: after.length, heardAgain, decisions: standing.rev, mailsSent: standing.mailsSent };
}
