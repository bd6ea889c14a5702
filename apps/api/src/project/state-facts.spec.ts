import { changesBetween, type Fact } from './state-facts';

const aFact = (field: string, value: string, object: string | null = null): Fact => ({ field, object, about: null, kind: 'date', value });

describe('what became of the facts of a project', () => {
  it('names what is new, what changed and what is gone, and is silent about the rest', () => {
    const before = [aFact('forecastOn', '2026-05-01', 'M1'), aFact('forecastOn', '2026-06-01', 'M2'), aFact('hold', 'hold')];
    const after = [aFact('forecastOn', '2026-05-08', 'M1'), aFact('forecastOn', '2026-06-01', 'M2'), aFact('signedOn', '2026-01-05')];
    expect(changesBetween(before, after).map(({ field, object, from, to }) => [field, object, from, to])).toEqual([
      ['forecastOn', 'M1', '2026-05-01', '2026-05-08'],
      ['signedOn', null, null, '2026-01-05'],
      ['hold', null, 'hold', null],
    ]);
  });
});
