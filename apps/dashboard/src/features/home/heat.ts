import type { Overview } from './api/overview';

type Months = Overview['overdueMonths'];

/** Months that have a column of their own; older ones share the first. */
const monthsShown = 6;

/** A column of the heat table: a month, or everything before the months shown. */
export interface HeatColumn {
  key: string;
  /** `YYYY-MM`; nothing for the column of older months. */
  month?: string;
  /** Local dates between which the missed deadlines lie, both included. */
  dueFrom?: string;
  dueTo: string;
}

/** Overdue projects by host country (rows, those without one last) and by month (columns). */
export interface Heat {
  columns: HeatColumn[];
  rows: (string | null)[];
  count: (country: string | null, column: HeatColumn) => number;
  /** The fullest cell. */
  most: number;
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  const day = new Date(Date.UTC(year ?? 0, number ?? 1, 0)).getUTCDate();
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** Arranges what the server counted; the sums of all cells are the sums of all counts. */
export function heatOf(months: Months): Heat {
  const all = [...new Set(months.map(({ month }) => month))].sort();
  const older = all.slice(0, Math.max(0, all.length - monthsShown));
  const newestOlder = older.at(-1);
  const columns: HeatColumn[] = [
    ...(newestOlder === undefined ? [] : [{ key: 'older', dueTo: lastDayOf(newestOlder) }]),
    ...all.slice(older.length).map((month) => ({ key: month, month, dueFrom: `${month}-01`, dueTo: lastDayOf(month) })),
  ];
  const rows = [...new Set(months.map(({ country }) => country))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  const count: Heat['count'] = (country, { month }) =>
    months
      .filter((one) => one.country === country && (month === undefined ? older.includes(one.month) : one.month === month))
      .reduce((total, one) => total + one.projects, 0);
  const most = Math.max(0, ...rows.flatMap((country) => columns.map((column) => count(country, column))));
  return { columns, rows, count, most };
}

/** Filters of the list that show exactly the projects of one cell. */
export function searchOfCell(country: string | null, { dueFrom, dueTo }: HeatColumn): Record<string, string> {
  return {
    overdue: 'true',
    country: country ?? 'none',
    ...(dueFrom === undefined ? {} : { dueFrom }),
    dueTo,
    sort: 'deadline',
  };
}

/** How full a cell is beside the fullest one, as one of three steps; shade, stripes and words follow it. */
export function heatStep(projects: number, most: number): 1 | 2 | 3 {
  const share = most === 0 ? 0 : projects / most;
  return share > 2 / 3 ? 3 : share > 1 / 3 ? 2 : 1;
}
