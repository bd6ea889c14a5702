import type { components } from '../../../generated/openapi-types';
import { api, contentOf, ourHeaders, problemOf, send } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** Tables, drafts, and what is missing. */
export type CalendarList = components['schemas']['CalendarList'];

/** Listed days of a country's year. */
export type CalendarTable = components['schemas']['CalendarTable'];

/** A draft of a country's year. */
export type CalendarDraft = components['schemas']['CalendarDraft'];

/** A listed day. */
export type ListedDay = CalendarTable['days'][number];

/** What a file says. */
export type CalendarImport = components['schemas']['CalendarImport'];

/** A country of the programme. */
export type CalendarCountry = CalendarTable['country'];

/** Calendars of all countries. */
export const calendarsQuery: Reading<CalendarList> = {
  queryKey: ['calendars'],
  queryFn: () => contentOf(api.GET('/api/calendars')),
};

/** One country's year. */
export function calendarTableQuery(country: CalendarCountry, year: number): Reading<CalendarTable> {
  return {
    queryKey: ['calendars', country, year],
    queryFn: () => contentOf(api.GET('/api/calendars/{country}/{year}', { params: { path: { country, year: String(year) } } })),
  };
}

/** One draft. */
export function calendarDraftQuery(id: string): Reading<CalendarDraft> {
  return {
    queryKey: ['calendars', 'draft', id],
    staleTime: 0,
    queryFn: () => contentOf(api.GET('/api/calendars/drafts/{id}', { params: { path: { id } } })),
  };
}

/** Begins a draft, once under its key. */
export function beginCalendarDraft(body: { country: CalendarCountry; year: number }, key: string): Promise<CalendarDraft> {
  return postOnce({ address: '/api/calendars/drafts', body, key });
}

/** Saves the days of a draft if nobody saved it since `seen`. */
export function saveCalendarDraft(id: string, body: { days: ListedDay[]; source: string }, seen: number): Promise<CalendarDraft> {
  return contentOf(api.PUT('/api/calendars/drafts/{id}', { params: { path: { id }, header: { 'If-Match': `"${seen}"` } }, body }));
}

/** Acts on a draft, once under its key. */
export function actOnCalendar(
  { id, rev }: Pick<CalendarDraft, 'id' | 'rev'>,
  act: 'propose' | 'confirm' | 'reject' | 'discard',
  { key, reason }: { key: string; reason?: string },
): Promise<unknown> {
  return postOnce({ address: `/api/calendars/drafts/${id}/${act}`, body: reason === undefined ? {} : { reason }, key, seen: rev });
}

/** Has a file read: nothing is taken from it yet. Throws the problem of a refusal. */
export async function readCalendarFile(file: File): Promise<CalendarImport> {
  const form = new FormData();
  form.append('file', file);
  const format = /\.ics$/i.test(file.name) ? 'ics' : 'csv';
  const request = new Request(`/api/calendars/import?format=${format}`, { method: 'POST', headers: ourHeaders(), body: form });
  const response = await send(request);
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as CalendarImport;
}
