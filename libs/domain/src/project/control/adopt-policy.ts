import { comparePolicies } from '../../policy/compare-policies';
import type { Policy } from '../../policy/policy';
import type { DecideContext } from '../../shared/decision';
import { propose } from '../../shared/four-eyes';
import { refuse } from '../../shared/result';
import type { ProjectEvent } from '../project.events';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { ControlCommand } from './control.commands';
import { deadlinesUnder } from './deadlines-under';

/** Sub-states of a call in which nobody competes any more. */
const decided: ReadonlySet<string> = new Set(['announced', 'archived', 'cancelled']);

/** Values fixed by the published call in which the policies differ, while its applicants still compete: equal treatment of all. */
function frozenKeys(after: Policy, { policy, facts: { call } }: DecideContext): string[] {
  if (call !== undefined && decided.has(call.subState)) return [];
  return comparePolicies(policy, after)
    .filter((one) => one.frozenWhenPublished)
    .map((one) => one.key);
}

/**
 * Moves a project to another published policy version, as administrator or head with the head as second person, or as part of a run over many projects.
 * Open deadlines are computed anew, none shorter than it was told. Taken back by adopting the earlier version.
 */
export function decideAdoptPolicy(
  state: ProjectState,
  command: Extract<ControlCommand, { type: 'AdoptPolicy' }>,
  ctx: DecideContext,
  confirmed: boolean,
): ProjectDecision {
  const { version } = command.payload;
  const { actor, reason, now } = ctx;
  if (version === state.policyVersion) return happened();
  if (state.stage === 'closed') return refuse('WRONG_STAGE', 'the project is closed', { stage: state.stage, subState: state.subState });
  const after = ctx.facts.policies?.[version];
  if (after === undefined) return refuse('POLICY_INVALID', 'there is no published policy of this version', { version });
  const keys = frozenKeys(after, ctx);
  if (keys.length > 0) return refuse('POLICY_FROZEN', 'the published call has fixed these values', { version, keys });
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  if (actor.kind === 'person' && !confirmed) return propose<ProjectEvent>(state, command, ctx);
  const { moved, adjusted } = deadlinesUnder(state, after, ctx);
  const by = actor.kind === 'person' ? { by: actor.personId } : {};
  return happened(
    { type: 'PolicyAdopted', from: state.policyVersion, to: version, deadlines: adjusted, ...by, reason, at: now },
    ...moved.map((one): ProjectEvent => ({ type: 'DeadlineMoved', ...one })),
  );
}
