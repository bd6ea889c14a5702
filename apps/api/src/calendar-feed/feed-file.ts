import type { FeedContent, FeedEvent, OpenTaskRow } from '@app/persistence';
import { mailWords, type SpokenLanguage } from '@app/platform';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

const refreshSeconds = 3_600;
const lastMinutes = 30;

/** A task with a date, as a calendar shows it: the last half hour before its end. Nothing for one without a date. */
export function feedDate(row: OpenTaskRow, language: SpokenLanguage, publicUrl: string): { uid: string; content: FeedContent } | undefined {
  const { kind, id, task, reference } = row;
  if (task.endsAt === undefined) return undefined;
  return {
    uid: `${kind}/${id}/${task.key}`,
    content: {
      startsAt: new Date(Date.parse(task.endsAt) - lastMinutes * 60_000).toISOString(),
      endsAt: task.endsAt,
      summary: [reference, actOf(task, language)].filter((one) => one !== null && one !== '').join(' '),
      description: titleOf(row, language),
      url: `${publicUrl}/tasks`,
    },
  };
}

function actOf({ ladder, command }: OpenTaskRow['task'], language: SpokenLanguage): string {
  const words = mailWords[language];
  return words.ladders[ladder ?? '']?.act ?? words.commands[command ?? ''] ?? '';
}

function titleOf({ titleZh, titleEn }: OpenTaskRow, language: SpokenLanguage): string {
  const [first, second] = language === 'en' ? [titleEn, titleZh] : [titleZh, titleEn];
  return first ?? second ?? '';
}

/** The feed as a calendar file: UTC, UIDs that stay, a number that rises with each change, and dates that were called off marked as such. */
export function feedFile(events: FeedEvent[], language: SpokenLanguage, host: string): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    name: language === 'en' ? 'Lancang-Mekong Workshops' : '澜湄工坊',
    prodId: { company: 'Gongfang', product: 'calendar feed', language: language === 'en' ? 'EN' : 'ZH' },
    ttl: refreshSeconds,
  });
  for (const { uid, sequence, content, changedAt, cancelled } of events) {
    calendar.createEvent({
      id: `${uid}@${host}`,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      start: new Date(content.startsAt),
      end: new Date(content.endsAt),
      summary: content.summary,
      description: content.description,
      url: content.url,
      ...(cancelled ? { status: ICalEventStatus.CANCELLED } : { status: ICalEventStatus.CONFIRMED }),
    });
  }
  return calendar.toString();
}
