import { system } from '@app/domain';
import { findProjectId, listInterventions, type InterventionLine } from '@app/persistence';
import { isId, UsageError, type AddCommand } from './cli-tools';

const usualLimit = 100;

interface Options {
  project?: string;
  kind?: string;
  from?: string;
  to?: string;
  undone?: boolean;
  run?: string;
  limit?: string;
}

/** `interventions list`: everything that people did outside the ordinary course, the newest first. */
export const addInterventions: AddCommand = (program, cli) => {
  program
    .command('interventions')
    .description('what people did outside the ordinary course')
    .command('list')
    .description('interventions, the newest first')
    .option('--project <project>', 'only those in this project: reference or id')
    .option('--kind <kinds>', 'only these kinds, separated by commas')
    .option('--from <date>', 'from this day of Beijing on: YYYY-MM-DD')
    .option('--to <date>', 'up to this day of Beijing: YYYY-MM-DD')
    .option('--run <id>', 'only what an act on many projects did')
    .option('--undone', 'only what was taken back')
    .option('--limit <count>', `at most so many; ${usualLimit} when left out`)
    .action(
      cli.answer(async ({ project, kind, from, to, undone, run, limit }: Options) => {
        const items = await cli.onDatabase(async (db) => {
          const projectId = project === undefined ? undefined : await findProjectId(db, project);
          if (project !== undefined && projectId === undefined) throw new UsageError(`There is no project ${project}.`);
          const most = countOf(limit);
          const filters = { kinds: kind?.split(','), projectId, from: dayOf(from), to: dayOf(to), undone, runId: runOf(run) };
          const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
          return (await listInterventions(db, system, { ...given, limit: most })).slice(0, most);
        });
        return { value: items, text: items.length === 0 ? 'There is no intervention.' : items.map(lineOf).join('\n') };
      }),
    );
};

function countOf(limit: string | undefined): number {
  const most = Number(limit ?? usualLimit);
  if (!Number.isInteger(most) || most < 1) throw new UsageError(`${limit ?? ''} is no number of lines.`);
  return most;
}

function dayOf(day: string | undefined): string | undefined {
  if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) throw new UsageError(`${day} is no day: YYYY-MM-DD.`);
  return day;
}

function runOf(run: string | undefined): string | undefined {
  if (run !== undefined && !isId(run)) throw new UsageError('A run is named by its id.');
  return run;
}

function lineOf(line: InterventionLine): string {
  const { at, kind, reference, entity, personName, door, reason } = line;
  return [at.toISOString(), kind, ...[reference ?? entity?.id, personName, door, reason].map((part) => part ?? '-'), fateOf(line)].join(
    '\t',
  );
}

/** What became of it. */
function fateOf({ answeredBy, undoneBy, technical }: InterventionLine): string {
  const answered = answeredBy === null ? [] : [`${answeredBy.type} by ${answeredBy.name ?? '-'}`];
  const undone = undoneBy === null ? [] : [`ended by ${undoneBy.type} of ${undoneBy.name ?? '-'}`];
  return [...answered, ...undone, ...(technical === null ? [] : [technical.state])].join('; ');
}
