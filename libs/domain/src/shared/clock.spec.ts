import { realAt, virtualAt, type Clock } from './clock';
import { jitterMsOf } from './jitter';

const real = '2026-01-14T08:00:00.000Z';
const rated: Clock = { kind: 'rated', anchorReal: '2026-01-14T00:00:00.000Z', anchorVirtual: '2026-02-01T00:00:00.000Z', rate: 60 };
const conducted: Clock = { kind: 'conducted', roomId: 'room' };

describe('an entity’s clock', () => {
  it('runs as real time in production', () => {
    expect(virtualAt({ kind: 'real' }, real)).toBe(real);
    expect(realAt({ kind: 'real' }, real)).toBe(real);
  });

  it('runs at a rate from its anchor, both ways', () => {
    expect(virtualAt(rated, real)).toBe('2026-02-21T00:00:00.000Z');
    expect(realAt(rated, '2026-02-21T00:00:00.000Z')).toBe(real);
  });

  it('of a rehearsal room is what its conductor says, and names no real instant', () => {
    expect(virtualAt(conducted, real, '2030-05-01T00:00:00.000Z')).toBe('2030-05-01T00:00:00.000Z');
    expect(realAt(conducted, real)).toBeUndefined();
    expect(() => virtualAt(conducted, real)).toThrow('needs the time of its room');
  });
});

describe('the spread of wake-ups', () => {
  it('is the same for the same entity, different for others, and less than a quarter of an hour', () => {
    expect(jitterMsOf('a')).toBe(jitterMsOf('a'));
    expect(jitterMsOf('a')).not.toBe(jitterMsOf('b'));
    for (const id of ['a', 'b', 'c', 'd']) expect(jitterMsOf(id)).toBeLessThan(15 * 60_000);
  });
});
