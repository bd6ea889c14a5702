import { readFile } from 'node:fs/promises';
import { findProjectId } from '@app/persistence';
import type { ReplayDifference, ReplayProgress } from '@app/persistence';
import { connectClient, createLogger } from '@app/platform';
import { entityKinds, mailDeskIdOf, workflowTypes } from '@app/workflows';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { readyBundle, UnusableBundle } from '../engine/candidate-bundle';
import { replayAll, runsToReplay, type RunsToReplay } from '../engine/replay-check';
import { replayer } from '../temporal-worker';
import { UsageError, type AddCommand, type Cli, type CliAnswer } from './cli-tools';

interface Options {
  all?: true;
  candidate?: string;
  history?: string;
}

/** `replay check`: replays the runs of one project, of all, or of a file, on the running build or a candidate; exit code 1 when one differs. */
export const addReplay: AddCommand = (program, cli) => {
  const replay = program.command('replay').description('whether a build still replays what has been recorded');
  replay
    .command('check')
    .description('replay open and archived runs; needs the engine and the database, but for --history')
    .argument('[project]', 'reference or id of a project')
    .option('--all', 'the runs of all projects, calls and mail desks')
    .option('--candidate <path>', 'a built workflow bundle instead of the running one')
    .option('--history <file>', 'one history as JSON, of the project where one is named')
    .action(
      cli.answer(async (project: string | undefined, options: Options) => {
        if ((project === undefined && options.history === undefined) !== (options.all === true)) {
          throw new UsageError('Name a project, or --all, or a file with --history.');
        }
        return check(cli, project, options);
      }),
    );
};

async function check(cli: Cli, project: string | undefined, { candidate, history }: Options): Promise<CliAnswer> {
  try {
    const bundle = await readyBundle(candidate ?? cli.config().temporal.workflowBundle);
    const replay = replayer(createLogger('cli', 'silent'));
    if (history !== undefined) return answerOf(await replayAll(replay, bundle.path, await runInFile(cli, history, project)));
    const client = connectClient(cli.config());
    try {
      return await cli.onDatabase(async (db) => {
        const scope = project === undefined ? null : { kind: 'project' as const, id: await idOf(db, project) };
        return answerOf(await replayAll(replay, bundle.path, await runsToReplay({ db, client }, scope)));
      });
    } finally {
      await client.connection.close();
    }
  } catch (error) {
    if (!(error instanceof UnusableBundle)) throw error;
    throw new UsageError(`The bundle cannot be replayed on (${error.code}): ${error.message}`);
  }
}

async function idOf(db: Parameters<typeof findProjectId>[0], wanted: string): Promise<string> {
  const id = await findProjectId(db, wanted);
  if (id === undefined) throw new UsageError(`There is no project ${wanted}.`);
  return id;
}

/** The one run of a file; a history of another project than the one named is refused. */
async function runInFile(cli: Cli, file: string, project: string | undefined): Promise<RunsToReplay> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} cannot be read.`);
  });
  const { workflowId, runId, history } = readHistory(file, text);
  if (project !== undefined) {
    const id = await cli.onDatabase((db) => idOf(db, project));
    if (workflowId !== `project/${id}`) throw new UsageError(`${file} is the history of ${workflowId}, not of project ${project}.`);
  }
  const runs = async function* (): RunsToReplay['runs'] {
    yield await Promise.resolve({ workflowId, runId, source: 'file', history });
  };
  return { total: 1, runs: runs() };
}

function readHistory(file: string, text: string): { workflowId: string; runId: string; history: unknown } {
  try {
    const history = historyFromJSON(JSON.parse(text));
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    const { id, shard } = defaultPayloadConverter.fromPayload<{ id?: string; shard?: string }>(started!.input!.payloads![0]!);
    const workflowId = shard === undefined ? `${kindOf(started?.workflowType?.name)}/${id}` : mailDeskIdOf(shard);
    return { workflowId, runId: String(started?.originalExecutionRunId), history };
  } catch {
    throw new UsageError(`${file} is no history of a project, a call or a mail desk.`);
  }
}

function kindOf(workflowType: string | null | undefined): string {
  const kind = entityKinds.find((one) => workflowTypes[one] === workflowType);
  if (kind === undefined) throw new Error('no entity');
  return kind;
}

function answerOf(progress: ReplayProgress): CliAnswer {
  const { total, differing, differences } = progress;
  const lines = [`${total - differing} of ${total} runs replay.`, ...differences.map(lineOf)];
  return { value: progress, text: lines.join('\n'), exitCode: differing === 0 ? 0 : 1 };
}

function lineOf({ workflowId, runId, source, code, values, detail }: ReplayDifference): string {
  return `${workflowId} (${source} run ${runId}): ${sentenceOf(code, values) ?? detail}`;
}

function sentenceOf(code: string, { eventId, recorded, now, workflowType }: ReplayDifference['values']): string | undefined {
  const at = eventId === undefined ? 'at some event' : `at event ${eventId}`;
  if (code === 'OTHER_STEP') return `${at} the history has ${recorded}; the build does something else (${now})`;
  if (code === 'NO_STEP') return `${at} the history has ${recorded}; the build does nothing there`;
  if (code === 'OTHER_ACTIVITY') return `${at} the history calls ${recorded}; the build calls ${now}`;
  if (code === 'NO_WORKFLOW') return `the build has no workflow ${workflowType}`;
  return undefined;
}
