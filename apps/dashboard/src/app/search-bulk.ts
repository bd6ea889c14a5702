/** Which rows of an act on many projects are shown. */
export function bulkRunSearch(raw: Record<string, unknown>): { state?: string; after?: string } {
  const { state, after } = raw;
  const place = typeof after === 'number' ? String(after) : after;
  return {
    ...(typeof state === 'string' && /^[a-z]{1,20}$/.test(state) ? { state } : {}),
    ...(typeof place === 'string' && /^\d{1,9}$/.test(place) ? { after: place } : {}),
  };
}

const longest = 8_000;
const selections = new Set(['only', 'except']);

/** Filters or chosen projects on which something is to be done; the server says which filters it knows. */
export function newBulkSearch(raw: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(raw).map(([name, value]) => [
    name,
    typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
  ]);
  return Object.fromEntries(
    given.filter(
      (one): one is [string, string] =>
        typeof one[1] === 'string' && one[1] !== '' && one[1].length <= (selections.has(String(one[0])) ? longest : 400),
    ),
  );
}
