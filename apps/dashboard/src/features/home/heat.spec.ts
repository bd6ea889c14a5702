import { heatOf, heatStep, searchOfCell } from './heat';

const counted = [
  { country: 'LA', month: '2026-02', projects: 3 },
  { country: null, month: '2026-02', projects: 1 },
  { country: 'CN', month: '2025-12', projects: 2 },
  ...['2025-06', '2025-07', '2025-08', '2025-09', '2025-10'].map((month) => ({ country: 'LA', month, projects: 1 })),
];

describe('the heat table of overdue projects', () => {
  it('loses no project: its cells add up to what was counted', () => {
    const { rows, columns, count } = heatOf(counted);
    const shown = rows.flatMap((country) => columns.map((column) => count(country, column))).reduce((sum, one) => sum + one, 0);
    expect(shown).toBe(counted.reduce((sum, one) => sum + one.projects, 0));
  });

  it('shows six months, older ones in one column, and projects without a country last', () => {
    const { rows, columns } = heatOf(counted);
    expect(columns.map(({ key }) => key)).toEqual(['older', '2025-07', '2025-08', '2025-09', '2025-10', '2025-12', '2026-02']);
    expect(rows).toEqual(['CN', 'LA', null]);
  });

  it('leads to exactly the projects of a cell: its month to the last day, its country or none', () => {
    const { columns } = heatOf(counted);
    const of = (key: string) => columns.find((one) => one.key === key) ?? { key, dueTo: '' };
    expect(searchOfCell(null, of('2026-02'))).toEqual({
      overdue: 'true',
      country: 'none',
      dueFrom: '2026-02-01',
      dueTo: '2026-02-28',
      sort: 'deadline',
    });
    expect(searchOfCell('LA', of('older'))).toEqual({ overdue: 'true', country: 'LA', dueTo: '2025-06-30', sort: 'deadline' });
  });

  it('has nothing when nothing is late', () => {
    expect(heatOf([])).toMatchObject({ rows: [], columns: [], most: 0 });
  });

  it.each([
    [1, 9, 1],
    [4, 9, 2],
    [9, 9, 3],
    [0, 0, 1],
  ])('says of %i beside at most %i that it is step %i of three', (projects, most, step) => {
    expect(heatStep(projects, most)).toBe(step);
  });
});
