import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';

/** A form in which calendars are exchanged. */
export type CalendarFormat = 'csv' | 'ics';

/** A listed day as a file says it, all of it text. */
export interface ReadDay {
  /** Line of the file, or number of the event. */
  line: number;
  date: string;
  /** Kind as a code; empty when the file's word for it is not known. */
  kind: string;
  /** The file's own word for the kind. */
  saidKind: string;
  name: string;
  status: string;
}

/** Why a line of a file could not be read. */
export const lineFaultCodes = ['CELL_TOO_LONG', 'DATE_UNREADABLE', 'TOO_MANY_DAYS'] as const;

/** A line of a file that could not be read, by a code. */
export interface LineFault {
  line: number;
  code: (typeof lineFaultCodes)[number];
}

/** What a file says. */
export interface ReadCalendar {
  days: ReadDay[];
  faults: LineFault[];
  /** How its characters were written: another than UTF-8 is told to whoever imports it. */
  encoding: 'utf-8' | 'gb18030';
}

/** A file that is no calendar at all. */
export class UnreadableCalendar extends Error {}

const mostDays = 400;
const longestCell = 400;
const dayMs = 86_400_000;

/** Words for kinds in files of others; our own code is one of them. */
const kindWords: Record<string, RegExp> = {
  work: /^(work|workday|working day|make-?up.*|补班|上班|调休上班|班)$/i,
  off: /^(off|holiday|day off|public holiday|放假|休|假日|节假日|休息)$/i,
  half: /^(half|half day|半天)$/i,
  women: /^(women|women only|妇女)$/i,
  school: /^(school|学校)$/i,
  bank: /^(bank|银行)$/i,
  gov: /^(gov|government|government offices|机关|政府机关)$/i,
};

/** Reads the days of a calendar file. Nothing in it is computed: a formula is the text it is written as. Throws UnreadableCalendar. */
export function readCalendarFile(bytes: Uint8Array, format: CalendarFormat): ReadCalendar {
  const { text, encoding } = decoded(bytes);
  const { days, faults } = format === 'csv' ? csvDays(text) : icsDays(text);
  if (days.length <= mostDays) return { days, faults, encoding };
  return { days: days.slice(0, mostDays), faults: [...faults, { line: days[mostDays]?.line ?? 0, code: 'TOO_MANY_DAYS' }], encoding };
}

function decoded(bytes: Uint8Array): { text: string; encoding: ReadCalendar['encoding'] } {
  if (bytes.includes(0)) throw new UnreadableCalendar();
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not written in this way; the next one is tried.
    }
  }
  throw new UnreadableCalendar();
}

type Read = Pick<ReadCalendar, 'days' | 'faults'>;

const columnWords: Record<'date' | 'until' | 'kind' | 'name' | 'status', RegExp> = {
  date: /^(date|from|start|日期|开始|开始日期)$/i,
  until: /^(until|to|end|结束|结束日期)$/i,
  kind: /^(kind|type|类型|种类)$/i,
  name: /^(name|summary|holiday|名称|节日)$/i,
  status: /^(status|状态)$/i,
};

interface CsvRow {
  record: string[];
  info: { lines: number };
}

function csvDays(text: string): Read {
  const rows = csvRows(text);
  const [header, ...body] = rows;
  const places = columnsOf(header?.record ?? []);
  if (places.date === -1) throw new UnreadableCalendar();
  const read = body.map(({ record, info }) => lineOf(record, info.lines, places));
  return { days: read.flatMap((one) => one.days), faults: read.flatMap((one) => one.faults) };
}

function csvRows(text: string): CsvRow[] {
  try {
    return parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 4_000_000,
    }) as unknown as CsvRow[];
  } catch {
    throw new UnreadableCalendar();
  }
}

function columnsOf(header: readonly string[]): Record<keyof typeof columnWords, number> {
  const place = (word: RegExp): number => header.findIndex((cell) => word.test(cell.trim()));
  const { date, until, kind, name, status } = columnWords;
  return { date: place(date), until: place(until), kind: place(kind), name: place(name), status: place(status) };
}

function lineOf(record: readonly string[], line: number, places: ReturnType<typeof columnsOf>): Read {
  if (record.some((cell) => cell.length > longestCell)) return { days: [], faults: [{ line, code: 'CELL_TOO_LONG' }] };
  const cell = (name: keyof typeof places): string => (record[places[name]] ?? '').trim();
  const from = dateOf(cell('date'));
  const until = cell('until') === '' ? from : dateOf(cell('until'));
  if (from === undefined || until === undefined || until < from) return { days: [], faults: [{ line, code: 'DATE_UNREADABLE' }] };
  const said = cell('kind') === '' ? 'off' : cell('kind');
  return { days: daysBetween({ from, until }, { line, said, name: cell('name'), status: statusOf(cell('status')) }), faults: [] };
}

/** A date as people write it: 2027-01-01, 2027/1/1, 20270101, 2027年1月1日. */
function dateOf(text: string): string | undefined {
  const parts = /^(\d{4})(?:-|\/|\.|年)?(\d{1,2})(?:-|\/|\.|月)?(\d{1,2})日?$/.exec(text);
  const [, year, month, day] = parts ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

function statusOf(text: string): string {
  return /^(official|正式|已公布|confirmed)$/i.test(text) ? 'official' : 'provisional';
}

function kindOf(said: string): string {
  return Object.entries(kindWords).find(([, word]) => word.test(said))?.[0] ?? '';
}

/** Every day of a range, both ends included; a range that never ends is cut. */
function daysBetween(
  { from, until }: { from: string; until: string },
  { line, said, name, status }: { line: number; said: string; name: string; status: string },
): ReadDay[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = Math.min(Math.round((Date.parse(`${until}T00:00:00Z`) - first) / dayMs) + 1, mostDays + 1);
  return Array.from({ length: count }, (_, n) => ({
    ...{ line, name, status, saidKind: said, kind: kindOf(said) },
    date: new Date(first + n * dayMs).toISOString().slice(0, 10),
  }));
}

function icsDays(text: string): Read {
  const calendar = icsRoot(text);
  const events = calendar.getAllSubcomponents('vevent');
  const read = events.map((event, index) => eventOf(event, index + 1));
  return { days: read.flatMap((one) => one.days), faults: read.flatMap((one) => one.faults) };
}

function icsRoot(text: string): ICAL.Component {
  try {
    const root = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '')) as unknown[]);
    if (root.name === 'vcalendar') return root;
  } catch {
    // Told below.
  }
  throw new UnreadableCalendar();
}

function eventOf(component: ICAL.Component, line: number): Read {
  const textOf = (name: string): string => String(component.getFirstPropertyValue(name) ?? '').trim();
  const name = textOf('summary');
  if (name.length > longestCell) return { days: [], faults: [{ line, code: 'CELL_TOO_LONG' }] };
  const from = textOf('dtstart').slice(0, 10);
  const end = textOf('dtend').slice(0, 10);
  if (dateOf(from) === undefined || (end !== '' && dateOf(end) === undefined))
    return { days: [], faults: [{ line, code: 'DATE_UNREADABLE' }] };
  // The end of an event on whole days is the day after its last.
  const until = end === '' ? from : new Date(Math.max(Date.parse(from), Date.parse(end) - dayMs)).toISOString().slice(0, 10);
  const said = textOf('categories') || (/班|make-?up/i.test(name) ? 'work' : 'off');
  return { days: daysBetween({ from, until }, { line, said, name, status: statusOf(textOf('status')) }), faults: [] };
}
