import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { archivedAmong, lastArchivedClose, storeArchivedRun } from '@app/persistence';
import type { ArchivedRun, ClosedRun, Sql } from '@app/persistence';
import { bulkWorkflowType, mailDeskWorkflowType, workflowTypes } from '@app/workflows';
import { isForgotten } from './forgotten';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Workflow types whose runs are kept for ever and must replay for ever, as a list of the engine's query language. */
export const keptTypes = [...Object.values(workflowTypes), mailDeskWorkflowType, bulkWorkflowType].map((type) => `'${type}'`).join(', ');

/** The engine's list comes later than the event: a run that closed before the last archived one may not have been listed then. */
const listedLateMs = 3_600_000;
const perSweep = 200;

/** What archiving needs. */
export interface ArchiveTools {
  db: Sql;
  client: Client;
  heartbeat: (details: unknown) => void;
}

/**
 * Keeps the histories of runs that have closed (continued, terminated, reset, completed) and are not kept yet, the first closed first; at most `limit`
 * of them, the rest by the next sweep. A run that the engine has forgotten meanwhile is left out. Answers how many were kept.
 */
export async function archiveClosedRuns({ db, client, heartbeat }: ArchiveTools, limit = perSweep): Promise<number> {
  const last = await lastArchivedClose(db);
  const since = last === undefined ? '' : ` AND CloseTime > '${new Date(last.getTime() - listedLateMs).toISOString()}'`;
  const closed: ClosedRun[] = [];
  const query = `WorkflowType IN (${keptTypes}) AND ExecutionStatus NOT IN ('Running', 'Paused')${since}`;
  for await (const { runId, workflowId, type, status, startTime, closeTime } of client.workflow.list({ query })) {
    const times = { startedAt: startTime, closedAt: closeTime ?? startTime };
    closed.push({ ...{ runId, workflowId, workflowType: type, status: status.name }, ...times });
    heartbeat({ listed: closed.length });
  }
  const kept = await archivedAmong(
    db,
    closed.map(({ runId }) => runId),
  );
  const missing = closed.filter(({ runId }) => !kept.has(runId)).sort((a, b) => a.closedAt.getTime() - b.closedAt.getTime());
  let archived = 0;
  for (const run of missing.slice(0, limit)) {
    if (await archiveRun({ db, client, heartbeat }, run)) archived++;
    heartbeat({ archived });
  }
  return archived;
}

async function archiveRun({ db, client }: ArchiveTools, run: ClosedRun): Promise<boolean> {
  try {
    const history = await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
    const json = historyToJSON(history);
    const sha256 = createHash('sha256').update(json).digest('hex');
    await storeArchivedRun(db, run, { events: history.events?.length ?? 0, history: await pack(json), sha256 });
    return true;
  } catch (error) {
    if (isForgotten(error)) return false;
    throw error;
  }
}

/** What is kept is not what was archived. */
export class ChangedArchive extends Error {}

/** The history of an archived run as JSON. @throws ChangedArchive when what is kept is not what was archived */
export async function historyOf({ runId, history, sha256 }: ArchivedRun): Promise<unknown> {
  const json = await unpack(history).then(
    (bytes) => bytes.toString('utf8'),
    () => undefined,
  );
  if (json === undefined || createHash('sha256').update(json).digest('hex') !== sha256)
    throw new ChangedArchive(`the archived history of run ${runId} was changed`);
  return JSON.parse(json);
}
