import { beijingField, instantOfField, placeOf } from './moments';

describe('moments of a history', () => {
  it('are found among the entries that the reader is told of', () => {
    expect(placeOf([1, 2, 5, 9], 5)).toBe(2);
    expect(placeOf([1, 2, 5, 9], 8)).toBe(2);
    expect(placeOf([3, 5], 1)).toBe(0);
  });

  it('are typed and shown in Beijing time', () => {
    expect(beijingField('2025-09-01T02:00:00.000Z')).toBe('2025-09-01T10:00');
    expect(instantOfField('2025-09-01T10:00')).toBe('2025-09-01T02:00:00.000Z');
  });

  it('are none while the field is incomplete or names no real day', () => {
    expect(instantOfField('')).toBeUndefined();
    expect(instantOfField('2025-13-01T10:00')).toBeUndefined();
  });
});
