import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

describe('the layout of mails', () => {
  it('is compiled from today’s MJML', async () => {
    const script = resolve(__dirname, '../../../../scripts/build-mail-layouts.mjs');
    await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeDefined();
  });
});
