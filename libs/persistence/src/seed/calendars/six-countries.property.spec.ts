import fc from 'fast-check';
import {
  addDays,
  countries,
  dueAfter,
  endOfDay,
  escalationDate,
  instantAt,
  isWorkingDay,
  localDateOf,
  localTimeOf,
  nextInWindow,
  nextWorkingDay,
  previousWorkingDay,
  reminderDate,
  remainingUnits,
  resumeDue,
  workingDaysBetween,
  zoneOf,
  type Calendars,
} from '@app/domain';
import { seedCalendars } from './index';

const calendars: Calendars = { years: seedCalendars };
/** Also past the last table, where weekends alone count. */
const dates = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
const sets = fc.uniqueArray(fc.constantFrom(...countries), { minLength: 1, maxLength: 6 });
const country = fc.constantFrom(...countries);
const units = fc.constantFrom('wd', 'd', 'mo', 'y');
const periods = fc
  .tuple(fc.integer({ min: 1, max: 60 }), units)
  .map(([count, unit]) => `${unit === 'y' ? Math.ceil(count / 20) : count}${unit}`);

describe('dates in every country', () => {
  it('a due date that rolls is a working day of the whole set, after the start, and explained', () => {
    fc.assert(
      fc.property(dates, periods, sets, (start, period, set) => {
        const found = dueAfter(start, period, { set, roll: 'next', calendars });
        expect(isWorkingDay(found.dueOn, set, calendars)).toBe(true);
        expect(found.dueOn > start).toBe(true);
        for (const day of found.skipped) expect(isWorkingDay(day.date, set, calendars)).toBe(false);
        for (const day of found.worked) expect(isWorkingDay(day.date, set, calendars)).toBe(true);
      }),
    );
  });

  it('more working days never end earlier, each working day counts once, more countries never end earlier', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), sets, country, (start, n, set, other) => {
        const due = dueAfter(start, `${n}wd`, { set, roll: 'next', calendars }).dueOn;
        expect(dueAfter(start, `${n + 1}wd`, { set, roll: 'next', calendars }).dueOn > due).toBe(true);
        expect(workingDaysBetween(start, due, set, calendars)).toBe(n);
        expect(dueAfter(start, `${n}wd`, { set: [...set, other], roll: 'next', calendars }).dueOn >= due).toBe(true);
      }),
    );
  });

  it('a hold costs nobody time: units left and used make the whole, and resuming at once changes nothing', () => {
    fc.assert(
      fc.property(dates, periods, sets, fc.nat(90), fc.nat(200), (start, period, set, heldAfter, pause) => {
        const options = { set, roll: 'next' as const, calendars };
        const due = dueAfter(start, period, options).dueOn;
        const held = addDays(start, heldAfter);
        fc.pre(held <= due);
        const left = remainingUnits(start, period, held, options);
        expect(resumeDue(held, period, left, options).dueOn).toBe(due);
        const resumed = resumeDue(addDays(held, pause), period, left, options);
        expect(resumed.dueOn >= due).toBe(true);
        expect(remainingUnits(resumed.startOn, resumed.period, resumed.startOn, options)).toBeGreaterThanOrEqual(left);
      }),
    );
  });

  it('moving to a working day moves as little as possible', () => {
    fc.assert(
      fc.property(dates, sets, (date, set) => {
        const next = nextWorkingDay(date, set, calendars);
        const previous = previousWorkingDay(date, set, calendars);
        expect(previous <= date && date <= next).toBe(true);
        expect(workingDaysBetween(previous, next, set, calendars)).toBe(previous === next ? 0 : 1);
      }),
    );
  });

  it('reminders are sent before their day, escalations after the due date, both on working days of the recipient', () => {
    fc.assert(
      fc.property(dates, fc.nat(90), country, (due, n, to) => {
        const reminder = reminderDate(due, n, to, calendars);
        expect(reminder <= addDays(due, -n)).toBe(true);
        const escalation = escalationDate(due, n, to, calendars);
        expect(escalation > due).toBe(true);
        expect([reminder, escalation].every((date) => isWorkingDay(date, [to], calendars))).toBe(true);
        expect(isWorkingDay(escalation, ['CN'], calendars)).toBe(true);
      }),
    );
  });

  it('a send time lies in the window of a working day, never before it was asked for, and asking again changes nothing', () => {
    const window = { from: '09:00', to: '16:30' };
    fc.assert(
      fc.property(dates, fc.nat(86_399), country, (date, second, to) => {
        const at = new Date(Date.parse(`${date}T00:00:00.000Z`) + second * 1000).toISOString();
        const sentAt = nextInWindow(at, window, zoneOf(to), to, calendars);
        const time = localTimeOf(sentAt, zoneOf(to));
        expect(sentAt >= at && time >= window.from && time < window.to).toBe(true);
        expect(isWorkingDay(localDateOf(sentAt, zoneOf(to)), [to], calendars)).toBe(true);
        expect(nextInWindow(sentAt, window, zoneOf(to), to, calendars)).toBe(sentAt);
      }),
    );
  });

  it('local date and time name one instant and back; a day ends where the next begins', () => {
    fc.assert(
      fc.property(dates, fc.nat(23), fc.nat(59), country, (date, hour, minute, where) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const at = instantAt(date, time, zoneOf(where));
        expect([localDateOf(at, zoneOf(where)), localTimeOf(at, zoneOf(where))]).toEqual([date, time]);
        expect(endOfDay(date, zoneOf(where))).toBe(instantAt(addDays(date, 1), '00:00', zoneOf(where)));
      }),
    );
  });
});
