import type { ProjectDetail } from './api/project';
import { commandThatEnds, daysOver, followingOf, situationOf, type Deadline } from './situation';

const due = (ladder: string, endsAt: string, more: Partial<Deadline> = {}): Deadline =>
  ({ ladder, object: '-', endsAt, dueOn: endsAt.slice(0, 10), ...more }) as Deadline;
const now = '2026-03-10T02:00:00.000Z';

describe('where a project stands with its dates', () => {
  it('tells what is late and what is next, the earliest first', () => {
    const deadlines = [
      due('report', '2026-03-31T16:00:00.000Z'),
      due('kickOff', '2026-03-02T16:00:00.000Z'),
      due('milestone', '2026-03-01T16:00:00.000Z', { object: 'M1' }),
    ];
    const { overdue, next } = situationOf({ deadlines, now });
    expect(overdue.map((one) => one.ladder)).toEqual(['milestone', 'kickOff']);
    expect(next?.ladder).toBe('report');
  });

  it('calls nothing late that stands still or that nobody owes', () => {
    const frozen = due('report', '2026-03-01T16:00:00.000Z', { frozen: { unitsLeft: 3, heldOn: '2026-02-20' } });
    const moment = due('clock', '2026-03-01T16:00:00.000Z');
    const coming = due('clock', '2026-09-01T16:00:00.000Z');
    expect(situationOf({ deadlines: [frozen, moment, coming], now })).toEqual({ overdue: [], next: coming });
  });

  it('counts whole days since the end', () => {
    expect(daysOver('2026-03-09T16:00:00.000Z', now)).toBe(0);
    expect(daysOver('2026-03-01T16:00:00.000Z', now)).toBe(8);
  });

  it('puts a consequence before another mail, and says nothing where nothing is planned', () => {
    const mail = { rule: 'award', object: '-', kind: 'escalation' as const, at: now, to: ['SH'] };
    const end = { ...mail, kind: 'consequence' as const, to: [], consequence: 'lapse-award' };
    const award = due('award', now);
    expect(followingOf({ following: [mail, end] }, award)).toBe(end);
    expect(followingOf({ following: [mail] }, award)).toBe(mail);
    expect(followingOf({ following: [mail] }, due('report', now))).toBeUndefined();
  });

  it('offers the command that ends it to whoever may give it', () => {
    const commands = [{ type: 'AcceptAward', possible: true }] as ProjectDetail['commands'];
    expect(commandThatEnds({ commands }, due('award', now))).toBe('AcceptAward');
    expect(commandThatEnds({ commands }, due('report', now))).toBeUndefined();
    expect(commandThatEnds({ commands }, due('warning', now))).toBeUndefined();
  });
});
