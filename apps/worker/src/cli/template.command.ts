import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { notificationKinds, type MailTextPair, type NotificationKind, type TextFinding } from '@app/domain';
import { builtInTexts, checkTexts, textValuesOf, triedMail } from '@app/mail';
import {
  beginTemplateDraft,
  checkedAgainst,
  discardTemplateDraft,
  findTemplateVersion,
  proposeTemplate,
  saveTemplateDraft,
  templateStandings,
  templateVersions,
  type Sql,
  type TemplateStanding,
  type TemplateVersionRow,
} from '@app/persistence';
import { problemSentence } from '@app/platform';
import type { Command } from 'commander';
import { z } from 'zod';
import { UsageError, type AddCommand, type Cli, type CliAnswer, type CliDatabase } from './cli-tools';

const texts = z.strictObject({ act: z.string().max(200), body: z.array(z.string().max(2_000)).min(1).max(12) });
const pair = z.strictObject({ 'zh-CN': texts, en: texts });

/** `template`: the words of mails, drafts of them, their check and their proposal. A second person releases on the page. */
export const addTemplate: AddCommand = (program, cli) => {
  const template = program.command('template').description('words of mails: list, show, draft, check, release');
  template
    .command('list')
    .description('every kind of mail: version in force, open draft')
    .action(cli.answer(() => cli.onDatabase(list)));
  template
    .command('show')
    .description('words of a version in both languages, and the placeholders they may use')
    .argument('<kind>')
    .argument('[version]', 'without it the version in force; 0 is the words of the release')
    .action(cli.answer((kind: string, version?: string) => cli.onDatabase((db) => show(db, kindOf(kind), version))));
  addWriting(template, cli);
  template
    .command('check')
    .description('what is to be put right in a version; exit code 1 when there is anything')
    .argument('<kind>')
    .argument('<version>')
    .action(cli.answer((kind: string, version: string) => cli.onDatabase((db) => check(db, kindOf(kind), version))));
  template
    .command('release')
    .description('propose a draft for release to a second person, who confirms it on the page')
    .argument('<kind>')
    .argument('<version>')
    .requiredOption('--reason <text>', 'kept with the proposal')
    .option('--key <uuid>', 'the same key is the same proposal')
    .action(
      cli.answer((kind: string, version: string, wish: { reason: string; key?: string }) =>
        cli.onDatabase((db) => release(db, kindOf(kind), version, wish)),
      ),
    );
};

function addWriting(template: Command, cli: Cli): void {
  template
    .command('draft')
    .description('begin a draft, or write the open one from a file of the shape that `show --json` gives under `texts`')
    .argument('<kind>')
    .option('--from <version>', 'copy of which version; without it the one in force')
    .option('--file <json>', 'words in both languages')
    .option('--key <uuid>', 'the same key is the same draft')
    .action(cli.answer((kind: string, wish: DraftWish) => cli.onDatabase((db) => draft(db, kindOf(kind), wish))));
  template
    .command('discard')
    .description('discard a draft')
    .argument('<kind>')
    .argument('<version>')
    .action(cli.answer((kind: string, version: string) => cli.onDatabase((db) => discard(db, kindOf(kind), version))));
}

interface DraftWish {
  from?: string;
  file?: string;
  key?: string;
}

async function list(db: CliDatabase): Promise<CliAnswer> {
  const standings = await templateStandings(db);
  const lineOf = ({ kind, inForce, draft: open, fallbacks }: TemplateStanding): string =>
    [
      kind,
      inForce === 0 ? 'words of the release' : `version ${inForce}`,
      ...(open === null ? [] : [`draft ${open.version}${open.proposed ? ', proposed' : ''}`]),
      ...(fallbacks === 0 ? [] : [`${fallbacks} mails could not use it`]),
    ].join('\t');
  return { value: standings, text: standings.map(lineOf).join('\n') };
}

async function show(db: CliDatabase, kind: NotificationKind, version: string | undefined): Promise<CliAnswer> {
  const versions = await templateVersions(db, kind);
  const inForce = versions.find(({ state }) => state === 'released')?.version ?? 0;
  const shown = version ?? String(inForce);
  const words = await textsOf(db, kind, shown);
  const values = textValuesOf(kind);
  const side = (language: 'zh-CN' | 'en'): string => [`[${language}] ${words[language].act}`, ...words[language].body].join('\n');
  return {
    value: { kind, version: Number(shown), inForce, texts: words, values },
    text: [
      `${kind}, version ${shown}${Number(shown) === inForce ? ' (in force)' : ''}`,
      side('zh-CN'),
      side('en'),
      `placeholders: ${values.map(({ name }) => name).join(', ')}`,
    ].join('\n\n'),
  };
}

async function draft(db: CliDatabase, kind: NotificationKind, { from, file, key }: DraftWish): Promise<CliAnswer> {
  const versions = await templateVersions(db, kind);
  const open = versions.find(({ state }) => state === 'draft');
  const base = from ?? String(versions.find(({ state }) => state === 'released')?.version ?? 0);
  const copied = await textsOf(db, kind, base);
  const words = file === undefined ? copied : await wordsIn(file);
  const draftOf = await db.transaction(async (tx) => {
    const known = file === undefined ? undefined : open;
    if (known !== undefined) return known;
    const begun = await beginTemplateDraft(tx, { key: key ?? randomUUID(), kind, base: Number(base), texts: copied, by: null });
    if (begun.is !== 'begun')
      throw new UsageError(begun.is === 'open' ? `Draft ${open?.version ?? ''} is open.` : 'The key stands for another draft.');
    return findTemplateVersion(tx, kind, begun.version);
  });
  if (draftOf === undefined) throw new UsageError('This draft was discarded.');
  const { version, rev: seen } = draftOf;
  if (file !== undefined) {
    const outcome = await db.transaction((tx) => saveTemplateDraft(tx, { kind, version, seen }, words, null));
    if (outcome.is !== 'saved') throw new UsageError('It was changed meanwhile, or waits for a second person.');
  }
  return { value: { kind, version }, text: `Draft ${version}.` };
}

async function check(db: CliDatabase, kind: NotificationKind, version: string): Promise<CliAnswer> {
  const findings = await findingsIn(db, kind, await textsOf(db, kind, version));
  const lines = findings.map(({ code, language, slot, value }) => {
    const { says, todo } = problemSentence(code, 'en', value === '' ? {} : { value });
    return `${language} ${slot ?? '-'}: ${says} ${todo}`;
  });
  return { value: findings, text: lines.length === 0 ? 'Nothing to put right.' : lines.join('\n'), exitCode: lines.length === 0 ? 0 : 1 };
}

async function release(
  db: CliDatabase,
  kind: NotificationKind,
  version: string,
  { reason, key }: { reason: string; key?: string },
): Promise<CliAnswer> {
  const { version: known, rev } = await draftIn(db, kind, version);
  const proposal = { actId: key ?? randomUUID(), kind, version: known, seen: rev, reason };
  const rules = { findings: findingsIn, builtIn: builtInTexts };
  const outcome = await db.transaction((tx) => proposeTemplate(tx, proposal, { personId: null, door: 'cli' }, rules));
  if (outcome.is === 'refused') throw new UsageError(`${outcome.code} ${JSON.stringify(outcome.values ?? {})}`);
  return {
    value: outcome.act,
    text: `Proposed (${outcome.act.id}). A second person confirms it on the page Administration, Words of mails.`,
  };
}

async function discard(db: CliDatabase, kind: NotificationKind, version: string): Promise<CliAnswer> {
  const { version: known, rev } = await draftIn(db, kind, version);
  const outcome = await db.transaction((tx) => discardTemplateDraft(tx, { kind, version: known, seen: rev }));
  if (outcome.is !== 'saved') throw new UsageError('This is no draft (any more), or it waits for a second person.');
  return { value: outcome, text: 'Discarded.' };
}

function kindOf(kind: string): NotificationKind {
  const known = notificationKinds.find((one) => one === kind);
  if (known === undefined) throw new UsageError(`There is no kind of mail ${kind}; see \`template list\`.`);
  return known;
}

async function textsOf(db: CliDatabase, kind: NotificationKind, version: string): Promise<MailTextPair> {
  return version === '0' ? builtInTexts(kind) : (await draftIn(db, kind, version)).texts;
}

async function draftIn(db: CliDatabase, kind: NotificationKind, version: string): Promise<TemplateVersionRow> {
  const row = /^\d{1,6}$/.test(version) ? await findTemplateVersion(db, kind, Number(version)) : undefined;
  if (row === undefined) throw new UsageError(`There is no version ${version} of ${kind}.`);
  return row;
}

async function wordsIn(file: string): Promise<MailTextPair> {
  try {
    return pair.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new UsageError(`${file} cannot be read as words: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown'}`);
  }
}

async function findingsIn(db: Sql, kind: NotificationKind, words: MailTextPair): Promise<TextFinding[]> {
  const { names, trials } = await checkedAgainst(db, kind, words);
  return checkTexts(kind, words, { names, real: trials.map((trial) => triedMail(trial, '')) });
}
