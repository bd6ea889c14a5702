// @ts-check
/**
 * The dashboard's first script, compressed: everything that is fetched before the first page can be drawn. Fails above the budget and says
 * which files are the heaviest. Run it after a build; another folder than the built one may be named behind it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const built = resolve(process.argv[2] ?? resolve(fileURLToPath(import.meta.url), '../../dist/dashboard'));
const budgetKb = 250;
/** Fetched at once although by a later import: the largest catalogue and the first page. */
const alsoFirst = ['src/i18n/zh-CN/index', 'src/app/routes/home.route'];

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[] }>} Manifest */

/**
 * The files of the first page: the entry, what is fetched at once beside it, and all that they import.
 * @param {Manifest} manifest
 * @returns {string[]}
 */
function initialFiles(manifest) {
  const first = Object.keys(manifest).filter(
    (source) => manifest[source]?.isEntry === true || alsoFirst.some((one) => source.startsWith(one)),
  );
  /** @type {Set<string>} */
  const seen = new Set();
  /** @param {string} source */
  const take = (source) => {
    const chunk = manifest[source];
    if (chunk === undefined || seen.has(source)) return;
    seen.add(source);
    for (const imported of chunk.imports ?? []) take(imported);
  };
  for (const source of first) take(source);
  return [...new Set([...seen].map((source) => manifest[source]?.file ?? '').filter((file) => file.endsWith('.js')))];
}

/** @returns {{ file: string, kb: number }[]} the heaviest first */
function measure() {
  const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')));
  return initialFiles(manifest)
    .map((file) => ({ file, kb: gzipSync(readFileSync(join(built, file))).length / 1_000 }))
    .sort((a, b) => b.kb - a.kb);
}

if (!existsSync(join(built, '.vite/manifest.json'))) {
  console.error('The dashboard is not built: node scripts/build.mjs');
  process.exitCode = 1;
} else {
  const files = measure();
  const total = files.reduce((sum, one) => sum + one.kb, 0);
  for (const { file, kb } of files.slice(0, 6)) console.log(`${kb.toFixed(1).padStart(7)} kB  ${file}`);
  console.log(`${total.toFixed(1).padStart(7)} kB  initial script of the dashboard, compressed; at most ${budgetKb} kB`);
  process.exitCode = total > budgetKb ? 1 : 0;
}
