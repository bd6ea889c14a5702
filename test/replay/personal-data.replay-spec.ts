import { cast } from '../../apps/worker/src/story/cast';
import { recordedHistories } from './corpus';

/** All that payloads of a history say, in clear. */
function said(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  const { data, metadata } = node as { data?: unknown; metadata?: unknown };
  if (typeof data === 'string' && typeof metadata === 'object') return [Buffer.from(data, 'base64').toString('utf8')];
  return Object.values(node).flatMap(said);
}

describe('recorded histories of workflows', () => {
  const texts = recordedHistories().map(({ name, history }) => ({ name, text: [...said(history), JSON.stringify(history)].join('\n') }));

  it('carry payloads at all, or nothing could be found in them', () => {
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter(({ text }) => /"rev":\d/.test(text)).length).toBeGreaterThan(0);
  });

  it('name no person and no mail address: they are kept for years and leave the database with the engine (docs/adr/0010)', () => {
    const names = cast.flatMap(({ fullName, latinName }) => [fullName, latinName]);
    expect(names.length).toBeGreaterThan(20);
    const found = texts.flatMap(({ name, text }) => {
      const addresses = text.match(/\w@[\w-]+\.(example|org|com|cn|la|kh|th|vn|mm)\b/g) ?? [];
      return [...names.filter((one) => text.includes(one)), ...addresses].map((what) => `${name}: ${what}`);
    });
    expect(found).toEqual([]);
  });
});
