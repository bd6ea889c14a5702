import { stages } from '../../lib/stages';
import { daysSince, shutColumns, stageBeside, toggled } from './columns';

describe('columns of the board', () => {
  it('fold up the closed projects until somebody opens them', () => {
    expect(shutColumns(undefined)).toEqual(['closed']);
    expect(toggled(undefined, 'closed')).toBe('-');
    expect(shutColumns('-')).toEqual([]);
    expect(toggled('-', 'closed')).toBeUndefined();
  });

  it('come back from the address as they were left, unknown ones ignored', () => {
    const shut = toggled(toggled(undefined, 'mou'), 'application');
    expect(shut).toBe('application,mou,closed');
    expect(shutColumns(`${shut ?? ''},nonsense`)).toEqual(['application', 'mou', 'closed']);
    expect(shutColumns(toggled(shut, 'mou'))).toEqual(['application', 'closed']);
  });

  it('lie beside each other; the ends have nothing beyond', () => {
    expect(stageBeside('mou', 1)).toBe('construction');
    expect(stageBeside('mou', -1)).toBe('approval');
    expect(stageBeside(stages[0], -1)).toBe(stages[0]);
    expect(stageBeside('closed', 1)).toBe('closed');
  });

  it('count whole days, and none before the first is over', () => {
    expect(daysSince('2026-03-01T00:00:00.000Z', Date.parse('2026-03-03T23:00:00.000Z'))).toBe(2);
    expect(daysSince('2026-03-04T00:00:00.000Z', Date.parse('2026-03-03T23:00:00.000Z'))).toBe(0);
  });
});
