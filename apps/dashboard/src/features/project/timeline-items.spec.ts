import { futureOf, kindOf, pastOf, wantedKinds, type Future, type Past } from './timeline-items';

const entry = (command: string, ...types: string[]): Past['items'][number] =>
  ({ rev: 1, command, events: types.map((type) => ({ type, sentence: type })) }) as Past['items'][number];

describe('the lines of a timeline', () => {
  it('tell acts, dates, mails and what the clock does apart', () => {
    expect(kindOf('ApplicationAccepted', false)).toBe('act');
    expect(kindOf('DeadlineMoved', false)).toBe('deadline');
    expect(kindOf('ReminderIssued', true)).toBe('mail');
    expect(kindOf('MilestoneTurnedRed', true)).toBe('clock');
  });

  it('keep of an entry the events that are wanted, and leave out entries without one', () => {
    const items = [entry('AcceptApplication', 'ApplicationAccepted', 'DeadlineClosed'), entry('Wake', 'ReminderIssued')];
    expect(pastOf({ items }, new Set(['act'])).map((one) => one.events.map((event) => event.type))).toEqual([['ApplicationAccepted']]);
    expect(pastOf({ items }, new Set(['mail', 'deadline']))).toHaveLength(2);
  });

  it('filter what is planned in the same way', () => {
    const planned = (kind: string) => ({ occurrence: { kind } }) as Future['items'][number];
    const items = [planned('reminder'), planned('escalation'), planned('consequence')];
    expect(futureOf({ items }, new Set(['mail']))).toHaveLength(2);
    expect(futureOf({ items }, new Set(['clock']))).toHaveLength(1);
  });

  it('read the choice from the address; nonsense means all', () => {
    expect([...wantedKinds('mail.act')]).toEqual(['act', 'mail']);
    expect(wantedKinds('nonsense').size).toBe(4);
    expect(wantedKinds(undefined).size).toBe(4);
  });
});
