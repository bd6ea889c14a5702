import { system, type Occurrence } from '@app/domain';
import {
  findProjectId,
  listProjects,
  mailsOf,
  plannedOf,
  timelineOf,
  type EntityKey,
  type MailLine,
  type ProjectLine,
  type TimelineEntry,
} from '@app/persistence';
import { UsageError, type AddCommand } from './cli-tools';
import { addProjectAt } from './project-at';
import { addProjectDo } from './project-do';
import { addProjectWhatIf } from './project-what-if';

const listLimit = 1_000;
const entryLimit = 500;

/** `project list`, `project show`, `project at`, `project do` and `project what-if`: where projects stand or stood, and one project's past and planned future. */
export const addProject: AddCommand = (program, cli) => {
  const project = program.command('project').description('projects of all calls');
  addProjectAt(project, cli);
  addProjectDo(project, cli);
  addProjectWhatIf(project, cli);
  project
    .command('list')
    .description('projects, the last changed first')
    .option('--stage <stage>', 'only those in this stage')
    .option('--overdue', 'only those whose next deadline is over')
    .action(
      cli.answer(async ({ stage, overdue }: { stage?: string; overdue?: boolean }) => {
        const filters = { ...(stage === undefined ? {} : { stage: [stage] }), ...(overdue === undefined ? {} : { overdue }) };
        const lines = await cli.onDatabase((db) => listProjects(db, system, { sort: '-updated', limit: listLimit, ...filters }));
        const items = lines.map(({ sortKey: _, ...line }) => line);
        return { value: items, text: items.length === 0 ? 'There is no project.' : items.map(lineText).join('\n') };
      }),
    );
  project
    .command('show')
    .description('one project: what happened, what is planned, what was mailed')
    .argument('<project>', 'reference or id')
    .action(
      cli.answer(async (wanted: string) => {
        const shown = await cli.onDatabase(async (db) => {
          const id = await findProjectId(db, wanted);
          if (id === undefined) throw new UsageError(`There is no project ${wanted}.`);
          const entity: EntityKey = { kind: 'project', id };
          const past = (await timelineOf(db, entity, entryLimit)).reverse();
          return { id, past, planned: await plannedOf(db, entity), mails: await mailsOf(db, entity, entryLimit) };
        });
        return { value: shown, text: showText(shown) };
      }),
    );
};

function lineText({ reference, id, stage, subState, hostCountry, deadline }: Omit<ProjectLine, 'sortKey'>): string {
  const due = deadline === null ? '-' : `${deadline.ladder} ${deadline.dueOn}${deadline.overdue ? ' OVERDUE' : ''}`;
  return [reference ?? id, `${stage}/${subState}`, hostCountry ?? '-', due].join('\t');
}

function showText({ past, planned, mails }: { past: TimelineEntry[]; planned: Occurrence[]; mails: MailLine[] }): string {
  return [
    'Past',
    ...past.map(({ occurredAt, type, rev, events }) => `  ${occurredAt}  ${rev}  ${type}: ${events.map((event) => event.type).join(', ')}`),
    'Planned, if nobody acts',
    ...planned.map(({ at, key, dueOn, to }) => `  ${at}  ${key}  due ${dueOn}${to.length === 0 ? '' : `  to ${to.join(', ')}`}`),
    'Mails',
    ...mails.map(({ sendAfter, notification, role, word }) => `  ${sendAfter.toISOString()}  ${notification}  to ${role}  ${word}`),
  ].join('\n');
}
