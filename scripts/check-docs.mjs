// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder } from './docs/files-under.mjs';

const rootArgument = process.argv.indexOf('--root');
const root = resolve(rootArgument > 0 ? (process.argv[rootArgument + 1] ?? '.') : fileURLToPath(new URL('..', import.meta.url)));

const topPages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
const pages = [
  ...topPages.filter((path) => existsSync(join(root, path))),
  ...['docs', 'deploy', 'bench'].flatMap((folder) => filesUnder(root, folder)).filter((path) => path.endsWith('.md')),
];
const scripts = new Set(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts ?? {}));

/** Words of npm itself, not names of scripts. */
const npmWords = new Set(['install', 'ci', 'run', 'exec', 'version']);

/** @param {string} text @returns {string[]} names of the npm scripts that a page tells its reader to run */
function namedScripts(text) {
  const run = [...text.matchAll(/\bnpm run ([a-z][\w:.-]*)/g)].map((match) => match[1] ?? '');
  const short = [...text.matchAll(/\bnpm (start|test|[a-z]+:[\w:]+)\b/g)].map((match) => match[1] ?? '');
  return [...run, ...short].map((name) => name.replace(/[.:]$/, '')).filter((name) => !npmWords.has(name));
}

/** @param {string} heading @returns {string} the anchor that a heading gets */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[`*_]/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** @param {string} path @returns {Set<string>} */
function anchorsOf(path) {
  const text = readFileSync(path, 'utf8').replace(/```[\s\S]*?```/g, '');
  return new Set([...text.matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] ?? '')));
}

/** @param {string} page @param {string} link @returns {string | undefined} a complaint */
function checkLink(page, link) {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? join(root, page) : resolve(dirname(join(root, page)), decodeURIComponent(file));
  if (relative(root, target).startsWith('..')) return `${page}: '${link}' leads out of the checkout`;
  if (!existsSync(target)) return `${page}: '${link}' leads nowhere`;
  if (anchor && target.endsWith('.md') && !anchorsOf(target).has(anchor)) return `${page}: '${link}' names no heading`;
  return undefined;
}

/** @param {string} text @returns {string[]} paths of this checkout that a page names in code type; patterns such as `<stage>` left out */
function namedPaths(text) {
  const words = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
  return words.filter((word) => /^(apps|libs|scripts|test|docs|bench|deploy)\/[\w./-]+$/.test(word));
}

/** @param {string} page @returns {string[]} */
function checkPage(page) {
  const text = readFileSync(join(root, page), 'utf8');
  const missing = [...new Set(namedScripts(text))]
    .filter((name) => !scripts.has(name))
    .map((name) => `${page}: package.json has no script '${name}'`);
  const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
  const lost = namedPaths(text)
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `${page}: there is no '${path}'`);
  return [...missing, ...lost, ...links.map((link) => checkLink(page, link)).filter((line) => line !== undefined)];
}

const complaints = pages.flatMap(checkPage);
complaints.forEach((line) => console.error(line));
console.log(`${pages.length} pages checked, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 ? 1 : 0;
