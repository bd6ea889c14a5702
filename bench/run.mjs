// @ts-check
/**
 * npm run bench: each figure against its fair baseline in the same run, A B A B …; ratios count, not milliseconds.
 * Options: --quick (fewer and shorter rounds), --only 1,2,5 (or 5a); --projects 10000 generates so many for the figures of pages (1,000 with --quick).
 * Figures of a run replace those of the same id in results/latest.json; the others stay.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../scripts/build.mjs';
import { apiService, startInstance, startServices } from '../scripts/stack/instance.mjs';
import { prepareDataDir } from '../scripts/stack/services.mjs';
import { step } from '../scripts/stack/steps.mjs';
import { Supervisor } from '../scripts/stack/supervise.mjs';
import { freePort } from '../scripts/stack/ports.mjs';
import { startBaseline } from './baseline/worker.mjs';
import { bulk } from './figures/bulk.mjs';
import { command } from './figures/command.mjs';
import { dashboard } from './figures/dashboard.mjs';
import { dryRun } from './figures/dry-run.mjs';
import { mail } from './figures/mail.mjs';
import { pages } from './figures/pages.mjs';
import { projectStart } from './figures/project-start.mjs';
import { wakeUps } from './figures/wake-ups.mjs';
import { watchdog } from './figures/watchdog.mjs';
import { startSink } from './smtp-sink.mjs';

/**
 * @typedef {{ instance: import('../scripts/stack/instance.mjs').Instance, dataDir: string, baseline: Awaited<ReturnType<typeof startBaseline>>,
 *   sink: Awaited<ReturnType<typeof startSink>>, quick: boolean }} Bench
 */

const figures = { 1: projectStart, 2: command, '5a': mail, '5b': wakeUps };
/** They look at many projects, on data of their own. */
const fullFigures = { '3,4,11': pages, 13: dashboard, 14: dryRun, 16: watchdog };
/** They act on many projects, on data of their own, which they spoil for the others. */
const actingFigures = { 15: bulk };
const projectsActedOn = 2_500;
const quick = process.argv.includes('--quick');
const onlyAt = process.argv.indexOf('--only');
const only =
  onlyAt === -1
    ? [...Object.keys(figures), ...Object.keys(fullFigures), ...Object.keys(actingFigures)]
    : (process.argv[onlyAt + 1] ?? '').split(',');
const projectsAt = process.argv.indexOf('--projects');
const projects = projectsAt === -1 ? (quick ? 1_000 : 10_000) : Number(process.argv[projectsAt + 1]);
const isWanted = (/** @type {string} */ numbers) =>
  numbers.split(',').some((number) => only.some((one) => number.startsWith(one) || one.startsWith(`${number}-`)));

/**
 * A figure's lines, kept at once. One that could not be measured says so and leaves the others their turn; the run then fails at its end.
 * @param {string} numbers
 * @param {() => Promise<object[]>} figure
 */
async function measured(numbers, figure) {
  try {
    const lines = /** @type {{ id: string }[]} */ (await figure());
    keep(lines);
    return lines;
  } catch (error) {
    console.error(`Figure ${numbers} was not measured: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return [];
  }
}

/** Puts lines into the place of those with the same id. @param {{ id: string }[]} lines */
function keep(lines) {
  if (quick) return;
  const file = fileURLToPath(new URL('./results/latest.json', import.meta.url));
  const before = /** @type {{ id: string }[]} */ (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
  const results = [...before.filter(({ id }) => !lines.some((line) => line.id === id)), ...lines].sort((a, b) =>
    a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
  mkdirSync(fileURLToPath(new URL('./results/', import.meta.url)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

/**
 * Starts an instance on a data folder, lets figures be measured on it, and stops it.
 * @param {string} dataDir
 * @param {[string, (bench: Bench) => Promise<object[]>][]} wanted
 * @param {(options: { supervisor: Supervisor, dataDir: string, port: number, env: NodeJS.ProcessEnv, empty: boolean }) => Promise<import('../scripts/stack/instance.mjs').Instance>} start
 */
async function measure(dataDir, wanted, start) {
  if (wanted.length === 0) return [];
  prepareDataDir(dataDir);
  const supervisor = new Supervisor(dataDir, (line) => console.error(line));
  const sink = await startSink();
  const lines = [];
  try {
    await supervisor.claim();
    const env = { ...process.env, SMTP_URL: `smtp://127.0.0.1:${sink.port}` };
    const instance = await start({ supervisor, dataDir, port: await freePort(), env, empty: false });
    const baseline = await startBaseline(instance.env);
    try {
      for (const [numbers, figure] of wanted)
        lines.push(...(await measured(numbers, () => figure({ instance, dataDir, baseline, sink, quick }))));
    } finally {
      await baseline.stop();
    }
  } finally {
    await supervisor.stop();
    await sink.close();
  }
  return lines;
}

/** All of an instance, with so many projects that a thousand can be held. @type {Parameters<typeof measure>[2]} */
const startToAct = (options) => startInstance({ ...options, projects: projectsActedOn, told: 10 });

/** Everything but the worker, whose sweep would start thousands of workflows beside what is measured. @type {Parameters<typeof measure>[2]} */
async function startForReaders(options) {
  const { settings, ...addresses } = await startServices({ ...options, projects });
  await step('API', () => options.supervisor.start(apiService(settings, options.port, undefined, 'live')));
  return { env: settings, ...addresses };
}

await build();
const dataDir = mkdtempSync(join(tmpdir(), 'gongfang-bench-'));
const kept = fileURLToPath(new URL(`../.gongfang-bench-${projects}/`, import.meta.url));
const ofNumbers = (/** @type {Record<string, (bench: Bench) => Promise<object[]>>} */ all) =>
  Object.entries(all).filter(([numbers]) => isWanted(numbers));
const lines = /** @type {{ id: string }[]} */ ([]);
const actingDir = mkdtempSync(join(tmpdir(), 'gongfang-bench-'));
try {
  lines.push(.../** @type {{ id: string }[]} */ (await measure(dataDir, ofNumbers(figures), startInstance)));
  lines.push(.../** @type {{ id: string }[]} */ (await measure(actingDir, ofNumbers(actingFigures), startToAct)));
} finally {
  for (const dir of [dataDir, actingDir]) rmSync(dir, { recursive: true, force: true });
}
lines.push(.../** @type {{ id: string }[]} */ (await measure(kept, ofNumbers(fullFigures), startForReaders)));

console.log(`\n${cpus().length} cores, Node ${process.version}${quick ? ', quick: nothing is kept' : ''}`);
console.table(
  /** @type {Record<string, unknown>[]} */ (lines).map(({ id, name, ratio, low, high, target, ok, detail }) => ({
    id,
    name,
    ratio,
    range: `${low}-${high}`,
    target,
    ok,
    detail,
  })),
);
process.exit();
