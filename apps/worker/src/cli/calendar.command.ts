import { addWorkingDays, countries, parseLocalDate, type Calendars, type Country, type DateArithmetic } from '@app/domain';
import { calendarYears, seedCalendars } from '@app/persistence';
import { UsageError, type AddCommand, type Cli } from './cli-tools';

interface AddOptions {
  country: string;
  from: string;
  workingDays: string;
  database?: boolean;
}

const mostDays = 10_000;

/** `calendar add`: the date so many working days after a start, with the days that were passed over. Works without a running system. */
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
};

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
