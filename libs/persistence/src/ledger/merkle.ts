import { createHash } from 'node:crypto';

/** One step from a leaf to the root: the hash that stands beside, and on which side. */
export interface MerkleStep {
  side: 'left' | 'right';
  hash: string;
}

function digest(mark: number, ...parts: Uint8Array[]): string {
  const hash = createHash('sha256').update(Uint8Array.of(mark));
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Hash of a leaf: SHA-256 over a byte 0 and the text in UTF-8, so that no inner node can pass for a leaf. */
export function leafHash(text: string): string {
  return digest(0, Buffer.from(text, 'utf8'));
}

/** Hash of an inner node: SHA-256 over a byte 1 and the two hashes below it. */
function nodeHash(left: string, right: string): string {
  return digest(1, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));
}

function levelAbove(hashes: readonly string[]): string[] {
  const above: string[] = [];
  for (let at = 0; at < hashes.length; at += 2) {
    const [left = '', right] = [hashes[at], hashes[at + 1]];
    // One without a neighbour goes up as it is.
    above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
}

/** Root over the hashes of leaves in their order; of no leaf at all the hash of the empty leaf. */
export function merkleRoot(leaves: readonly string[]): string {
  let level = leaves;
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? leafHash('');
}

/** The way from one leaf up to the root. */
export function merklePath(leaves: readonly string[], index: number): MerkleStep[] {
  const path: MerkleStep[] = [];
  for (let [level, at] = [leaves, index]; level.length > 1; level = levelAbove(level), at = at >> 1) {
    const beside = level[at ^ 1];
    if (beside !== undefined) path.push({ side: at % 2 === 0 ? 'right' : 'left', hash: beside });
  }
  return path;
}

/** The root to which a leaf leads by its way. */
export function rootOfPath(leaf: string, path: readonly MerkleStep[]): string {
  return path.reduce((hash, step) => (step.side === 'left' ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)), leaf);
}
