import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** An organization or a person with where it stands and how it was corrected. */
export type Entry = components['schemas']['CorrectableEntry'];

/** A correction of an entry. */
export type Correction = components['schemas']['RegisterCorrection'];

/** What a correction would change, and what it would leave. */
export type Preview = components['schemas']['CorrectionPreview'];

/** One line that a search finds. */
export type Hit = components['schemas']['RegisterHits']['items'][number];

/** A field of an entry. */
export type Field = Entry['values'][number]['field'];

/** A value of an entry. */
export type Value = Entry['values'][number]['value'];

/** Values that somebody wants otherwise. */
export type Changes = Partial<Record<Field, Value>>;

/** What stands in an address for the kind of an entry. */
export function pathOf({ subject, id }: Pick<Entry, 'subject' | 'id'>): string {
  return `${subject === 'person' ? 'people' : 'organizations'}/${id}`;
}

/** Everything of the register. */
export const registerKey = ['register'] as const;

/** Entries by part of a name or address; without one, those whose correction waits. */
export function hitsQuery(q: string | undefined): Reading<Hit[]> {
  return {
    queryKey: [...registerKey, 'find', q ?? ''],
    staleTime: 0,
    queryFn: async () => (await contentOf(api.GET('/api/register', { params: { query: q === undefined ? {} : { q } } }))).items,
  };
}

/** One entry; `subject` as in its address. */
export function entryQuery(subject: 'organizations' | 'people', id: string): Reading<Entry> {
  return {
    queryKey: [...registerKey, subject, id],
    staleTime: 0,
    queryFn: () => contentOf(api.GET('/api/register/{subject}/{id}', { params: { path: { subject, id } } })),
  };
}

/** What a correction would change; nothing is stored. */
export function previewCorrection(entry: Entry, changes: Changes): Promise<Preview> {
  const params = { path: { id: entry.id } };
  return entry.subject === 'person'
    ? contentOf(api.POST('/api/register/people/{id}/preview', { params, body: { changes: changes as never } }))
    : contentOf(api.POST('/api/register/organizations/{id}/preview', { params, body: { changes: changes as never } }));
}

/** Asks for a correction of what was seen, once under its key. */
export function correctEntry(entry: Entry, body: { changes: Changes; reason: string }, key: string): Promise<Entry> {
  return postOnce({ address: `/api/register/${pathOf(entry)}/corrections`, body, key, seen: entry.rev });
}

/** A second person's word, once under its key. */
export function decideCorrection(id: string, act: 'confirm' | 'reject', key: string): Promise<Entry> {
  return postOnce({ address: `/api/register/corrections/${id}/${act}`, body: {}, key });
}

/** Asks for the opposite of a correction, once under its key. */
export function undoCorrection(entry: Entry, id: string, { reason, key }: { reason: string; key: string }): Promise<Entry> {
  return postOnce({ address: `/api/register/corrections/${id}/undo`, body: { reason }, key, seen: entry.rev });
}
