import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The Chromium that `npm test` found, or the one on PATH when a tier is run by hand.
 * @throws with what was tried and what to do: a browser test without browser fails, it is never skipped
 */
export function chromiumPath(): string {
  const { CHROME_PATH, GONGFANG_NO_CHROMIUM, PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).map((folder) => join(folder, 'chromium'));
  const found = [CHROME_PATH ?? '', ...onPath].find((path) => path !== '' && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    GONGFANG_NO_CHROMIUM ?? 'There is no Chromium on PATH; set CHROME_PATH, or run npm run test:browser, which looks further.',
  );
}
