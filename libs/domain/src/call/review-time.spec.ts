import type { Calendars, CalendarDay } from '../calendar/calendar-table';
import { defaultPolicy } from '../policy/policy';
import { reviewTime } from './review-time';

const day =
  (kind: CalendarDay['kind']) =>
  (date: string): CalendarDay => ({ date, kind, name: 'listed', status: 'official' });
const october = (year: number, days: number[]): string[] => days.map((one) => `${year}-10-0${one}`);

/** Golden Week and the worked weekends around it. */
const calendars: Calendars = {
  years: [
    {
      country: 'CN',
      year: 2025,
      version: 1,
      days: [...october(2025, [1, 2, 3, 4, 5, 6, 7, 8]).map(day('off')), ...['2025-09-28', '2025-10-11'].map(day('work'))],
    },
    {
      country: 'CN',
      year: 2026,
      version: 1,
      days: ['2026-09-25', ...october(2026, [1, 2, 3, 4, 5, 6, 7])].map(day('off')).concat(['2026-09-20', '2026-10-10'].map(day('work'))),
    },
  ],
};
const due = (closesAt: string, policy = defaultPolicy): string[] =>
  reviewTime(closesAt, { policy, calendars }).steps.map((step) => step.because.dueOn);

describe('the time from closing to the last score sheet', () => {
  it('of 2025 ends after Golden Week: check 5, correction 19, second check 26 September, scores 13 October', () => {
    expect(due('2025-08-31T09:00:00.000Z')).toEqual(['2025-09-05', '2025-09-19', '2025-09-26', '2025-10-13']);
  });

  it('of 2026 counts the worked Sunday: 7, 20 and 28 September, 13 October', () => {
    expect(due('2026-08-31T09:00:00.000Z')).toEqual(['2026-09-07', '2026-09-20', '2026-09-28', '2026-10-13']);
  });

  it('says by how many working days it leaves the promised month', () => {
    const time = reviewTime('2025-08-31T09:00:00.000Z', { policy: defaultPolicy, calendars });
    expect(time).toMatchObject({ closesOn: '2025-08-31', until: '2025-09-30', workingDaysOver: 4 });
    const quick = { ...defaultPolicy, review: { ...defaultPolicy.review, scoring: '1wd' } };
    expect(reviewTime('2025-08-31T09:00:00.000Z', { policy: quick, calendars }).workingDaysOver).toBe(0);
  });

  it('counts the promised month from the closing of this call: the month after August, and so the month after November', () => {
    const time = reviewTime('2025-11-14T09:00:00.000Z', { policy: defaultPolicy, calendars });
    expect(time).toMatchObject({ until: '2025-12-31', workingDaysOver: 0 });
    const early = { ...defaultPolicy, call: { ...defaultPolicy.call, closes: '12-15T17:00' as const, checkAndReviewMonth: 1 } };
    expect(reviewTime('2025-12-15T09:00:00.000Z', { policy: early, calendars }).until).toBe('2026-01-31');
  });

  it('names the policy key of each step', () => {
    const { steps } = reviewTime('2025-08-31T09:00:00.000Z', { policy: defaultPolicy, calendars });
    expect(steps.map(({ step, policyKey }) => `${step} ${policyKey}`)).toEqual([
      'check check.officer',
      'correction check.correction',
      'second-check check.secondCheck',
      'scoring review.scoring',
    ]);
  });
});
