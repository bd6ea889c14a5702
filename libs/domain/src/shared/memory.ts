/** Answers from what was found before, else finds and keeps it. */
export type Memory<K, V> = (key: K, find: () => V) => V;

/** Remembers at most so many answers of a pure function; when it is full it forgets them all and begins anew. */
export function memory<K, V>(most: number): Memory<K, V> {
  const kept = new Map<K, V>();
  return (key, find) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = find();
    if (kept.size >= most) kept.clear();
    kept.set(key, found);
    return found;
  };
}
