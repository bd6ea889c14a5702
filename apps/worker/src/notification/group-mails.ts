import { localDateOf, type LocalDate } from '@app/domain';
import type { NeededMail } from './ask-again';

/** What goes to one person in one mail. */
export interface MailGroup {
  /** Key of its one row; of a digest, without the number that a second one of a day gets. */
  key: string;
  mails: [NeededMail, ...NeededMail[]];
  /** Day of a digest where its reader lives. */
  digestOn?: LocalDate;
}

/**
 * Puts mails together: letters and answers leave alone; all notices for one reader are his digest of the day, or a mail of its own when there is
 * only one or he wants it so. Rooms are kept apart from each other and from the real programme.
 */
export function groupMails(needed: NeededMail[]): MailGroup[] {
  const alone = needed.filter((one) => !waitsForDigest(one)).map(single);
  const readers = new Map<string, [NeededMail, ...NeededMail[]]>();
  for (const one of needed.filter(waitsForDigest)) {
    const reader = `${one.mail.personId}/${one.mail.roomId ?? ''}`;
    const known = readers.get(reader);
    if (known === undefined) readers.set(reader, [one]);
    else known.push(one);
  }
  return [...alone, ...[...readers.values()].map((mails) => (mails.length === 1 ? single(mails[0]) : digest(mails)))];
}

/** Letters and answers leave alone, and so do the notices of whoever wants each in a mail of its own. */
function waitsForDigest({ mail, reader }: NeededMail): boolean {
  return mail.class === 'notice' && reader?.digest !== 'off';
}

function single(one: NeededMail): MailGroup {
  return { key: one.mail.key, mails: [one] };
}

function digest(mails: [NeededMail, ...NeededMail[]]): MailGroup {
  const [{ mail, about, reader }] = mails;
  const digestOn = localDateOf(about.now, reader?.zone ?? 'Asia/Shanghai');
  const room = mail.roomId === null ? '' : `/room-${mail.roomId}`;
  return { key: `digest/${mail.personId}/${digestOn}${room}`, mails, digestOn };
}
