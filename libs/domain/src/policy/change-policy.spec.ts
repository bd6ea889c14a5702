import { changePolicy } from './change-policy';
import { defaultPolicy } from './policy';
import { contradictionReasons, policyContradictions } from './policy-contradictions';
import { withValue } from './policy-tree';

describe('changing a policy', () => {
  it('writes values at their keys and leaves everything else as it was', () => {
    const changed = changePolicy(defaultPolicy, {
      'check.officer': '7wd',
      'review.quorum.min': 2,
      'ladder.draft': { calendar: 'contract', steps: [] },
    });
    expect(changed).toEqual({
      ok: true,
      policy: {
        ...defaultPolicy,
        check: { ...defaultPolicy.check, officer: '7wd' },
        review: { ...defaultPolicy.review, quorum: { ...defaultPolicy.review.quorum, min: 2 } },
        ladder: { ...defaultPolicy.ladder, draft: { calendar: 'contract', steps: [] } },
      },
    });
    expect(defaultPolicy.check.officer).toBe('5wd');
  });

  it.each([
    [{ 'check.officer': '99wd' }, 'check.officer', 'OUT_OF_BOUNDS'],
    [{ 'check.officer': 5 }, 'check.officer', 'WRONG_TYPE'],
    [{ 'check.nothing': 1 }, 'check.nothing', 'UNKNOWN_KEY'],
    [{ 'ladder.draft': { steps: 'all' } }, 'ladder.draft', 'WRONG_FORM'],
    [{ 'check.officer.hidden': 1 }, 'check.officer', 'WRONG_TYPE'],
  ])('writes nothing of %j and names %s: %s', (values, key, reason) => {
    expect(changePolicy(defaultPolicy, { 'notice.enabled': false, ...values })).toEqual({ ok: false, faults: [{ key, reason }] });
  });

  it('lets values contradict each other until the policy is published', () => {
    const changed = changePolicy(defaultPolicy, { 'review.fundableFrom': 90 });
    expect(changed.ok && policyContradictions(changed.policy)).toEqual([{ key: 'review.fundableFrom', reason: 'ABOVE_CENTRE_THRESHOLD' }]);
    expect(contradictionReasons).toContain('ABOVE_CENTRE_THRESHOLD');
  });

  it('replaces what is no tree on the way, and never reads what was not written', () => {
    expect(withValue({ a: 1 }, 'a.b', 2)).toEqual({ a: { b: 2 } });
    expect(withValue({}, 'constructor.x', 2)).toEqual({ constructor: { x: 2 } });
  });
});
