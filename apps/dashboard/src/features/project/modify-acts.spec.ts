import type { ProjectFormContext } from './commands/project-form';
import { actsAmong, modifyActsOf } from './modify-acts';
import { queueableCommands } from './what-if-acts';

const context = {} as ProjectFormContext;
const snooze = { command: 'snooze', answers: { rule: 'kickOff', object: '-', workingDays: 2 }, afterDays: 0 };

describe('several changes at once', () => {
  it('are those of the reader’s roles; an end of the project is a decision of its own', () => {
    const commands = ['Hold', 'SkipOccurrence', 'DecideTermination', 'SubmitScores'].map((type) => ({ type, possible: true }));
    expect(queueableCommands({ commands })).toEqual(['hold', 'skip-occurrence']);
  });

  it('are sent as types and payloads, with one reason beside them', () => {
    const extend = { command: 'grant-extension', answers: { object: 'mou', until: '2026-03-10', reason: 'no' }, afterDays: 0 };
    expect(modifyActsOf([snooze, extend], context)).toEqual([
      { type: 'Snooze', payload: { rule: 'kickOff', object: '-', workingDays: 2 } },
      { type: 'GrantExtension', payload: { object: 'mou', until: '2026-03-10' } },
    ]);
  });

  it('are read from what a browser kept, which is never trusted', () => {
    expect(actsAmong([snooze, { ...snooze, command: 'submit-scores' }, null])).toEqual([snooze]);
    expect([actsAmong(undefined), actsAmong('{}')]).toEqual([[], []]);
    expect(modifyActsOf([{ ...snooze, command: 'toString' }], context)).toEqual([]);
  });
});
