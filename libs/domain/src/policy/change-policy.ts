import type { Policy } from './policy-shape';
import { withValue, type Tree } from './policy-tree';
import { wrongPolicyValues } from './validate-policy';

/** A fault of a policy at one of its keys: a reason code for the sentence shown. */
export interface PolicyFault {
  key: string;
  reason: string;
}

/** A changed policy, or what is wrong with the values that were to be written. */
export type ChangedPolicy = { ok: true; policy: Policy } | { ok: false; faults: PolicyFault[] };

/**
 * Writes values into a policy, each by its dotted key (a ladder row as `ladder.<row>`, whole). All or nothing: an unknown key or a value that is wrong
 * in itself is named and nothing is written. Values may contradict each other until the policy is published.
 */
export function changePolicy(policy: Policy, values: Readonly<Record<string, unknown>>): ChangedPolicy {
  const changed = Object.entries(values).reduce((tree, [key, value]) => withValue(tree, key, value), policy as unknown as Tree);
  const faults = wrongPolicyValues(changed).map(faultOf);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, policy: changed as unknown as Policy };
}

function faultOf({ values }: { values?: Readonly<Record<string, unknown>> }): PolicyFault {
  return { key: String(values?.['key']), reason: String(values?.['reason']) };
}
