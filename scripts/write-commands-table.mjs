// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allTests, testsOf } from './docs/command-tests.mjs';
import { commandTypes } from './docs/command-types.mjs';

/** @typedef {'does' | 'refuses' | 'repeats'} Purpose */

const purposes = /** @type {const} */ (['does', 'refuses', 'repeats']);

/** Cells that cannot hold a test, with the reason that stands in their place. */
const cannot = /** @type {Record<string, Partial<Record<Purpose, string>>>} */ ({
  Sync: { refuses: 'asks only where the ledger stands: nothing to refuse' },
});

/** @param {import('./docs/command-tests.mjs').FoundTest[]} tests @param {Purpose} purpose */
function cell(tests, purpose) {
  const line = (/** @type {import('./docs/command-tests.mjs').FoundTest} */ test) =>
    `${test.title.slice(purpose.length + 1).trim()} ([${basename(test.path).replace(/\.ts$/, '')}](../${test.path}))`;
  return tests.map((test) => line(test).replaceAll('|', '\\|')).join('<br>');
}

/** @param {string} root @returns {{ text: string, empty: string[] }} the page and what is missing in it */
function commandsPage(root) {
  const tests = allTests(root);
  /** @type {string[]} */
  const empty = [];
  const rows = { project: /** @type {string[]} */ ([]), call: /** @type {string[]} */ ([]) };
  for (const command of commandTypes(root)) {
    const cells = purposes.map((purpose) => {
      const reason = cannot[command.type]?.[purpose];
      const found = cell(testsOf(tests, command, purpose), purpose);
      if (!found && !reason) empty.push(`${command.kind} ${command.type}: no test that ${purpose} it`);
      return found || (reason ? `_${reason}_` : '');
    });
    rows[command.kind].push(`| \`${command.type}\` | ${cells.join(' | ')} |`);
  }
  const table = (/** @type {string[]} */ lines) =>
    ['| Command | Does it | Refuses it | Repeated |', '|---|---|---|---|', ...lines].join('\n');
  const head =
    '# Commands and their tests\n\nWritten by `npm run commands:write` from the command types and the titles of the tests ' +
    '([testing.md](testing.md) tells how a test gets into a cell). Do not edit.\n';
  return { text: `${head}\n## Project\n\n${table(rows.project)}\n\n## Call\n\n${table(rows.call)}\n`, empty };
}

const rootArgument = process.argv.indexOf('--root');
const root = resolve(rootArgument > 0 ? (process.argv[rootArgument + 1] ?? '.') : fileURLToPath(new URL('..', import.meta.url)));
const target = join(root, 'docs/commands.md');
const page = commandsPage(root);

if (process.argv.includes('--check')) {
  const written = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const complaints = [...page.empty, ...(written === page.text ? [] : ['docs/commands.md is out of date: run `npm run commands:write`'])];
  complaints.forEach((line) => console.error(line));
  process.exitCode = complaints.length > 0 ? 1 : 0;
} else {
  writeFileSync(target, page.text);
  console.log(`docs/commands.md: ${page.empty.length} empty cells`);
}
