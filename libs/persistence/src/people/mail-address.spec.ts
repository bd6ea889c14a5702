import { isMailAddress } from './mail-address';

describe('one mail address', () => {
  it.each(['office@college.example', 'li.si+call@学院.example', "o'brien@college.example", 'a@b.co'])('%s is one', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each([
    '',
    'a',
    'a@b',
    'a@@b.example',
    'a b@c.example',
    'a@b.example,c@d.example',
    'a@b.example;c@d.example',
    'a@b.example c@d.example',
    'a@b.example\nBcc: c@d.example',
    'a@b.example\u0000',
    '"a b"@c.example',
    'A <a@b.example>',
    'a@b..example',
    'a@-b.example',
    `${'a'.repeat(65)}@b.example`,
  ])('%j is not', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });

  it('is judged quickly, however long the text', () => {
    const startedAt = performance.now();
    isMailAddress(`${'a.'.repeat(50_000)}@${'b.'.repeat(50_000)}`);
    expect(performance.now() - startedAt).toBeLessThan(50);
  });
});
