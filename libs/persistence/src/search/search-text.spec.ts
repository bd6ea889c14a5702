import { folded, gramsOf, searchText, searchWords, sortKey } from './search-text';

const finds = (text: string, q: string): boolean => {
  const kept = searchText([text]);
  const grams = new Set(gramsOf(kept));
  return searchWords(q).every((word) => kept.includes(word) && gramsOf(word).every((gram) => grams.has(gram)));
};

describe('the text that is searched', () => {
  it.each([
    ['重庆城市职业学院', 'chongqing'],
    ['重庆城市职业学院', 'cqcszyxy'],
    ['老挝AI技术工坊', 'aijishu'],
    ['旅游学院', 'lvyou'],
    ['旅游学院', 'luyou'],
    ['旅游学院', 'lüyou'],
    ['Đại học Bách khoa', 'dai hoc'],
    ['ＡＢＣ', 'abc'],
    ['ມະຫາວິທະຍາໄລ', 'ວິທະຍາ'],
    ['工坊 2026', '2026 工坊'],
  ])('of %s is found by %s', (text, q) => {
    expect(finds(text, q)).toBe(true);
  });

  it.each([
    ['老挝', '挝老'],
    ['昆明', 'beijing'],
    ['Workshop', 'worksh0p'],
  ])('of %s is not found by %s', (text, q) => {
    expect(finds(text, q)).toBe(false);
  });

  it('keeps the vowel signs of other scripts and drops the marks of Latin letters', () => {
    expect(folded('ພາສາລາວ É')).toBe(`${'ພາສາລາວ'.normalize('NFKC')} e`);
  });

  it('is sorted by pinyin, between Latin names', () => {
    const names = ['泰国', 'Zhuhai', '老挝', 'Kunming', '中国'];
    expect(names.sort((a, b) => ((sortKey(a) ?? '') < (sortKey(b) ?? '') ? -1 : 1))).toEqual(['Kunming', '老挝', '泰国', '中国', 'Zhuhai']);
    expect(sortKey(null)).toBeUndefined();
  });
});
