import { callDecider, projectDecider, refuse } from '@app/domain';
import type { CallCommand, CallState, Command, Decision, ProjectCommand, ProjectState, Violation } from '@app/domain';
import { calendarVersion, createRuleData, findHead, hasOtherPending, loadFacts, occurredAtOf, publishedPolicy } from '@app/persistence';
import type { EntityHead, EntityKey, RuleData, Sql, StoredCommand } from '@app/persistence';

/** Asks the rules what they would say to a stored command on the stored state; nothing when they would accept it, or when that state is not what it will meet. */
export type DryRun = (entity: EntityKey, command: StoredCommand) => Promise<{ rev: number; violation: Violation } | undefined>;

/**
 * A courtesy: most refusals end here, with their reason and without the engine. It never accepts anything; `commit` decides. It says nothing
 * while other commands or a wake-up are about to change the state, and nothing of claims, which only a transaction can take.
 */
export function dryRunner(db: Sql): DryRun {
  const ruleData = createRuleData();
  return async (entity, command) => {
    const [head, waits] = await Promise.all([findHead(db, entity), hasOtherPending(db, entity, command.id)]);
    if (waits || isAboutToChange(entity, head)) return undefined;
    const rev = head?.rev ?? 0;
    if (command.expectedRev !== null && command.expectedRev !== rev) return stale(command.expectedRev, rev);
    const decision = await decideOn(db, ruleData, { entity, head, command });
    return decision === undefined || decision.ok ? undefined : { rev, violation: decision.violation };
  };
}

interface Asked {
  entity: EntityKey;
  head: EntityHead | undefined;
  command: StoredCommand;
}

function isAboutToChange(entity: EntityKey, head: EntityHead | undefined): boolean {
  if (head === undefined) return false;
  const { schema } = entity.kind === 'project' ? projectDecider : callDecider;
  const wakeAt = head.view?.nextWakeAt;
  return head.stateSchema !== schema || (wakeAt !== undefined && wakeAt <= Date.now());
}

function stale(expectedRev: number, currentRev: number): { rev: number; violation: Violation } {
  const message = `expected revision ${expectedRev}, the entity is at ${currentRev}`;
  return { rev: currentRev, violation: { code: 'STALE_REVISION', message, values: { expectedRev, currentRev } } };
}

async function decideOn(
  db: Sql,
  ruleData: RuleData,
  { entity, head, command: stored }: Asked,
): Promise<Decision<{ type: string }> | undefined> {
  const command: Command = { type: stored.type, payload: stored.payload };
  const state = head?.state as ProjectState | CallState | undefined;
  const at = occurredAtOf(stored);
  const { facts } = await loadFacts(db, { entity, state, command, at });
  const version = state?.policyVersion ?? facts.call?.policyVersion ?? (await namedVersion(db, command));
  if (version === 'unknown') return refuse('POLICY_INVALID', 'there is no published policy of this version');
  if (version === undefined) return undefined;
  const policy = await ruleData.policy(db, version);
  const calendars = await ruleData.calendars(db, await calendarVersion(db), policy);
  const reason = stored.reason === null ? {} : { reason: stored.reason };
  const ctx = { entityId: entity.id, now: at, commandId: stored.id, actor: stored.actor, ...reason, policy, calendars, facts, taken: {} };
  return entity.kind === 'project'
    ? projectDecider.decide(state as ProjectState | undefined, command as ProjectCommand, ctx)
    : callDecider.decide(state as CallState | undefined, command as CallCommand, ctx);
}

/** The version a new call asks for. */
async function namedVersion(db: Sql, { payload }: Command): Promise<number | 'unknown' | undefined> {
  const { policyVersion } = payload as { policyVersion?: number };
  if (policyVersion === undefined) return undefined;
  return (await publishedPolicy(db, policyVersion)) === undefined ? 'unknown' : policyVersion;
}
