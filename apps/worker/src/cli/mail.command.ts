import { randomUUID } from 'node:crypto';
import { countries, ladderKeys, notificationKinds } from '@app/domain';
import { releaseMail, shutGates, stopMail, type GateActor, type GateOutcome, type MailGate, type ShutGate } from '@app/persistence';
import type { Command } from 'commander';
import { addMailActs } from './mail-act.command';
import { isId, UsageError, type AddCommand, type Cli, type CliAnswer } from './cli-tools';

interface GateOptions {
  everything?: boolean;
  rule?: string;
  country?: string;
  project?: string;
  reason: string;
  key?: string;
}

/** `mail stop|release|list`: stops all mail, or that of one rule, country or project, and lets it go again; and what can be done with one mail. */
export const addMail: AddCommand = (program, cli) => {
  const mail = program.command('mail').description('stops mail and lets it go again');
  mail
    .command('list')
    .description('what is stopped, since when, by whom and why')
    .action(
      cli.answer(async () => {
        const gates = await cli.onDatabase(shutGates);
        return { value: gates, text: gates.length === 0 ? 'No mail is stopped.' : gates.map(lineOf).join('\n') };
      }),
    );
  addAct(mail, cli, {
    name: 'stop',
    description: 'stops mail at once; only what is being handed over this second still leaves',
    act: stopMail,
  });
  addAct(mail, cli, {
    name: 'release',
    description: 'lets stopped mail go again; each mail is asked whether it is still needed before it leaves',
    act: releaseMail,
  });
  addMailActs(mail, cli);
};

interface Act {
  name: 'stop' | 'release';
  description: string;
  act: typeof stopMail;
}

function addAct(mail: Command, cli: Cli, { name, description, act }: Act): void {
  mail
    .command(name)
    .description(description)
    .option('--everything', 'all mail')
    .option('--rule <rule>', 'mail of one rule, for example report')
    .option('--country <code>', 'mail to readers in one country, for example LA')
    .option('--project <id>', 'mail of one project or call')
    .requiredOption('--reason <text>', 'why; kept on record')
    .option('--key <uuid>', 'the same key is the same act')
    .action(
      cli.answer(async (options: GateOptions): Promise<CliAnswer> => {
        const gate = gateOf(options);
        const by: GateActor = { key: keyOf(options), door: 'cli', personId: null, reason: reasonOf(options) };
        const outcome = await cli.onDatabase((db) => db.transaction((tx) => act(tx, gate, by)));
        return answerOf(name, outcome);
      }),
    );
}

function answerOf(name: Act['name'], outcome: GateOutcome): CliAnswer {
  if (outcome.is === 'key-reused') throw new UsageError('This key was used for something else.');
  const { changed, waiting } = outcome;
  const was = name === 'stop' ? 'It was stopped already' : 'It was not stopped';
  const now = name === 'stop' ? 'Stopped' : 'Released; the mail desk looks within a minute';
  return { value: { changed, waiting }, text: `${changed ? now : was}. ${waiting} mails wait${name === 'stop' ? '' : 'ed'} there.` };
}

function gateOf({ everything, rule, country, project }: GateOptions): MailGate {
  const named: MailGate[] = [
    ...(everything === true ? [{ scope: 'everything' as const, key: '*' }] : []),
    ...(rule === undefined ? [] : [{ scope: 'rule' as const, key: known(rule, [...ladderKeys, ...notificationKinds], '--rule') }]),
    ...(country === undefined ? [] : [{ scope: 'country' as const, key: known(country, countries, '--country') }]),
    ...(project === undefined ? [] : [{ scope: 'project' as const, key: uuidOf(project, '--project') }]),
  ];
  const [gate] = named;
  if (gate === undefined || named.length > 1) throw new UsageError('Name one of --everything, --rule, --country and --project.');
  return gate;
}

function known(value: string, values: readonly string[], option: string): string {
  if (!values.includes(value)) throw new UsageError(`${option} must be one of: ${values.join(', ')}`);
  return value;
}

function uuidOf(value: string, option: string): string {
  if (!isId(value)) throw new UsageError(`${option} must be an id`);
  return value.toLowerCase();
}

function keyOf({ key }: GateOptions): string {
  return key === undefined ? randomUUID() : uuidOf(key, '--key');
}

function reasonOf({ reason }: GateOptions): string {
  if (reason.trim() === '') throw new UsageError('--reason must not be empty');
  return reason.trim();
}

function lineOf({ scope, key, reference, closedAt, closedByName, reason, waiting }: ShutGate): string {
  return [
    `${scope} ${reference ?? key}`,
    `since ${closedAt.toISOString()}`,
    closedByName ?? 'command line',
    `${waiting} mails wait`,
    reason,
  ].join('\t');
}
