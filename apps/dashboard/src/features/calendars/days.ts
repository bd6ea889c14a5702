import type { CalendarImport, ListedDay } from './api/calendars';

/** Kinds of listed days, as the server knows them. */
export const dayKinds = ['off', 'work', 'half', 'women', 'school', 'bank', 'gov'] as const;

/** Days of an import whose kind the file says in a word that is not known, by that word. */
export function unknownWords({ days }: CalendarImport): string[] {
  return [...new Set(days.filter(({ kind }) => kind === '').map(({ saidKind }) => saidKind))];
}

/** Days of an import with the kinds chosen for unknown words; a word for which none is chosen is left out. */
export function importedDays({ days }: CalendarImport, chosen: Readonly<Record<string, string>>): ListedDay[] {
  return days.flatMap(({ date, kind, saidKind, name, status }) => {
    const known = kind === '' ? (chosen[saidKind] ?? '') : kind;
    return known === '' ? [] : [{ date, kind: known, name, status }];
  });
}

/** Days in the order of the year. */
export function inOrder(days: readonly ListedDay[]): ListedDay[] {
  return [...days].sort((a, b) => a.date.localeCompare(b.date) || a.kind.localeCompare(b.kind));
}

/** Weeks of a month from Monday on, as days of the month; nothing where the week belongs to another month. */
export function weeksOf(year: number, month: number): (number | undefined)[][] {
  const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = [...Array<undefined>(lead), ...Array.from({ length: count }, (_, n) => n + 1)];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, day) => cells[week * 7 + day]),
  );
}
