// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ start?: { line?: number } }} Place an `else` that is not written has no place of its own */
/** @typedef {{ branchMap: Record<string, { type: string, loc: Place, locations: Place[] }>, b: Record<string, number[]> }} FileCoverage */

/**
 * Branches that no test took, from Jest's `coverage-final.json`; none where Jest wrote no such file.
 * @param {string} report
 * @param {string} root
 * @returns {string[]} `path:line kind`, in the order of paths and lines
 */
export function uncoveredBranches(report, root) {
  if (!existsSync(report)) return [];
  const files = /** @type {Record<string, FileCoverage>} */ (JSON.parse(readFileSync(report, 'utf8')));
  return Object.entries(files)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([file, { branchMap, b: taken }]) =>
      Object.entries(branchMap).flatMap(([id, { type, loc, locations }]) =>
        locations.flatMap((place, i) =>
          taken[id]?.[i] === 0 ? [`${relative(root, file)}:${place.start?.line ?? loc.start?.line ?? '?'} ${type}`] : [],
        ),
      ),
    );
}
