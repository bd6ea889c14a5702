import { system, type Instant, type Occurrence } from '@app/domain';
import { RuleFailure } from '../activity-failures';
import { settingOf, type CommitSession, type Setting } from './commit-session';
import { recordEntry } from './record-entry';
import { nextStepInstant } from './wake-instants';

/** The plan of the entity as it stands. */
export function planOf({ rules, standing }: CommitSession, setting: Setting): Occurrence[] {
  if (standing.state === undefined) return [];
  try {
    return rules.plan(standing.state, setting.policy, setting.calendars);
  } catch (error) {
    throw new RuleFailure('plan', error);
  }
}

/**
 * Lets the clock do everything that is due by `limit` and not yet done, oldest first, each step as a ledger entry of its own. Ends when nothing is
 * due, when a step changes nothing (a wake-up that finds nothing to do), or after `maxSteps`.
 */
export async function runDue(session: CommitSession, limit: Instant, maxSteps: number): Promise<void> {
  const state = session.standing.state;
  if (state === undefined) return;
  const setting = await settingOf(session, state.policyVersion);
  for (let step = 0; step < maxSteps; step += 1) {
    const plan = planOf(session, setting);
    const at = nextStepInstant(plan, limit);
    const first = plan[0];
    if (at === undefined || first === undefined) return;
    const before = session.standing.rev;
    await wakeOnce(session, setting, first, at);
    if (session.standing.rev === before) return;
  }
}

async function wakeOnce(session: CommitSession, setting: Setting, first: Occurrence, at: Instant): Promise<void> {
  const { rules, entity, standing } = session;
  const commandId = `Wake/${standing.rev}/${first.key}/${first.series}`;
  const context = { entityId: entity.id, now: at, commandId, actor: system, ...setting, facts: {}, taken: {} };
  const decision = guardedDecide(() => rules.decide(standing.state, { type: 'Wake', payload: {} }, context));
  if (!decision.ok) throw new RuleFailure('decide', new Error(`the clock was refused: ${decision.violation.code}`));
  const payload = { key: first.key, series: first.series };
  await recordEntry(session, { commandId, type: 'Wake', actor: system, via: 'clock', payload, at }, decision.events, setting, {});
}

/** Runs a rule; what it throws is a bug of ours, named as such. */
export function guardedDecide<T>(rule: () => T): T {
  try {
    return rule();
  } catch (error) {
    throw new RuleFailure('decide', error);
  }
}
