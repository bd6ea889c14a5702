import type { components, paths } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

type Query = NonNullable<paths['/api/mails']['get']['parameters']['query']>;

/** One line of the mail log. */
export type MailLine = components['schemas']['MailLogLine'];

/** A mail with everything that is known of it. */
export type Mail = components['schemas']['Mail'];

/** Filters of the log that are chosen on its page. */
export const chosenFilters = ['q', 'word', 'class', 'notification', 'country', 'from', 'to'] as const;

/** Filters that a link from another page brings along. */
export const linkedFilters = ['project', 'call', 'person', 'rule', 'waits'] as const;

/** Filters, order and page of the log, as they stand in the address. */
export type MailSearch = Partial<Record<(typeof chosenFilters)[number] | (typeof linkedFilters)[number] | 'sort' | 'cursor', string>>;

/** Words of a mail that did not arrive, as the log's filter takes them. */
export const troubledWords = 'permanent-failure,uncertain,temporary-failure,technical-failure';

/** One page of the mails the reader may see. */
export function mailsQuery(search: MailSearch): Reading<components['schemas']['MailPage']> {
  return {
    queryKey: ['mails', search],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.GET('/api/mails', { params: { query: { limit: '50', ...search } as unknown as Query } })),
  };
}

/** How many mails are open under each word. */
export const mailCountsQuery: Reading<components['schemas']['MailCounts']> = {
  queryKey: ['mails', 'counts'],
  queryFn: () => contentOf(api.GET('/api/mails/counts')),
};

/** One mail. */
export function mailQuery(id: string): Reading<Mail> {
  return { queryKey: ['mails', 'one', id], queryFn: () => contentOf(api.GET('/api/mails/{id}', { params: { path: { id } } })) };
}
