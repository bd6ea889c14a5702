import type { Calendars } from '../calendar/calendar-table';
import { defaultPolicy } from '../policy/policy';
import { coolOffMs, digestInstant, sendTime } from './send-time';

// Thingyan 2026 in Myanmar; everybody else works.
const calendars: Calendars = {
  years: [
    {
      country: 'MM',
      year: 2026,
      version: 1,
      days: ['2026-04-15', '2026-04-16', '2026-04-17'].map((date) => ({ date, kind: 'off', name: 'Thingyan', status: 'provisional' })),
    },
  ],
};
const yangon = { zone: 'Asia/Yangon', country: 'MM' as const };
const kunming = { zone: 'Asia/Shanghai', country: 'CN' as const };
const notice = { class: 'notice' as const, direction: 'now' as const };

describe('a cool-off', () => {
  it('is minutes, hours or days', () => {
    expect([coolOffMs('30min'), coolOffMs('2h'), coolOffMs('1d')]).toEqual([1_800_000, 7_200_000, 86_400_000]);
    expect(() => coolOffMs('5wd')).toThrow('not a cool-off');
  });
});

describe('the digest of a day', () => {
  it('leaves after the window has opened in Yangon too, the last of the six', () => {
    expect(digestInstant('2026-04-20', 'Asia/Shanghai', defaultPolicy)).toBe('2026-04-20T03:00:00.000Z');
    expect(digestInstant('2026-04-20', 'Asia/Yangon', defaultPolicy)).toBe('2026-04-20T03:00:00.000Z');
  });

  it('waits for a reader further west', () => {
    expect(digestInstant('2026-04-20', 'Europe/Berlin', defaultPolicy)).toBe('2026-04-20T07:30:00.000Z');
  });
});

describe('when a mail leaves', () => {
  it.each([
    [
      'an answer at once, at night and on a holiday',
      { class: 'answer' as const, direction: 'now' as const },
      yangon,
      '2026-04-15T20:00:00.000Z',
      '2026-04-15T20:00:00.000Z',
    ],
    [
      'what somebody sends by hand within working hours, once the page no longer offers to undo it',
      { class: 'notice' as const, direction: 'before' as const, atOnce: true as const },
      kunming,
      '2026-04-20T02:00:00.000Z',
      '2026-04-20T02:00:20.000Z',
    ],
    [
      'what somebody sends by hand at night in the morning, not with the digest',
      { class: 'notice' as const, direction: 'after' as const, atOnce: true as const },
      kunming,
      '2026-04-20T12:00:00.000Z',
      '2026-04-21T01:00:00.000Z',
    ],
    [
      'a letter after the cool-off',
      { class: 'letter' as const, direction: 'now' as const },
      kunming,
      '2026-04-20T02:00:00.000Z',
      '2026-04-20T02:30:00.000Z',
    ],
    [
      'a letter not after working hours',
      { class: 'letter' as const, direction: 'now' as const },
      kunming,
      '2026-04-20T08:10:00.000Z',
      '2026-04-21T01:00:00.000Z',
    ],
    ['a notice with the digest of the day', notice, kunming, '2026-04-20T02:00:00.000Z', '2026-04-20T03:00:00.000Z'],
    ['a notice still cooling at the digest: the next day', notice, kunming, '2026-04-20T02:31:00.000Z', '2026-04-21T03:00:00.000Z'],
    ['a notice after the reader’s holidays', notice, yangon, '2026-04-14T10:00:00.000Z', '2026-04-20T03:00:00.000Z'],
    ['a notice over the weekend', notice, kunming, '2026-04-17T10:00:00.000Z', '2026-04-20T03:00:00.000Z'],
  ])('%s', (_, intent, reader, now, at) => {
    expect(sendTime(intent, reader, now, defaultPolicy, calendars)).toBe(at);
  });

  it('a reminder planned for the opening where its owner lives leaves on that day', () => {
    const reminder = { class: 'notice' as const, direction: 'before' as const, endsAt: '2026-04-22T16:00:00.000Z' };
    // Friday 10 April: T-7 of 22 April for Myanmar, moved before Thingyan.
    expect(sendTime(reminder, yangon, '2026-04-10T02:44:00.000Z', defaultPolicy, calendars)).toBe('2026-04-10T03:00:00.000Z');
  });

  it('a reminder that would miss its deadline leaves in the open window, else at once', () => {
    const reminder = { class: 'notice' as const, direction: 'before' as const, endsAt: '2026-04-20T09:00:00.000Z' };
    expect(sendTime(reminder, kunming, '2026-04-20T06:00:00.000Z', defaultPolicy, calendars)).toBe('2026-04-20T06:00:00.000Z');
    expect(sendTime(reminder, kunming, '2026-04-20T08:45:00.000Z', defaultPolicy, calendars)).toBe('2026-04-20T08:45:00.000Z');
  });

  it('an overdue mail moves later, whatever its deadline', () => {
    const overdue = { class: 'notice' as const, direction: 'after' as const, endsAt: '2026-04-14T16:00:00.000Z' };
    expect(sendTime(overdue, yangon, '2026-04-15T02:40:00.000Z', defaultPolicy, calendars)).toBe('2026-04-20T03:00:00.000Z');
  });
});
