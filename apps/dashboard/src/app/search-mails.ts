import { chosenFilters, linkedFilters, type MailSearch } from '../features/mails/api/mails';

/** Reads the mail log's filters from the address; what is no text is as if it were not there. */
export function mailLogSearch(raw: Record<string, unknown>): MailSearch {
  const names = [...chosenFilters, ...linkedFilters, 'sort', 'cursor'];
  const known = names.filter((name) => (typeof raw[name] === 'string' || typeof raw[name] === 'number') && raw[name] !== '');
  return Object.fromEntries(known.map((name) => [name, String(raw[name]).slice(0, 2_000)]));
}

/** What is to be released, as it stands in the address of the outbox page. */
export function outboxSearch({ release }: Record<string, unknown>): { release?: string } {
  return typeof release === 'string' && /^(everything|rule|country|project)\/[\w*-]{1,80}$/.test(release) ? { release } : {};
}
