import type { PolicyAuthority } from './key-kinds';
import { ladderKey, policyKeys } from './policy-keys';
import { ladderKeys, type Policy } from './policy-shape';
import { sameJson, valueAt } from './policy-tree';

/** One key in which two policies differ. */
export interface PolicyDifference {
  /** Dotted path; a ladder row differs as a whole. */
  key: string;
  before: unknown;
  after: unknown;
  changedBy: PolicyAuthority;
  frozenWhenPublished: boolean;
}

/** Every key in which two policies differ, in the order of `policyKeys`, ladder rows last; empty when they are equal. */
export function comparePolicies(a: Policy, b: Policy): readonly PolicyDifference[] {
  const withOthers = known.get(a) ?? new WeakMap<Policy, PolicyDifference[]>();
  known.set(a, withOthers);
  const kept = withOthers.get(b) ?? differences(a, b);
  withOthers.set(b, kept);
  return kept;
}

/** What was compared before: adopting a policy asks it of the same two, project by project. Nobody changes a policy he was given. */
const known = new WeakMap<Policy, WeakMap<Policy, PolicyDifference[]>>();

function differences(a: Policy, b: Policy): PolicyDifference[] {
  const keys = [...Object.entries(policyKeys), ...ladderKeys.map((key) => [`ladder.${key}`, ladderKey] as const)];
  return keys.flatMap(([key, { changedBy, frozenWhenPublished }]) => {
    const difference = { key, before: valueAt(a, key), after: valueAt(b, key), changedBy, frozenWhenPublished };
    return sameJson(difference.before, difference.after) ? [] : [difference];
  });
}
