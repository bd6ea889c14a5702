import type { Calendars } from '../../calendar/calendar-table';
import { findDeadline } from '../../shared/make-deadline';
import { apply, context, file, runClock } from '../../spec-kit';
import { aProject, morning, people } from '../project.builder';
import type { ProjectState } from '../project.state';
import { constructionDeadlines } from './construction-deadlines';
import { evolveConstruction } from './construction.evolve';
import { milestonesFrom, scaledMilestones } from './milestone-template';
import { constructionConsequences } from './construction.consequences';

const marks = (state: ProjectState) =>
  Object.fromEntries(state.construction?.milestones.filter((m) => m.mark !== undefined).map((m) => [m.code, m.mark]) ?? []);

describe('the template of milestones', () => {
  it('has 11 milestones whose weights make 100', () => {
    const template = scaledMilestones(12);
    expect(template.map((m) => m.month)).toEqual([1, 3, 4, 7, 7, 6, 10, 9, 10, 11, 12]);
    expect(template.reduce((sum, m) => sum + m.weight, 0)).toBe(100);
  });

  it.each([
    [6, [1, 2, 2, 4, 4, 3, 5, 5, 5, 6, 6]],
    [18, [2, 5, 6, 11, 11, 9, 15, 14, 15, 17, 18]],
    [48, [4, 12, 16, 28, 28, 24, 40, 36, 40, 44, 48]],
    [1, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  ])('scales its months to %i months, rounded', (duration, months) => {
    expect(scaledMilestones(duration).map((m) => m.month)).toEqual(months);
  });

  it('plans from the day of effect, to the end of a shorter month', () => {
    const planned = milestonesFrom('2026-08-31', 12);
    expect(planned.find((m) => m.code === 'M5')).toMatchObject({ plannedOn: '2027-02-28', forecastOn: '2027-02-28', state: 'open' });
    expect(planned.find((m) => m.code === 'M10')?.plannedOn).toBe('2027-08-31');
  });
});

describe('dates of construction', () => {
  const calendars: Calendars = {
    years: [{ country: 'CN', year: 2026, version: 1, days: [{ date: '2026-10-14', kind: 'off', name: 'test day', status: 'official' }] }],
  };

  it('moves the deadline of a milestone off a holiday, not its plan', () => {
    const state = aProject({ calendars }).at('building');
    expect(findDeadline(state, 'milestone', 'M7')).toMatchObject({
      because: { startOn: '2026-01-14', period: '9mo', set: ['CN'], dueOn: '2026-10-15', rolledFrom: '2026-10-14' },
      owner: { role: 'AC', organizationId: 'college' },
    });
    expect(state.construction?.milestones.find((m) => m.code === 'M7')?.plannedOn).toBe('2026-10-14');
  });

  it('counts amber after one full day late, red after thirty', () => {
    expect(findDeadline(aProject().at('building'), 'milestone', 'M1')).toMatchObject({
      dueOn: '2026-04-14',
      consequences: [
        { code: 'amber', at: '2026-04-15T16:00:00.000Z', policyKey: 'construction.amberFrom' },
        { code: 'red', at: '2026-05-14T16:00:00.000Z', policyKey: 'construction.redAfter' },
      ],
    });
  });
});

describe('slippage', () => {
  it('of a construction that is recorded long after its start follows at once, never before the record', () => {
    const events = constructionDeadlines(aProject().at('signed'), context(morning('2027-06-01'), people.clock), {
      effectiveOn: '2026-01-14',
      durationMonths: 12,
    });
    const moments = events.flatMap((e) => (e.type === 'DeadlineSet' ? e.deadline.consequences.map((c) => c.at) : []));
    expect(new Set(moments)).toEqual(new Set([morning('2027-06-01')]));
  });

  it('one milestone late is amber, more than 30 days late red', () => {
    const state = aProject().at('building');
    expect(marks(runClock(state, '2026-04-15T15:59:59.000Z'))).toEqual({});
    expect(marks(runClock(state, morning('2026-04-16')))).toEqual({ M1: 'amber' });
    expect(marks(runClock(state, morning('2026-05-15')))).toEqual({ M1: 'red' });
  });

  it('two late at once are red, both of them, and stay so without being told again', () => {
    const calendars: Calendars = {
      years: [{ country: 'CN', year: 2026, version: 1, days: [{ date: '2026-05-13', kind: 'off', name: 'test day', status: 'official' }] }],
    };
    const state = runClock(aProject({ calendars }).at('building'), morning('2026-08-16'), { calendars });
    expect(marks(state)).toMatchObject({ M1: 'red', M2: 'red', M5: 'red', M3: 'red', M4: 'red' });
    const events = constructionConsequences.red?.(
      state,
      findDeadline(state, 'milestone', 'M3')!,
      context(morning('2026-09-14'), people.clock),
    );
    expect(events).toEqual([]);
  });

  it('a second one late turns the amber one red at once', () => {
    const state = aProject().at('building');
    const amber = { ...runClock(state, morning('2026-04-16')) };
    const second = findDeadline(amber, 'milestone', 'M2')!;
    const events = constructionConsequences.amber?.(amber, second, context(morning('2026-04-20'), people.clock));
    expect(events).toEqual([
      { type: 'MilestoneTurnedRed', milestone: 'M2', at: morning('2026-04-20') },
      { type: 'MilestoneTurnedRed', milestone: 'M1', at: morning('2026-04-20') },
    ]);
  });

  it('evidence that was handed in is not late any more, reached or not', () => {
    const late = runClock(aProject().at('building'), morning('2026-04-16'));
    const handedIn = apply(
      late,
      { type: 'SubmitEvidence', payload: { milestone: 'M1', documents: [file] } },
      context(morning('2026-04-16'), people.lead),
    );
    expect(marks(runClock(handedIn, morning('2026-05-17')))).toEqual({ M1: 'amber', M2: 'amber' });
  });

  it('finds nothing to mark without construction', () => {
    const { construction: _none, ...state } = aProject().at('building');
    const deadline = findDeadline(aProject().at('building'), 'milestone', 'M1')!;
    expect(constructionConsequences.red?.(state, deadline, context(morning('2026-05-15'), people.clock))).toHaveLength(1);
  });
});

describe('the ledger', () => {
  it('is broken when a construction event comes before the effect of the MoU', () => {
    const state = aProject().at('signed');
    expect(() => evolveConstruction(state, { type: 'MilestoneTurnedRed', milestone: 'M1', at: morning('2026-05-15') })).toThrow(
      'MilestoneTurnedRed before MouTookEffect',
    );
  });
});
