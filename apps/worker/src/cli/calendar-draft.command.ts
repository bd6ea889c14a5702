import { randomUUID } from 'node:crypto';
import { calendarFaults, countries, dayKinds, type CalendarDay, type Country } from '@app/domain';
import {
  beginCalendarDraft,
  calendarDraft,
  openCalendarDrafts,
  proposeCalendar,
  saveCalendarDraft,
  type CalendarDraft,
} from '@app/persistence';
import type { Command } from 'commander';
import { isId, UsageError, type Cli, type CliAnswer, type CliDatabase } from './cli-tools';

interface DayOptions {
  kind?: string;
  name?: string;
  provisional?: boolean;
  source?: string;
}

/** Drafts of a year, day by day: what the page `Calendars` does, in small steps. A second person confirms what is proposed, on the page. */
export function addCalendarDrafts(calendar: Command, cli: Cli): void {
  calendar
    .command('drafts')
    .description('drafts that are not published')
    .action(cli.answer(() => cli.onDatabase(listDrafts)));
  calendar
    .command('begin')
    .description("begin a draft with the days of the country's table of that year")
    .argument('<country>')
    .argument('<year>')
    .option('--id <uuid>', 'the same id is the same draft')
    .action(
      cli.answer((country: string, year: string, { id }: { id?: string }) => cli.onDatabase((db) => begun(db, { country, year, id }))),
    );
  calendar
    .command('set-day')
    .description('list a day in a draft, or say something else of a listed one')
    .argument('<draft>')
    .argument('<date>', 'YYYY-MM-DD')
    .requiredOption('--kind <kind>', dayKinds.join(', '))
    .requiredOption('--name <name>', 'what the day is called')
    .option('--provisional', 'not yet compared with the gazette')
    .option('--source <text>', 'where the days were published; kept when left out')
    .action(
      cli.answer((draft: string, date: string, options: DayOptions) =>
        cli.onDatabase((db) => changedDraft(db, draft, options.source, (days) => withDay(days, date, options))),
      ),
    );
  calendar
    .command('remove-day')
    .description('take a day out of a draft')
    .argument('<draft>')
    .argument('<date>', 'YYYY-MM-DD')
    .action(
      cli.answer((draft: string, date: string) =>
        cli.onDatabase((db) => changedDraft(db, draft, undefined, (days) => days.filter((one) => one.date !== date))),
      ),
    );
  calendar
    .command('propose')
    .description('propose a draft to a second person')
    .argument('<draft>')
    .requiredOption('--reason <text>', 'kept with the proposal')
    .option('--id <uuid>', 'the same id is the same proposal')
    .action(
      cli.answer((draft: string, { reason, id }: { reason: string; id?: string }) =>
        cli.onDatabase((db) => proposed(db, { draft, reason, id })),
      ),
    );
}

async function listDrafts(db: CliDatabase): Promise<CliAnswer> {
  const drafts = await openCalendarDrafts(db);
  const lines = drafts.map((one) => `${one.id}\t${one.country} ${one.year}\t${one.days.length} days${one.proposed ? '\tproposed' : ''}`);
  return { value: drafts, text: lines.length === 0 ? 'There is no draft.' : lines.join('\n') };
}

async function begun(
  db: CliDatabase,
  { country, year, id }: { country: string; year: string; id: string | undefined },
): Promise<CliAnswer> {
  const draftId = idOf(id);
  const of = named(country, year);
  if (!(await db.transaction((tx) => beginCalendarDraft(tx, { id: draftId, ...of, by: null })))) throw new UsageError('KEY_REUSED');
  return toldDraft(await found(db, draftId));
}

/** Changes the days of a draft as it stands. Nothing is saved where nothing changes, and nothing that would be wrong. */
async function changedDraft(
  db: CliDatabase,
  id: string,
  source: string | undefined,
  change: (days: CalendarDay[]) => CalendarDay[],
): Promise<CliAnswer> {
  const draft = await found(db, id);
  // Nothing else than listed days is ever saved.
  const days = change(draft.days as CalendarDay[]).sort((a, b) => a.date.localeCompare(b.date));
  const wrong = calendarFaults(draft.year, days).map(({ code, date }) => `${date} ${code}`);
  if (wrong.length > 0) throw new UsageError(wrong.join('; '));
  const now = source ?? draft.source;
  if (JSON.stringify(days) === JSON.stringify(draft.days) && now === draft.source) return toldDraft(draft);
  const saved = await db.transaction((tx) => saveCalendarDraft(tx, id, { days, source: now, seen: draft.rev, by: null }));
  if (saved.is !== 'saved')
    throw new UsageError(saved.is === 'proposed' ? 'The draft waits for a second person.' : 'Somebody saved the draft meanwhile.');
  return toldDraft(await found(db, id));
}

function withDay(days: CalendarDay[], date: string, { kind, name = '', provisional }: DayOptions): CalendarDay[] {
  const known = dayKinds.find((one) => one === kind);
  if (known === undefined) throw new UsageError(`--kind must be one of ${dayKinds.join(', ')}`);
  const status = provisional === true ? 'provisional' : 'official';
  return [...days.filter((one) => one.date !== date), { date, kind: known, name: name.trim(), status }];
}

async function proposed(
  db: CliDatabase,
  { draft, reason, id }: { draft: string; reason: string; id: string | undefined },
): Promise<CliAnswer> {
  const actId = idOf(id);
  const { rev } = await found(db, draft);
  const outcome = await db.transaction((tx) =>
    proposeCalendar(tx, { actId, draftId: draft, seen: rev, reason }, { personId: null, roles: ['AD'], door: 'cli' }),
  );
  if (outcome.is === 'refused') throw new UsageError(outcome.code);
  return { value: { id: draft, actId }, text: 'Proposed. A head confirms it on the page Administration, Calendars.' };
}

async function found(db: CliDatabase, id: string): Promise<CalendarDraft> {
  const draft = isId(id) ? await calendarDraft(db, id) : undefined;
  if (draft?.state !== 'draft') throw new UsageError(`There is no draft ${id}.`);
  return draft;
}

function toldDraft({ id, country, year, days }: CalendarDraft): CliAnswer {
  const lines = days.map((one) => `${one.date}\t${one.kind}\t${one.name}\t${one.status}`);
  return { value: { id, country, year, days }, text: [`${id}\t${country} ${year}, ${days.length} days`, ...lines].join('\n') };
}

function idOf(given: string | undefined): string {
  if (given !== undefined && !isId(given)) throw new UsageError('An id is a UUID.');
  return given ?? randomUUID();
}

/** A country and a year as they are given. */
export function named(country: string, year: string): { country: Country; year: number } {
  const known = countries.find((code) => code === country);
  if (known === undefined) throw new UsageError(`The country must be one of ${countries.join(', ')}`);
  if (!/^20\d\d$/.test(year)) throw new UsageError('The year must be from 2000 to 2099.');
  return { country: known, year: Number(year) };
}
