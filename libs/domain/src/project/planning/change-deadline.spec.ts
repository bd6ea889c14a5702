import { projectDecider } from '../../deciders';
import { defaultPolicy } from '../../policy/policy';
import { answer, apply, context, fold, person, text } from '../../spec-kit';
import type { DecideContext } from '../../shared/decision';
import type { Deadline } from '../../shared/deadline';
import type { StepMails } from '../../shared/facts';
import { aProject, morning } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';

const head = person('head', 'SH');
const aim = { rule: 'kickOff', object: '-' };
/** In force since 15 January 2026; the kick-off is due on 11 February, reminders on 4 and 9 February. */
const running = (): ProjectState => aProject().at('kick-off');
const on = '2026-01-20';
const change = (dueOn: string, more: Partial<typeof aim> = {}): ProjectCommand => ({
  type: 'ChangeDeadline',
  payload: { ...aim, ...more, dueOn },
});
const by = (date: string, mails: StepMails[] = [], more: Partial<DecideContext> = {}): DecideContext =>
  context(morning(date), head, { reason: text, commandId: `act-${date}`, facts: { stepMails: mails }, ...more });
const kickOffOf = (state: ProjectState): Deadline | undefined => state.deadlines.find((d) => d.ladder === 'kickOff');
const woken = (state: ProjectState, date: string): ProjectState =>
  apply(state, { type: 'Wake', payload: {} }, context(morning(date), { kind: 'system' }));

describe('ChangeDeadline', () => {
  it('does: gives one deadline another date, as a new series whose reminders are planned anew', () => {
    const after = apply(running(), change('2026-03-02'), by(on));
    expect(kickOffOf(after)).toMatchObject({ dueOn: '2026-03-02', series: 2, because: { period: 'fixed' }, done: [] });
    const planned = projectDecider.plan(after, defaultPolicy, { years: [] }).filter((o) => o.rule === 'kickOff');
    expect(planned[0]).toMatchObject({ step: 't-7.L0', series: 2, dueOn: '2026-03-02' });
  });

  it('does: a day off moves to the next working day', () => {
    expect(kickOffOf(apply(running(), change('2026-02-28'), by(on)))).toMatchObject({
      dueOn: '2026-03-02',
      because: { rolledFrom: '2026-02-28' },
    });
  });

  it('does: an earlier date while nobody was told, and more time for what is over', () => {
    expect(kickOffOf(apply(running(), change('2026-02-02'), by(on)))?.dueOn).toBe('2026-02-02');
    expect(kickOffOf(apply(running(), change('2026-04-01'), by('2026-03-20')))?.dueOn).toBe('2026-04-01');
  });

  it('does: takes back the waiting mails of the old date, and can be undone until somebody is told', () => {
    const issued = woken(running(), '2026-02-04');
    const after = apply(issued, change('2026-03-02'), by('2026-02-04', [{ step: 't-7.L0', series: 1, waiting: 1, left: 0 }]));
    const [made] = kickOffOf(after)?.interventions ?? [];
    expect(made).toMatchObject({ kind: 'changed', recalled: ['t-7.L0'] });
    const undo: ProjectCommand = { type: 'UndoIntervention', payload: { interventionId: made?.interventionId ?? '' } };
    expect(kickOffOf(apply(after, undo, by('2026-02-04')))).toEqual(kickOffOf(running()));
    expect(answer(woken(after, '2026-02-24'), undo, by('2026-02-24', [{ step: 't-7.L0', series: 2, waiting: 0, left: 1 }]))).toBe(
      'UNDO_BLOCKED',
    );
  });

  it('refuses: without a reason, an officer, dates of law and of the competition, and a stopped clock', () => {
    expect(answer(running(), change('2026-03-02'), context(morning(on), head))).toBe('REASON_REQUIRED');
    expect(answer(running(), change('2026-03-02'), { ...by(on), actor: person('officer', 'CO') })).toBe('NOT_ALLOWED');
    expect(answer(running(), change('2030-03-02', { rule: 'expiry' }), by(on))).toBe('LEGAL_DATE');
    const signing = aProject().at('signing');
    expect(answer(signing, change('2026-03-02', { rule: 'signature', object: 'college' }), by('2025-11-21'))).toBe('FIXED_DATE');
    const frozen = fold(
      running(),
      running()
        .deadlines.filter((d) => d.ladder === 'kickOff')
        .map((d) => ({ type: 'DeadlineMoved', deadline: { ...d, frozen: { unitsLeft: 3, heldOn: on } }, from: d.dueOn })),
    );
    expect(answer(frozen, change('2026-03-02'), by(on))).toBe('ON_HOLD');
    expect(answer(running(), change('2026-03-02', { object: 'x' }), by(on))).toBe('UNKNOWN_OBJECT');
  });

  it('refuses: what is no date or not after today, and less time for whoever was told', () => {
    expect(answer(running(), change('2026-02-30'), by(on))).toBe('NOT_A_DATE');
    expect(answer(running(), change(on), by(on))).toBe('DATE_IN_PAST');
    const told = woken(running(), '2026-02-04');
    const left = [{ step: 't-7.L0', series: 1, waiting: 0, left: 1 }];
    expect(answer(told, change('2026-02-09'), by('2026-02-04', left))).toBe('DATE_TOLD');
    expect(answer(told, change('2026-02-12'), by('2026-02-04', left))).toEqual(['DeadlineChanged']);
    const policy = { ...defaultPolicy, time: { ...defaultPolicy.time, neverShortenTold: false } };
    expect(answer(told, change('2026-02-09'), by('2026-02-04', left, { policy }))).toEqual(['DeadlineChanged']);
  });

  it('repeats: the date it has already', () => {
    expect(answer(running(), change(kickOffOf(running())?.dueOn ?? ''), by(on))).toBe('ALREADY_DONE');
  });
});
