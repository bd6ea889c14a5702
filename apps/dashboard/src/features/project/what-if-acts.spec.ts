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

  it('are changes of the contract too, once there is one', () => {
    const commands = [{ type: 'ProposeChange', possible: true }];
    expect(thinkableCommands({ commands })).toEqual([]);
    const changeable = [{ path: 'parties/joining', kind: 'amendment', input: 'partner-in', value: '-' }] as never;
    expect(thinkableCommands({ commands, changeable })).toEqual(['propose-change']);
  });

  it('stand in an address without the names of people', () => {
    const items = [{ path: 'parties/joining', old: '-', new: 'PARTICIPANT', organizationId: 'o', personId: 'p', said: '李雷 · 参与单位' }];
    const joins = { command: 'propose-change', answers: { kind: 'amendment', items }, afterDays: 0 };
    expect(actsText([joins])).not.toContain('李雷');
    expect(actsIn(actsText([joins]))[0]?.answers).toMatchObject({ items: [{ organizationId: 'o', personId: 'p' }] });
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
