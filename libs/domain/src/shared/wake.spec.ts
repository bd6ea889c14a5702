import { context, projectAt } from '../spec-kit';
import { defaultPolicy } from '../policy/policy';
import type { SharedEvent } from './deadline-events';
import type { HasDeadlines } from './make-deadline';
import { planDeadlines } from './plan-deadlines';
import { wake } from './wake';

const setting = context('2025-09-20T02:00:00.000Z', { kind: 'system' });
const checking = projectAt('checking');
const plan = planDeadlines(checking.id, checking.deadlines, defaultPolicy, setting.calendars);
const done: SharedEvent = { type: 'ProposalLapsed', proposalId: 'carried out', at: setting.now };
const woken = (entity: HasDeadlines, occurrences = plan) => wake<SharedEvent>(entity, occurrences, setting, () => [done]);

describe('a wake-up', () => {
  it('does nothing before anything is due', () => {
    expect(woken(checking, [])).toEqual([]);
    expect(wake<SharedEvent>(checking, plan, { ...setting, now: '2025-09-01T00:00:00.000Z' }, () => [done])).toEqual([]);
  });

  it('merges the steps of one level that fell due together, and leaves the other levels for the next', () => {
    expect(woken(checking)).toMatchObject([{ type: 'ReminderIssued', step: 'wd-5.L0', level: 'L0', merged: ['wd-3.L0'] }]);
  });

  it('says that a consequence is reached before what it brings', () => {
    const consequence = plan.filter((occurrence) => occurrence.kind === 'consequence');
    expect(woken(checking, consequence)).toEqual([
      { type: 'ConsequenceReached', ladder: 'check', object: 'round-1', series: 1, code: 'deem-accepted', at: setting.now },
      done,
    ]);
  });

  it('lets a consequence pass whose deadline is not open any more', () => {
    const consequence = plan.filter((occurrence) => occurrence.kind === 'consequence');
    expect(woken({ ...checking, deadlines: [] }, consequence)).toEqual([]);
  });
});
