import type { TextPair } from './api/templates';
import { keptPair, withLine, withoutParagraph, withParagraph, wordChanges } from './words';

const pair: TextPair = { 'zh-CN': { act: '甲', body: ['一', '二'] }, en: { act: 'A', body: ['one', 'two'] } };

describe('the words of a mail', () => {
  it('differ line by line, also where one version has more paragraphs', () => {
    expect(wordChanges(pair, pair)).toEqual([]);
    expect(wordChanges(pair, withLine(pair, 'en', 'act', 'B'))).toEqual([{ language: 'en', slot: 'act', before: 'A', after: 'B' }]);
    const longer = withLine(withParagraph(pair), 'zh-CN', 'body.3', '三');
    expect(wordChanges(pair, longer)).toEqual([{ language: 'zh-CN', slot: 'body.3', before: '', after: '三' }]);
    expect(wordChanges(longer, pair)).toEqual([{ language: 'zh-CN', slot: 'body.3', before: '三', after: '' }]);
  });

  it('gain and lose a paragraph in both languages at once', () => {
    expect(withParagraph(pair)['zh-CN'].body).toEqual(['一', '二', '']);
    expect(withoutParagraph(pair, 1)).toEqual({ 'zh-CN': { act: '甲', body: ['二'] }, en: { act: 'A', body: ['two'] } });
    expect(withLine(pair, 'en', 'body.2', 'zwei').en.body).toEqual(['one', 'zwei']);
  });

  it('are taken from this browser only in their own shape', () => {
    expect(keptPair(JSON.parse(JSON.stringify(pair)))).toEqual(pair);
    for (const other of [
      undefined,
      null,
      'x',
      {},
      { en: pair.en },
      { ...pair, en: { act: 1, body: [] } },
      { ...pair, en: { act: '', body: [1] } },
    ])
      expect(keptPair(other)).toBeUndefined();
  });
});
