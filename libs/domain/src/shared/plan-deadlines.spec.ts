import fc from 'fast-check';
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

describe('a plan made again', () => {
  it('is the one that a new count gives, whatever was done, set, frozen or paused meanwhile, and by whichever policy', () => {
    const policies = [
      withSteps(step('t-7'), step('t-2'), step('+1', 'L1')),
      withSteps(step('t-9'), step('+1', 'L1'), step('day+20', 'L2')),
    ];
    const ends = { code: 'red', policyKey: 'construction.redAfter' } as const;
    const kept = new Map<string, Deadline>();
    const variant = (object: string, done: number, frozen: boolean): Deadline => {
      const name = `${object} ${done} ${frozen}`;
      const base = kept.get(object) ?? { ...deadline(), object, consequences: [{ ...ends, at: '2025-09-29T16:00:00.000Z' }] };
      kept.set(object, base);
      const made = kept.get(name) ?? {
        ...base,
        done: ['t-9.L0', 't-7.L0', 't-2.L0', '+1.L1', 'end.red'].slice(0, done),
        ...(frozen ? { frozen: { unitsLeft: 3, heldOn: '2025-08-02' } } : {}),
      };
      kept.set(name, made);
      return made;
    };
    const one = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 5 }), fc.boolean());
    const plan = fc.tuple(fc.uniqueArray(one, { selector: ([object]) => object, maxLength: 3 }), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 8 }), (plans) => {
        for (const [wanted, other, exact] of plans) {
          const deadlines = wanted.map((args) => variant(...args));
          const policy = policies[Number(other)] ?? defaultPolicy;
          const planned = planDeadlines('project-1', deadlines, policy, none, exact);
          expect(planDeadlines('project-1', deadlines, policy, none, exact)).toBe(planned);
          const anew = planDeadlines('project-1', structuredClone(deadlines), structuredClone(policy), { years: [] }, exact);
          expect(anew).toEqual(planned);
          expect(planDeadlines('project-1', deadlines, policy, none, exact)).toEqual(planned);
        }
      }),
    );
  });
});
