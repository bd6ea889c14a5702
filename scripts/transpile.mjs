// @ts-check
/**
 * node scripts/transpile.mjs api|worker: turns an app and the libs from TypeScript into what Node.js runs, under dist/apps/<app>, without looking at
 * types (npm run check does). The same settings as in jest.config.js, so that tests run what is shipped.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
const isForTests = /(\.(spec|builder)|\/spec-kit)\.ts$/;
const ourImport = /(["'])@app\/([^"'/]+)(?:\/([^"']+))?\1/g;

/**
 * @param {string} folder
 * @returns {string[]} files below it, from the root
 */
function sourcesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => /\.(ts|json)$/.test(file) && !isForTests.test(file) && !file.endsWith('.d.ts'));
}

/**
 * Imports by a lib's name become relative ones: at run time nobody knows these names.
 * @param {string} code
 * @param {string} from the file, from the root
 */
function withRelativeImports(code, from) {
  return code.replace(ourImport, (_whole, quote, lib, inside = 'index') => {
    const path = relative(dirname(from), `libs/${lib}/src/${inside}`);
    return `${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });
}

/**
 * @param {string} file from the root
 * @param {string} out
 */
function transpile(file, out) {
  const target = join(out, file);
  mkdirSync(dirname(target), { recursive: true });
  if (file.endsWith('.json')) return cpSync(join(root, file), target);
  const { code, map } = transformSync(readFileSync(join(root, file), 'utf8'), {
    filename: join(root, file),
    sourceMaps: true,
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  });
  const script = target.replace(/\.ts$/, '.js');
  writeFileSync(script, `${withRelativeImports(code, file)}\n//# sourceMappingURL=${basename(script)}.map\n`);
  writeFileSync(`${script}.map`, map ?? '');
}

const app = process.argv[2] ?? '';
const out = join(root, 'dist/apps', app);
const folders = [`apps/${app}/src`, ...readdirSync(join(root, 'libs')).map((lib) => `libs/${lib}/src`)];
for (const file of folders.flatMap(sourcesUnder)) transpile(file, out);
