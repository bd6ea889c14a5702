import { sameJson, valueAt } from './policy-tree';

describe('trees of JSON', () => {
  it('finds values at paths, and nothing where the way ends early', () => {
    const tree = { a: { b: [1] }, c: 0 };
    expect(valueAt(tree, 'a.b')).toEqual([1]);
    expect(valueAt(tree, 'c')).toBe(0);
    expect(valueAt(tree, 'a.x')).toBeUndefined();
    expect(valueAt(tree, 'c.b')).toBeUndefined();
    expect(valueAt(tree, 'a.constructor')).toBeUndefined();
  });

  it.each<[unknown, unknown, boolean]>([
    [1, 1, true],
    [1, '1', false],
    [null, null, true],
    [null, {}, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[], {}, false],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: undefined }, { b: undefined }, false],
  ])('%j and %j: equal is %p', (a, b, equal) => {
    expect(sameJson(a, b)).toBe(equal);
  });
});
