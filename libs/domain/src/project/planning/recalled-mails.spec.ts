import { apply, context, person, text } from '../../spec-kit';
import { projectDecider } from '../../deciders';
import { aProject, morning } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import { recallOf, type Recall } from './recalled-mails';

const issued = apply(aProject().at('kick-off'), { type: 'Wake', payload: {} }, context(morning('2026-02-04'), { kind: 'system' }));
const officer = person('officer', 'CO');
const aim = { rule: 'kickOff', object: '-' };

function recalls(command: ProjectCommand, waiting = 1): (Recall | undefined)[] {
  const stepMails = [{ step: 't-7.L0', series: 1, waiting, left: 0 }];
  const decision = projectDecider.decide(issued, command, context(morning('2026-02-04'), officer, { reason: text, facts: { stepMails } }));
  if (!decision.ok) throw new Error(decision.violation.code);
  return decision.events.map(recallOf);
}

describe('the waiting mails an intervention takes back', () => {
  const recall = { ...aim, series: 1, steps: ['t-7.L0'] };

  it('are those of the step, the series or the earlier date, each with its word for why', () => {
    expect(recalls({ type: 'SkipOccurrence', payload: { ...aim, step: 't-7.L0', series: 1 } })).toEqual([{ ...recall, why: 'skipped' }]);
    expect(recalls({ type: 'PauseSeries', payload: aim })).toEqual([{ ...recall, why: 'paused' }]);
    expect(recalls({ type: 'Snooze', payload: { ...aim, workingDays: 1 } })).toEqual([{ ...recall, why: 'moved' }]);
    expect(recalls({ type: 'SendNow', payload: { ...aim, step: 't-7.L0' } })).toEqual([{ ...recall, why: 'sent-now' }, undefined]);
  });

  it('are none where nothing waits or nothing is stopped', () => {
    expect(recalls({ type: 'PauseSeries', payload: aim }, 0)).toEqual([undefined]);
    expect(recallOf({ type: 'SeriesResumed' })).toBeUndefined();
  });

  it('of an undone act are those it had sent', () => {
    const sent = apply(
      issued,
      { type: 'SendNow', payload: aim },
      context(morning('2026-02-04'), officer, { reason: text, commandId: 'sent' }),
    );
    const decision = projectDecider.decide(
      sent,
      { type: 'UndoIntervention', payload: { interventionId: 'sent' } },
      context(morning('2026-02-04'), officer, { reason: text }),
    );
    expect(decision.ok && decision.events.map(recallOf)).toEqual([{ ...aim, series: 1, steps: ['extra.2026-02-04'], why: 'taken-back' }]);
  });
});
