import { epochMs, instantOf, realAt, rulesBuild, type EntityView, type Instant, type Occurrence } from '@app/domain';
import { canonicalJson, sha256 } from '@app/persistence';
import { writeHead, writePlan } from '@app/persistence/ledger-writer';
import { RuleFailure } from '../activity-failures';
import { clockOf, settingOf, type CommitSession } from './commit-session';
import type { AnyState } from './deciders';
import { planOf } from './run-due';

/** What the shell is told of a written entity. */
export interface Finished {
  view: EntityView;
  /** Search attributes that changed. */
  attributes?: Record<string, string | null>;
}

/**
 * Writes what follows from the new state: head, summary, planned occurrences, next wake-up.
 * @param rollAt history length at which the shell continues as new
 */
export async function finishCommit(session: CommitSession, rollAt: number): Promise<Finished> {
  const { tx, rules, standing } = session;
  const finished = await writePlanAndHead(session, rollAt);
  const { state, rev, roomId, lastAt } = standing;
  if (state === undefined || lastAt === undefined) throw new Error('nothing was recorded');
  await rules.writeSummary(tx, { state, view: finished.view, rev, updatedAt: lastAt, roomId });
  return finished;
}

/** Writes planned occurrences and head as today's rules, policy and calendars see the state: all that a change of these can move. */
export async function writePlanAndHead(session: CommitSession, rollAt: number): Promise<Finished> {
  const { tx, entity, rules, standing, stored } = session;
  const { state } = standing;
  if (state === undefined) throw new Error('there is no state to plan from');
  const plan = planOf(session, await settingOf(session, state.policyVersion));
  const planHash = sha256(canonicalJson(plan));
  if (planHash !== stored?.planHash) await writePlan(tx, entity, plan, standing.roomId);
  const { view, nextWakeAt } = viewOf(session, state, plan, rollAt);
  const attributes = { ...rules.attributes(state), NextWakeAt: nextWakeAt ?? null };
  const { rev, head, roomId } = standing;
  const { policyVersion, clock } = state;
  await writeHead(tx, entity, {
    ...{ rev, head, roomId, rulesBuild, stateSchema: rules.schema, state, policyVersion, clock },
    // Rolling is a wish of this commit alone; whoever reads the head later must not repeat it.
    view: { ...view, roll: false },
    attributes,
    planHash,
    closed: view.closed,
    nextAt: view.next?.at ?? null,
    nextWakeAt: attributes.NextWakeAt,
  });
  return { view, ...changesOf(stored?.attributes, attributes) };
}

/** The view of a state, with the real instant of its next wake-up. */
export function viewOf(
  session: Pick<CommitSession, 'rules' | 'standing' | 'stored'>,
  state: AnyState,
  plan: Occurrence[],
  rollAt: number,
): { view: EntityView; nextWakeAt: Instant | undefined } {
  const { rules, standing, stored } = session;
  const ofState = ruleView(rules, state);
  const first = plan[0];
  const nextWakeAt = ofState.closed || first === undefined ? undefined : wakeUpAt(standing, first.at);
  const stageBefore = stored?.view?.stage;
  const view: EntityView = {
    schema: 1,
    rev: standing.rev,
    head: standing.head,
    ...ofState,
    ...(first === undefined ? {} : { next: { key: first.key, at: first.at, rule: first.rule } }),
    ...(nextWakeAt === undefined ? {} : { nextWakeAt: epochMs(nextWakeAt) }),
    rollAt,
    roll: stageBefore !== undefined && stageBefore !== ofState.stage,
  };
  return { view, nextWakeAt };
}

function ruleView(rules: CommitSession['rules'], state: AnyState): ReturnType<CommitSession['rules']['toView']> {
  try {
    return rules.toView(state);
  } catch (error) {
    throw new RuleFailure('toView', error);
  }
}

/** The real instant of an occurrence; of a rated clock a millisecond later, so that rounding never wakes the entity too early. */
function wakeUpAt(standing: CommitSession['standing'], at: Instant): Instant | undefined {
  const clock = clockOf(standing);
  const real = realAt(clock, at);
  return real === undefined || clock.kind === 'real' ? real : instantOf(epochMs(real) + 1);
}

type Attributes = Record<string, string | null>;

function changesOf(before: Attributes | undefined, after: Attributes): { attributes?: Attributes } {
  const changed = Object.entries(after).filter(([name, value]) => (before?.[name] ?? null) !== value);
  return changed.length === 0 ? {} : { attributes: Object.fromEntries(changed) };
}
