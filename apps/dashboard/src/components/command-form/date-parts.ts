/** A date as three fields, as typed. */
export interface DateParts {
  year: string;
  month: string;
  day: string;
}

/** `2026-01-05` as three fields. */
export function partsOf(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day };
}

/** Three fields as `YYYY-MM-DD`, empty while one is; whether the day exists is the server's to say. Spaces are ignored. */
export function dateOf({ year, month, day }: DateParts): string {
  const [y, m, d] = [year, month, day].map((part) => part.replace(/\D/g, ''));
  if (y === undefined || m === undefined || d === undefined || y === '' || m === '' || d === '') return '';
  return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}

/** The Gregorian year that was meant when somebody typed a Buddhist one (2570 is 2027); nothing otherwise. */
export function meantYear(year: string): number | undefined {
  const typed = Number(year);
  return typed >= 2500 && typed <= 2650 ? typed - 543 : undefined;
}

/** Beijing has no daylight saving time, so a date and an hour there name one instant. Empty while either is missing or is no time. */
export function instantInBeijing(date: string, time: string): string {
  const at = Date.parse(`${date}T${time}:00+08:00`);
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
}

/** Today's date on the calendar of Beijing. */
export function todayInBeijing(nowMs: number): string {
  return new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 10);
}
