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

/** The instant of milliseconds since the epoch. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** The instant `ms` later (earlier when negative). */
export function later(at: Instant, ms: number): Instant {
  return instantOf(epochMs(at) + ms);
}
