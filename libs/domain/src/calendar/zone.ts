import { epochMs, instantOf, type Country, type Instant, type LocalDate } from '../shared/local-date';
import { memory, type Memory } from '../shared/memory';
import { addDays, dateOfDay } from './local-dates';

/** Zone of every formal deadline, whoever owes it: Beijing time. */
export const formalZone = 'Asia/Shanghai';

// Our own ids: ICU reports Asia/Saigon and Asia/Rangoon for two of them, so ids of zones are never compared with what Intl says.
const zones: Record<Country, string> = {
  CN: formalZone,
  KH: 'Asia/Phnom_Penh',
  LA: 'Asia/Vientiane',
  MM: 'Asia/Yangon',
  TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh',
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** IANA zone in which people of a country live and read their mail. */
export function zoneOf(country: Country): string {
  return zones[country];
}

/** Whether this runtime knows a zone id, so that one from outside can be refused before it is used. */
export function isZone(zone: string): boolean {
  try {
    formatIn(zone);
    return true;
  } catch {
    return false;
  }
}

/** The instant at which clocks in `zone` show `date` and `time` (HH:mm). A time skipped by a clock change gives the instant after it. Throws a RangeError for an unknown zone. */
export function instantAt(date: LocalDate, time: string, zone: string): Instant {
  return knownInstants(`${date}T${time} ${zone}`, () => countedInstant(date, time, zone));
}

const mostKept = 200_000;
/** Few days, hours and zones are asked for over and over. */
const knownInstants = memory<string, Instant>(mostKept);

function countedInstant(date: LocalDate, time: string, zone: string): Instant {
  const asIfUtc = epochMs(`${date}T${time}:00.000Z`);
  const guess = asIfUtc - offsetMs(asIfUtc, zone);
  // The offset may differ between the guess and the real instant around a clock change.
  return instantOf(asIfUtc - offsetMs(guess, zone));
}

/** The date that calendars in `zone` show at an instant. */
export function localDateOf(at: Instant, zone: string): LocalDate {
  const ms = epochMs(at);
  return dateOfDay(Math.floor((ms + offsetMs(ms, zone)) / dayMs));
}

/** The time HH:mm that clocks in `zone` show at an instant, in 24 hours. */
export function localTimeOf(at: Instant, zone: string): string {
  return wallClock(epochMs(at), zone).slice(11, 16);
}

/** End of a day in `zone`, exclusive: 00:00 of the next day, so a thing is on time when it happened before this instant (Civil Code art. 203: the last day ends at 24:00). */
export function endOfDay(date: LocalDate, zone: string): Instant {
  return instantAt(addDays(date, 1), '00:00', zone);
}

const quarterMs = 15 * 60_000;
/** Since then clocks are changed at full quarters of an hour only, everywhere. */
const evenSinceMs = Date.UTC(1973, 0, 1);
const dayMs = 86_400_000;
const knownOffsets = new Map<string, Memory<number, number>>();

/** What a zone is ahead of UTC; asked for again and again by forecasts, so it is kept per quarter of an hour. */
function offsetMs(ms: number, zone: string): number {
  if (ms < evenSinceMs) return askedOffsetMs(ms, zone);
  const known = knownOffsets.get(zone) ?? memory<number, number>(mostKept);
  knownOffsets.set(zone, known);
  return known(Math.floor(ms / quarterMs), () => askedOffsetMs(ms, zone));
}

function askedOffsetMs(ms: number, zone: string): number {
  const wholeSeconds = Math.floor(ms / 1000) * 1000;
  return epochMs(`${shownClock(wholeSeconds, zone)}.000Z`) - wholeSeconds;
}

/** Local date and time to the second, `YYYY-MM-DDTHH:mm:ss`. */
function wallClock(ms: number, zone: string): string {
  return instantOf(Math.floor(ms / 1000) * 1000 + offsetMs(ms, zone)).slice(0, 19);
}

function shownClock(ms: number, zone: string): string {
  const parts = new Map(
    formatIn(zone)
      .formatToParts(ms)
      .map((part) => [part.type, part.value]),
  );
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((type) =>
    String(parts.get(type)),
  );
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}
