import {
  resolveRecipients,
  sendTime,
  stillNeeded,
  type Directory,
  type Instant,
  type NotificationIntent,
  type ProjectState,
  type Recipient,
} from '@app/domain';
import { directoryFor, peopleByIds, type PersonRow, type Sql, type WaitingMailRow } from '@app/persistence';
import type { Setting } from '../commands/rule-room';

/** A mail to one person as the forecast tells it. */
export interface ForecastMail {
  personId: string;
  name: string;
  latinName: string;
  role: string;
  copy: boolean;
  language: string;
  country: string;
  zone: string;
  sendAt: Instant;
}

type People = ReadonlyMap<string, Pick<PersonRow, 'fullName' | 'latinName' | 'language' | 'country' | 'zone'>>;

/** Who will be mailed and when, by today's people and the rules of sending; asked for once per forecast. */
export interface Postman {
  told(intent: NotificationIntent, at: Instant): ForecastMail[];
  waiting(line: WaitingMailRow): ForecastMail[];
  /** Whether the desk would still send a waiting mail in this state. */
  needs(line: WaitingMailRow, state: ProjectState, now: Instant): boolean;
}

/**
 * Resolves roles to people as `commit` will, with today's directory.
 * @param onlyFor a reader who is told of his own mails only
 */
export async function postmanOf(
  db: Sql,
  state: ProjectState,
  setting: Setting,
  { intents, waiting, onlyFor }: { intents: NotificationIntent[]; waiting: WaitingMailRow[]; onlyFor?: string },
): Promise<Postman> {
  const directory: Directory = await directoryFor(db, state, [...intents, ...waiting.map((line) => line.intent)]);
  const found = new Map(intents.map((intent) => [intent, resolveRecipients(intent, state, directory)]));
  const ids = [...[...found.values()].flat(), ...waiting].map((one) => one.personId);
  const people: People = new Map((await peopleByIds(db, [...new Set(ids)])).map((one) => [one.personId, one]));
  const isShown = ({ personId }: Pick<Recipient, 'personId'>): boolean => onlyFor === undefined || personId === onlyFor;
  const letter = (one: Pick<Recipient, 'personId' | 'role' | 'copy'>, sendAt: Instant): ForecastMail[] => {
    const person = people.get(one.personId);
    if (person === undefined || !isShown(one)) return [];
    const { fullName: name, latinName, language, country, zone } = person;
    return [{ personId: one.personId, name, latinName, role: one.role, copy: one.copy, language, country, zone, sendAt }];
  };
  return {
    told: (intent, at) =>
      (found.get(intent) ?? []).flatMap((one) => letter(one, sendTime(intent, one, at, setting.policy, setting.calendars))),
    waiting: (line) => letter(line, line.sendAfter),
    needs: (line, then, now) => stillNeeded({ ...line.intent, personId: line.personId, role: line.role }, then, directory, now).needed,
  };
}
