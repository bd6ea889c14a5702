import { join } from 'node:path';
import { innocentFiles, plantedImports } from './planted-imports';
import { plantTree, projectRoot, runNode } from './planted-tree';

const cruiser = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

const planted = Object.entries(plantedImports).flatMap(([rule, files]) => files.map((file) => ({ rule, ...file })));
/** The other half of the planted cycle: guilty only of closing it. */
const cycle = { from: 'apps/api/src/ag.ts', source: "import './af';\nexport const b = 1;" };

/** Runs the real settings over the innocent and the planted files; one file imports all, so that only one is an orphan. */
function cruise(): Violation[] {
  const files = Object.fromEntries([...planted, cycle].map((one) => [one.from, `${one.source}\nexport {};\n`]));
  const imports = planted.filter((one) => one.to !== undefined).map((one) => `import '../../${one.from.replace(/\.ts$/, '')}';`);
  const tree = plantTree({ ...innocentFiles, ...files, 'test/architecture/all.ts': `${imports.join('\n')}\nexport {};\n` });
  try {
    const run = runNode([cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'test'], tree.root);
    return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    tree.remove();
  }
}

describe('import rules', () => {
  const violations = cruise();

  it.each(planted)('$rule catches: $wrong', ({ rule, from, to }) => {
    const ofFile = violations.filter((one) => one.from === from);
    const caught = ofFile.filter((one) => one.rule.name === rule && one.to.includes(to ?? from));
    expect({ from, caught: caught.length, ofFile }).toEqual({ from, caught: 1, ofFile });
  });

  it('has a planted violation for every rule', () => {
    const config = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
    expect(Object.keys(plantedImports).sort()).toEqual([...new Set(config.forbidden.map((one) => one.name))].sort());
  });

  it('accuses no innocent file', () => {
    const guilty = new Set([...planted, cycle].map((one) => one.from));
    expect(violations.filter((one) => !guilty.has(one.from))).toEqual([]);
  });
});
