/** Names of the parts in which two contents differ. */
export function differingFields(mine: object, theirs: object): string[] {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort();
  const textOf = (content: object, name: string): string => JSON.stringify((content as Record<string, unknown>)[name]) ?? '';
  return names.filter((name) => textOf(mine, name) !== textOf(theirs, name));
}

/** A content without what was left empty: a draft saves only what was written. */
export function withoutEmpty<C extends object>(content: C): C {
  const kept = Object.entries(content).filter(
    ([, value]) =>
      value !== undefined && !(typeof value === 'string' && value.trim() === '') && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as C;
}
