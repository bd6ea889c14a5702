import type { Calendars } from '../calendar/calendar-table';
import { defaultPolicy, type LadderStep, type Policy } from '../policy/policy';
import type { Deadline } from './deadline';
import { makeDeadline } from './make-deadline';
import { planDeadlines } from './plan-deadlines';

const none: Calendars = { years: [] };
/** Due on Friday 26 September 2025 by somebody in Laos. */
const deadline = (setAt = '2025-08-01T02:00:00.000Z'): Deadline =>
  makeDeadline(
    {
      ladder: 'kickOff',
      object: '-',
      fixedOn: '2025-09-26',
      set: ['CN'],
      policyKey: 'construction.kickOff',
      owner: { role: 'AC' },
      country: 'LA',
    },
    undefined,
    { now: setAt, calendars: none },
  );
const step = (name: string, level: LadderStep['level'] = 'L0'): LadderStep => ({ step: name, level, to: ['owner'] });
const withSteps = (...steps: LadderStep[]): Policy => ({
  ...defaultPolicy,
  ladder: { ...defaultPolicy.ladder, kickOff: { steps, calendar: 'contract' } },
});
const planned = (policy: Policy, d = deadline(), calendars = none): string[] =>
  planDeadlines('project-1', [d], policy, calendars, true).map((o) => `${o.step} ${o.at.slice(0, 10)}`);

describe('the steps of a ladder', () => {
  it('fall before the due date, or after it in calendar or working days', () => {
    expect(planned(withSteps(step('t-7'), step('+1'), step('+3', 'L1'), step('day+60', 'L2')))).toEqual([
      't-7.L0 2025-09-19',
      '+1.L0 2025-09-29',
      '+3.L1 2025-10-01',
      'day+60.L2 2025-11-25',
    ]);
  });

  it('after the due date count days on which both Kunming and the owner work, or Kunming alone where the policy says so', () => {
    const boatRacing: Calendars = {
      years: [
        {
          country: 'LA',
          year: 2025,
          version: 1,
          days: [{ date: '2025-09-29', kind: 'off', name: 'Boat Racing Festival', status: 'official' }],
        },
      ],
    };
    const both = withSteps(step('+1'));
    const kunming = { ...both, time: { ...both.time, calendars: { ...both.time.calendars, escalation: 'CN' as const } } };
    expect(planned(both, deadline(), boatRacing)).toEqual(['+1.L0 2025-09-30']);
    expect(planned(kunming, deadline(), boatRacing)).toEqual(['+1.L0 2025-09-29']);
  });

  it('that were past when a deadline was set are dropped, save the last before the due date, in whatever order they are written', () => {
    const late = deadline('2025-09-25T02:00:00.000Z');
    expect(planned(withSteps(step('t-30'), step('t-7')), late)).toEqual(['t-7.L0 2025-09-25']);
    expect(planned(withSteps(step('t-7'), step('t-30')), late)).toEqual(['t-7.L0 2025-09-25']);
  });

  it('of one level never send two mails on one day', () => {
    expect(planned(withSteps(step('t-6'), step('t-5')))).toEqual(['t-5.L0 2025-09-19']);
  });
});
