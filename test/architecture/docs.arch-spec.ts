import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plantTree, projectRoot, runNode } from './planted-tree';
import type { ToolRun } from './planted-tree';

function runOn(script: string, files: Record<string, string>, args: string[] = []): ToolRun {
  const tree = plantTree(files);
  try {
    return runNode([join(projectRoot, 'scripts', script), '--root', tree.root, ...args], tree.root);
  } finally {
    tree.remove();
  }
}

describe('check-docs', () => {
  it('lets good pages pass', () => {
    const run = runOn('check-docs.mjs', {
      'README.md': '# A\n\nRun `npm start`. See [the guide](docs/guide.md#first-steps).\n',
      'docs/guide.md': '## First steps\n\n[back](../README.md)\n',
    });
    expect(run).toMatchObject({ code: 0, stdout: '2 pages checked, 0 complaints\n' });
  });

  it.each([
    ['a script that does not exist', 'Run `npm run fly`.', "README.md: package.json has no script 'fly'"],
    ['a link to a file that does not exist', '[a](docs/none.md)', "README.md: 'docs/none.md' leads nowhere"],
    ['a link to a heading that does not exist', '# One\n\n[a](#two)', "README.md: '#two' names no heading"],
    ['a path that does not exist', 'See `libs/domain/src/none.ts`.', "README.md: there is no 'libs/domain/src/none.ts'"],
    ['a link out of the checkout', '[a](../../etc/hosts)', "README.md: '../../etc/hosts' leads out of the checkout"],
  ])('fails on %s', (_what, text, complaint) => {
    expect(runOn('check-docs.mjs', { 'README.md': text })).toMatchObject({ code: 1, stderr: `${complaint}\n` });
  });
});

/** Where CI runs what the README tells its reader to run: the file, and how the command stands in it. */
const runs: Record<string, [file: string, words: string]> = {
  'npm start': ['test/e2e/start.e2e-spec.ts', "'scripts/start.mjs'"],
  'npm start -- --empty': ['test/e2e/start.e2e-spec.ts', "['--empty']"],
  'npm test': ['.ci/run', 'npm test'],
  'npm run check': ['scripts/test.mjs', 'runChecks()'],
  'npm run rehearse': ['test/e2e/readme.e2e-spec.ts', "'rehearse'"],
  'npm run screenshots': ['test/e2e/start.e2e-spec.ts', "'scripts/screenshots.mjs'"],
  'npm run gongfang -- calendar add --country CN --from 2026-02-13 --working-days 5': [
    'test/integration/cli.integration-spec.ts',
    "['calendar', 'add', '--country', 'CN', '--from', '2026-02-13', '--working-days', '5']",
  ],
  'npm run gongfang -- --help': ['test/integration/cli.integration-spec.ts', "'--help'"],
};

describe('the README', () => {
  const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
  const told = [...read('README.md').matchAll(/^npm .+$|(?<=`)npm [^`]+(?=`)/gm)].map(([command]) => command);

  it('tells nobody to run what CI does not run', () => {
    expect(told.length).toBeGreaterThan(5);
    expect([...new Set(told)].filter((command) => runs[command] === undefined)).toEqual([]);
  });

  it.each(Object.entries(runs))('%s is run', (_command, [file, words]) => {
    expect(read(file).includes(words)).toBe(true);
  });
});

describe('write-commands-table', () => {
  const commands = "export type MouCommand = { type: 'AcceptAward'; payload: { letter: string } };\n";
  const spec = (titles: string[]): string =>
    `const command = { type: 'AcceptAward' };\ndescribe('AcceptAward', () => {\n${titles.map((title) => `  it('${title}', () => undefined);`).join('\n')}\n});\n`;
  const tree = (titles: string[]): Record<string, string> => ({
    'libs/domain/src/project/mou/mou.commands.ts': commands,
    'libs/domain/src/project/mou/mou.decide.spec.ts': spec(titles),
    'docs/commands.md': '',
  });

  it('writes every command with its tests', () => {
    const files = tree(['does: takes the award', 'refuses: after 30 days', 'repeats: nothing new']);
    expect(runOn('write-commands-table.mjs', files)).toMatchObject({ code: 0, stdout: 'docs/commands.md: 0 empty cells\n' });
  });

  it('fails on an empty cell, and names it', () => {
    const run = runOn('write-commands-table.mjs', tree(['does: takes the award', 'refuses: after 30 days']), ['--check']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('project AcceptAward: no test that repeats it');
  });

  it('fails on a page that is out of date', () => {
    const run = runOn('write-commands-table.mjs', tree(['does: a', 'refuses: b', 'repeats: c']), ['--check']);
    expect(run).toMatchObject({ code: 1, stderr: 'docs/commands.md is out of date: run `npm run commands:write`\n' });
  });

  it('counts no test of a file that never gives the command', () => {
    const files = tree(['does: a', 'refuses: b', 'repeats: c']);
    const path = 'libs/domain/src/project/mou/mou.decide.spec.ts';
    const run = runOn('write-commands-table.mjs', { ...files, [path]: (files[path] ?? '').replace(/^.*\n/, '') }, ['--check']);
    expect(run.stderr).toContain('no test that does it');
  });

  it('counts no skipped test', () => {
    const files = tree(['does: a', 'refuses: b']);
    const skipped = `describe('AcceptAward', () => {\n  it.skip('repeats: c', () => undefined);\n});\n`;
    const run = runOn('write-commands-table.mjs', { ...files, 'libs/domain/src/project/mou/mou.spec.ts': skipped }, ['--check']);
    expect(run.stderr).toContain('no test that repeats it');
  });
});
