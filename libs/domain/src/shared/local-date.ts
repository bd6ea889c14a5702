import { memory } from './memory';

/** A Gregorian calendar date `YYYY-MM-DD`, without zone: the zone stands beside it. */
export type LocalDate = string;

/** A UTC instant as ISO 8601 with milliseconds and `Z` (`2026-01-14T16:00:00.000Z`), so that strings sort in time order. */
export type Instant = string;

/** ISO 3166 code of one of the six Lancang-Mekong countries. */
export type Country = 'CN' | 'KH' | 'LA' | 'MM' | 'TH' | 'VN';

/** The six countries, in code order. */
export const countries: readonly Country[] = ['CN', 'KH', 'LA', 'MM', 'TH', 'VN'];

/** Milliseconds since the epoch of an instant. */
export function epochMs(at: Instant): number {
  return Date.parse(at);
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;
const secondMs = 1_000;
/** 9999-12-31: later years are written otherwise. */
const lastDay = 2_932_896;
const digits = (width: number): readonly string[] => Array.from({ length: 10 ** width }, (_, no) => String(no).padStart(width, '0'));
const twoDigits = digits(2);
const threeDigits = digits(3);
/** Few days are written over and over. */
const mostDays = 100_000;
const knownDates = memory<number, LocalDate>(mostDays);

/** The instant of milliseconds since the epoch. Throws for what no calendar has, like `Date`, which takes four times as long; forecasts write many. */
export function instantOf(ms: number): Instant {
  const whole = Math.trunc(ms);
  const day = Math.floor(whole / dayMs);
  if (!(day >= 0 && day <= lastDay)) return new Date(ms).toISOString();
  const inDay = whole - day * dayMs;
  const inHour = inDay % hourMs;
  const inMinute = inHour % minuteMs;
  const date = knownDates(day, () => new Date(day * dayMs).toISOString().slice(0, 10));
  const time = `${twoDigits[(inDay - inHour) / hourMs]}:${twoDigits[(inHour - inMinute) / minuteMs]}`;
  return `${date}T${time}:${twoDigits[Math.floor(inMinute / secondMs)]}.${threeDigits[inMinute % secondMs]}Z`;
}

/** The instant `ms` later (earlier when negative). */
export function later(at: Instant, ms: number): Instant {
  return instantOf(epochMs(at) + ms);
}
