import { readCalendarFile } from './calendar-file';
import { writeCalendarFile } from './calendar-file-writer';

const days = [
  { date: '2027-01-01', kind: 'off', name: '元旦, New Year', status: 'official' },
  { date: '2027-01-02', kind: 'work', name: 'make-up Saturday', status: 'provisional' },
  { date: '2027-03-08', kind: 'women', name: 'Women’s Day', status: 'provisional' },
];

describe('a calendar as a file', () => {
  it.each(['csv', 'ics'] as const)('in %s says the same when it is imported again', (format) => {
    const file = new TextEncoder().encode(writeCalendarFile(days, format, 'CN 2027'));
    const read = readCalendarFile(file, format);
    expect(read.faults).toEqual([]);
    expect(read.days.map(({ date, kind, name, status }) => ({ date, kind, name, status }))).toEqual(days);
  });

  it('never lets a spreadsheet compute a name', () => {
    expect(writeCalendarFile([{ date: '2027-01-01', kind: 'off', name: '=1+1', status: 'official' }], 'csv', 'x')).toContain("'=1+1");
  });
});
