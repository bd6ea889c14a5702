import type { Client } from '@temporalio/client';
import { countOpenEntities, entitiesWithFindings, keepFindings, openEntitiesAfter, suspiciousEntities } from '@app/persistence';
import type { EntityKey } from '@app/persistence';
import { entityOf, workflowIdOf, workflowTypes } from '@app/workflows';
import { inspectEntity, type InspectTools } from './inspect-entity';

/** What a look over everything needs. */
export interface LookTools extends InspectTools {
  heartbeat: (details: unknown) => void;
  /** Whether the shell of every open entity is looked for, or only those of which something says that it is gone. */
  everyOne: boolean;
}

/** Entities looked at closely in one look; the next look goes on. */
const atMost = 500;
const page = 500;
const closedWithinMs = 900_000;
const types = Object.values(workflowTypes)
  .map((type) => `'${type}'`)
  .join(', ');
const running = `WorkflowType IN (${types}) AND ExecutionStatus IN ('Running', 'Paused')`;
/** Shells that closed and were not continued, since longer than any pause between two looks. */
const closedLately = (): string =>
  `WorkflowType IN (${types}) AND ExecutionStatus NOT IN ('Running', 'Paused', 'ContinuedAsNew') AND CloseTime > '${new Date(Date.now() - closedWithinMs).toISOString()}'`;
const troubled = `${running} AND TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`;

/**
 * Looks for what needs repair: what the engine reports, what the database alone knows, and open entities without a shell; each is then asked by itself,
 * since lists lag. What was found before and is gone is forgotten. Answers how many entities need repair. Unless every one is to be looked for, it asks a
 * handful of questions however many projects there are: shells that closed lately, and all of them only when the engine has fewer than are open.
 */
export async function lookForTrouble(tools: LookTools): Promise<number> {
  const suspects = new Map<string, EntityKey>();
  const suspect = (entities: readonly EntityKey[]): void => entities.forEach((one) => suspects.set(workflowIdOf(one), one));
  suspect(await entitiesWithFindings(tools.db));
  suspect(await suspiciousEntities(tools.db, tools.lateMs, atMost));
  suspect(await listed(tools.client, troubled));
  suspect(await listed(tools.client, closedLately()));
  if (tools.everyOne || (await someAreGone(tools))) suspect(await withoutShell(tools, await runningShells(tools.client)));
  let found = 0;
  for (const entity of [...suspects.values()].slice(0, atMost)) {
    const seen = await inspectEntity(tools, entity);
    await keepFindings(tools.db, entity, seen?.findings ?? []);
    if ((seen?.findings.length ?? 0) > 0) found++;
    tools.heartbeat({ found });
  }
  return found;
}

/** Fewer shells than open entities; lists lag, so this may be said too early. */
async function someAreGone({ db, client }: LookTools): Promise<boolean> {
  return (await client.workflow.count(running)).count < (await countOpenEntities(db));
}

async function listed(client: Client, query: string): Promise<EntityKey[]> {
  const entities: EntityKey[] = [];
  for await (const { workflowId } of client.workflow.list({ query })) {
    const entity = entityOf(workflowId);
    if (entity !== undefined) entities.push(entity);
  }
  return entities;
}

/** The shells that the engine lists as running, by workflow id, each with the instant at which its run began. Lists lag by a moment. */
export async function runningShells(client: Client): Promise<Map<string, Date>> {
  const shells = new Map<string, Date>();
  for await (const { workflowId, startTime } of client.workflow.list({ query: running })) shells.set(workflowId, startTime);
  return shells;
}

/** Open entities that are not among the shells. */
export async function withoutShell(
  { db, heartbeat }: Pick<LookTools, 'db' | 'heartbeat'>,
  shells: ReadonlyMap<string, unknown>,
): Promise<EntityKey[]> {
  const missing: EntityKey[] = [];
  for (let next = await openEntitiesAfter(db, undefined, page); next.length > 0; next = await openEntitiesAfter(db, next.at(-1), page)) {
    missing.push(...next.filter((entity) => !shells.has(workflowIdOf(entity))));
    heartbeat({ missing: missing.length });
  }
  return missing;
}
