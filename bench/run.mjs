// @ts-check
/**
 * npm run bench: each figure against its fair baseline in the same run, A B A B …; ratios count, not milliseconds.
 * Options: --quick (fewer and shorter rounds), --only 1,2,5 (or 5a)
 */
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../scripts/build.mjs';
import { startInstance } from '../scripts/stack/instance.mjs';
import { prepareDataDir } from '../scripts/stack/services.mjs';
import { Supervisor } from '../scripts/stack/supervise.mjs';
import { freePort } from '../scripts/stack/ports.mjs';
import { startBaseline } from './baseline/worker.mjs';
import { command } from './figures/command.mjs';
import { mail } from './figures/mail.mjs';
import { projectStart } from './figures/project-start.mjs';
import { wakeUps } from './figures/wake-ups.mjs';
import { startSink } from './smtp-sink.mjs';

/**
 * @typedef {{ instance: import('../scripts/stack/instance.mjs').Instance, dataDir: string, baseline: Awaited<ReturnType<typeof startBaseline>>,
 *   sink: Awaited<ReturnType<typeof startSink>>, quick: boolean }} Bench
 */

const figures = { 1: projectStart, 2: command, '5a': mail, '5b': wakeUps };
const quick = process.argv.includes('--quick');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt === -1 ? Object.keys(figures) : (process.argv[onlyAt + 1] ?? '').split(',');

await build();
const dataDir = mkdtempSync(join(tmpdir(), 'gongfang-bench-'));
prepareDataDir(dataDir);
const supervisor = new Supervisor(dataDir, (line) => console.error(line));
const sink = await startSink();
const lines = [];
try {
  await supervisor.claim();
  const port = await freePort();
  const env = { ...process.env, SMTP_URL: `smtp://127.0.0.1:${sink.port}` };
  const instance = await startInstance({ supervisor, dataDir, port, env, empty: false });
  const baseline = await startBaseline(instance.env);
  try {
    for (const [number, figure] of Object.entries(figures))
      if (only.some((one) => number.startsWith(one))) lines.push(...(await figure({ instance, dataDir, baseline, sink, quick })));
  } finally {
    await baseline.stop();
  }
} finally {
  await supervisor.stop();
  await sink.close();
  rmSync(dataDir, { recursive: true, force: true });
}

const results = fileURLToPath(new URL('./results/', import.meta.url));
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'latest.json'), `${JSON.stringify(lines, null, 2)}\n`);
console.log(`\n${cpus().length} cores, Node ${process.version}${quick ? ', quick' : ''}`);
console.table(
  lines.map(({ id, name, ratio, low, high, target, ok, detail }) => ({ id, name, ratio, range: `${low}-${high}`, target, ok, detail })),
);
process.exit(0);
