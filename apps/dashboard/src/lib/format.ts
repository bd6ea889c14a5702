/** The zone in which the programme's deadlines are set. */
export const formalZone = 'Asia/Shanghai';

/** Gregorian calendar and Latin digits whatever the language: a deadline reads the same everywhere. */
function locale(language: string): string {
  return `${language}-u-ca-gregory-nu-latn`;
}

function formatter(language: string, zone: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale(language), { timeZone: zone, hourCycle: 'h23', ...parts });
}

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** A plain date (`YYYY-MM-DD`), which no zone moves. */
export function formatDate(localDate: string, language: string): string {
  return formatter(language, 'UTC', day).format(new Date(`${localDate}T00:00:00Z`));
}

/** A plain date where there is little room. */
export function formatShortDate(localDate: string, language: string): string {
  return formatter(language, 'UTC', { ...day, month: 'short' }).format(new Date(`${localDate}T00:00:00Z`));
}

/** A plain date within the coming weeks: its weekday says more than its year. */
export function formatNearDate(localDate: string, language: string): string {
  return formatter(language, 'UTC', { weekday: 'short', month: 'short', day: 'numeric' }).format(new Date(`${localDate}T00:00:00Z`));
}

/** A month (`YYYY-MM`). */
export function formatMonth(month: string, language: string): string {
  return formatter(language, 'UTC', { year: 'numeric', month: 'short' }).format(new Date(`${month}-01T00:00:00Z`));
}

/** The local date of Beijing (`YYYY-MM-DD`) so many days from now. */
export function localDateAfter(days: number, nowMs = Date.now()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: formalZone }).format(new Date(nowMs + days * 86_400_000));
}

/** The day on which an instant falls in a zone. */
export function formatDay(instant: string, language: string, zone = formalZone): string {
  return formatter(language, zone, day).format(new Date(instant));
}

/** The last day of Beijing before an exclusive end such as 24:00. */
export function formatLastDay(end: string, language: string): string {
  return formatDay(new Date(Date.parse(end) - 1).toISOString(), language);
}

/** An instant as date and time of a zone; the caller names the zone beside it. */
export function formatTime(instant: string, language: string, zone = formalZone): string {
  return formatter(language, zone, { ...day, ...clock }).format(new Date(instant));
}

/** Whole days between now and an instant, below zero when it is over. */
export function daysUntil(instant: string, nowMs: number): number {
  const ms = Date.parse(instant) - nowMs;
  return ms < 0 ? Math.floor(ms / 86_400_000) : Math.trunc(ms / 86_400_000);
}

/** "in 3 days", "2 days ago", "today". */
export function relativeDays(instant: string, nowMs: number, language: string): string {
  return new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' }).format(daysUntil(instant, nowMs), 'day');
}

/** Half points as points: 159 is 79.5. */
export function formatHalfPoints(halfPoints: number, language: string): string {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 }).format(halfPoints / 2);
}

/** The mean of a score kept as a fraction, with one decimal, halves rounded up. */
export function formatScore(sumHalfPoints: number, count: number, language: string): string {
  if (count === 0) return '–';
  const tenths = Math.floor((sumHalfPoints * 10 + count) / (2 * count));
  return new Intl.NumberFormat(locale(language), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths / 10);
}

/** A number with the reader's separators. */
export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(locale(language)).format(value);
}

/** A file's size in kB or MB. */
export function formatBytes(bytes: number, language: string): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const value = unit === 'kilobyte' ? Math.max(1, Math.round(bytes / 1_000)) : bytes / 1_000_000;
  return new Intl.NumberFormat(locale(language), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value);
}

/** Names in the programme's English texts, where those of the browser differ. */
const ownNames: Record<string, string> = { LA: 'Lao PDR', MM: 'Myanmar', VN: 'Viet Nam' };

/** A country's name in the reader's language. */
export function countryName(code: string, language: string): string {
  const own = language === 'en' ? ownNames[code] : undefined;
  if (own !== undefined) return own;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** A language's name in the reader's language. */
export function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

/** Every IANA zone the browser knows, and the one that is chosen. */
export function zoneNames(chosen: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen])].sort();
}
