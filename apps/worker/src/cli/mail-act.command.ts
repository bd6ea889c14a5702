import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { byPerson } from './api-caller';
import { UsageError, type Cli, type CliAnswer } from './cli-tools';

interface Wish {
  reason: string;
  key?: string;
}

interface Done {
  status: 'done' | 'repeated';
}

/** The acts of the page on one mail: the end of their address, and what is asked beside the reason. */
const oneMail: readonly { name: string; description: string; path: string; body?: object }[] = [
  { name: 'skip', description: 'keeps one waiting mail from ever leaving', path: 'skip' },
  { name: 'send-now', description: 'lets one waiting mail leave now, in the reader’s working hours', path: 'send-now' },
  { name: 'send-again', description: 'sends one mail that has left or failed again, as a new mail', path: 'send-again' },
  {
    name: 'resolve-again',
    description: 'decides that a mail nobody knows the fate of goes again',
    path: 'decide',
    body: { decision: 'send-again' },
  },
  {
    name: 'resolve-delivered',
    description: 'decides that a mail nobody knows the fate of counts as delivered',
    path: 'decide',
    body: { decision: 'delivered' },
  },
];

/** `mail skip|send-now|send-again|resolve-again|resolve-delivered|edit <id>`: what the page does with one mail, by whoever signs in, on record with why. */
export function addMailActs(mail: Command, cli: Cli): void {
  for (const { name, description, path, body } of oneMail)
    byPerson<Wish>(asked(mail.command(name).description(description).argument('<mail>')), cli, async (caller, wish, [id = '']) =>
      answerOf(await caller.ask<Done>('POST', pathOf(id, path), bodyOf(wish, body))),
    );
  const edit = mail.command('edit').description('gives one waiting mail words of its own, or those in force again');
  byPerson<Wish>(
    asked(edit.argument('<mail>').argument('<words.json>', 'as `mail words` shows them')),
    cli,
    async (caller, wish, [id = '', file = '']) =>
      answerOf(await caller.ask<Done>('POST', pathOf(id, 'words'), bodyOf(wish, { texts: await wordsIn(file) }))),
  );
  byPerson(
    mail.command('words').description('the words with which one waiting mail would leave').argument('<mail>'),
    cli,
    async (caller, _wish, [id = '']) => {
      const { texts } = await caller.ask<{ texts: unknown }>('GET', pathOf(id, 'words'));
      return { value: texts, text: JSON.stringify(texts, null, 2) };
    },
  );
}

function asked(command: Command): Command {
  return command.requiredOption('--reason <text>', 'why; kept on record').option('--key <uuid>', 'the same key is the same act');
}

function bodyOf({ reason, key }: Wish, body: object = {}): { body: object; key: string } {
  return { body: { ...body, reason }, key: key ?? randomUUID() };
}

function pathOf(id: string, path: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new UsageError('A mail is named by its id.');
  return `/api/mails/${id}/${path}`;
}

async function wordsIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    throw new UsageError(`${file} cannot be read as JSON.`);
  }
}

function answerOf(done: Done): CliAnswer {
  return { value: done, text: done.status === 'done' ? 'Done; the mail desk looks within a minute.' : 'It was done before.' };
}
