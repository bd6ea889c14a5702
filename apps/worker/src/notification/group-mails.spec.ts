import fc from 'fast-check';
import type { NotificationClass } from '@app/domain';
import type { NeededMail } from './ask-again';
import { groupMails } from './group-mails';

function needed(id: number, kind: NotificationClass, personId: string, roomId: string | null): NeededMail {
  return {
    mail: { id: String(id), key: `key-${id}`, class: kind, personId, roomId },
    about: { now: '2026-03-03T20:00:00.000Z' },
    reader: { zone: 'Asia/Shanghai' },
  } as unknown as NeededMail;
}

const rows = fc.array(
  fc.tuple(
    fc.constantFrom<NotificationClass>('letter', 'answer', 'notice'),
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom(null, 'r1', 'r2'),
  ),
  { maxLength: 40 },
);

describe('what goes into one mail', () => {
  it('each row is in exactly one mail; one reader, one room; letters and answers alone', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const mails = list.map(([kind, person, room], i) => needed(i, kind, person, room));
        const groups = groupMails(mails);
        expect(groups.flatMap((group) => group.mails.map((one) => one.mail.id)).sort()).toEqual(mails.map((one) => one.mail.id).sort());
        expect(new Set(groups.map((group) => group.key)).size).toBe(groups.length);
        for (const { mails: members } of groups) {
          expect(new Set(members.map(({ mail }) => `${mail.personId}/${mail.roomId ?? ''}`)).size).toBe(1);
          if (members.length > 1) expect(members.every(({ mail }) => mail.class === 'notice')).toBe(true);
        }
      }),
    );
  });

  it('a digest is named by reader and his day, in a room by the room too', () => {
    const two = (room: string | null): NeededMail[] => [needed(1, 'notice', 'a', room), needed(2, 'notice', 'a', room)];
    expect(groupMails(two(null))[0]).toMatchObject({ key: 'digest/a/2026-03-04', digestOn: '2026-03-04' });
    expect(groupMails(two('r1'))[0]?.key).toBe('digest/a/2026-03-04/room-r1');
    const unknown = two(null).map((one) => ({ ...one, reader: undefined }));
    expect(groupMails(unknown)[0]?.key).toBe('digest/a/2026-03-04');
  });
});
