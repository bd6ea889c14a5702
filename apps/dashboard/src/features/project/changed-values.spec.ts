import type { ChangeSet } from './change-words';
import { lastChangeOf } from './changed-values';

/** A change of one value; what the test does not name is of no matter to it. */
function change(part: Partial<ChangeSet>, path = 'mou/expiresOn'): ChangeSet {
  const item = { path, old: '2028-10-30', new: '2029-10-30' };
  return { no: 'A1', kind: 'amendment', state: 'in-effect', items: [item], ...part } as ChangeSet;
}

describe('which change a value stands by', () => {
  it('is the newest in effect, an amendment or a correction', () => {
    const changes = [
      change({ no: 'A2', tookEffectAt: '2026-05-03T02:00:00Z' }),
      change({ no: 'A1', tookEffectAt: '2026-04-01T02:00:00Z' }),
      change({ no: 'A3', state: 'proposed' }),
      change({ no: 'C1', kind: 'correction', tookEffectAt: '2026-06-01T02:00:00Z' }, 'construction/kickOffHeldOn'),
    ];
    expect(lastChangeOf({ changes }, 'mou/expiresOn')?.change.no).toBe('A2');
    expect(lastChangeOf({ changes }, 'mou/expiresOn', 'construction/kickOffHeldOn')?.item.path).toBe('construction/kickOffHeldOn');
  });

  it('is none where nothing was changed or a change is not in effect', () => {
    expect(lastChangeOf({}, 'mou/expiresOn')).toBeUndefined();
    expect(lastChangeOf({ changes: [change({ state: 'lapsed' })] }, 'mou/expiresOn')).toBeUndefined();
    expect(lastChangeOf({ changes: [change({})] }, 'titleZh')).toBeUndefined();
  });

  it('the later of two of one moment, as they were written', () => {
    expect(lastChangeOf({ changes: [change({ no: 'A1' }), change({ no: 'A2' })] }, 'mou/expiresOn')?.change.no).toBe('A2');
  });
});
