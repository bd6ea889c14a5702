/** Scripts written without spaces are compared by pairs of signs, others by threes of letters. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3400-\u9fff]/u;

/** How alike two titles are, from 0 to 1: share of common parts (Jaccard) after normalizing case, width, marks and punctuation. */
export function titleSimilarity(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.size === 0 || other.size === 0) return 0;
  const common = [...one].filter((part) => other.has(part)).length;
  return common / (one.size + other.size - common);
}

function partsOf(title: string): Set<string> {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
  const size = unspaced.test(plain) ? 2 : 3;
  const signs = [...(size === 2 ? plain.replaceAll(' ', '') : plain)];
  if (signs.length < size) return new Set(plain === '' ? [] : [plain]);
  return new Set(signs.slice(0, signs.length - size + 1).map((_, index) => signs.slice(index, index + size).join('')));
}
