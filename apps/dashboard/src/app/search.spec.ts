import { boardSearch, parseSearch, projectCommandSearch, projectListSearch, stringifySearch } from './search';

describe('the state of a page in its address', () => {
  it('stands there as somebody would type it, and is read back the same', () => {
    const state = { q: '001', stage: 'mou', overdue: 'true', closed: 'false', columns: 'call,lead', cursor: '{"a":1}', sort: 'null' };
    expect(stringifySearch({ overdue: 'true', q: '12' })).toBe('?overdue=true&q=12');
    expect(projectListSearch(parseSearch(stringifySearch(state)))).toEqual(state);
    expect(boardSearch(parseSearch('?lanes=country&overdue=false'))).toEqual({ lanes: 'country', overdue: 'false' });
  });

  it('names no revision as a text, and leaves out what is not there', () => {
    expect(projectCommandSearch(parseSearch('?rev=12&about=2025'))).toEqual({ rev: 12, about: '2025' });
    expect(stringifySearch({ about: undefined, rev: 12 })).toBe('?rev=12');
    expect(stringifySearch({})).toBe('');
  });
});
