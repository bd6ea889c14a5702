// @ts-check
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Paths of all files below a folder, relative to the root, sorted; packages and built files left out. No folder, no files.
 * @param {string} root @param {string} folder @returns {string[]}
 */
export function filesUnder(root, folder) {
  const skipped = new Set(['node_modules', 'dist', 'histories', 'ledgers']);
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return [];
    throw error;
  }
  const paths = entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesUnder(root, path);
    return [path];
  });
  return paths.sort();
}
