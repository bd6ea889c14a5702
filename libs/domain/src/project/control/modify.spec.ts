import { projectDecider } from '../../deciders';
import { answer, apply, context, facts, person, text } from '../../spec-kit';
import { aProject, morning } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import type { ModifyAct } from './modify.commands';

const officer = person('officer', 'CO');
const head = person('head', 'SH');
const deputy = person('deputy', 'SH');
const on = morning('2026-01-20');
const commandId = '0193f6aa-0000-7000-8000-00000000000f';
const given = { reason: text, commandId };
/** In force since 15 January 2026; the kick-off is due on 11 February. */
const running = (): ProjectState => aProject().at('kick-off');
const kickOff = (state: ProjectState) => state.deadlines.find((d) => d.ladder === 'kickOff');
const aim = { rule: 'kickOff', object: '-' };
const modify = (...acts: ModifyAct[]): ProjectCommand => ({ type: 'Modify', payload: { acts } });
const later: ModifyAct = { type: 'ChangeDeadline', payload: { ...aim, dueOn: '2026-03-04' } };
const pause: ModifyAct = { type: 'PauseSeries', payload: aim };
const suspend: ModifyAct = { type: 'Hold', payload: { kind: 'suspension', reasonCode: 'DISASTER' } };
const resume: ModifyAct = { type: 'Resume', payload: {} };

describe('Modify', () => {
  it('does: makes several changes in one decision, each after the ones before it', () => {
    const state = apply(running(), modify(later, { type: 'AssignOfficer', payload: { officerId: 'officer' } }, pause), {
      ...context(on, head, given),
      facts: { acts: [{}, { people: { officer: facts('officer', { roles: ['CO'] }) } }] },
    });
    expect([kickOff(state)?.dueOn, state.officerId]).toEqual(['2026-03-04', 'officer']);
    expect(kickOff(state)?.interventions?.map(({ kind }) => kind)).toEqual(['changed', 'paused']);
  });

  it('does: gives each act an id of its own, so that one of several can be undone', () => {
    const state = apply(running(), modify(later, pause), context(on, head, given));
    const ids = kickOff(state)?.interventions?.map((one) => one.interventionId) ?? [];
    expect(ids).toEqual([commandId, '0193f6aa-0000-7000-8000-00000000000e']);
    const undone = apply(state, { type: 'UndoIntervention', payload: { interventionId: ids[1] ?? '' } }, context(on, head, given));
    expect(kickOff(undone)).toMatchObject({ dueOn: '2026-03-04', interventions: [{ kind: 'changed' }] });
  });

  it('does: waits as a whole for a second person where one of the acts does, and is made as a whole by his yes', () => {
    const proposed = apply(running(), modify(later, suspend), context(on, head, given));
    expect([proposed.hold, kickOff(proposed)?.dueOn, proposed.proposals]).toMatchObject([
      undefined,
      '2026-02-11',
      [{ commandType: 'Modify', payload: { acts: [later, suspend] } }],
    ]);
    const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: commandId } };
    const made = apply(proposed, confirm, context(on, deputy, { commandId: '0193f6aa-0000-7000-8000-000000000020' }));
    expect([made.hold?.kind, made.hold?.text, kickOff(made)?.dueOn, made.proposals]).toEqual(['suspension', text, '2026-03-04', []]);
    expect(kickOff(made)?.frozen).toBeDefined();
  });

  it('does: what one act makes possible, the next may do', () => {
    expect(answer(running(), modify(resume), context(on, head, given))).toBe('NOT_ON_HOLD');
    const proposed = apply(running(), modify(suspend, resume), context(on, head, given));
    const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: commandId } };
    expect(apply(proposed, confirm, context(on, deputy)).hold).toBeUndefined();
  });

  it('refuses: all of it where one act is refused, and names its place', () => {
    const decision = projectDecider.decide(running(), modify(later, pause, resume), context(on, head, given));
    expect(decision).toMatchObject({ ok: false, violation: { code: 'NOT_ON_HOLD', values: { place: 2 } } });
    expect(answer(running(), modify(pause, pause), context(on, head, given))).toBe('ALREADY_DONE');
  });

  it('refuses: without a reason, and an act that the person may not give alone', () => {
    expect(answer(running(), modify(pause), context(on, head))).toBe('REASON_REQUIRED');
    expect(answer(running(), modify(pause), context(on, person('lead'), given))).toBe('NOT_ALLOWED');
    expect(answer(running(), modify(pause, later), context(on, officer, given))).toBe('NOT_ALLOWED');
    expect(answer(running(), modify(pause), context(on, officer, given))).toEqual(['SeriesPaused']);
  });

  it('repeats: what is paused already is not paused once more', () => {
    const once = apply(running(), modify(pause), context(on, head, given));
    expect(answer(once, modify(pause), context(on, head, given))).toBe('ALREADY_DONE');
  });
});
