import type { OpenTask } from './api/tasks';
import { placeOf } from './task-place';

function aTask(more: Partial<OpenTask>): OpenTask {
  return { entity: { kind: 'project', id: 'p1' }, mine: true, object: '-', command: null, fixed: {}, ...more } as OpenTask;
}

describe('where a task is done', () => {
  it.each<[string, Partial<OpenTask>, ReturnType<typeof placeOf>]>([
    [
      'its form',
      { command: 'AcceptAward' },
      { to: '/projects/$projectId/do/$command', params: { projectId: 'p1', command: 'accept-award' } },
    ],
    [
      'its form, with what it is about',
      { command: 'SubmitEvidence', fixed: { milestone: 'M3' } },
      { to: '/projects/$projectId/do/$command', params: { projectId: 'p1', command: 'submit-evidence' }, search: { about: 'M3' } },
    ],
    ['the application', { command: 'ResubmitCorrection' }, { to: '/projects/$projectId/application', params: { projectId: 'p1' } }],
    [
      'the report of its year',
      { command: 'SubmitReport', object: '2026', fixed: { year: 2026 } },
      { to: '/projects/$projectId/reports/$year', params: { projectId: 'p1', year: '2026' } },
    ],
    ['the project where only a day is kept', {}, { to: '/projects/$projectId', params: { projectId: 'p1' } }],
    [
      'the project where a colleague has to do it',
      { command: 'AcceptAward', mine: false },
      { to: '/projects/$projectId', params: { projectId: 'p1' } },
    ],
    [
      'the call',
      { entity: { kind: 'call', id: 'c1' }, command: 'DecideProposal' },
      { to: '/calls/$callId/do/$command', params: { callId: 'c1', command: 'decide-proposal' } },
    ],
  ])('is %s', (_, task, place) => {
    expect(placeOf(aTask(task))).toEqual(place);
  });
});
