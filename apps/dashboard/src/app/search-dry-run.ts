import type { DryRunSearch } from '../features/foresee/api/dry-runs';

const known = ['run', 'policyVersion', 'calendarDraft', 'kind', 'country', 'person', 'day', 'tonight', 'cursor'] as const;

/** Reads the address of the page of dry runs: unknown parts are dropped. */
export function dryRunSearch(raw: Record<string, unknown>): DryRunSearch {
  const named = known.flatMap((name) => {
    const value = raw[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, String(value)] as const] : [];
  });
  return Object.fromEntries(named);
}
