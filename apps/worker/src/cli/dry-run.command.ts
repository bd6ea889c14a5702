import { randomUUID } from 'node:crypto';
import { validatePolicy } from '@app/domain';
import {
  accountBySignIn,
  calendarToForesee,
  findDryRun,
  openDryRun,
  policyToForesee,
  type DryRun,
  type DryRunSubject,
  type Sql,
} from '@app/persistence';
import { ForeseeActivity } from '../foresee/foresee.activity';
import { ThinkingThreads } from '../foresee/thinking-threads';
import { UsageError, type AddCommand, type CliAnswer } from './cli-tools';

interface Options {
  policy?: string;
  calendar?: string;
  as: string;
  days?: string;
  most?: string;
}

const usualDays = '400';
const usualMost = '10';

/** `dry-run`: what a policy version or the draft of a calendar would change in all live projects; changes nothing. Exit code 1 when some day has too many mails. */
export const addDryRun: AddCommand = (program, cli) => {
  program
    .command('dry-run')
    .description('what a policy or the draft of a calendar would change in all live projects; changes nothing')
    .option('--policy <version>', 'a policy version, a draft or published')
    .option('--calendar <id>', 'the draft of a calendar')
    .requiredOption('--as <sign-in>', 'who asks')
    .option('--days <count>', 'how many days ahead mails are looked at', usualDays)
    .option('--most <count>', 'mails a day that nobody should get more of', usualMost)
    .action(
      cli.answer((options: Options) =>
        cli.onDatabase(async (db) => {
          const id = await opened(db, options);
          const threads = new ThinkingThreads(cli.config().database);
          try {
            const worker = new ForeseeActivity(db, threads);
            while (!(await worker.foreseeStep({ dryRunId: id })).done);
          } finally {
            await threads.close();
          }
          return answerOf(await findDryRun(db, id));
        }),
      ),
    );
};

function countOf(text: string | undefined, name: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`${name} needs a whole number.`);
  return count;
}

function subjectOf({ policy, calendar }: Options): DryRunSubject {
  if ((policy === undefined) === (calendar === undefined)) throw new UsageError('Name one of --policy and --calendar.');
  return calendar === undefined ? { policyVersion: countOf(policy, '--policy') } : { calendarDraft: calendar };
}

async function opened(db: Sql, options: Options): Promise<string> {
  const subject = subjectOf(options);
  const found =
    'policyVersion' in subject ? await policyToForesee(db, subject.policyVersion) : await calendarToForesee(db, subject.calendarDraft);
  if (found === undefined) throw new UsageError('There is no such policy version or draft.');
  const [wrong] = 'policyVersion' in subject ? validatePolicy(found.content) : [];
  if (wrong !== undefined) throw new UsageError(wrong.message);
  const account = await accountBySignIn(db, options.as);
  if (account === undefined) throw new UsageError(`Nobody signs in as ${options.as}.`);
  const [id, days, mostPerDay] = [randomUUID(), countOf(options.days, '--days'), countOf(options.most, '--most')];
  await openDryRun(db, { id, subject, content: found.content, askedBy: account.personId, days, mostPerDay });
  return id;
}

function answerOf(run: DryRun | undefined): CliAnswer {
  const result = run?.result;
  if (run === undefined || result === undefined || result === null) throw new Error('the dry run did not end');
  const { moved, new: come, gone, tonight, past, told, applied, same, refused, stormCount } = result;
  const lines = [
    `${run.total} live projects: ${applied} would change, ${same} would not, ${refused} refuse it.`,
    `Mails: ${moved} move, ${come} come, ${gone} go; ${tonight} escalations by tomorrow morning.`,
    `Dates not taken: ${past} in the past, ${told} sooner than was told.`,
    ...(stormCount === 0 ? [] : [`On ${stormCount} days somebody would get more than ${run.mostPerDay} mails.`]),
  ];
  return { value: { id: run.id, ...result }, text: lines.join('\n'), exitCode: stormCount === 0 ? 0 : 1 };
}
