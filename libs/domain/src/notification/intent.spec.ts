import { aDeadline } from '../../../../test/support/notification-builders';
import { legalBasisOf } from './intent';

const consequence = (code: 'warn-missing-report' | 'suspend-missing-report', at: string) => ({ code, at, policyKey: 'report.due' });
const warn = consequence('warn-missing-report', '2027-05-30T16:00:00.000Z');
const suspend = consequence('suspend-missing-report', '2027-07-29T16:00:00.000Z');

describe('what a mail says will follow', () => {
  it('is the next consequence in time, in whatever order the deadline keeps them', () => {
    for (const consequences of [
      [warn, suspend],
      [suspend, warn],
    ])
      expect(legalBasisOf(aDeadline({ consequences })).consequence).toEqual({ code: warn.code, at: warn.at });
  });

  it('is the one after it once it has happened, and nothing after the last', () => {
    const told = aDeadline({ consequences: [warn, suspend] });
    expect(legalBasisOf({ ...told, done: ['end.warn-missing-report'] }).consequence?.code).toBe('suspend-missing-report');
    expect(legalBasisOf({ ...told, done: ['end.warn-missing-report', 'end.suspend-missing-report'] })).not.toHaveProperty('consequence');
  });
});
