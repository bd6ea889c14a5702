import { actsIn, actsText, thinkableCommands } from './what-if-acts';

const hold = { command: 'hold', answers: { kind: 'hold' }, afterDays: 0 };

describe('acts that are only thought of', () => {
  it('are those of the reader’s roles, also where they are not possible yet', () => {
    const commands = [
      { type: 'Resume', possible: false },
      { type: 'Hold', possible: true },
      { type: 'SubmitScores', possible: true },
    ];
    expect(thinkableCommands({ commands })).toEqual(['hold', 'resume']);
  });

  it('are read from an address, which is never trusted', () => {
    const two = [hold, { ...hold, afterDays: 30 }];
    expect(actsIn(actsText(two))).toEqual(two);
    expect([actsIn('[{'), actsIn('{}'), actsIn(two)]).toEqual([[], [], []]);
    expect(actsIn(undefined)).toEqual([]);
    const others = [
      'hold',
      null,
      { ...hold, command: 'submit-scores' },
      { ...hold, answers: [] },
      { ...hold, afterDays: -1 },
      { ...hold, afterDays: 1.5 },
    ];
    expect(actsIn(JSON.stringify(others))).toEqual([]);
    expect(actsIn(actsText(Array.from({ length: 30 }, () => hold)))).toHaveLength(20);
  });
});
