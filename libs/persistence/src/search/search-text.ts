import { pinyin } from 'pinyin-pro';

const han = /\p{Script=Han}/u;
const hanRun = /\p{Script=Han}+/gu;
const latinMarks = /[\u0300-\u036f]/g;

/** A text as it is compared: one width, small letters, Latin letters without marks; vowel signs of Lao, Thai, Khmer and Burmese stay. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(latinMarks, '').normalize('NFC').toLowerCase().replaceAll('đ', 'd');
}

/** The words of a search, each as it is compared; all of them must be found. */
export function searchWords(q: string): string[] {
  return [...new Set(folded(q).split(/\s+/).filter(Boolean))];
}

/** Everything by which these texts are found, folded, one a line: as written, Chinese also in pinyin and by its initials. */
export function searchText(texts: readonly (string | null | undefined)[]): string {
  const lines = new Set<string>();
  for (const text of texts) {
    if (text === null || text === undefined || text === '') continue;
    for (const line of linesOf(text)) lines.add(line);
  }
  return [...lines].join('\n');
}

/** What texts are sorted by: Chinese by its pinyin, between the others. */
export function sortKey(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  return folded(text.replace(hanRun, (run) => `${syllables(run).join(' ')} `)).slice(0, 200);
}

/** Hashes of a text's pieces, for the index: two neighbouring Chinese characters, or three others without one. */
export function gramsOf(text: string): number[] {
  const grams = new Set<number>();
  for (const word of text.split(/\s+/)) {
    const signs = [...word];
    for (let at = 0; at < signs.length; at += 1) {
      const piece = pieceAt(signs, at);
      if (piece !== undefined) grams.add(hashOf(piece));
    }
  }
  return [...grams];
}

function pieceAt(signs: string[], at: number): string | undefined {
  const [first, second, third] = [signs[at], signs[at + 1], signs[at + 2]];
  if (first === undefined || second === undefined) return undefined;
  if (han.test(first)) return han.test(second) ? first + second : undefined;
  if (third === undefined || han.test(second) || han.test(third)) return undefined;
  return first + second + third;
}

/** FNV-1a as a signed 32-bit number; two pieces with one hash only make the index point to a row too many. */
function hashOf(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at += 1) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
  return hash | 0;
}

const kept = new Map<string, string[]>();
const mostKept = 20_000;

/** The same organizations and people come again and again. */
function linesOf(text: string): string[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const plain = folded(text).replace(/\s+/g, ' ').trim();
  const spoken = han.test(plain)
    ? [plain.replace(hanRun, (run) => syllables(run).join('')), plain.replace(hanRun, (run) => initials(syllables(run)))]
    : [];
  // ü is typed as v or u.
  const lines = [...new Set([plain, ...spoken, ...spoken.map((one) => one.replaceAll('v', 'u'))])];
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, lines);
  return lines;
}

function syllables(run: string): string[] {
  return pinyin(run, { toneType: 'none', type: 'array', v: true });
}

function initials(run: string[]): string {
  return run.map((one) => one[0] ?? '').join('');
}
