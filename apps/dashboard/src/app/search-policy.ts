/** With which version another is compared; what is no number is as if it were not there. */
export function differenceSearch(raw: Record<string, unknown>): { with?: number } {
  const version = Number(raw['with']);
  return Number.isInteger(version) && version > 0 ? { with: version } : {};
}
