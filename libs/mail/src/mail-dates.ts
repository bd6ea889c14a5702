import { addDays, formalZone, localDateOf, localTimeOf, type Instant, type LocalDate } from '@app/domain';
import { mailWords, type SpokenLanguage } from '@app/platform';

/** Name of a zone's city in a language; the zone's own id where we have none. */
export function cityOf(zone: string, language: SpokenLanguage): string {
  return mailWords[language].zones[zone] ?? zone;
}

/** An instant on a clock: `2026-03-31 17:00`; midnight is written as 24:00 of the day that ends, since that is how a deadline ends. */
function clockTime(at: Instant, zone: string): string {
  const known = told.get(at + zone);
  if (known !== undefined) return known;
  // Thousands of mails name the same few deadlines, and asking a zone for its clock is the dearest part of a text.
  if (told.size >= mostTold) told.clear();
  const text = clockTimeAnew(at, zone);
  told.set(at + zone, text);
  return text;
}

const told = new Map<string, string>();
const mostTold = 5_000;

function clockTimeAnew(at: Instant, zone: string): string {
  const date = localDateOf(at, zone);
  const time = localTimeOf(at, zone);
  return time === '00:00' ? `${addDays(date, -1)} 24:00` : `${date} ${time}`;
}

function withZone(text: string, zone: string, language: SpokenLanguage): string {
  const city = cityOf(zone, language);
  return language === 'zh-CN' ? `${text}（${city}）` : `${text} (${city})`;
}

/** An instant in Beijing time and, where clocks differ, in the reader's: Gregorian, Latin digits, each with its zone. */
export function instantText(at: Instant, readerZone: string, language: SpokenLanguage): string {
  const formal = clockTime(at, formalZone);
  const local = clockTime(at, readerZone);
  const told = withZone(formal, formalZone, language);
  return formal === local ? told : `${told} = ${withZone(local, readerZone, language)}`;
}

/** A date of law: a Gregorian date of the formal zone. */
export function dateText(date: LocalDate, language: SpokenLanguage): string {
  return withZone(date, formalZone, language);
}
