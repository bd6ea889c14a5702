import { entriesOfRoom, mailsOfRoom, type EntityKey, type RoomEntry, type RoomMail, type Sql } from '@app/persistence';
import { eventSentence, mailWords, type SentenceValues } from '@app/platform';

/** What turns ids into words: people, organizations, and the name of an entity in the story. */
export interface StoryNames {
  /** Names of people and organizations by id. */
  names: ReadonlyMap<string, string>;
  /** How the story calls an entity. */
  labelOf: (entity: EntityKey) => string;
}

/** Reads what happened in a room since it was last asked, as lines in the order of the room's time. */
export interface StoryReader {
  next(): Promise<string[]>;
  mails(): number;
  events(): number;
}

const overlapMs = 5_000;
const beijingMs = 8 * 3_600_000;
/** Parts of an event whose fields a sentence may name. */
const parts = ['deadline', 'proposal', 'item', 'round', 'sheet', 'submission'];
const labelWidth = 18;

/** A reader of a room's story: each ledger entry and each mail is told once. */
export function storyReader(db: Sql, roomId: string, naming: StoryNames): StoryReader {
  const told = new Set<string>();
  let from = new Date(0);
  let mails = 0;
  let events = 0;
  const fresh = (key: string): boolean => !told.has(key) && told.add(key) !== undefined;
  return {
    mails: () => mails,
    events: () => events,
    next: async () => {
      const asked = Date.now();
      const [entries, ended] = await Promise.all([entriesOfRoom(db, roomId, from), mailsOfRoom(db, roomId, from)]);
      from = new Date(asked - overlapMs);
      const newEntries = entries.filter(({ entity, body }) => fresh(`${entity.id}/${body.rev}`));
      const newMails = ended.filter((mail) => fresh(mail.id));
      const lines = [
        ...newEntries.flatMap((entry) => entryLines(entry, naming)),
        ...newMails.map((mail) => ({ at: mail.at.toISOString(), line: mailLine(mail, naming) })),
      ];
      mails += newMails.filter((mail) => mail.state === 'sent').length;
      events += newEntries.reduce((sum, { body }) => sum + body.events.length, 0);
      return lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ line }) => line);
    },
  };
}

function stamp(at: string): string {
  return new Date(Date.parse(at) + beijingMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** Events that say something to a reader; a deadline's book-keeping follows from them. */
const quiet = new Set(['DeadlineSet', 'DeadlineClosed']);

function entryLines({ entity, body }: RoomEntry, { names, labelOf }: StoryNames): { at: string; line: string }[] {
  const who = body.actor.kind === 'person' ? ` (${names.get(body.actor.personId) ?? 'somebody'})` : '';
  return body.events
    .filter((event) => !quiet.has(event.type))
    .map((event) => ({
      at: body.occurredAt,
      line: `${stamp(body.occurredAt)}  ${labelOf(entity).padEnd(labelWidth)} ${eventSentence(event.type, 'en', valuesOf(event, names))}${who}`,
    }));
}

function valuesOf(event: object, names: ReadonlyMap<string, string>): SentenceValues {
  const fields = event as Record<string, unknown>;
  const values: SentenceValues = {};
  for (const part of [...parts.map((name) => fields[name]), event]) {
    if (typeof part !== 'object' || part === null) continue;
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === 'number') values[name] = value;
      if (typeof value === 'string') values[name] = names.get(value) ?? value;
    }
  }
  return values;
}

function mailLine(mail: RoomMail, { names, labelOf }: StoryNames): string {
  const head = `${stamp(mail.at.toISOString())}  ${labelOf(mail.entity).padEnd(labelWidth)}   ✉`;
  const to = names.get(mail.personId) ?? 'somebody';
  const why = mail.copy ? 'as a copy' : `because ${mailWords.en.roles[mail.role] ?? mail.role}`;
  if (mail.state === 'cancelled') return `${head} not sent to ${to}: ${mail.notification} (${mail.why ?? 'no longer needed'})`;
  const fate = mail.state === 'sent' ? '' : ` [${mail.state}]`;
  return `${head} to ${to} [${mail.language ?? '-'}], ${why}: ${mail.subject ?? mail.notification}${fate}`;
}
