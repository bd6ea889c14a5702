import { randomBytes } from 'node:crypto';
import { plantTree, projectRoot, runNode, type ToolRun } from './planted-tree';

const check = `${projectRoot}/scripts/check-initial-script.mjs`;

/** Letters that do not compress much. */
const noise = (kb: number): string => randomBytes(kb * 500).toString('hex');

/** A built dashboard whose entry imports one file and fetches another one later. */
function measured(importedKb: number, laterKb: number): Pick<ToolRun, 'code' | 'stdout'> {
  const manifest = {
    'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_shared.js'], dynamicImports: ['src/board.tsx'] },
    '_shared.js': { file: 'assets/shared.js' },
    'src/board.tsx': { file: 'assets/board.js', imports: ['_shared.js'] },
  };
  const tree = plantTree({
    '.vite/manifest.json': JSON.stringify(manifest),
    'assets/index.js': 'a',
    'assets/shared.js': noise(importedKb),
    'assets/board.js': noise(laterKb),
  });
  try {
    return runNode([check, tree.root], projectRoot);
  } finally {
    tree.remove();
  }
}

describe('the initial script of the dashboard', () => {
  it('fails the check when what the entry imports is too heavy, and says which file it is', () => {
    const { code, stdout } = measured(600, 1);
    expect(stdout).toContain('assets/shared.js');
    expect(stdout).toContain('at most 250 kB');
    expect(code).toBe(1);
  });

  it('does not count what is fetched later', () => {
    expect(measured(10, 900).code).toBe(0);
  });
});
