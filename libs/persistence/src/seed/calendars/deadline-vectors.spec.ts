import {
  addWorkingDays,
  dueAfter,
  escalationDate,
  fixedDue,
  nextInWindow,
  reminderDate,
  remainingUnits,
  resumeDue,
  windowInstant,
  zoneOf,
  type CalendarSet,
  type Calendars,
  type Country,
} from '@app/domain';
import { seedCalendars } from './index';

const calendars: Calendars = { years: seedCalendars };

function rolling(set: CalendarSet) {
  return { set, roll: 'next' as const, calendars };
}

describe('counting time by the holidays of 2025 and 2026', () => {
  it.each<[string, string, CalendarSet, string, string]>([
    ['2025-10-09', '5wd', ['CN'], '2025-10-15', 'Saturday 11 October works'],
    ['2026-10-08', '5wd', ['CN'], '2026-10-14', 'Saturday 10 October works'],
    ['2026-02-13', '5wd', ['CN'], '2026-02-27', 'Saturday 14 February works, 15-23 off'],
    ['2025-09-26', '5wd', ['CN'], '2025-10-10', 'Sunday 28 September works, 1-8 October off'],
    ['2026-04-30', '5wd', ['CN'], '2026-05-11', '1-5 May off, Saturday 9 May works'],
    ['2026-09-30', '5wd', ['CN'], '2026-10-13', 'Golden Week, Saturday 10 October works'],
    ['2026-09-30', '5wd', ['CN', 'KH'], '2026-10-16', 'Pchum Ben and 15 October also off'],
    ['2026-08-28', '3wd', ['CN', 'VN'], '2026-09-07', 'Viet Nam off 31 August to 2 September'],
    ['2026-08-28', '3wd', ['CN'], '2026-09-02', 'China alone'],
    ['2026-01-08', '2wd', ['VN'], '2026-01-10', 'Saturday 10 January worked in Viet Nam'],
    ['2026-01-08', '2wd', ['CN', 'VN'], '2026-01-12', 'but not in China'],
    ['2025-09-01', '30d', ['CN'], '2025-10-09', '1 October is a holiday, rolls'],
    ['2026-01-16', '30d', ['CN'], '2026-02-24', '15 February rolls over Spring Festival'],
    ['2025-11-30', '3mo', ['CN'], '2026-02-28', 'month end, a worked Saturday: no roll'],
    ['2026-09-30', '15wd', ['CN'], '2026-10-27', 'progress sheet of Q3 2026'],
    ['2026-06-30', '15wd', ['CN'], '2026-07-21', 'progress sheet of Q2 2026'],
    ['2026-03-31', '15wd', ['CN'], '2026-04-22', 'progress sheet of Q1 2026'],
    ['2025-12-31', '15wd', ['CN'], '2026-01-22', 'progress sheet of Q4 2025'],
  ])('%s + %s (%j) = %s: %s', (start, period, set, due) => {
    expect(dueAfter(start, period, rolling(set)).dueOn).toBe(due);
  });

  it('ends a term of 5 years on the matching day, without roll', () => {
    expect(dueAfter('2026-01-14', '5y', { set: ['CN'], roll: 'none', calendars }).dueOn).toBe('2031-01-14');
  });

  it('explains 5 working days from 9 October 2025', () => {
    const found = dueAfter('2025-10-09', '5wd', rolling(['CN']));
    expect(found.worked).toEqual([{ date: '2025-10-11', country: 'CN', name: '周六补班 make-up Saturday' }]);
    expect(found.skipped).toEqual([{ date: '2025-10-12', reason: 'weekend' }]);
  });

  it('explains that 28 February 2026 is a worked Saturday', () => {
    const found = dueAfter('2025-11-30', '3mo', rolling(['CN']));
    expect(found.rolledFrom).toBeUndefined();
    expect(found.worked).toEqual([{ date: '2026-02-28', country: 'CN', name: '周六补班 make-up Saturday' }]);
  });

  it('falls back to weekends for a year without a table, and says so', () => {
    const found = dueAfter('2026-12-30', '5wd', rolling(['CN', 'LA']));
    expect(found.dueOn).toBe('2027-01-06');
    expect(found.provisionalYears).toEqual([
      { country: 'CN', year: 2027 },
      { country: 'LA', year: 2027 },
    ]);
    expect(fixedDue('2028-03-31', rolling(['CN'])).provisionalYears).toEqual([{ country: 'CN', year: 2028 }]);
  });

  it('stops the clock in a hold', () => {
    expect(addWorkingDays('2026-03-02', 10, ['CN'], calendars).dueOn).toBe('2026-03-16');
    const left = remainingUnits('2026-03-02', '10wd', '2026-03-05', rolling(['CN']));
    expect(left).toBe(7);
    expect(resumeDue('2026-04-07', '10wd', left, rolling(['CN'])).dueOn).toBe('2026-04-16');
  });
});

describe('days and hours of mails by the holidays of 2025 and 2026', () => {
  it('sends T-7 to Myanmar before Thingyan', () => {
    expect(reminderDate('2026-04-22', 7, 'MM', calendars)).toBe('2026-04-10');
  });

  it.each<[string, number, Country, string]>([
    ['2026-04-10', 3, 'MM', '2026-04-24'],
    ['2026-04-10', 3, 'CN', '2026-04-15'],
    ['2026-04-10', 3, 'LA', '2026-04-20'],
    ['2026-04-10', 3, 'TH', '2026-04-20'],
    ['2026-08-28', 3, 'VN', '2026-09-07'],
    ['2026-08-28', 3, 'CN', '2026-09-02'],
    ['2025-12-31', 3, 'VN', '2026-01-07'],
    ['2026-10-09', 2, 'KH', '2026-10-14'],
    ['2026-10-09', 2, 'CN', '2026-10-12'],
  ])('after %s, +%i for %s is %s', (due, days, country, sentOn) => {
    expect(escalationDate(due, days, country, calendars)).toBe(sentOn);
  });

  it('opens the window of Yangon at 10:30 Beijing', () => {
    const window = { from: '09:00', to: '16:30' };
    expect(windowInstant('2026-04-10', window, zoneOf('MM'))).toBe('2026-04-10T02:30:00.000Z');
    expect(nextInWindow('2026-04-10T10:00:00.000Z', window, zoneOf('MM'), 'MM', calendars)).toBe('2026-04-22T02:30:00.000Z');
  });
});
