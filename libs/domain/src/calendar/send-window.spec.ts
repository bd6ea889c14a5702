import type { Calendars } from './calendar-table';
import { escalationDate, escalationSet, nextInWindow, reminderDate, windowInstant } from './send-window';

// Thursday 16 and Friday 17 April 2026 are off in MM, Monday 20 April in CN.
const calendars: Calendars = {
  years: [
    { country: 'CN', year: 2026, version: 1, days: [{ date: '2026-04-20', kind: 'off', name: 'CN holiday', status: 'official' }] },
    {
      country: 'MM',
      year: 2026,
      version: 1,
      days: ['2026-04-16', '2026-04-17'].map((date) => ({ date, kind: 'off', name: 'Thingyan', status: 'provisional' })),
    },
  ],
};
const window = { from: '09:00', to: '16:30' };
const zone = 'Asia/Yangon';

describe('dates of mails', () => {
  it('moves a reminder earlier, over holidays of the recipient only', () => {
    expect(reminderDate('2026-04-24', 7, 'MM', calendars)).toBe('2026-04-15');
    expect(reminderDate('2026-04-24', 7, 'CN', calendars)).toBe('2026-04-17');
    expect(reminderDate('2026-04-22', 0, 'MM', calendars)).toBe('2026-04-22');
  });

  it('counts escalation days on which both Kunming and the recipient work', () => {
    expect(escalationSet('CN')).toEqual(['CN']);
    expect(escalationSet('MM')).toEqual(['CN', 'MM']);
    expect(escalationDate('2026-04-15', 2, 'MM', calendars)).toBe('2026-04-22');
    expect(escalationDate('2026-04-15', 2, 'CN', calendars)).toBe('2026-04-17');
  });

  it('calls nothing late on its due date', () => {
    expect(escalationDate('2026-04-15', 0, 'CN', calendars)).toBe('2026-04-16');
    expect(escalationDate('2026-04-15', 0, 'MM', calendars)).toBe('2026-04-21');
  });
});

describe('hours of mails', () => {
  it('opens 09:00-16:30 in Yangon from 02:30 to 10:00 UTC', () => {
    expect(windowInstant('2026-04-15', window, zone)).toBe('2026-04-15T02:30:00.000Z');
  });

  it.each([
    ['inside the window: at once', '2026-04-15T05:00:00.000Z', '2026-04-15T05:00:00.000Z'],
    ['at its first instant', '2026-04-15T02:30:00.000Z', '2026-04-15T02:30:00.000Z'],
    ['before it: when it opens', '2026-04-14T20:00:00.000Z', '2026-04-15T02:30:00.000Z'],
    ['in its last second', '2026-04-15T09:59:59.999Z', '2026-04-15T09:59:59.999Z'],
    ['at its end: the next working day', '2026-04-15T10:00:00.000Z', '2026-04-20T02:30:00.000Z'],
    ['on a holiday', '2026-04-16T05:00:00.000Z', '2026-04-20T02:30:00.000Z'],
    ['on a weekend', '2026-04-18T05:00:00.000Z', '2026-04-20T02:30:00.000Z'],
  ])('%s', (_, at, sentAt) => {
    expect(nextInWindow(at, window, zone, 'MM', calendars)).toBe(sentAt);
  });
});
