const key = 'gongfang.walk';

/** Remembers the projects of the list somebody comes from, in its order, so that a key leads from one to the next. */
export function rememberWalk(ids: string[]): void {
  sessionStorage.setItem(key, JSON.stringify(ids));
}

/** The projects before and after this one in the list the reader came from; nothing where there is none. */
export function neighboursOf(id: string): { previous?: string; next?: string } {
  const ids = walk();
  const at = ids.indexOf(id);
  if (at === -1) return {};
  const [previous, next] = [ids[at - 1], ids[at + 1]];
  return { ...(previous === undefined ? {} : { previous }), ...(next === undefined ? {} : { next }) };
}

function walk(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
