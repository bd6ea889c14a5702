import type { Outcome } from './project.stages';
import { registerStatusOf } from './register-status';

const hold = (kind: 'hold' | 'suspension') => ({ kind, reasonCode: 'X', from: '', heldOn: '', automatic: false });
const announced = { projectRef: 'LMGF-2025-LA-001' };

describe('the public register', () => {
  it('says approved until the MoU is in force, then running, in construction and in operation', () => {
    expect(registerStatusOf({ ...announced, stage: 'mou' })).toBe('approved');
    expect(registerStatusOf({ ...announced, stage: 'construction' })).toBe('running');
    expect(registerStatusOf({ ...announced, stage: 'annual-report' })).toBe('running');
  });

  it('shows a suspension, but no hold before the MoU', () => {
    expect(registerStatusOf({ ...announced, stage: 'construction', hold: hold('suspension') })).toBe('suspended');
    expect(registerStatusOf({ ...announced, stage: 'mou', hold: hold('hold') })).toBe('approved');
  });

  it.each<Outcome>(['declined', 'approval-lapsed', 'cancelled', 'terminated', 'failed-acceptance', 'expired', 'completed'])(
    'keeps a project that ended as %s, as stopped',
    (outcome) => {
      expect(registerStatusOf({ ...announced, stage: 'closed', outcome })).toBe('stopped');
    },
  );

  it('says stopped while a project is closed and its outcome not yet known', () => {
    expect(registerStatusOf({ ...announced, stage: 'closed' })).toBe('stopped');
  });

  it.each<Outcome>(['not-submitted', 'withdrawn', 'not-accepted', 'rejected', 'reserve-expired', 'excluded'])(
    'never shows a project that ended as %s, even with a reference',
    (outcome) => {
      expect(registerStatusOf({ stage: 'closed', outcome })).toBeUndefined();
      expect(registerStatusOf({ ...announced, stage: 'closed', outcome })).toBeUndefined();
    },
  );

  it('never shows what was not announced: drafts, sealed files, reserves', () => {
    for (const stage of ['application', 'review', 'approval'] as const) expect(registerStatusOf({ stage })).toBeUndefined();
  });
});
