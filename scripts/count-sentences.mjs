// @ts-check
/** Prints how many of the dashboard's English sentences each language has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(fileURLToPath(import.meta.url), '../../apps/dashboard/src/i18n');

/** @param {unknown} value @param {string} key @returns {string[]} */
function keysOf(value, key = '') {
  if (typeof value !== 'object' || value === null) return [key.replace(/_(zero|one|two|few|many|other)$/, '')];
  return Object.entries(value).flatMap(([name, part]) => keysOf(part, `${key}.${name}`));
}

/** @param {string} language */
function sentencesOf(language) {
  const files = readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return new Set(files.flatMap((name) => keysOf(JSON.parse(readFileSync(join(folder, language, name), 'utf8')))));
}

const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const all = sentencesOf('en').size;
for (const { name } of languages) {
  const own = sentencesOf(name).size;
  console.log(`${name.padEnd(6)} ${String(own).padStart(5)} of ${all}  ${((100 * own) / all).toFixed(1).padStart(5)} %`);
}
