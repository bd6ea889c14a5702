import { setTimeout as delay } from 'node:timers/promises';
import { temporal } from '@temporalio/proto';
import {
  countEntities,
  lately,
  openEntitiesAfter,
  reportedMails,
  unknownEntities,
  type EntityKey,
  type WatchFinding,
  type WatchKind,
} from '@app/persistence';
import { entityOf, taskQueues, workflowIdOf } from '@app/workflows';
import { latelyDelivered } from '../history-witness';
import { inspectEntity } from '../inspect-entity';
import { runningShells, withoutShell } from '../look-for-trouble';
import { troubleLateMs } from '../trouble-limits';
import type { Compared, Comparison, WatchTools } from './comparison';
import { distinct, portionOf } from './portion';

const { TASK_QUEUE_TYPE_WORKFLOW, TASK_QUEUE_TYPE_ACTIVITY } = temporal.api.enums.v1.TaskQueueType;
/** Who must ask for work, or nothing happens any more. */
const queues = [
  { name: taskQueues.project, type: TASK_QUEUE_TYPE_WORKFLOW, work: 'workflows' },
  { name: taskQueues.project, type: TASK_QUEUE_TYPE_ACTIVITY, work: 'activities' },
  { name: taskQueues.mail, type: TASK_QUEUE_TYPE_ACTIVITY, work: 'activities' },
] as const;
/** Desk that mails go through. */
const mailShard = '0';
const answerWithinMs = 10_000;
const listWithinMs = 120_000;
const atMost = 200;
const atOnce = 8;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Queues that no worker has asked for longer than the limit. */
async function idleQueues({ client, namespace, limits }: WatchTools): Promise<WatchFinding[]> {
  const found: WatchFinding[] = [];
  for (const { name, type, work } of queues) {
    const { pollers } = await client.withDeadline(Date.now() + answerWithinMs, () =>
      client.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType: type }),
    );
    const last = Math.max(0, ...(pollers ?? []).map((poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1_000));
    if (last < Date.now() - limits.pollerMs) found.push({ kind: 'WORKER_ABSENT', about: `${name}/${work}`, values: { queue: name, work } });
  }
  return found;
}

/** A list would be tried again for minutes while the engine is away. Rejects when it does not answer. */
async function engineAnswers({ client }: WatchTools): Promise<void> {
  await client.withDeadline(Date.now() + answerWithinMs, () => client.workflowService.getSystemInfo({}));
}

async function workers(tools: WatchTools): Promise<Compared> {
  return { found: await idleQueues(tools), counts: {} };
}

async function shells(tools: WatchTools): Promise<Compared> {
  const { db, client } = tools;
  await engineAnswers(tools);
  const listed = await client.withDeadline(Date.now() + listWithinMs, () => runningShells(client));
  const missing = await withoutShell({ db, heartbeat: () => undefined }, listed);
  const found = await lookAt(missing.slice(0, atMost), async (entity) => {
    const seen = await inspectEntity({ db, client, lateMs: troubleLateMs }, entity);
    const gone = seen?.findings.find(({ code }) => code === 'SHELL_MISSING');
    return gone === undefined ? undefined : finding('SHELL_MISSING', entity, gone.values);
  });
  return { found: [...found, ...(await orphans(tools, listed))], counts: { shells: listed.size } };
}

/** Running shells of entities that the ledger does not know; lists lag, so the engine is asked about each. */
async function orphans({ db, client, limits }: WatchTools, listed: ReadonlyMap<string, Date>): Promise<WatchFinding[]> {
  const old = [...listed].filter(([, since]) => since.getTime() < Date.now() - limits.youngMs);
  const entities = old.flatMap(([workflowId]) => entityOf(workflowId) ?? []).filter(({ id }) => uuid.test(id));
  const unknown = await unknownEntities(db, entities);
  return lookAt(unknown.slice(0, atMost), async (entity) => {
    const workflowId = workflowIdOf(entity);
    const { status, startTime } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING' ? finding('WORKFLOW_ORPHANED', entity, { since: startTime.toISOString() }) : undefined;
  });
}

function finding(kind: WatchKind, entity: EntityKey, values: WatchFinding['values'], part = ''): WatchFinding {
  return { kind, about: `${entity.kind}/${entity.id}${part}`, entity, values };
}

/** What the shells themselves hold, against the ledger: those whose ledger grew lately, those with something open, and some of all others in turn. */
async function views(tools: WatchTools): Promise<Compared> {
  const { db, limits } = tools;
  if ((await idleQueues(tools)).some(({ about }) => about === `${taskQueues.project}/workflows`))
    return { found: [], counts: {}, blind: true };
  const total = await countEntities(db);
  const turn = await portionOf(db, {
    // Each is asked by itself; a portion of very many would take too long.
    ...{ name: 'shells', atLeast: limits.shells, total: Math.min(total, 24 * atMost), kinds: ['VIEW_BEHIND', 'LEDGER_BEHIND'] },
    after: (last, limit) => openEntitiesAfter(db, last, limit),
  });
  const asked = distinct([...turn, ...(await lately(db, 3 * 3_600_000, atMost / 2))]);
  const first = await lookAt(asked, (entity) => apart(tools, entity));
  if (first.length === 0) return { found: [], counts: { asked: asked.length } };
  await delay(limits.settleMs);
  const again = await lookAt(
    first.flatMap(({ entity }) => entity ?? []),
    (entity) => apart(tools, entity),
  );
  return { found: again, counts: { asked: asked.length } };
}

const kindOfCode: Record<string, WatchKind> = { SHELL_BEHIND: 'VIEW_BEHIND', LEDGER_BEHIND: 'LEDGER_BEHIND' };

async function apart({ db, client }: WatchTools, entity: EntityKey): Promise<WatchFinding | undefined> {
  const seen = await inspectEntity({ db, client, lateMs: troubleLateMs }, entity);
  const one = seen?.findings.find(({ code }) => kindOfCode[code] !== undefined);
  if (one === undefined) return undefined;
  const { shellRev = 0, ledgerRev = 0 } = one.values;
  return finding(kindOfCode[one.code] ?? 'VIEW_BEHIND', entity, { viewRev: shellRev, ledgerRev }, '#shell');
}

/** Mails that the desk told the engine it had sent, and that the outbox does not call sent. */
async function desk({ db, client }: WatchTools): Promise<Compared> {
  const sent = await client.withDeadline(Date.now() + answerWithinMs, () => latelyDelivered(client, mailShard));
  return { found: await reportedMails(db, [...sent]), counts: {} };
}

/** Looks at some, a few at once. */
async function lookAt(
  entities: readonly EntityKey[],
  look: (entity: EntityKey) => Promise<WatchFinding | undefined>,
): Promise<WatchFinding[]> {
  const found: WatchFinding[] = [];
  for (let start = 0; start < entities.length; start += atOnce) {
    const some = await Promise.all(entities.slice(start, start + atOnce).map(look));
    found.push(...some.filter((one) => one !== undefined));
  }
  return found;
}

/** What the engine says, against the ledger. */
export const engineComparisons: readonly Comparison[] = [
  { name: 'workers', kinds: ['WORKER_ABSENT'], compare: workers },
  { name: 'shells', kinds: ['SHELL_MISSING', 'WORKFLOW_ORPHANED'], compare: shells },
  { name: 'views', kinds: ['VIEW_BEHIND', 'LEDGER_BEHIND'], compare: views },
  { name: 'desk', kinds: ['MAIL_UNRECORDED'], compare: desk },
];
