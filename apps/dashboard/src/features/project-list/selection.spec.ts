import { countOf, isSelected, mostByName, noSelection, queryOf, select, type Selection } from './selection';

const all: Selection = { kind: 'all', filters: { stage: 'mou' }, total: 1_240, except: [] };

describe('a selection', () => {
  it('keeps what was chosen on other pages', () => {
    const two = select(select(noSelection, ['a'], true), ['b'], true);
    expect([countOf(two), isSelected(two, 'a'), isSelected(two, 'c')]).toEqual([2, true, false]);
    expect(countOf(select(two, ['a'], true))).toBe(2);
    expect(queryOf(select(two, ['a'], false))).toEqual({ only: 'b' });
  });

  it('of all that match stays what it was under the filters of that moment, but for a few', () => {
    const but = select(all, ['a', 'b'], false);
    expect([countOf(but), isSelected(but, 'a'), isSelected(but, 'z')]).toEqual([1_238, false, true]);
    expect(queryOf(but)).toEqual({ stage: 'mou', except: 'a,b' });
    expect(queryOf(select(but, ['a', 'b'], true))).toEqual({ stage: 'mou' });
  });

  it('by name ends at what the API takes', () => {
    const ids = Array.from({ length: mostByName + 10 }, (_, at) => String(at));
    expect(countOf(select(noSelection, ids, true))).toBe(mostByName);
  });
});
