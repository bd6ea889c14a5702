import type { CampaignSearch } from '../features/campaign/api/campaign';

/** Reads the campaign's filters from the address; what is no text is as if it were not there. */
export function campaignSearch(raw: Record<string, unknown>): CampaignSearch {
  const names = ['state', 'country', 'officer', 'suspended', 'q', 'sort', 'cursor'];
  const known = names.filter((name) => (typeof raw[name] === 'string' || typeof raw[name] === 'number') && raw[name] !== '');
  return Object.fromEntries(known.map((name) => [name, String(raw[name]).slice(0, 2_000)]));
}
