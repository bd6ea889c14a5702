import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { findProjectId } from '@app/persistence';
import type { Command } from 'commander';
import { byPerson, type ApiCaller } from './api-caller';
import { fieldOf, UsageError, type Cli, type CliAnswer } from './cli-tools';

interface Wish {
  reason?: string;
  preview?: boolean;
  rev?: string;
  key?: string;
}

interface Answer {
  commandId: string;
  status: 'applied' | 'pending';
  entity: { id: string };
  rev?: number;
  events?: string[];
}

/** What the API says that commands would change. */
export interface Preview {
  possible: boolean;
  rev: number;
  violation?: { code: string; says: string; todo: string };
  secondPerson?: boolean;
  changes: { field: string; from?: string | null; to?: string | null }[];
  dates: { ladder: string; object: string; from: string | null; to: string | null }[];
  mails: unknown[];
  conflicts: { act: number; code: string; says: string; todo: string }[];
  agreements: { act: number; no: string; signatories: string[]; effectOn: string | null }[];
  refused?: number;
}

const waitForOutcomeMs = 20_000;
const askAgainMs = 500;

/** `project do`: gives any command of the API to a project, as one person with his own rights, or says before what it would change. */
export function addProjectDo(project: Command, cli: Cli): void {
  const command = project
    .command('do')
    .description('give a command to a project, as in its form on the page')
    .argument('<project>', 'reference or id')
    .argument('<command>', 'as in the address of its form, such as change-deadline, rewind or modify')
    .argument('[field=json...]', 'its fields, such as rule=milestone dueOn=2027-03-01')
    .option('--reason <text>', 'why; kept on record')
    .option('--preview', 'say what it would change, and write nothing')
    .option('--rev <revision>', 'only if the project still stands at this revision')
    .option('--key <uuid>', 'the same key is the same command');
  byPerson<Wish>(command, cli, (caller, wish, [wanted = '', name = '', ...fields]) =>
    carryOut(cli, caller, { wanted, name, fields, wish }),
  );
}

interface Order {
  wanted: string;
  name: string;
  fields: string[];
  wish: Wish;
}

async function carryOut(cli: Cli, caller: ApiCaller, { wanted, name, fields, wish }: Order): Promise<CliAnswer> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new UsageError(`${name} is no command: small letters and hyphens.`);
  const body = { ...Object.fromEntries(fields.map(fieldOf)), ...(wish.reason === undefined ? {} : { reason: wish.reason }) };
  const id = await cli.onDatabase((db) => findProjectId(db, wanted));
  if (id === undefined) throw new UsageError(`There is no project ${wanted}.`);
  return wish.preview === true
    ? previewText(await caller.ask<Preview>('POST', `/api/projects/${id}/preview/${name}`, { body }))
    : give(caller, `/api/projects/${id}/commands/${name}`, body, wish);
}

async function give(caller: ApiCaller, path: string, body: object, { key, rev }: Wish): Promise<CliAnswer> {
  let answer = await caller.ask<Answer>('POST', path, { body, key: key ?? randomUUID(), rev });
  for (const until = Date.now() + waitForOutcomeMs; answer.status === 'pending' && Date.now() < until; await delay(askAgainMs))
    answer = await caller.ask<Answer>('GET', `/api/commands/project/${answer.entity.id}/${answer.commandId}`);
  const { status, rev: after, events = [] } = answer;
  if (status === 'pending') return { value: answer, text: 'It is stored and will not be lost, but is not applied yet.', exitCode: 1 };
  return { value: answer, text: `Applied; revision ${after ?? '-'}: ${events.join(', ') || 'nothing changed'}.` };
}

/** The differences in lines; a refusal ends with 1. */
export function previewText(preview: Preview): CliAnswer {
  const { violation, secondPerson, changes, dates, mails, rev, conflicts, agreements } = preview;
  if (violation !== undefined) return { value: preview, text: `${violation.code}: ${violation.says} ${violation.todo}`, exitCode: 1 };
  const of = (from: string | null | undefined, to: string | null | undefined): string => `${from ?? '-'} -> ${to ?? '-'}`;
  const lines = [
    `Revision ${rev}.${secondPerson === true ? ' It waits for a second person.' : ''}`,
    ...agreements.map(
      ({ no, signatories, effectOn }) => `  ${no}: signed by ${signatories.join(', ') || 'nobody'}; in effect ${effectOn ?? 'never'}`,
    ),
    ...conflicts.map(({ code, says, todo }) => `  ${code}: ${says} ${todo}`),
    ...changes.map(({ field, from, to }) => `  ${field}: ${of(from, to)}`),
    ...dates.map(({ ladder, object, from, to }) => `  ${ladder}/${object}: ${of(from, to)}`),
    `  mails that come, go or move: ${mails.length}`,
  ];
  return { value: preview, text: lines.join('\n') };
}
