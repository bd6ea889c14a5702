/** Where a moment lies among the numbers of the entries: the last one that is not after it; the first when it is before all. */
export function placeOf(revs: readonly number[], rev: number): number {
  const place = revs.findLastIndex((one) => one <= rev);
  return Math.max(place, 0);
}

const beijingMs = 8 * 3_600_000;

/** An instant as a field for date and time shows it, in Beijing time: `2025-09-01T10:00`. */
export function beijingField(instant: string): string {
  return new Date(Date.parse(instant) + beijingMs).toISOString().slice(0, 16);
}

/** The instant that such a field means; nothing while it is not complete. */
export function instantOfField(field: string): string | undefined {
  const ms = Date.parse(`${field}:00.000Z`);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(field) && !Number.isNaN(ms) ? new Date(ms - beijingMs).toISOString() : undefined;
}
