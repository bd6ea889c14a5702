import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { meQuery } from '../../../lib/me';
import { queryClient } from '../../../lib/query-client';
import type { Reading } from '../../../lib/reading';

/** What a person sets for himself on the server. */
export type Preferences = components['schemas']['Preferences'];

/** Stores them; pages show the new zone and language from now on. */
export async function savePreferences(body: Preferences): Promise<void> {
  const me = await contentOf(api.PUT('/api/me/preferences', { body }));
  queryClient.setQueryData(meQuery.queryKey, me);
}

/** Since when the person has a calendar feed. */
export const calendarFeedQuery: Reading<components['schemas']['CalendarFeed']> = {
  queryKey: ['calendar-feed'],
  queryFn: () => contentOf(api.GET('/api/me/calendar-feed')),
};

/** Makes a new address for the feed, which is shown once; an older one ends. */
export async function renewCalendarFeed(): Promise<string> {
  return (await contentOf(api.POST('/api/me/calendar-feed'))).url;
}

/** Ends the feed. */
export function revokeCalendarFeed(): Promise<unknown> {
  return contentOf(api.DELETE('/api/me/calendar-feed'));
}
