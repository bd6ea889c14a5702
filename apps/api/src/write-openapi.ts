import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '@app/platform';
import { createApi } from './api-app';
import { openApiDocument } from './openapi-document';

/** Settings that are never used: describing the API connects to nothing. */
const unused = {
  DATABASE_URL: 'postgresql://nobody@localhost:1/none',
  TEMPORAL_ADDRESS: 'localhost:1',
  SMTP_URL: 'smtp://localhost:1',
  GONGFANG_SESSION_SECRET: 'only for writing the description down',
  LOG_LEVEL: 'error',
};

async function main(): Promise<void> {
  const app = await createApi(loadConfig(unused));
  const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  if (process.argv.includes('--stdout')) process.stdout.write(text);
  else writeFileSync(join(process.cwd(), 'docs', 'openapi.json'), text);
  await app.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
