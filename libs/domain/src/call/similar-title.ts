const han = /\p{Script=Han}/u;

/**
 * How alike two titles are, from 0 to 1: Jaccard index of their Chinese character pairs, or of letter triples for other scripts. Widths of letters, case,
 * punctuation, spaces and invisible spaces (older Lao typing) make no difference. Titles without any letter or digit are never alike.
 */
export function titleSimilarity(a: string, b: string): number {
  const [first, second] = [gramsOf(a), gramsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  const shared = [...first].filter((gram) => second.has(gram)).length;
  return shared / (first.size + second.size - shared);
}

/** Whether two titles are so alike that the second needs a justification (policy `duplicate.titleSimilarity`). */
export function isSimilarTitle(a: string, b: string, from: number): boolean {
  return titleSimilarity(a, b) >= from;
}

/** A title as it is compared: composed, full-width folded, lower case, with nothing but letters, their marks and digits, words parted by one space. */
export function normalizedTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Runs of Chinese characters give pairs, all other words triples; a run shorter than that stands for itself. */
export function gramsOf(title: string): Set<string> {
  const grams = new Set<string>();
  for (const run of normalizedTitle(title).match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []) {
    const letters = [...run];
    const size = han.test(run) ? 2 : 3;
    if (letters.length <= size) grams.add(run);
    for (let start = 0; start + size <= letters.length; start += 1) grams.add(letters.slice(start, start + size).join(''));
  }
  return grams;
}
