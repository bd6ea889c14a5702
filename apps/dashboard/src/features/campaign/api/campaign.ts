import type { components, paths } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

type Query = NonNullable<paths['/api/campaigns/{year}']['get']['parameters']['query']>;

/** The grid of one year. */
export type Campaign = components['schemas']['Campaign'];

/** One project in it. */
export type CampaignLine = Campaign['items'][number];

/** What a reminder would do to each project. */
export type RemindChecked = components['schemas']['RemindChecked'];

/** Filters, order and page of the grid, as they stand in the address. */
export type CampaignSearch = Partial<Record<'state' | 'country' | 'officer' | 'suspended' | 'q' | 'sort' | 'cursor', string>>;

/** Years with reports, the newest first. */
export const campaignYearsQuery: Reading<components['schemas']['CampaignYears']> = {
  queryKey: ['campaigns'],
  queryFn: () => contentOf(api.GET('/api/campaigns')),
};

/** One page of the grid of a year. */
export function campaignQuery(year: string, search: CampaignSearch): Reading<Campaign> {
  return {
    queryKey: ['campaigns', year, search],
    placeholderData: (before) => before,
    queryFn: () =>
      contentOf(
        api.GET('/api/campaigns/{year}', {
          params: { path: { year: year as never }, query: { limit: '100', ...search } as unknown as Query },
        }),
      ),
  };
}

/** What reminding these projects now would do; asked again whenever the check is opened. */
export function remindCheckQuery(year: string, projectIds: string[]): Reading<RemindChecked> {
  return {
    queryKey: ['remind-check', year, projectIds],
    queryFn: () =>
      contentOf(api.POST('/api/campaigns/{year}/remind-check', { params: { path: { year: year as never } }, body: { projectIds } })),
  };
}
