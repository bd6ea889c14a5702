import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, spawnCommand } from '../support/app-process';

// `npm start`, `npm run screenshots` and `npm run gongfang` are run by tests of their own; docs.arch-spec knows which.
describe('what the README tells its reader to run', () => {
  const dataDir = mkdtempSync(join(process.env['GONGFANG_TEST_DIR'] ?? ROOT, '.gongfang-readme-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('npm run rehearse: plays a project to its third annual report on services of its own and prints the story', async () => {
    const run = spawnCommand('npm', ['run', 'rehearse', '--', '--one'], { GONGFANG_DATA_DIR: dataDir });
    expect({ code: await run.ended, end: run.logs().slice(-2_000) }).toMatchObject({ code: 0 });
    expect(run.logs()).toMatch(/✉ to .+ \[(zh-CN|en)/);
  }, 240_000);
});
