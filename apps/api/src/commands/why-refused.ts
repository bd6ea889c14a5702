import { groundsOf, mailGroundsOf, rulesBuild, valueAt, policyKeys, type Grounds, type Policy, type Violation } from '@app/domain';
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
  return reasonOn(command, groundsOf(code, command), policyVersion, policy);
}

function reasonOn(rule: string, { ground, policyKeys: deciding }: Grounds, policyVersion: number, policy: Policy): RefusalReason {
  const policyValues = deciding.map((key) => ({ key, value: valueAt(policy, key), article: policyKeys[key].source }));
  return { rule, ground, rulesBuild, policyVersion, policyValues };
}

/** On what the refusal of an act on a single mail rests; nothing for a code that is no such refusal. */
export async function whyMailRefused(
  rules: RuleRoom,
  { entity, act, code }: { entity: EntityKey; act: string; code: string },
): Promise<RefusalReason | undefined> {
  const grounds = mailGroundsOf(code);
  if (grounds === undefined) return undefined;
  const rule = `mail.${act}`;
  const policyVersion = (await rules.standing(entity))?.state.policyVersion;
  if (policyVersion === undefined) return { rule, ground: grounds.ground, rulesBuild };
  return reasonOn(rule, grounds, policyVersion, (await rules.setting(policyVersion)).policy);
}

/** On what the refusal of a command rests, for an entity as it stands. Before the entity has a policy, no values are told. */
export async function whyRefused(rules: RuleRoom, { entity, ...refusal }: Refusal & { entity: EntityKey }): Promise<RefusalReason> {
  const policyVersion = (await rules.standing(entity))?.state.policyVersion;
  if (policyVersion === undefined) return { rule: refusal.command, ground: groundsOf(refusal.code, refusal.command).ground, rulesBuild };
  const { policy } = await rules.setting(policyVersion);
  return reasonUnder(refusal, policyVersion, policy);
}
