import { textFindings, type NamePair, type ReadText, type TextFinding } from './mail-text-findings';

const line = (plain: string, values: string[] = [], slot: ReadText['slot'] = 'body.1'): ReadText => ({ slot, plain, values });
const side = (act: string, ...body: (string | ReadText)[]): ReadText[] => [
  line(act, [], 'act'),
  ...body.map((one, i) => (typeof one === 'string' ? line(one, [], `body.${i + 1}`) : one)),
];
const check = (zh: ReadText[], en: ReadText[], names: NamePair[] = [], allowed: string[] = ['title', 'dueOn']): TextFinding[] =>
  textFindings({ 'zh-CN': zh, en }, { allowed, names });
const body = (zh: string, en: string, names: NamePair[] = []): string[] =>
  check(side('通知', zh), side('Notice', en), names).map(({ code, language, slot, value }) =>
    `${code} ${language} ${slot} ${value}`.trim(),
  );

describe('words of a mail that agree', () => {
  it.each([
    ['的日期', '2026年3月31日截止。', 'Closes on 31 March 2026.'],
    ['日期', '请于 2026-3-1 前提交。', 'Please submit before March 1st, 2026.'],
    ['月份', '2026年3月公布。', 'Announced in March 2026.'],
    ['没有年份的日期', '每年 3 月 31 日与 4月1日。', 'Every 31 March and April 1.'],
    ['数字', '不超过50万元，即500000元。', 'At most 500,000 yuan.'],
    ['全角数字', '共１２项。', 'There are 12 items.'],
    ['电话', '电话 +86-871-6301 2345。', 'Ring +86 871 63012345.'],
    ['邮箱', '请写信至 Call@lmgf.example。', 'Write to call@LMGF.example.'],
    ['网址', '详见 https://lmgf.example/a?b=1。', 'See https://lmgf.example/a?b=1.'],
  ])('state the same, whatever the words around: %s', (_what, zh, en) => {
    expect(body(zh, en)).toEqual([]);
  });

  it('put in the same values, in any order, and say the same names', () => {
    const names = [
      { zh: '李明', en: 'Li Ming' },
      { zh: '老挝', en: 'Lao PDR' },
    ];
    const zh = side('通知', line('李明（老挝）  ', ['title', 'dueOn']));
    const en = side('Notice', line('  : Li Ming (Lao PDR)', ['dueOn', 'title']));
    expect(check(zh, en, names)).toEqual([]);
    expect(body('李明办理。', 'Li Ming 李明 does it.', names)).toEqual([]);
  });

  it('may be a value alone', () => {
    const one = [line(' ', ['title'], 'act'), line(' ', ['title'])];
    expect(check(one, one)).toEqual([]);
  });
});

describe('what one language states and the other does not', () => {
  it.each([
    [
      'a date',
      '2026年3月31日截止。',
      'Closes on 30 March 2026.',
      ['TEXT_DATE_ONE_SIDE zh-CN body.1 2026-03-31', 'TEXT_DATE_ONE_SIDE en body.1 2026-03-30'],
    ],
    ['a number', '共 3 项。', 'There are some.', ['TEXT_NUMBER_ONE_SIDE zh-CN body.1 3']],
    [
      'a telephone number',
      '电话 0871-63012345。',
      'Ring 0871-63012346.',
      ['TEXT_PHONE_ONE_SIDE zh-CN body.1 087163012345', 'TEXT_PHONE_ONE_SIDE en body.1 087163012346'],
    ],
    ['a mail address', '请来信。', 'Write to a@b.example.', ['TEXT_ADDRESS_ONE_SIDE en body.1 a@b.example']],
    ['a link', '见 www.lmgf.example。', 'See the site.', ['TEXT_LINK_ONE_SIDE zh-CN body.1 www.lmgf.example']],
  ])('is told where it stands: %s', (_what, zh, en, findings) => {
    expect(body(zh, en)).toEqual(findings);
  });

  it('is a value, also one that is only asked for', () => {
    const zh = side('通知', line('请办理  ', ['dueOn']));
    expect(check(zh, side('Notice', 'Please act.'))).toEqual([
      { code: 'TEXT_VALUE_ONE_SIDE', language: 'zh-CN', slot: 'body.1', value: 'dueOn' },
    ]);
  });

  it('is a name, and a part of a longer word is none', () => {
    const names = [{ zh: '李明', en: 'Li' }];
    expect(body('请联系李明。', 'Please call Liaison.', names)).toEqual(['TEXT_NAME_ONE_SIDE zh-CN body.1 李明']);
    expect(body('请联系。', 'Please call Li.', names)).toEqual(['TEXT_NAME_ONE_SIDE en body.1 Li']);
    expect(body('请联系 A+B (研究)。', 'Please call.', [{ zh: 'A+B (研究)', en: 'A+B' }])).toEqual([
      'TEXT_NAME_ONE_SIDE zh-CN body.1 A+B (研究)',
    ]);
  });

  it('is told once, where it stands first', () => {
    expect(check(side('第 7 次', '第 7 次'), side('Notice', 'Notice')).map(({ slot }) => slot)).toEqual(['act']);
  });

  it('is a paragraph', () => {
    expect(check(side('通知', '甲', '乙'), side('Notice', 'A'))).toEqual([
      { code: 'TEXT_PARAGRAPHS_DIFFER', language: 'en', slot: null, value: '2 : 1' },
    ]);
    expect(check(side('通知', '甲'), side('Notice', 'A', 'B'))).toEqual([
      { code: 'TEXT_PARAGRAPHS_DIFFER', language: 'zh-CN', slot: null, value: '1 : 2' },
    ]);
  });
});

describe('one side alone', () => {
  it('is not empty', () => {
    expect(body(' ', 'A')).toEqual(['TEXT_EMPTY zh-CN body.1']);
  });

  it('can be read by the template language', () => {
    const zh = side('通知', { ...line(''), unreadable: 'tag "for" not found' });
    expect(check(zh, side('Notice', 'A')).map(({ code, value }) => [code, value])).toEqual([['TEXT_UNREADABLE', 'tag "for" not found']]);
  });

  it('carries no markup', () => {
    expect(body('点击 <b>这里</b>', 'Click <a href="x">here</a>')).toEqual([
      'TEXT_MARKUP zh-CN body.1 <b>',
      'TEXT_MARKUP en body.1 <a href="x">',
    ]);
    expect(body('甲&nbsp;乙', 'A and B')).toEqual(['TEXT_MARKUP zh-CN body.1 &nbsp;']);
    expect(body('甲 < 乙', 'A < B')).toEqual([]);
  });

  it.each(['____', '{title}', 'XXX', '???', 'TODO'])('has no gap left to fill: %s', (gap) => {
    expect(body('甲', `A ${gap}`)).toEqual([`TEXT_UNFILLED en body.1 ${gap.startsWith('{') ? '{' : gap}`]);
  });

  it('names only values that this kind of mail has', () => {
    const both = (act: string): ReadText[] => side(act, line('', ['secret']));
    expect(check(both('甲'), both('A')).map(({ code, language, value }) => `${code} ${language} ${value}`)).toEqual([
      'TEXT_UNKNOWN_VALUE zh-CN secret',
      'TEXT_UNKNOWN_VALUE en secret',
    ]);
  });

  it('in English has no Chinese but names, in Chinese has some', () => {
    expect(body('甲', 'A 甲乙')).toEqual(['TEXT_CHINESE_IN_ENGLISH en body.1 甲乙']);
    expect(body('Please act', 'Please act')).toEqual(['TEXT_NOT_CHINESE zh-CN body.1 Please act']);
  });
});
