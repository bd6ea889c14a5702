import { join } from 'node:path';
import { innocentHabits, plantedHabits } from './planted-habits';
import { plantTree, projectRoot, runNode } from './planted-tree';

const linter = join(projectRoot, 'node_modules/eslint/bin/eslint.js');
const settings = join(projectRoot, 'eslint.config.mjs');

interface FileReport {
  filePath: string;
  messages: { ruleId: string | null; message: string }[];
}

/** Reported rules by path, for all planted files in one run of the real settings. */
function lint(): Record<string, string[]> {
  const ground = {
    'libs/workflows/src/entity/entity.activities.ts': '/** Nothing. */\nexport const commit = 1;\n',
    'apps/dashboard/tsconfig.json': JSON.stringify({ compilerOptions: { jsx: 'react-jsx', strict: true }, include: ['src'] }),
  };
  const files = Object.fromEntries([...plantedHabits, ...innocentHabits].map((one) => [one.path, `${one.source}\nexport {};\n`]));
  const tree = plantTree({ ...ground, ...files });
  try {
    const run = runNode([linter, '--config', settings, '--format', 'json', 'apps', 'libs', 'test'], tree.root);
    if (run.code !== 1) throw new Error(`the linter did not report: ${run.stderr}`);
    const reports = JSON.parse(run.stdout) as FileReport[];
    return Object.fromEntries(
      reports.map((one) => [one.filePath.slice(tree.root.length + 1), one.messages.map((message) => message.ruleId ?? message.message)]),
    );
  } finally {
    tree.remove();
  }
}

describe('conventions', () => {
  const reported = lint();

  it.each(plantedHabits)('$rule catches: $wrong', ({ rule, path }) => {
    expect(reported[path]).toContain(rule);
  });

  it.each(innocentHabits)('$rule leaves alone: $wrong', ({ rule, path }) => {
    expect(reported[path]).toBeDefined();
    expect(reported[path]).not.toContain(rule);
  });
});
