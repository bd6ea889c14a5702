import type { Instant } from '@app/domain';
import type { SpokenLanguage } from '@app/platform';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { headerText } from './header-text';
import type { MailMatter, MailReader } from './mail-data';
import { messageIdOf } from './message-id';
import { spokenTo } from './mail-parts';

/** A date of a mail as a calendar keeps it. */
interface CalendarDate {
  uidKey: string;
  startsAt: Instant;
  minutes: number;
  sequence: number;
}

/** The date of a matter: a defence with its length, else the end of the deadline; nothing for a mail without a date to come. */
export function calendarDateOf({ entity, intent, datedAt }: MailMatter): CalendarDate | undefined {
  const defenceAt = intent.values['defenceAt'];
  if (typeof defenceAt === 'string') {
    return {
      uidKey: `${entity.kind}/${entity.id}/defence`,
      startsAt: defenceAt,
      minutes: Number(intent.values['minutes'] ?? 20),
      sequence: intent.series,
    };
  }
  if (intent.endsAt === undefined || intent.endsAt <= datedAt) return undefined;
  const ladder = String(intent.values['ladder'] ?? intent.rule);
  return { uidKey: `${entity.kind}/${entity.id}/${ladder}/${intent.object}`, startsAt: intent.endsAt, minutes: 0, sequence: intent.series };
}

/**
 * The calendar file of a mail, in UTC, with a UID that stays the same when the date moves (SEQUENCE is its series), so a calendar replaces the old
 * entry. Undefined when no matter has a date. The same matters give the same bytes.
 */
export function calendarFile(matters: { matter: MailMatter; act: string }[], reader: MailReader, domain: string): string | undefined {
  const language: SpokenLanguage = spokenTo(reader);
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Gongfang', product: 'mail desk', language: language === 'zh-CN' ? 'ZH' : 'EN' },
  });
  for (const { matter, act } of matters) {
    const date = calendarDateOf(matter);
    if (date === undefined) continue;
    const start = new Date(date.startsAt);
    calendar.createEvent({
      id: messageIdOf(date.uidKey, domain).slice(1, -1),
      sequence: date.sequence,
      stamp: new Date(matter.datedAt),
      start,
      end: new Date(start.getTime() + date.minutes * 60_000),
      summary: headerText(`${String(matter.intent.values['ref'])} ${act}`),
      url: matter.actionUrl,
    });
  }
  return calendar.length() === 0 ? undefined : calendar.toString();
}
