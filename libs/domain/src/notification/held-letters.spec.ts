import { defaultPolicy } from '../policy/policy';
import { isHeldForRelease } from './held-letters';

const held = (kind: 'award-letter' | 'rejection-letter' | 'reserve-placed' | 'suspension-letter', letters = {}): boolean =>
  isHeldForRelease({ kind, class: 'letter' }, { letters: { ...defaultPolicy.letters, ...letters } });

describe('letters of a batch act', () => {
  it('wait to be read and released together: award, reserve list, rejection', () => {
    expect([held('award-letter'), held('reserve-placed'), held('rejection-letter')]).toEqual([true, true, true]);
  });

  it('leave by themselves where the policy holds nothing, or not their kind', () => {
    expect(held('award-letter', { heldUntilReleased: false })).toBe(false);
    expect(held('award-letter', { heldKinds: ['rejection-letter'] })).toBe(false);
  });

  it('are letters: a letter of another act and a notice are not held', () => {
    expect(held('suspension-letter')).toBe(false);
    expect(isHeldForRelease({ kind: 'award-letter', class: 'notice' }, defaultPolicy)).toBe(false);
  });
});
