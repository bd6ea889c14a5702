import type { Finding } from './maintenance.contract';
import { whyNoRepair } from './repairs';

const seen = (running: boolean, ...codes: Finding['code'][]) => ({ running, findings: codes.map((code) => ({ code, values: {} })) });

describe('a repair', () => {
  it('can always read the ledger anew', () => {
    expect(whyNoRepair('sync', seen(true))).toBeUndefined();
    expect(whyNoRepair('sync', seen(false, 'SHELL_MISSING'))).toBeUndefined();
  });

  it('starts a shell only where none runs, and rolls, resets or ends only one that runs', () => {
    expect(whyNoRepair('restart', seen(true))).toBe('SHELL_RUNS');
    expect(whyNoRepair('restart', seen(false, 'SHELL_MISSING'))).toBeUndefined();
    for (const act of ['roll', 'reset', 'terminate'] as const) {
      expect(whyNoRepair(act, seen(false, 'SHELL_MISSING'))).toBe('SHELL_MISSING');
      expect(whyNoRepair(act, seen(true))).toBeUndefined();
    }
  });

  it('reconciles only what is halted, delivers only what waits, and retries only what is tried in vain', () => {
    expect(whyNoRepair('retry', seen(true))).toBe('NOTHING_RETRIES');
    expect(whyNoRepair('retry', seen(true, 'ACTIVITY_RETRYING'))).toBeUndefined();
    expect(whyNoRepair('reconcile', seen(true))).toBe('NOT_HALTED');
    expect(whyNoRepair('reconcile', seen(true, 'HALTED'))).toBeUndefined();
    expect(whyNoRepair('deliver', seen(true))).toBe('NOTHING_WAITS');
    expect(whyNoRepair('deliver', seen(true, 'COMMAND_WAITS'))).toBeUndefined();
  });
});
