import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';
import type { Preview, TextPair } from './templates';

/** The words of one mail that waits. */
export type MailWords = components['schemas']['MailWords'];

/** With which words a mail would leave. */
export function mailWordsQuery(id: string): Reading<MailWords> {
  return {
    queryKey: ['mails', 'words', id],
    staleTime: 0,
    queryFn: () => contentOf(api.GET('/api/mails/{id}/words', { params: { path: { id } } })),
  };
}

/** This mail with other words. */
export function mailWordsPreviewQuery(id: string, texts: TextPair): Reading<Preview> {
  return {
    queryKey: ['mails', 'words', id, 'preview', texts],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.POST('/api/mails/{id}/words/preview', { params: { path: { id } }, body: { texts } })),
  };
}

/** Gives a mail words of its own, once under its key. */
export function rewordMail(id: string, body: { texts: TextPair; reason: string }, key: string): Promise<unknown> {
  return postOnce({ address: `/api/mails/${id}/words`, body, key });
}
