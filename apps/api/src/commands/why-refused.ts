import { groundsOf, rulesBuild, valueAt, policyKeys, type Violation } from '@app/domain';
import type { EntityKey } from '@app/persistence';
import type { RefusalReason } from '../errors/problem';
import type { RuleRoom } from './rule-room';

/** On what the refusal of a command rests, for an entity as it stands: the article, the rules' version, and the values of its policy that decided. */
export async function whyRefused(
  rules: RuleRoom,
  { entity, command, code }: { entity: EntityKey; command: string; code: Violation['code'] },
): Promise<RefusalReason> {
  const { ground, policyKeys: deciding } = groundsOf(code, command);
  const policyVersion = (await rules.standing(entity))?.state.policyVersion;
  const reason = { rule: command, ground, rulesBuild };
  if (policyVersion === undefined) return reason;
  const { policy } = await rules.setting(policyVersion);
  const policyValues = deciding.map((key) => ({ key, value: valueAt(policy, key), article: policyKeys[key].source }));
  return { ...reason, policyVersion, policyValues };
}
