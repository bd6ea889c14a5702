import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { byPerson, type ApiCaller } from './api-caller';
import { isId, pairOf, UsageError, type AddCommand, type Cli, type CliAnswer } from './cli-tools';

interface Pace {
  reason: string;
  key?: string;
  speed?: string;
  halt?: string;
  goesOn?: boolean;
}

interface NewWish extends Pace {
  where?: string[];
  projects?: string[];
}

/** A run as the API tells it. */
interface Run {
  id: string;
  label: string;
  state: string;
  reason: string;
  needsSecond: boolean;
  createdByName: string;
  halt: { code: string; sentence: string } | null;
  counts: Record<string, number>;
}

interface Row {
  position: number;
  projectId: string;
  reference: string | null;
  verdict: string;
  state: string;
  sentence: string | null;
}

const acts = {
  propose: ['propose', 'asks a second person to approve the list'],
  approve: ['confirm', 'approves the list, as the second person'],
  reject: ['reject', 'rejects the list, as the second person'],
  start: ['start', 'starts: the first rows, then it waits or goes on'],
  'go-on': ['go-on', 'lets the rest go once the first went as foreseen'],
  stop: ['stop', 'stops; what was done stays done'],
  discard: ['discard', 'gives up a list that was never started'],
} as const;

/**
 * `bulk`: acts on many projects, by the same doors as the page: the person signs in with his password, his rights count, and a list of many needs a second
 * person who signs in himself. Asked again under its key, a list is the same list.
 */
export const addBulk: AddCommand = (program, cli) => {
  const bulk = program.command('bulk').description('acts on many projects: frozen, looked at, started, stopped, taken back');
  byPerson(bulk.command('list').description('the last acts on many projects'), cli, async (caller) => {
    const { items } = await caller.ask<{ items: Run[] }>('GET', '/api/bulk-runs');
    return { value: items, text: items.length === 0 ? 'There is none.' : items.map(lineOf).join('\n') };
  });
  addNew(bulk, cli);
  addLooks(bulk, cli);
  for (const [name, [act, text]] of Object.entries(acts)) {
    byPerson(bulk.command(name).description(text).argument('<run>'), cli, async (caller, _wish, [id = '']) =>
      told(await caller.ask<Run>('POST', `${pathOf(id)}/${act}`, { body: {} })),
    );
  }
  addFollower(bulk, cli, 'inverse', 'freezes a list that takes the run back, and says what cannot be taken back');
  addFollower(bulk, cli, 'again', 'freezes a list of the projects that had changed or were not reached');
};

function addNew(bulk: Command, cli: Cli): void {
  const command = bulk
    .command('new')
    .description('freezes a list of projects with what a command would do to each; does nothing yet')
    .argument('<command>', 'for example Hold, Snooze, AssignOfficer')
    .argument('[field=value...]', 'fields of the command, for example kind=hold reasonCode=INFORMATION')
    .option('--where <filter=value...>', 'filters as the list of projects has them in its address, for example stage=review country=LA')
    .option('--projects <id...>', 'ids of projects');
  byPerson<NewWish>(paced(command), cli, async (caller, wish, [name = '', ...fields]) => {
    if ((wish.where === undefined) === (wish.projects === undefined)) throw new UsageError('Name one of --where and --projects.');
    const selection = wish.where === undefined ? { ids: wish.projects } : { query: Object.fromEntries(wish.where.map(pairOf)) };
    const content = Object.fromEntries(fields.map(pairOf).map(([field, text]) => [field, /^\d+$/.test(text) ? Number(text) : text]));
    const { key, ...pace } = paceOf(wish);
    return told(await caller.ask<Run>('POST', '/api/bulk-runs', { body: { command: name, wish: content, selection, ...pace }, key }));
  });
}

function addLooks(bulk: Command, cli: Cli): void {
  const show = bulk
    .command('show')
    .description('where a run stands, and its rows: what was foreseen, what became of each, why')
    .argument('<run>')
    .option('--state <state>', 'only rows that stand there, for example refused');
  byPerson<{ state?: string }>(show, cli, async (caller, { state }, [id = '']) => {
    const run = await caller.ask<Run>('GET', pathOf(id));
    const rows = await allRows(caller, id, state);
    return { value: { ...run, rows }, text: [told(run).text, ...rows.map(rowText)].join('\n'), exitCode: exitCodeOf(run) };
  });
  const report = bulk
    .command('report')
    .description('all rows as a table, to standard output or a file')
    .argument('<run>')
    .option('--file <path>', 'where to write it');
  byPerson<{ file?: string }>(report, cli, async (caller, { file }, [id = '']) => {
    const table = await caller.ask<string>('GET', `${pathOf(id)}/report?format=csv`);
    if (file === undefined) return { value: { table }, text: table.trimEnd() };
    writeFileSync(file, table);
    return { value: { file }, text: `Written to ${file}.` };
  });
}

function addFollower(bulk: Command, cli: Cli, how: 'inverse' | 'again', text: string): void {
  byPerson<Pace>(paced(bulk.command(how).description(text).argument('<run>')), cli, async (caller, wish, [id = '']) => {
    const { key, ...body } = paceOf(wish);
    return told(await caller.ask<Run>('POST', `${pathOf(id)}/${how}`, { body, key }));
  });
}

/** Options of a list that is to be frozen. */
function paced(command: Command): Command {
  return command
    .requiredOption('--reason <text>', 'why; kept with every project')
    .option('--key <uuid>', 'the same key is the same list')
    .option('--speed <rows>', 'rows a second, 1 to 50')
    .option('--halt <percent>', 'halts by itself when more than this share ends otherwise than foreseen')
    .option('--goes-on', 'goes on by itself after the first rows');
}

function paceOf({ reason, key, speed, halt, goesOn }: Pace): { reason: string; key: string } & Record<string, unknown> {
  return {
    ...{ reason, key: key ?? randomUUID() },
    ...(speed === undefined ? {} : { rowsPerSecond: Number(speed) }),
    ...(halt === undefined ? {} : { haltPercent: Number(halt) }),
    ...(goesOn === true ? { goesOn } : {}),
  };
}

function pathOf(id: string): string {
  if (!isId(id)) throw new UsageError('A run is named by its id.');
  return `/api/bulk-runs/${id}`;
}

async function allRows(caller: ApiCaller, id: string, state: string | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  const only = state === undefined ? '' : `&state=${encodeURIComponent(state)}`;
  for (let after: number | null = 0; after !== null;) {
    const page: { items: Row[]; next: number | null } = await caller.ask('GET', `${pathOf(id)}/rows?limit=500&after=${after}${only}`);
    rows.push(...page.items);
    after = page.next;
  }
  return rows;
}

const shown = ['waiting', 'sent', 'applied', 'proposed', 'refused', 'changed', 'failed', 'skipped'];

function lineOf({ id, label, state, createdByName, counts }: Run): string {
  return [id, state, label, `${counts['applied']} of ${counts['foreseen']}`, createdByName].join('\t');
}

function told(run: Run): CliAnswer & { text: string } {
  const { id, label, state, counts, halt, needsSecond } = run;
  const figures = shown.filter((one) => (counts[one] ?? 0) > 0).map((one) => `${counts[one]} ${one}`);
  const lines = [
    `${label}, ${counts['total']} projects: ${state}${needsSecond && state === 'draft' ? '; a second person must approve it' : ''}.`,
    figures.join(', '),
    ...(halt === null ? [] : [halt.sentence]),
    id,
  ];
  return { value: run, text: lines.filter((line) => line !== '').join('\n'), exitCode: exitCodeOf(run) };
}

/** 1 where it went otherwise than it should. */
function exitCodeOf({ state }: Run): number {
  return state === 'halted' ? 1 : 0;
}

function rowText({ position, projectId, reference, verdict, state, sentence }: Row): string {
  return [position, reference ?? projectId, verdict, state, sentence ?? ''].join('\t').trimEnd();
}
