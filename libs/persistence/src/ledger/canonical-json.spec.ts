import { canonicalJson } from './canonical-json';
import { chainStart, entryHash, sha256, uuidOf } from './hash-chain';

describe('the canonical text of a value', () => {
  it('does not depend on the order in which fields were written', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, 'x'], c: null } })).toBe('{"a":{"c":null,"d":[1,"x"]},"b":1}');
    expect(canonicalJson({ a: { c: null, d: [1, 'x'] }, b: 1 })).toBe(canonicalJson({ b: 1, a: { d: [1, 'x'], c: null } }));
  });

  it('sorts keys by code unit, not by the machine’s language', () => {
    expect(canonicalJson({ ä: 1, Z: 2, a: 3 })).toBe('{"Z":2,"a":3,"ä":1}');
  });

  it('leaves out absent fields and keeps native script as it is', () => {
    expect(canonicalJson({ name: '工坊', gone: undefined })).toBe('{"name":"工坊"}');
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [Symbol('x')], [{ deep: [1n] }]])(
    'refuses what JSON would lose: %p',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it('survives being stored as text and parsed again', () => {
    const text = canonicalJson({ events: [{ type: 'X', at: '2025-06-10T02:00:00.000Z', n: 0.5 }] });
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });
});

describe('the hash chain', () => {
  it('is sha-256, so that anybody can check it', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(entryHash(chainStart, '{}')).toBe(sha256('\n{}'));
  });

  it('tells apart where one text ends and the next begins', () => {
    expect(entryHash('a', 'b')).not.toBe(entryHash('', 'ab'));
    expect(entryHash(entryHash(chainStart, '1'), '2')).not.toBe(entryHash(entryHash(chainStart, '2'), '1'));
  });
});

describe('the UUID of a key', () => {
  it('is the same at every try, another for another key, and well-formed', () => {
    expect(uuidOf('a')).toBe(uuidOf('a'));
    expect(uuidOf('a')).not.toBe(uuidOf('b'));
    for (const key of ['a', 'b', 'project/1/2/3'])
      expect(uuidOf(key)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
