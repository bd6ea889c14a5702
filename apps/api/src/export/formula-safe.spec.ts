import fc from 'fast-check';
import { formulaSafe } from './formula-safe';

describe('a text in a table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 871', "'+86 871"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['\t=1', "'\t'=1"],
    ['  =1', "'  =1"],
    ['a;=1', "a;'=1"],
    ['a; "=1', 'a; "\'=1'],
    ['a；＝1', "a；'＝1"],
    ['a\n=cmd', "a\n'=cmd"],
  ])('%j is written as %j', (text, expected) => {
    expect(formulaSafe(text)).toBe(expected);
  });

  it.each(['a = b', '老挝=中国', 'e-mail', '', '2026-03-31', '<b>&amp;</b>'])('%j stays as it is', (text) => {
    expect(formulaSafe(text)).toBe(text);
  });

  it('never begins a cell with a sign of a formula, wherever it is split', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '＠', ';', '\n', '\t', ' ', 'a', '"') }), (text) => {
        for (const part of formulaSafe(text).split(/[;\t\r\n]/))
          expect(part.replace(/^["'\s]*(?=[^=+\-@＝＋－＠]|$)/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
    );
  });
});
