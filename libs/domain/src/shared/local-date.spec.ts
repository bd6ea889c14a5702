import fc from 'fast-check';
import { epochMs, instantOf, later } from './local-date';

describe('an instant', () => {
  it('is written as Date writes it, whenever it is, and read back', () => {
    const first = Date.UTC(0, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: first, max: Date.UTC(12_000, 0, 1) }), (ms) => {
        expect(instantOf(ms)).toBe(new Date(ms).toISOString());
        expect(epochMs(instantOf(ms))).toBe(ms);
      }),
    );
    for (const ms of [0, -1, 1, 86_399_999, 86_400_000, 253_402_300_799_999, 253_402_300_800_000, 1_790_000_000_000.7, -0.5])
      expect(instantOf(ms)).toBe(new Date(ms).toISOString());
  });

  it('that no calendar has is none', () => {
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
    expect(() => instantOf(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('moves by milliseconds', () => {
    expect(later('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(later('2027-01-01T00:00:00.000Z', -1)).toBe('2026-12-31T23:59:59.999Z');
  });
});
