import { epochMs, type Clock, type Occurrence } from '@app/domain';
import { nextStepInstant, wakeLimit } from './wake-instants';

const now = '2026-01-10T02:00:00.000Z';
const real: Clock = { kind: 'real' };

function occurrence(at: string, kind: Occurrence['kind']): Occurrence {
  return { at, kind, key: at } as Occurrence;
}

describe('until when a wake-up lets the clock act', () => {
  it('is now, when the planned instant is past', () => {
    expect(wakeLimit(real, epochMs('2026-01-10T01:59:59.000Z'), now)).toBe(now);
    expect(wakeLimit(real, undefined, now)).toBe(now);
  });

  it('is the planned instant where two clocks differ a little, and two minutes at most', () => {
    expect(wakeLimit(real, epochMs('2026-01-10T02:00:30.000Z'), now)).toBe('2026-01-10T02:00:30.000Z');
    expect(wakeLimit(real, epochMs('2026-01-11T00:00:00.000Z'), now)).toBe('2026-01-10T02:02:00.000Z');
  });

  it('is virtual for a rated clock, and the room’s time for a conducted one', () => {
    const rated: Clock = { kind: 'rated', anchorReal: '2026-01-10T01:00:00.000Z', anchorVirtual: '2025-06-01T00:00:00.000Z', rate: 24 };
    expect(wakeLimit(rated, undefined, now)).toBe('2025-06-02T00:00:00.000Z');
    const room: Clock = { kind: 'conducted', roomId: 'room' };
    expect(wakeLimit(room, epochMs('2030-01-01T00:00:00.000Z'), now, '2025-07-01T00:00:00.000Z')).toBe('2025-07-01T00:00:00.000Z');
  });
});

describe('the instant at which the clock’s next step counts', () => {
  const plan = [
    occurrence('2026-01-05T02:00:00.000Z', 'reminder'),
    occurrence('2026-01-06T02:00:00.000Z', 'escalation'),
    occurrence('2026-01-07T16:00:00.000Z', 'consequence'),
    occurrence('2026-01-08T02:00:00.000Z', 'reminder'),
    occurrence('2026-02-01T02:00:00.000Z', 'reminder'),
  ];

  it('takes reminders before the next consequence together, so that they can be merged', () => {
    expect(nextStepInstant(plan, now)).toBe('2026-01-06T02:00:00.000Z');
  });

  it('is a consequence’s own instant, however late the worker runs', () => {
    expect(nextStepInstant(plan.slice(2), now)).toBe('2026-01-07T16:00:00.000Z');
  });

  it('leaves alone what is not due', () => {
    expect(nextStepInstant(plan.slice(3), now)).toBe('2026-01-08T02:00:00.000Z');
    expect(nextStepInstant(plan.slice(4), now)).toBeUndefined();
    expect(nextStepInstant([], now)).toBeUndefined();
  });
});
