import { groundsOf, rulesBuild, valueAt, policyKeys, type Policy, type Violation } from '@app/domain';
import type { EntityKey } from '@app/persistence';
import type { RefusalReason } from '../errors/problem';
import type { RuleRoom } from './rule-room';

/** A refusal by its command and its code. */
export interface Refusal {
  command: string;
  code: Violation['code'];
}

/** On what a refusal rests under a policy: the article, the rules' version, and the values of the policy that decided. */
export function reasonUnder({ command, code }: Refusal, policyVersion: number, policy: Policy): RefusalReason {
  const { ground, policyKeys: deciding } = groundsOf(code, command);
  const policyValues = deciding.map((key) => ({ key, value: valueAt(policy, key), article: policyKeys[key].source }));
  return { rule: command, ground, rulesBuild, policyVersion, policyValues };
}

/** On what the refusal of a command rests, for an entity as it stands. Before the entity has a policy, no values are told. */
export async function whyRefused(rules: RuleRoom, { entity, ...refusal }: Refusal & { entity: EntityKey }): Promise<RefusalReason> {
  const policyVersion = (await rules.standing(entity))?.state.policyVersion;
  if (policyVersion === undefined) return { rule: refusal.command, ground: groundsOf(refusal.code, refusal.command).ground, rulesBuild };
  const { policy } = await rules.setting(policyVersion);
  return reasonUnder(refusal, policyVersion, policy);
}
