import { memory } from './memory';

describe('what is remembered', () => {
  it('is found once, and found again when so much was found since that it was forgotten', () => {
    const asked: string[] = [];
    const remembered = memory<string, string>(2);
    const ask = (key: string): string =>
      remembered(key, () => {
        asked.push(key);
        return key.toUpperCase();
      });
    expect(['a', 'a', 'b', 'c', 'a'].map(ask)).toEqual(['A', 'A', 'B', 'C', 'A']);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
