import { axisRange, dateOfDay, dayNumber, daysOff, monthTicks } from './time-axis';

const milestone = (plannedOn: string, more: object = {}): Parameters<typeof axisRange>[0][number] => ({
  code: 'M1',
  weight: 1,
  plannedOn,
  forecastOn: plannedOn,
  evidence: [],
  state: 'open',
  ...more,
});

describe('the time axis of milestones', () => {
  it('counts whole days, whatever clock changes', () => {
    expect(dayNumber('2026-03-30') - dayNumber('2026-03-28')).toBe(2);
    expect(dateOfDay(dayNumber('2026-02-28') + 1)).toBe('2026-03-01');
  });

  it('holds every date, and today where it lies near', () => {
    const some = [milestone('2026-03-01', { actualOn: '2026-02-20' }), milestone('2026-06-01')];
    const range = axisRange(some, '2026-12-31', '2026-05-01');
    expect([dateOfDay(range.from), dateOfDay(range.to)]).toEqual(['2026-02-13', '2027-01-07']);
    expect(dateOfDay(axisRange(some, undefined, '2029-01-01').to)).toBe('2026-06-08');
    expect(dateOfDay(axisRange(some, undefined, '2026-07-01').to)).toBe('2026-07-08');
  });

  it('names so many months as have room', () => {
    const range = { from: dayNumber('2026-01-15'), to: dayNumber('2027-01-15') };
    expect(monthTicks(range, 12).map(dateOfDay)).toHaveLength(12);
    expect(monthTicks(range, 4).map(dateOfDay)).toEqual(['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01']);
  });

  it('puts days off together where they touch, across countries; other closings are not shaded', () => {
    const day = (country: string, date: string, kind = 'off', name = 'New Year') => ({ country, date, kind, name });
    const bands = daysOff([
      day('CN', '2026-01-02'),
      day('CN', '2026-01-01'),
      day('LA', '2026-01-01'),
      day('LA', '2026-01-20', 'off', 'Army Day'),
      day('LA', '2026-01-10', 'bank'),
    ]);
    expect(bands).toEqual([
      { from: dayNumber('2026-01-01'), to: dayNumber('2026-01-02'), countries: ['CN', 'LA'], names: ['New Year'] },
      { from: dayNumber('2026-01-20'), to: dayNumber('2026-01-20'), countries: ['LA'], names: ['Army Day'] },
    ]);
  });
});
