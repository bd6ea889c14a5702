import fc from 'fast-check';
import { textFindings, type ReadText, type TextFinding } from './mail-text-findings';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const date = fc.record({ y: fc.integer({ min: 1000, max: 9999 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 28 }) });
const check = (zh: string, en: string): TextFinding[] => {
  const side = (plain: string): ReadText[] => [{ slot: 'act', plain, values: [] }];
  return textFindings({ 'zh-CN': side(zh), en: side(en) }, { allowed: [], names: [] });
};

it('a date is the same in every way of writing it, and another one never is', () => {
  fc.assert(
    fc.property(date, date, (one, other) => {
      const zh = `${one.y}年${one.m}月${one.d}日止`;
      const iso = `until ${one.y}-${String(one.m).padStart(2, '0')}-${String(one.d).padStart(2, '0')}`;
      const { y, m, d } = one;
      for (const en of [iso, `until ${d} ${months[m - 1]} ${y}`, `until ${months[m - 1]} ${d}, ${y}`]) expect(check(zh, en)).toEqual([]);
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      const codes = check(zh, `until ${other.d} ${months[other.m - 1]} ${other.y}`).map(({ code }) => code);
      expect(codes).toEqual(['TEXT_DATE_ONE_SIDE', 'TEXT_DATE_ONE_SIDE']);
    }),
  );
});

it('a number is the same with and without commas, and another one never is', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.nat(999_999_999), (one, other) => {
      expect(check(`共${one}项`, `all ${one.toLocaleString('en-US')} items`)).toEqual([]);
      fc.pre(one !== other);
      expect(check(`共${one}项`, `all ${other} items`)).toHaveLength(2);
    }),
  );
});

it('any text at all gives an answer and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (zh, en) => void check(zh, en)));
});
