import { activeFilters, columnsOf, nextSort, sortedHow, withColumns, withFilter } from './list-state';

describe('the state of the list', () => {
  it('begins at the first page again when a filter changes', () => {
    expect(withFilter({ stage: 'mou', cursor: 'x' }, 'country', 'LA')).toEqual({ stage: 'mou', country: 'LA' });
    expect(withFilter({ stage: 'mou', cursor: 'x' }, 'stage', null)).toEqual({});
    expect(withFilter({ q: 'a' }, 'q', '')).toEqual({});
  });

  it('names filters in a fixed order and not what is no filter', () => {
    expect(activeFilters({ sort: 'title', country: 'LA', q: 'road', cursor: 'x' })).toEqual([
      { name: 'q', value: 'road' },
      { name: 'country', value: 'LA' },
    ]);
  });

  it('mentions columns only when they are not the usual ones', () => {
    expect(withColumns({ columns: 'call' }, ['since', 'officer', 'deadline', 'country', 'stage'])).toEqual({});
    expect(withColumns({}, ['lead', 'call'])).toEqual({ columns: 'call,lead' });
    expect(columnsOf(withColumns({}, []))).toEqual([]);
    expect(columnsOf({ columns: 'lead,nonsense,call' })).toEqual(['call', 'lead']);
    expect(columnsOf({})).toEqual(['stage', 'country', 'deadline', 'officer', 'since']);
  });

  it('turns an order round at the second click', () => {
    expect(nextSort('-updated', 'title')).toBe('title');
    expect(nextSort('title', 'title')).toBe('-title');
    expect(nextSort('-title', 'title')).toBe('title');
    expect([sortedHow('title', 'title'), sortedHow('-title', 'title'), sortedHow('since', 'title')]).toEqual([
      'ascending',
      'descending',
      'none',
    ]);
  });
});
