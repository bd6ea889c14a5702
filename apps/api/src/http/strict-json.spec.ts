import { Problem } from '../errors/problem';
import { parseStrictJson } from './strict-json';

const read = (text: string): unknown => parseStrictJson(Buffer.from(text));
const codeOf = (text: string | Buffer): string => {
  try {
    parseStrictJson(Buffer.from(text));
    return 'taken';
  } catch (error) {
    return error instanceof Problem ? error.code : 'thrown';
  }
};

describe('strict JSON', () => {
  it('reads what is well formed', () => {
    expect(read('{"a":[{"b":"x,{\\"y\\":1}"},{"b":null}],"c":{"a":1.5}}')).toEqual({ a: [{ b: 'x,{"y":1}' }, { b: null }], c: { a: 1.5 } });
    expect(codeOf('{"text":"__proto__ and constructor are fine as values"}')).toBe('taken');
  });

  it.each([
    ['half an object', '{"a":', 'MALFORMED_JSON'],
    ['a name twice', '{"a":1,"a":2}', 'MALFORMED_JSON'],
    ['a name twice, escaped', '{"a":1,"\\u0061":2}', 'MALFORMED_JSON'],
    ['a name twice, deep inside', '[{"x":{"a":1,"b":[],"a":2}}]', 'MALFORMED_JSON'],
    ['NaN', '{"a":NaN}', 'MALFORMED_JSON'],
    ['ten thousand levels', '['.repeat(10_000) + ']'.repeat(10_000), 'MALFORMED_JSON'],
    ['__proto__', '{"__proto__":{"admin":true}}', 'FORBIDDEN_NAME'],
    ['__proto__, escaped', '{"a":{"\\u005f_proto__":1}}', 'FORBIDDEN_NAME'],
    ['constructor', '{"constructor":{"prototype":{}}}', 'FORBIDDEN_NAME'],
  ])('refuses %s', (_what, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(codeOf(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBe('MALFORMED_JSON');
  });
});
