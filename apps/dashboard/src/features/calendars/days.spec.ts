import { importedDays, inOrder, unknownWords, weeksOf } from './days';

const day = { date: '2027-01-01', name: '元旦', status: 'official' };
const read = {
  encoding: 'utf-8' as const,
  faults: [],
  days: [
    { ...day, line: 2, kind: 'off', saidKind: '放假' },
    { ...day, date: '2027-02-06', line: 3, kind: '', saidKind: 'festival' },
    { ...day, date: '2027-02-07', line: 4, kind: '', saidKind: 'festival' },
  ],
};

describe('days of an import', () => {
  it('ask for words that are not known, each once', () => {
    expect(unknownWords(read)).toEqual(['festival']);
  });

  it('are taken with the kinds chosen; what nobody chose a kind for is left out', () => {
    expect(importedDays(read, { festival: 'gov' }).map(({ kind }) => kind)).toEqual(['off', 'gov', 'gov']);
    expect(importedDays(read, {}).map(({ date }) => date)).toEqual(['2027-01-01']);
  });

  it('stand in the order of the year', () => {
    const days = [
      { ...day, date: '2027-05-01', kind: 'school' },
      { ...day, date: '2027-05-01', kind: 'off' },
      { ...day, kind: 'off' },
    ];
    expect(inOrder(days).map(({ date, kind }) => `${date} ${kind}`)).toEqual(['2027-01-01 off', '2027-05-01 off', '2027-05-01 school']);
  });
});

describe('the weeks of a month', () => {
  it('begin on Monday', () => {
    expect(weeksOf(2027, 2)).toEqual([
      [1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11, 12, 13, 14],
      [15, 16, 17, 18, 19, 20, 21],
      [22, 23, 24, 25, 26, 27, 28],
    ]);
    expect(weeksOf(2027, 1)[0]).toEqual([undefined, undefined, undefined, undefined, 1, 2, 3]);
  });
});
