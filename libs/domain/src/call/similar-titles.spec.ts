import fc from 'fast-check';
import { isSimilarTitle } from './similar-title';
import { similarTitleGroups, type TitledFile } from './similar-titles';

const file = (id: string, ...titles: string[]): TitledFile => ({ id, titles });

/** The same by comparing every pair. */
function byPairs(files: TitledFile[], from: number): string[][] {
  const groups = files.map((one) => [one.id]);
  for (const a of files) {
    for (const b of files) {
      const alike = a.titles.some((title, at) => isSimilarTitle(title, b.titles[at] ?? '', from));
      const [ofA, ofB] = [groups.findIndex((group) => group.includes(a.id)), groups.findIndex((group) => group.includes(b.id))];
      if (alike && ofA !== ofB) groups[ofA] = [...(groups[ofA] ?? []), ...(groups.splice(ofB, 1, [])[0] ?? [])];
    }
  }
  return groups.filter((group) => group.length > 1);
}

const canonical = (groups: string[][]): string[] => groups.map((group) => [...group].sort().join(' ')).sort();

describe('groups of similar titles', () => {
  it('joins what is alike in one language, over a common third file', () => {
    const files = [
      file('a', '老挝智能物流工坊', 'Logistics Laos'),
      file('b', '老挝智能物流技术工坊', 'Something else entirely'),
      file('c', '缅甸机电工坊', 'Something else entirely!'),
      file('d', '泰国新能源汽车工坊', 'Vehicles'),
    ];
    expect(similarTitleGroups(files, 0.6)).toEqual([['a', 'b', 'c']]);
  });

  it('joins once what is alike in both languages, and nothing that only shares a word', () => {
    const files = [
      file('a', '老挝智能物流工坊', 'Smart logistics workshop Laos'),
      file('b', '老挝智能物流工坊', 'Smart logistics workshop, Laos'),
      file('c', '老挝茶叶', 'Smart tea'),
    ];
    expect(similarTitleGroups(files, 0.6)).toEqual([['a', 'b']]);
    const near = [file('a', 'logistics cambodia'), file('b', 'logistics vietnam')];
    expect(similarTitleGroups(near, 0.5)).toEqual([]);
    expect(similarTitleGroups(near, 0.4)).toEqual([]);
    expect(similarTitleGroups(near, 0.2)).toEqual([['a', 'b']]);
  });

  it('leaves out files without any title', () => {
    expect(similarTitleGroups([file('a', ''), file('b', '…'), file('c')], 0.6)).toEqual([]);
    expect(similarTitleGroups([], 0.6)).toEqual([]);
  });

  it('is the same as comparing every pair, for any titles and any threshold', () => {
    const word = fc.constantFrom('老挝', '物流', '工坊', '智能', '缅甸', 'laos', 'workshop', 'logistics', 'x');
    const title = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
    const files = fc
      .array(fc.array(title, { maxLength: 2 }), { maxLength: 9 })
      .map((all) => all.map((titles, at) => file(`f${at}`, ...titles)));
    fc.assert(
      fc.property(files, fc.constantFrom(0.3, 0.5, 0.6, 0.8, 1), (all, from) => {
        expect(canonical(similarTitleGroups(all, from))).toEqual(canonical(byPairs(all, from)));
      }),
    );
  });

  it('takes a moment for two thousand different titles', () => {
    const files = Array.from({ length: 2_000 }, (_, at) =>
      file(String(at), `工坊 ${String.fromCodePoint(0x4e00 + at, 0x5e00 + at, 0x6e00 + at)}`),
    );
    expect(similarTitleGroups(files, 0.6)).toEqual([]);
  });
});
