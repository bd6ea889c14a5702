import {
  addWorkingDays,
  calendarFaults,
  countries,
  parseLocalDate,
  type CalendarDay,
  type Calendars,
  type Country,
  type DateArithmetic,
} from '@app/domain';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  beginCalendarDraft,
  calendarDraft,
  calendarYear,
  calendarYears,
  proposeCalendar,
  saveCalendarDraft,
  seedCalendars,
} from '@app/persistence';
import { readCalendarFile, UnreadableCalendar, writeCalendarFile } from '@app/platform';
import { addCalendarDrafts, named } from './calendar-draft.command';
import { UsageError, type AddCommand, type Cli, type CliAnswer, type CliDatabase } from './cli-tools';

interface AddOptions {
  country: string;
  from: string;
  workingDays: string;
  database?: boolean;
}

const mostDays = 10_000;

/** `calendar`: counting working days, which works without a running system; the tables, files, and drafts from files. */
export const addCalendar: AddCommand = (program, cli) => {
  const calendar = program.command('calendar').description('working days of the six countries');
  calendar
    .command('add')
    .description('count working days from a date, which itself is not counted')
    .requiredOption('--country <code>', countries.join(', '))
    .requiredOption('--from <date>', 'YYYY-MM-DD')
    .requiredOption('--working-days <n>', `a whole number from 1 to ${mostDays}`)
    .option('--database', "by the instance's calendars instead of those of this release")
    .action(
      cli.answer(async (options: AddOptions) => {
        const { country, from, days } = checked(options);
        const counted = addWorkingDays(from, days, [country], await calendarsFor(cli, options.database === true));
        const value = { date: counted.dueOn, because: becauseOf(counted) };
        return { value, text: JSON.stringify(value) };
      }),
    );
  calendar
    .command('list')
    .description('tables of all countries')
    .action(cli.answer(() => cli.onDatabase(listTables)));
  calendar
    .command('export')
    .description("a country's year as CSV or ICS")
    .argument('<country>')
    .argument('<year>')
    .option('--ics', 'as ICS')
    .action(cli.answer((country: string, year: string, { ics }: { ics?: boolean }) => exported(cli, { country, year, ics: ics === true })));
  calendar
    .command('import')
    .description('read a CSV or ICS file into a draft and propose it; a second person confirms it on the page')
    .argument('<country>')
    .argument('<year>')
    .argument('<file>')
    .requiredOption('--reason <text>', 'kept with the proposal')
    .action(
      cli.answer((country: string, year: string, file: string, { reason }: { reason: string }) =>
        imported(cli, { country, year, file, reason }),
      ),
    );
  addCalendarDrafts(calendar, cli);
};

async function listTables(db: CliDatabase): Promise<CliAnswer> {
  const tables = await calendarYears(db);
  return {
    value: tables,
    text: tables.map((one) => `${one.country} ${one.year}: version ${one.version}, ${one.days.length} days`).join('\n'),
  };
}

async function exported(cli: Cli, of: { country: string; year: string; ics: boolean }): Promise<CliAnswer> {
  const { country, year } = named(of.country, of.year);
  const table = await cli.onDatabase((db) => calendarYear(db, country, year));
  if (table === undefined) throw new UsageError(`There is no calendar of ${country} for ${year}.`);
  return { value: table, text: writeCalendarFile(table.days, of.ics ? 'ics' : 'csv', `${country} ${year}`).trimEnd() };
}

async function imported(cli: Cli, of: { country: string; year: string; file: string; reason: string }): Promise<CliAnswer> {
  const { country, year } = named(of.country, of.year);
  const days = await daysOf(of.file, year);
  const id = randomUUID();
  const outcome = await cli.onDatabase((db) =>
    db.transaction(async (tx) => {
      await beginCalendarDraft(tx, { id, country, year, by: null });
      await saveCalendarDraft(tx, id, { days, source: of.file, seen: 1, by: null });
      const seen = (await calendarDraft(tx, id))?.rev ?? 0;
      return proposeCalendar(
        tx,
        { actId: randomUUID(), draftId: id, seen, reason: of.reason },
        { personId: null, roles: ['AD'], door: 'cli' },
      );
    }),
  );
  if (outcome.is === 'refused') throw new UsageError(outcome.code);
  return {
    value: { id, days: days.length },
    text: `Proposed ${days.length} days (draft ${id}). A head confirms it on the page Administration, Calendars.`,
  };
}

/** The days of a file, all of them right; else every line that is wrong is named. */
async function daysOf(file: string, year: number): Promise<CalendarDay[]> {
  const read = await readFile(file)
    .then((bytes) => readCalendarFile(bytes, file.endsWith('.ics') ? 'ics' : 'csv'), unreadable)
    .catch(unreadable);
  const wrong = [
    ...read.faults.map(({ line, code }) => `line ${line}: ${code}`),
    ...calendarFaults(year, read.days).map(({ index, code, date }) => `line ${read.days[index]?.line}: ${date} ${code}`),
  ];
  if (wrong.length > 0) throw new UsageError(wrong.join('; '));
  return read.days.map(({ date, kind, name, status }) => ({ date, kind, name, status }) as CalendarDay);
}

function unreadable(error: unknown): never {
  if (error instanceof UnreadableCalendar) throw new UsageError('This file is no calendar that can be read.');
  throw error;
}

function checked({ country, from, workingDays }: AddOptions): { country: Country; from: string; days: number } {
  const known = countries.find((code) => code === country);
  if (known === undefined) throw new UsageError(`--country must be one of ${countries.join(', ')}`);
  const date = parseLocalDate(from);
  if (!date.ok) throw new UsageError(`--from: ${date.violation.message}`);
  const days = /^\d{1,5}$/.test(workingDays) ? Number(workingDays) : 0;
  if (days < 1 || days > mostDays) throw new UsageError(`--working-days must be a whole number from 1 to ${mostDays}`);
  return { country: known, from: date.value, days };
}

async function calendarsFor(cli: Cli, ofInstance: boolean): Promise<Calendars> {
  return { years: ofInstance ? await cli.onDatabase((db) => calendarYears(db)) : seedCalendars };
}

/** Days passed over and why, make-up days that counted, and years without a table. */
function becauseOf({ skipped, worked, provisionalYears }: DateArithmetic): string[] {
  return [
    ...skipped.map(({ date, country, reason }) => `${date} ${reason}${country === undefined ? '' : ` (${country})`}`),
    ...worked.map(({ date, country, name }) => `${date} works: ${name} (${country})`),
    ...provisionalYears.map(({ country, year }) => `${year} has no table for ${country}: weekends only, provisional`),
  ];
}
