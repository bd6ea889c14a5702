import { noticeParity, type NoticeText } from './notice-parity';

const notice = (...paragraphs: string[]): NoticeText => ({ title: 'LMGF 2025', paragraphs });

describe('two language versions of a notice', () => {
  it('agree when they name the same facts, whatever the words around them', () => {
    expect(
      noticeParity(
        notice('2025年8月31日17时截止，电话+86-871-63012345，邮箱 call@lmgf.example', '每项目不超过500000元。'),
        notice('Closes at 17:00 on 31 August 2025. Write to call@lmgf.example or ring +86-871-63012345.', 'At most 500000 yuan each.'),
      ),
    ).toEqual([]);
  });

  it('agree when neither names any', () => {
    expect(noticeParity({ title: '通知', paragraphs: [] }, { title: 'Notice', paragraphs: [] })).toEqual([]);
  });

  it('differ in each fact that stands in one version only, by its kind', () => {
    expect(
      noticeParity(
        notice('2026年起，电话+86-871-63012345，邮箱 call@lmgf.example，上限500000元'),
        notice('From 2027, phone +86-871-63012346, mail office@lmgf.example, at most 600000 yuan'),
      ),
    ).toEqual([
      { kind: 'phone', onlyIn: 'zh', value: '+86-871-63012345' },
      { kind: 'phone', onlyIn: 'en', value: '+86-871-63012346' },
      { kind: 'mail', onlyIn: 'zh', value: 'call@lmgf.example' },
      { kind: 'mail', onlyIn: 'en', value: 'office@lmgf.example' },
      { kind: 'year', onlyIn: 'zh', value: '2026' },
      { kind: 'year', onlyIn: 'en', value: '2027' },
      { kind: 'number', onlyIn: 'zh', value: '500000' },
      { kind: 'number', onlyIn: 'en', value: '600000' },
    ]);
  });

  it('are not held to small numbers, nor to how often a fact is named', () => {
    expect(noticeParity(notice('至少3家单位，2025年'), notice('three partners in 2025'))).toEqual([]);
  });

  it('do not count the digits of an address or a telephone number again as numbers', () => {
    expect(noticeParity(notice('call2025@lmgf.example +86-871-63012345'), notice('call2025@lmgf.example'))).toEqual([
      { kind: 'phone', onlyIn: 'zh', value: '+86-871-63012345' },
    ]);
  });
});
