import {
  resolveRecipients,
  sendTime,
  stillNeeded,
  type Directory,
  type ForecastLine,
  type Instant,
  type NotificationIntent,
  type ProjectEvent,
  type ProjectState,
} from '@app/domain';
import type { DryRunLine, WaitingMailRow } from '@app/persistence';
import type { Setting } from '../commit/commit-session';

/** A mail to one person that will leave if nobody acts. */
export interface ComingMail extends Omit<DryRunLine, 'kind' | 'from' | 'to' | 'tonight'> {
  /** Names it on both sides of a comparison; the same thing told twice has the same key. */
  key: string;
  zone: string;
  /** When the rules tell it. */
  toldAt: Instant;
  /** When it leaves. */
  sendAt: Instant;
}

const ladderMails: ReadonlySet<string> = new Set(['reminder', 'escalation']);

/** A ladder mail is the same one on another date; anything else told of an object is known by its kind, since its step is the instant of telling. */
function keyOf({ kind, rule, object, step }: NotificationIntent, personId: string): string {
  return ladderMails.has(kind) ? `${rule}/${object}/${step}/${personId}` : `${kind}/${object}/${personId}`;
}

function mailOf(
  intent: NotificationIntent,
  to: { personId: string; role: string; country: ComingMail['country']; zone: string },
  at: Pick<ComingMail, 'toldAt' | 'sendAt'>,
): ComingMail {
  const { kind: notification, rule, object, step, values } = intent;
  const level = ladderMails.has(notification) && typeof values['level'] === 'string' ? values['level'] : null;
  const { personId, role, country, zone } = to;
  return { key: keyOf(intent, personId), notification, rule, object, step, level, personId, role, country, zone, ...at };
}

function isNeighbourOf({ country, zone }: Pick<ComingMail, 'country' | 'zone'>): (mail: ComingMail) => boolean {
  return (mail) => mail.country === country && mail.zone === zone;
}

/** The mails that foreseen steps will bring, to today's people and at the times of the rules of sending. */
export function foreseenMails(
  lines: readonly ForecastLine<ProjectEvent>[],
  state: ProjectState,
  directory: Directory,
  { policy, calendars }: Setting,
): ComingMail[] {
  return lines.flatMap(({ at, notifications }) =>
    notifications.flatMap((intent) => {
      const mails: ComingMail[] = [];
      for (const one of resolveRecipients(intent, state, directory)) {
        // Neighbours are told at the same time.
        const sendAt = mails.find(isNeighbourOf(one))?.sendAt ?? sendTime(intent, one, at, policy, calendars);
        mails.push(mailOf(intent, one, { toldAt: at, sendAt }));
      }
      return mails;
    }),
  );
}

/** The mails that wait in the outbox and are still needed in a state. */
export function waitingMails(lines: readonly WaitingMailRow[], state: ProjectState, directory: Directory, now: Instant): ComingMail[] {
  return lines.flatMap((line) => {
    const person = directory.people[line.personId];
    const mail = { ...line.intent, personId: line.personId, role: line.role };
    if (person === undefined || !stillNeeded(mail, state, directory, now).needed) return [];
    return [mailOf(line.intent, { ...person, role: line.role }, { toldAt: now, sendAt: line.sendAfter })];
  });
}
