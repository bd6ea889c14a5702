import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plantTree, projectRoot, runNode } from './planted-tree';
import type { PlantedTree, ToolRun } from './planted-tree';

const script = join(projectRoot, 'scripts/build-workflow-bundle.mjs');
const realEntry = join(projectRoot, 'libs/workflows/src/workflow-entry');
const rules = join(projectRoot, 'libs/domain/src/project/project.decide');
const workflowSdk = 'node_modules/@temporalio/workflow';

/** Builds the bundle of another entry by the script's own function, as its command line does for the real one. */
function build(tree: PlantedTree, entry: string): ToolRun {
  const code = `const { buildWorkflowBundle } = await import('${pathToFileURL(script).href}');
    await buildWorkflowBundle(process.argv[1], process.argv[2]);`;
  return runNode(['--input-type=module', '-e', code, join(tree.root, 'bundle.js'), join(tree.root, entry)], projectRoot);
}

describe('the workflow bundle', () => {
  let tree: PlantedTree;

  beforeAll(() => {
    const withReal = (more: string): string => `export * from '${realEntry}';\n${more}\n`;
    tree = plantTree({
      'rules.ts': withReal(`import { decideMarker } from '${rules}';\nexport const marker = decideMarker;`),
      'typeorm.ts': withReal(`import { In } from 'typeorm';\nexport const more = In;`),
      'nest.ts': withReal(`import { HttpStatus } from '@nestjs/common/enums/http-status.enum';\nexport const more = HttpStatus;`),
      'large.ts': withReal(`export const ballast = '${'x'.repeat(5 * 1024 * 1024)}';`),
      'empty.ts': 'export const nothing = 1;\n',
    });
  });

  afterAll(() => tree.remove());

  it('holds the workflow functions and the SDK, at most 4 MB, and no rule, table or framework', () => {
    const path = join(tree.root, 'real.js');
    expect(runNode([script, path], projectRoot)).toMatchObject({ code: 0, stderr: '' });
    const code = readFileSync(path, 'utf8');
    expect(code.length).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(code).toContain('projectWorkflow');
    expect(code).toContain(workflowSdk);
    for (const stranger of ['typeorm', '@nestjs', 'GONGFANG_DECIDE_MARKER']) expect(code).not.toContain(stranger);
  });

  it('would show a rule by its marker', () => {
    expect(readFileSync(`${rules}.ts`, 'utf8')).toContain("'GONGFANG_DECIDE_MARKER'");
  });

  it.each([
    ['a rule of the domain', 'rules.ts', 'libs/domain/src is in the bundle'],
    ['TypeORM', 'typeorm.ts', 'node_modules/typeorm is in the bundle'],
    ['Nest', 'nest.ts', 'nestjs'],
    ['too many bytes', 'large.ts', 'more than 4194304'],
    ['no workflow function', 'empty.ts', 'projectWorkflow is missing'],
  ])('is not built with %s', (_what, entry, complaint) => {
    const run = build(tree, entry);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(complaint);
    expect(existsSync(join(tree.root, 'bundle.js'))).toBe(false);
  });
});
