import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { decideMarker } from '../../libs/domain/src/project/project.decide';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');
const megabyte = 1_048_576;

const functions = ['projectWorkflow', 'callWorkflow', 'mailDeskWorkflow', 'conductorWorkflow', 'sweepWorkflow', 'maintenanceWorkflow'];
const everyFunction = functions.map((name) => `export const ${name} = () => undefined;`).join('\n');

describe('the workflow bundle', () => {
  let folder: string;
  beforeAll(() => {
    mkdirSync(join(root, '.gongfang-test'), { recursive: true });
    folder = mkdtempSync(join(root, '.gongfang-test', 'bundle-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function build(...entry: string[]): Promise<{ code: number; output: string; path: string }> {
    const path = join(folder, 'bundle.js');
    try {
      const { stdout } = await run(process.execPath, [join(root, 'scripts/build-workflow-bundle.mjs'), path, ...entry], { cwd: root });
      return { code: 0, output: stdout, path };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, output: stderr, path };
    }
  }

  function plant(name: string, source: string): string {
    const path = join(folder, `${name}.ts`);
    writeFileSync(path, `${everyFunction}\n${source}`);
    return path;
  }

  it('holds the workflow functions and stays small', async () => {
    const { code, path } = await build();
    expect(code).toBe(0);
    const text = readFileSync(path, 'utf8');
    for (const name of functions) expect(text).toContain(name);
    expect(statSync(path).size).toBeLessThan(2 * megabyte);
    for (const stranger of ['typeorm', '@nestjs', decideMarker]) expect(text).not.toContain(stranger);
  });

  it.each([
    ['TypeORM', "import { DataSource } from 'typeorm';\nexport const planted = DataSource;", 'node_modules/typeorm'],
    ['Nest', "import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;", '@nestjs'],
    ['rules', `import { projectDecider } from '${root}/libs/domain/src';\nexport const planted = projectDecider;`, 'libs/domain/src'],
    ['schemas', "import { z } from 'zod';\nexport const planted = z.string();", 'node_modules/zod'],
    ['too much', `export const planted = ${JSON.stringify('x'.repeat(5 * megabyte))};`, 'bytes, more than'],
  ])(
    'is refused when it holds %s',
    async (what, source, why) => {
      const { code, output } = await build(plant(what.replace(' ', '-'), source));
      expect(code).not.toBe(0);
      expect(output).toContain(why);
    },
    60_000,
  );

  it('is refused when a workflow function is missing', async () => {
    const path = join(folder, 'missing.ts');
    writeFileSync(path, everyFunction.replace('sweepWorkflow', 'otherWorkflow'));
    const { code, output } = await build(path);
    expect(code).not.toBe(0);
    expect(output).toContain('the workflow function sweepWorkflow is missing');
  });
});
