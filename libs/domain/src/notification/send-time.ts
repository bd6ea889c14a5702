import type { Calendars } from '../calendar/calendar-table';
import { addDays } from '../calendar/local-dates';
import { nextInWindow, windowInstant } from '../calendar/send-window';
import { nextWorkingDay } from '../calendar/working-days';
import { localDateOf, zoneOf } from '../calendar/zone';
import type { Policy } from '../policy/policy';
import { countries, later, type Instant, type LocalDate } from '../shared/local-date';
import { memory, type Memory } from '../shared/memory';
import type { NotificationIntent, Recipient } from './notification-kinds';

type MailPolicy = Pick<Policy, 'mail'>;

const unitMs = { min: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a cool-off such as `30min`, `2h` or `1d`. Throws for a malformed one: policies are validated before a rule reads them. */
export function coolOffMs(text: string): number {
  return knownCoolOffs(text, () => readCoolOff(text));
}

const mostCoolOffs = 100;
const knownCoolOffs = memory<string, number>(mostCoolOffs);

function readCoolOff(text: string): number {
  const parts = /^(\d{1,5})(min|h|d)$/.exec(text);
  if (!parts) throw new RangeError(`not a cool-off: ${text}`);
  return Number(parts[1]) * unitMs[parts[2] as keyof typeof unitMs];
}

/** How long a mail that somebody sends by hand is kept back: longer than a page offers to undo it. */
export const undoHoldMs = 20_000;

/**
 * When the digest of a day leaves for one reader: after the window has opened in all six countries and in his own zone, plus the cool-off. So the ladder
 * steps of a day, planned at the opening where their owners live, leave together, and nobody gets two digests a day.
 */
export function digestInstant(date: LocalDate, zone: string, { mail }: MailPolicy): Instant {
  const known = knownDigests.get(mail) ?? memory<string, Instant>(mostKept);
  knownDigests.set(mail, known);
  return known(`${date} ${zone}`, () => digestOf(date, zone, mail));
}

/** Digests of days that were asked for, by the very same policy. */
const knownDigests = new WeakMap<Policy['mail'], Memory<string, Instant>>();
const mostKept = 100_000;

function digestOf(date: LocalDate, zone: string, mail: Policy['mail']): Instant {
  const openings = [zone, ...countries.map(zoneOf)].map((z) => windowInstant(date, mail.window, z));
  const last = openings.reduce((a, b) => (a > b ? a : b));
  return later(last, coolOffMs(mail.coolOff));
}

/**
 * The earliest instant at which a mail may leave.
 * An answer to one's own act leaves at once. A letter leaves after the cool-off, within the reader's working hours on a working day of his country.
 * What somebody sends by hand leaves as soon as it can no longer be undone from the page, within the reader's working hours.
 * A notice leaves with the reader's digest of the day; one that follows a person's act waits for the cool-off first. A reminder that would miss its
 * deadline this way leaves in the next open window, and if that is too late as well, at once: late in the day is better than after the deadline.
 */
export function sendTime(
  intent: Pick<NotificationIntent, 'class' | 'direction' | 'endsAt' | 'atOnce'>,
  recipient: Pick<Recipient, 'zone' | 'country'>,
  now: Instant,
  policy: MailPolicy,
  calendars: Calendars,
): Instant {
  if (intent.class === 'answer') return now;
  const cooled = later(now, coolOffMs(policy.mail.coolOff));
  if (intent.class === 'letter') return inWindow(cooled, recipient, policy, calendars);
  const at =
    intent.atOnce === true
      ? inWindow(later(now, undoHoldMs), recipient, policy, calendars)
      : nextDigest(intent.direction === 'now' ? cooled : now, recipient, policy, calendars);
  if (intent.direction !== 'before' || intent.endsAt === undefined || at < intent.endsAt) return at;
  const sooner = inWindow(now, recipient, policy, calendars);
  return sooner < intent.endsAt ? sooner : now;
}

function inWindow(at: Instant, recipient: Pick<Recipient, 'zone' | 'country'>, { mail }: MailPolicy, calendars: Calendars): Instant {
  return nextInWindow(at, mail.window, recipient.zone, recipient.country, calendars);
}

function nextDigest(
  earliest: Instant,
  { zone, country }: Pick<Recipient, 'zone' | 'country'>,
  policy: MailPolicy,
  calendars: Calendars,
): Instant {
  const today = localDateOf(earliest, zone);
  const date = nextWorkingDay(today, [country], calendars);
  const at = digestInstant(date, zone, policy);
  if (at >= earliest) return at;
  return digestInstant(nextWorkingDay(addDays(date, 1), [country], calendars), zone, policy);
}
