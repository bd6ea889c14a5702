import { defaultPolicy } from './policy';
import type { Policy } from './policy-shape';
import { isTree, ownValue, type Tree } from './policy-tree';

/**
 * The policy of a stored version, complete: a key that the version does not know, or holds in another type, has its default. Stored versions were
 * validated when they were published, so this never throws and knows nothing of bounds; keys that no longer exist are left out.
 */
export function readPolicy(raw: unknown): Policy {
  return filled(defaultPolicy as unknown as Tree, isTree(raw) ? raw : {}) as unknown as Policy;
}

function filled(defaults: Tree, stored: Tree, path = ''): Tree {
  const result: Tree = {};
  for (const [key, byDefault] of Object.entries(defaults)) {
    const value = ownValue(stored, key);
    // Rubrics differ from call to call: criteria of the default would be added to those of the call.
    const wholeObject = `${path}${key}` === 'review.weights' || path === 'ladder.';
    if (isTree(byDefault) && !wholeObject) result[key] = filled(byDefault, isTree(value) ? value : {}, `${path}${key}.`);
    else result[key] = sameType(value, byDefault) ? value : byDefault;
  }
  return result;
}

function sameType(value: unknown, byDefault: unknown): boolean {
  if (Array.isArray(byDefault) || isTree(byDefault))
    return Array.isArray(value) === Array.isArray(byDefault) && isTree(value) === isTree(byDefault);
  return typeof value === typeof byDefault;
}
