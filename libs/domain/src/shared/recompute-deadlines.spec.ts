import type { Calendars } from '../calendar/calendar-table';
import { defaultPolicy } from '../policy/policy';
import { context, runClock } from '../spec-kit';
import { aProject, morning, people } from '../project/project.builder';
import type { ProjectState } from '../project/project.state';
import { nextSeries } from './make-deadline';
import { recomputeDeadlines } from './recompute-deadlines';

/** In operation, with the report of 2026 due on Wednesday 31 March 2027. */
const operating = (): ProjectState => runClock(aProject().at('operating'), morning('2027-01-10'));
const off = (...dates: string[]): Calendars => ({
  years: [
    {
      country: 'CN',
      year: 2027,
      version: dates.length,
      days: dates.map((date) => ({ date, kind: 'off', name: 'new holiday', status: 'official' })),
    },
  ],
});
const moved = (state: ProjectState, calendars: Calendars, policy = defaultPolicy) =>
  recomputeDeadlines(state, context(morning('2027-01-11'), people.clock, { calendars, policy })).flatMap((event) =>
    event.type === 'DeadlineMoved' ? [event.deadline] : [],
  );

describe('a change of calendars', () => {
  it('moves a fixed date that is a day off now, with its consequences, as a new series', () => {
    const [report, ...others] = moved(operating(), off('2027-03-31'));
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      ladder: 'report',
      object: '2026',
      dueOn: '2027-04-01',
      series: 2,
      because: { rolledFrom: '2027-03-31' },
    });
    expect(report?.consequences[0]).toMatchObject({ code: 'mark-report-overdue', at: '2027-04-01T16:00:00.000Z' });
  });

  it('counts a second move from the date of the rule, not from the day the first one led to', () => {
    const state = operating();
    const once = moved(state, off('2027-03-31'));
    const later = {
      ...state,
      deadlines: state.deadlines.map((d) => once.find((m) => m.ladder === d.ladder && m.object === d.object) ?? d),
    };
    expect(moved(later, off('2027-03-31', '2027-04-01'))).toMatchObject([
      { dueOn: '2027-04-02', series: 3, because: { rolledFrom: '2027-03-31' } },
    ]);
    expect(moved(later, off())).toEqual([]);
  });

  it('never brings again what the clock has done at the date’s end; what it has not done moves with the date', () => {
    const overdue = runClock(operating(), morning('2027-04-05'));
    const [report] = moved(overdue, off('2027-03-31'));
    expect(report?.consequences.map((c) => c.code)).toEqual(['warn-missing-report', 'suspend-missing-report']);
    expect(report?.consequences[0]?.at).toBe('2027-05-31T16:00:00.000Z');
  });

  it('leaves a report where it is when the policy does not roll reports', () => {
    const report = { ...defaultPolicy.report, roll: 'none' as const };
    expect(moved(operating(), off('2027-03-31'), { ...defaultPolicy, report })).toEqual([]);
  });
});

describe('the number of the next series', () => {
  const deadline = { ladder: 'report', object: '2026', series: 2 } as Parameters<typeof nextSeries>[1];

  it('is above every one the deadline has had, also one that was taken back, and above its own where none was counted', () => {
    expect(nextSeries({ series: { 'report/2026': 4 } }, deadline)).toBe(5);
    expect(nextSeries({ series: {} }, deadline)).toBe(3);
  });
});
