import { comparePolicies, type Policy } from '@app/domain';

/** A policy as it stands, which notices whether a value was asked for in which another policy differs. */
export interface WatchedPolicy {
  policy: Policy;
  /** Begins anew: nothing was asked for yet. */
  forget(): void;
  wasAsked(): boolean;
}

type Tree = Record<string, unknown>;

/** Rules remember what they have counted by these, for all projects: whether one of them was asked for is not known then. */
const countedOnce: readonly string[] = ['mail', 'time'];

/** Watches over a policy's values that another one changes; nothing where that cannot be known. */
export function watchedPolicy(policy: Policy, other: Policy): WatchedPolicy | undefined {
  const keys = comparePolicies(policy, other).map(({ key }) => key.split('.'));
  if (keys.some(([section = '']) => countedOnce.includes(section))) return undefined;
  const watched = structuredClone(policy);
  let asked = false;
  for (const path of keys) {
    const name = path.at(-1) ?? '';
    const tree = path.slice(0, -1).reduce((one, part) => one[part] as Tree, watched as unknown as Tree);
    const value = tree[name];
    const get = (): unknown => {
      asked = true;
      return value;
    };
    Object.defineProperty(tree, name, { get, enumerable: true });
  }
  return { policy: watched, forget: () => void (asked = false), wasAsked: () => asked };
}
