import { leafHash, merklePath, merkleRoot, rootOfPath } from './merkle';

const leaves = (count: number): string[] => Array.from({ length: count }, (_, at) => leafHash(`leaf ${at}`));

describe('a root over leaves', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 13, 100])('is reached from each of %i leaves by its way', (count) => {
    const all = leaves(count);
    const root = merkleRoot(all);
    expect(all.map((leaf, at) => rootOfPath(leaf, merklePath(all, at)))).toEqual(all.map(() => root));
  });

  it('is another one when a leaf is changed, left out, added or moved', () => {
    const all = leaves(9);
    const others = [[...all.slice(0, 8), leafHash('other')], all.slice(0, 8), [...all, leafHash('more')], [...all].reverse()];
    expect(new Set([all, ...others].map(merkleRoot)).size).toBe(5);
  });

  it('is not reached by a leaf that stands elsewhere', () => {
    const all = leaves(6);
    expect(rootOfPath(all[2] ?? '', merklePath(all, 3))).not.toBe(merkleRoot(all));
  });

  it('of nothing is the hash of the empty leaf', () => {
    expect(merkleRoot([])).toBe(leafHash(''));
  });
});
