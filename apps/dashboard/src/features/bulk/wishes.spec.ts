import { bulkCommands, missingFields, wishFields, wishLines, wishOf } from './wishes';

describe('what is asked once for many projects', () => {
  it('names what is missing, and days out of their bounds', () => {
    expect(missingFields('Snooze', {})).toEqual(['rule', 'workingDays']);
    expect(missingFields('Snooze', { rule: 'report', workingDays: '0' })).toEqual(['workingDays']);
    expect(missingFields('Snooze', { rule: 'report', workingDays: '2.5' })).toEqual(['workingDays']);
    expect(missingFields('Snooze', { rule: 'report', workingDays: '5' })).toEqual([]);
    expect(missingFields('Resume', {})).toEqual([]);
  });

  it('is sent with the command’s own fields and no others', () => {
    expect(wishOf('Snooze', { rule: 'report', workingDays: '5', officerId: 'left over' })).toEqual({ rule: 'report', workingDays: 5 });
    for (const command of bulkCommands) expect(Object.keys(wishOf(command, {}))).toEqual([...wishFields[command]]);
  });

  it('is told again in the order of the form, to whoever must approve it', () => {
    expect(wishLines({ workingDays: 5, rule: 'report' })).toEqual([
      { field: 'rule', value: 'report' },
      { field: 'workingDays', value: '5' },
    ]);
    expect(wishLines({ rule: { nested: true }, other: 'x' })).toEqual([]);
    expect(wishLines(null)).toEqual([]);
  });
});
