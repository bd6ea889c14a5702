import { defaultPolicy } from '@app/domain';
import { watchedPolicy } from './watched-policy';

const { report, ladder, mail } = defaultPolicy;
const later = { ...defaultPolicy, report: { ...report, due: '04-30' }, ladder: { ...ladder, report: { ...ladder.report, steps: [] } } };

describe('a policy that is watched', () => {
  it('notices that a value was asked for in which the other one differs, and gives its own', () => {
    const watched = watchedPolicy(defaultPolicy, later);
    expect(watched?.wasAsked()).toBe(false);
    expect(watched?.policy.report.due).toBe(report.due);
    expect(watched?.wasAsked()).toBe(true);
    watched?.forget();
    expect(watched?.policy.ladder.report).toEqual(ladder.report);
    expect(watched?.wasAsked()).toBe(true);
  });

  it('notices it where all values of a section are copied', () => {
    const watched = watchedPolicy(defaultPolicy, later);
    expect({ ...watched?.policy.report }).toEqual(report);
    expect(watched?.wasAsked()).toBe(true);
  });

  it('takes no notice of what does not differ, and is the policy all the same', () => {
    const watched = watchedPolicy(defaultPolicy, later);
    expect([watched?.policy.report.warningAfter, watched?.policy.ladder.milestone]).toEqual([report.warningAfter, ladder.milestone]);
    expect(watched?.wasAsked()).toBe(false);
    expect(watched?.policy).toEqual(defaultPolicy);
    expect(defaultPolicy.report).toBe(report);
  });

  it('is none where rules remember across projects what they have counted by a value that differs', () => {
    expect(watchedPolicy(defaultPolicy, { ...later, mail: { ...mail, coolOff: '2h' } })).toBeUndefined();
  });
});
