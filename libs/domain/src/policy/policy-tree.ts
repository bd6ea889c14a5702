/** A plain object of JSON, as policies are stored. */
export type Tree = { [key: string]: unknown };

/** Whether a value is a plain object rather than a list or a simple value. */
export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property, so that names such as `__proto__` or `constructor` never find what was not written. */
export function ownValue(tree: Tree, key: string): unknown {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}

/** The value at a dotted path; nothing when a part of the way is missing. */
export function valueAt(tree: object, path: string): unknown {
  let value: unknown = tree;
  for (const part of path.split('.')) value = isTree(value) ? ownValue(value, part) : undefined;
  return value;
}

/** Whether two JSON values are equal; the order of object keys does not matter, that of lists does. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isTree(a) || !isTree(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}

/** A copy of the tree with another value at a dotted path; what is on the way and no tree is replaced. */
export function withValue(tree: Tree, path: string, value: unknown): Tree {
  const end = path.indexOf('.');
  const [key, rest] = end === -1 ? [path, ''] : [path.slice(0, end), path.slice(end + 1)];
  const below = ownValue(tree, key);
  return { ...tree, [key]: rest === '' ? value : withValue(isTree(below) ? below : {}, rest, value) };
}
