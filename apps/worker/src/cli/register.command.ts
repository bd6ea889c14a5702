import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { byPerson } from './api-caller';
import { fieldOf, isId, UsageError, type AddCommand, type Cli, type CliAnswer } from './cli-tools';

type Value = string | string[] | null;

interface Change {
  field: string;
  from: Value;
  to: Value;
}

interface Correction {
  id: string;
  state: string;
  reason: string;
  actorName: string | null;
  secondName: string | null;
  changes: Change[];
}

interface Entry {
  subject: 'organization' | 'person';
  id: string;
  name: string;
  otherName: string;
  rev: number;
  values: { field: string; value: Value }[];
  projects: { reference: string | null; as: string; stage: string }[];
  corrections: Correction[];
  waiting: Correction | null;
}

interface Mails {
  count: number;
}

interface Preview {
  changes: Change[];
  needsSecond: boolean;
  whyNot: string | null;
  projects: unknown[];
  waiting: Mails;
  leaving: Mails;
  letters: Mails;
}

interface Wish {
  reason: string;
  key?: string;
  rev?: string;
}

/** `register find|show|preview|correct|confirm|reject|undo`: what the page does with names and contact data, by whoever signs in. */
export const addRegister: AddCommand = (program, cli) => {
  const register = program.command('register').description('organizations and people: names, addresses, contact data, their correction');
  byPerson(
    register
      .command('find')
      .description('organizations and people by part of a name or address; without it, what waits')
      .argument('[part]'),
    cli,
    async (caller, _wish, [part]) => {
      const { items } = await caller.ask<{ items: { subject: string; id: string; name: string; otherName: string; waits: boolean }[] }>(
        'GET',
        `/api/register${part === undefined ? '' : `?q=${encodeURIComponent(part)}`}`,
      );
      const lines = items.map(({ subject, id, name, otherName, waits }) =>
        [`${pathPart(subject)}/${id}`, name, otherName, ...(waits ? ['waits for a second person'] : [])].join('\t'),
      );
      return { value: items, text: lines.length === 0 ? 'Nothing found.' : lines.join('\n') };
    },
  );
  byPerson(register.command('show').description('one entry').argument('<entry>', entryHelp), cli, async (caller, _wish, [entry = '']) =>
    told(await caller.ask<Entry>('GET', pathOf(entry))),
  );
  addCorrecting(register, cli);
  for (const [name, description] of [
    ['confirm', 'confirm, as the second person, a correction that waits'],
    ['reject', 'drop a correction that waits; whoever asked for it takes it back'],
  ] as const)
    byPerson(register.command(name).description(description).argument('<correction>'), cli, async (caller, _wish, [id = '']) =>
      told(await caller.ask<Entry>('POST', `${correctionPath(id)}/${name}`, { body: {} })),
    );
  byPerson<Wish>(
    asked(
      register.command('undo').description('ask for the opposite of a correction').argument('<entry>', entryHelp).argument('<correction>'),
    ),
    cli,
    async (caller, { reason, key, rev }, [entry = '', id = '']) => {
      const seen = rev ?? String((await caller.ask<Entry>('GET', pathOf(entry))).rev);
      return told(await caller.ask<Entry>('POST', `${correctionPath(id)}/undo`, { body: { reason }, key: key ?? randomUUID(), rev: seen }));
    },
  );
};

const entryHelp = 'organizations/<id> or people/<id>';

function addCorrecting(register: Command, cli: Cli): void {
  byPerson(
    register
      .command('preview')
      .description('what a correction would change, and what it leaves')
      .argument('<entry>', entryHelp)
      .argument('<field=value...>', 'a list in JSON: emails=\'["a@b.example"]\'; null takes a value away'),
    cli,
    async (caller, _wish, [entry = '', ...fields]) => {
      const preview = await caller.ask<Preview>('POST', `${pathOf(entry)}/preview`, { body: { changes: changesIn(fields) } });
      const { changes, needsSecond, whyNot, projects, waiting, leaving, letters } = preview;
      const text = [
        ...changes.map(lineOf),
        `live projects that show it: ${projects.length}`,
        `waiting mails that follow: ${waiting.count}; on their way as they are: ${leaving.count}; letters that keep the old words: ${letters.count}`,
        whyNot === null ? (needsSecond ? 'A second person confirms it.' : 'It applies at once.') : `Not possible: ${whyNot}.`,
      ];
      return { value: preview, text: text.join('\n'), exitCode: whyNot === null ? 0 : 1 };
    },
  );
  byPerson<Wish>(
    asked(
      register
        .command('correct')
        .description('correct an entry; names and mail addresses wait for a second person')
        .argument('<entry>', entryHelp)
        .argument('<field=value...>'),
    ),
    cli,
    async (caller, { reason, key, rev }, [entry = '', ...fields]) => {
      const changes = changesIn(fields);
      const seen = rev ?? String((await caller.ask<Entry>('GET', pathOf(entry))).rev);
      return told(
        await caller.ask<Entry>('POST', `${pathOf(entry)}/corrections`, { body: { changes, reason }, key: key ?? randomUUID(), rev: seen }),
      );
    },
  );
}

function asked(command: Command): Command {
  return command
    .requiredOption('--reason <text>', 'why; kept on record')
    .option('--key <uuid>', 'the same key is the same correction; with it name --rev too')
    .option('--rev <number>', 'revision that was looked at; without it the one that stands now');
}

function changesIn(fields: string[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((pair) => {
      const [name, value] = fieldOf(pair);
      return [name, typeof value === 'number' ? pair.slice(name.length + 1) : value];
    }),
  );
}

function pathPart(subject: string): string {
  return subject === 'person' ? 'people' : 'organizations';
}

function pathOf(entry: string): string {
  const [kind = '', id = '', ...rest] = entry.split('/');
  if (!['organizations', 'people'].includes(kind) || !isId(id) || rest.length > 0) throw new UsageError(`An entry is named ${entryHelp}.`);
  return `/api/register/${kind}/${id}`;
}

function correctionPath(id: string): string {
  if (!isId(id)) throw new UsageError('A correction is named by its id.');
  return `/api/register/corrections/${id}`;
}

function said(value: Value): string {
  return value === null ? '–' : Array.isArray(value) ? value.join(', ') : value;
}

function lineOf({ field, from, to }: Change): string {
  return `${field}: ${said(from)} → ${said(to)}`;
}

function told(entry: Entry): CliAnswer {
  const { name, otherName, rev, values, projects, waiting, corrections } = entry;
  const last = corrections[0];
  const text = [
    `${name} / ${otherName}, revision ${rev}`,
    ...values.map(({ field, value }) => `  ${field}: ${said(value)}`),
    `stands in ${projects.length} live projects${projects.length === 0 ? '' : `: ${projects.map((one) => one.reference ?? '–').join(', ')}`}`,
    ...(waiting === null ? [] : [`waits for a second person (${waiting.id}): ${waiting.changes.map(lineOf).join('; ')}`]),
    ...(last === undefined || waiting !== null
      ? []
      : [`last correction (${last.id}, ${last.state}): ${last.changes.map(lineOf).join('; ')}`]),
  ];
  return { value: entry, text: text.join('\n') };
}
