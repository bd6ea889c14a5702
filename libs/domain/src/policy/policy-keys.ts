import { competitionKeys } from './competition-keys';
import { contractKeys } from './contract-keys';
import type { PolicyKey } from './key-kinds';
import type { Policy } from './policy-shape';
import { runningKeys } from './running-keys';

export type { PolicyAuthority, PolicyKey } from './key-kinds';

/** Values that are checked as a whole. */
type Leaf = string | number | boolean | readonly unknown[];

type PathsOf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends Leaf
    ? `${Prefix}${K}`
    : string extends keyof T[K]
      ? `${Prefix}${K}`
      : PathsOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Dotted path of a policy value, such as `check.officer`; ladder rows are named `ladder.<row>`. */
export type PolicyPath = PathsOf<Omit<Policy, 'ladder'>>;

/** Every policy value with its type, unit, bounds, authority, freeze and source; the compiler asks for a missing one. */
export const policyKeys: Record<PolicyPath, PolicyKey> = { ...competitionKeys, ...contractKeys, ...runningKeys };

/** The key of a ladder row: its steps are the Secretariat head's to change. */
export const ladderKey: Omit<PolicyKey, 'rule'> = { changedBy: 'SH', frozenWhenPublished: false, source: 'default' };
