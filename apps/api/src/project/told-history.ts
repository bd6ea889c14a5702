import type { StandingRole } from '@app/domain';
import type { EntryBody, LedgerEntry, Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { namesIn, type Names } from '../http/names';
import { seesEvent } from './event-sight';
import { changeWithNames, explainEvent } from './explain-event';
import { bodiesIn, chainOf, meaningsOf, type DateReason } from './project-history';
import type { timeline } from './project-story.schemas';

type Told = z.output<typeof timeline>['items'][number];

/** Roles that may see how an entry was given and check its hash, and take the history with them as a file. */
export const keepersOfHistory: readonly StandingRole[] = ['CO', 'SH', 'AR', 'AD', 'AU'];

/** The past of a project as a reader is told it: who, through which door, what became of which value, and why each date is what it is. */
export async function toldHistory(
  db: Sql,
  person: SignedIn,
  { entries, head }: { entries: LedgerEntry[]; head: string },
  language: SpokenLanguage,
): Promise<z.output<typeof timeline> & { dates: DateReason[] }> {
  const bodies = bodiesIn(entries);
  const meanings = meaningsOf(actorOf(person), bodies);
  const keeper = holdsOneOf(person, keepersOfHistory);
  const hashes = new Map(entries.map((entry) => [entry.rev, entry.hash]));
  const dates = new Map<string, { at: number; reason: DateReason }>();
  const items = await toldEntries(db, person, bodies, language, ({ rev, via, commandId }, names) => {
    const { changes = [], reason } = meanings.get(rev) ?? {};
    return {
      door: via ?? null,
      changes: changes.map((change) => changeWithNames(change, names, language)),
      ...(reason === undefined ? {} : { date: placeOf(reason, dates) }),
      ...(keeper ? { commandId, hash: hashes.get(rev) ?? '' } : {}),
    };
  });
  return { items, dates: [...dates.values()].map((one) => one.reason), ...(keeper ? { chain: chainOf(entries, head) } : {}) };
}

/** One date is told once, however many entries are about it. */
function placeOf(reason: DateReason, dates: Map<string, { at: number; reason: DateReason }>): number {
  const key = `${reason.ladder}/${reason.object}/${reason.dueOn}/${reason.because.startOn}`;
  const known = dates.get(key) ?? { at: dates.size, reason };
  dates.set(key, known);
  return known.at;
}

/** Ledger entries as a reader is told them: with names, reasons and sentences; entries of which he may see nothing are left out. */
export async function toldEntries(
  db: Sql,
  person: SignedIn,
  bodies: EntryBody[],
  language: SpokenLanguage,
  more: (body: EntryBody, names: Names) => Partial<Told> = () => ({}),
): Promise<Told[]> {
  const names = await namesIn(
    db,
    bodies.map(({ payload: _payload, ...body }) => body),
  );
  const actor = actorOf(person);
  return bodies.flatMap((body) => {
    const events = body.events.filter((event) => seesEvent(actor, event)).map((event) => explainEvent(event, names, language));
    return events.length === 0 ? [] : [{ ...toldHead(body, names), events, ...more(body, names) }];
  });
}

function toldHead(body: EntryBody, names: Names): Omit<Told, 'events'> {
  const { rev, type, actor, onBehalfOf, reason, occurredAt, recordedAt } = body;
  const who =
    actor.kind === 'system'
      ? { kind: actor.kind }
      : { kind: actor.kind, personId: actor.personId, name: names.people[actor.personId]?.fullName ?? '' };
  return {
    rev,
    command: type,
    actor: who,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: names.people[onBehalfOf]?.fullName ?? '' }),
    reason: reason === undefined ? null : (names.texts[reason.textId] ?? null),
    occurredAt,
    recordedAt,
  };
}
