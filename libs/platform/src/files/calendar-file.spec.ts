import { readCalendarFile, UnreadableCalendar } from './calendar-file';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (text: string) => readCalendarFile(bytes(text), 'csv');
/** 日期,名称 / 2027-01-01,元旦 in GB18030. */
const inGb18030 = Uint8Array.from(Buffer.from('c8d5c6da2cc3fbb3c60d0a323032372d30312d30312cd4aab5a90d0a', 'hex'));

describe('a CSV of listed days', () => {
  it('is read with a byte order mark, quotes, CRLF, Chinese headings and dates as people write them', () => {
    const text = '\uFEFF日期,类型,名称,状态\r\n2027/1/1,放假,"元旦, New Year",正式\r\n2027年1月2日,补班,"调休\r\n上班",\r\n';
    expect(csv(text)).toEqual({
      encoding: 'utf-8',
      faults: [],
      days: [
        { line: 2, date: '2027-01-01', kind: 'off', saidKind: '放假', name: '元旦, New Year', status: 'official' },
        { line: 4, date: '2027-01-02', kind: 'work', saidKind: '补班', name: '调休\n上班', status: 'provisional' },
      ],
    });
  });

  it('names a range day by day, and asks for a kind it does not know', () => {
    const { days } = csv('date,until,kind,name\n2027-02-06,2027-02-08,festival,春节\n');
    expect(days.map(({ date, kind, saidKind }) => [date, kind, saidKind])).toEqual([
      ['2027-02-06', '', 'festival'],
      ['2027-02-07', '', 'festival'],
      ['2027-02-08', '', 'festival'],
    ]);
  });

  it('keeps formulas and markup as the text they are', () => {
    expect(csv('date,name\n2027-01-01,=HYPERLINK("x")\n2027-01-02,<b>x</b>\n').days.map(({ name }) => name)).toEqual([
      '=HYPERLINK("x")',
      '<b>x</b>',
    ]);
  });

  it('names the lines it cannot read and reads the others', () => {
    const { days, faults } = csv(`date,name\n2027-02-30,no\n31 May,no\n2027-05-02,yes\n2027-05-03,${'x'.repeat(1_000_000)}\n`);
    expect(days.map(({ line }) => line)).toEqual([4]);
    expect(faults).toEqual([
      { line: 2, code: 'DATE_UNREADABLE' },
      { line: 3, code: 'DATE_UNREADABLE' },
      { line: 5, code: 'CELL_TOO_LONG' },
    ]);
  });

  it('in GB18030 is read, and said to be', () => {
    expect(readCalendarFile(inGb18030, 'csv')).toMatchObject({ encoding: 'gb18030', days: [{ date: '2027-01-01', name: '元旦' }] });
  });

  it('that never ends is cut and said to be', () => {
    expect(csv('date,until,name\n2027-01-01,2199-12-31,x\n')).toMatchObject({ faults: [{ line: 2, code: 'TOO_MANY_DAYS' }] });
  });

  it.each([
    ['no heading of a date', bytes('a,b\n1,2\n')],
    ['a broken quote', bytes('date,name\n2027-01-01,"x\n')],
    ['a spreadsheet', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['neither encoding', Uint8Array.from([0x64, 0xff, 0xff, 0xff])],
  ])('with %s is none', (_name, file) => {
    expect(() => readCalendarFile(file, 'csv')).toThrow(UnreadableCalendar);
  });
});

describe('an ICS of listed days', () => {
  const ics = (...events: string[]): string =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//x//y//EN',
      ...events.flatMap((one) => ['BEGIN:VEVENT', ...one.split('|'), 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n');
  const read = (...events: string[]) => readCalendarFile(bytes(ics(...events)), 'ics');

  it('lists whole days: the end is the day after the last, categories are kinds, confirmed is official', () => {
    const { days, faults } = read(
      'DTSTART;VALUE=DATE:20270101|DTEND;VALUE=DATE:20270104|SUMMARY:元旦|CATEGORIES:off|STATUS:CONFIRMED',
      'DTSTART;VALUE=DATE:20270109|SUMMARY:元旦调休上班',
      'DTSTART;VALUE=DATE:20270308|SUMMARY:Women|CATEGORIES:ladies',
    );
    expect(faults).toEqual([]);
    expect(days.map(({ line, date, kind, status }) => [line, date, kind, status])).toEqual([
      [1, '2027-01-01', 'off', 'official'],
      [1, '2027-01-02', 'off', 'official'],
      [1, '2027-01-03', 'off', 'official'],
      [2, '2027-01-09', 'work', 'provisional'],
      [3, '2027-03-08', '', 'provisional'],
    ]);
  });

  it('names events without a date, and with a name that never ends', () => {
    expect(read('SUMMARY:none', `DTSTART;VALUE=DATE:20270101|SUMMARY:${'x'.repeat(1_000)}`).faults).toEqual([
      { line: 1, code: 'DATE_UNREADABLE' },
      { line: 2, code: 'CELL_TOO_LONG' },
    ]);
  });

  it.each(['nothing', 'BEGIN:VCARD\r\nEND:VCARD', ''])('that is %j is none', (text) => {
    expect(() => readCalendarFile(bytes(text), 'ics')).toThrow(UnreadableCalendar);
  });
});
