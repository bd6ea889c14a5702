import type { components } from '../../generated/openapi-types';

/** What happened, as the API tells it. */
export type Past = components['schemas']['Timeline'];

/** What will happen, as the API tells it. */
export type Future = components['schemas']['Forecast'];

/** Kinds of lines a reader can choose: acts of people and of the programme, dates that were set or ended, mails, and what the clock does. */
export const lineKinds = ['act', 'deadline', 'mail', 'clock'] as const;

/** A kind of line. */
export type LineKind = (typeof lineKinds)[number];

const mails: ReadonlySet<string> = new Set(['ReminderIssued', 'EscalationIssued', 'reminder', 'escalation']);

/** The kind of an event of the past or of a planned occurrence. */
export function kindOf(type: string, bySystemClock: boolean): LineKind {
  if (mails.has(type)) return 'mail';
  if (type.startsWith('Deadline')) return 'deadline';
  return bySystemClock ? 'clock' : 'act';
}

/** Entries with those of their events that are of the wanted kinds; entries without any are left out. */
export function pastOf({ items }: Pick<Past, 'items'>, wanted: ReadonlySet<LineKind>): Past['items'] {
  return items.flatMap((entry) => {
    const events = entry.events.filter((event) => wanted.has(kindOf(event.type, entry.command === 'Wake')));
    return events.length === 0 ? [] : [{ ...entry, events }];
  });
}

/** Planned lines of the wanted kinds. */
export function futureOf({ items }: Pick<Future, 'items'>, wanted: ReadonlySet<LineKind>): Future['items'] {
  return items.filter(({ occurrence }) => wanted.has(kindOf(occurrence.kind, true)));
}

/** The chosen kinds from the address; all of them where none is named. */
export function wantedKinds(kinds: string | undefined): ReadonlySet<LineKind> {
  const named = lineKinds.filter((kind) => kinds?.split('.').includes(kind) === true);
  return new Set(named.length === 0 ? lineKinds : named);
}
