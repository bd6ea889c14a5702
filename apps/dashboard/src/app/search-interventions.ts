import { chosenFilters, linkedFilters, type InterventionSearch } from '../features/interventions/api/interventions';

/** Reads the filters of the list of interventions from the address; what is no text is as if it were not there. */
export function interventionSearch(raw: Record<string, unknown>): InterventionSearch {
  const names = [...chosenFilters, ...linkedFilters, 'cursor'];
  const known = names.filter((name) => (typeof raw[name] === 'string' || typeof raw[name] === 'number') && raw[name] !== '');
  return Object.fromEntries(known.map((name) => [name, String(raw[name]).slice(0, 2_000)]));
}
