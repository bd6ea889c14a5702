import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder, type SourceChange } from '../replay/bundles';

/** A change that no recorded run with a command survives: the shell asks others before it asks the ledger. */
export const dispatchesFirst: SourceChange = {
  file: 'libs/workflows/src/entity/entity-shell.ts',
  from: 'const result = await commit(',
  to: 'await dispatch({ entity });\n    const result = await commit(',
};

/** A folder for candidate bundles that is removed in the end. */
export function candidateFolder(): { folder: string; scratch: string; remove(): void } {
  const scratch = scratchFolder();
  const folder = join(scratch, 'candidates');
  mkdirSync(folder);
  return { folder, scratch, remove: () => rmSync(scratch, { recursive: true, force: true }) };
}
