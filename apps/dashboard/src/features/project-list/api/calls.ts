import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** Calls to choose from. */
export const callCodesQuery: Reading<components['schemas']['Calls']> = {
  queryKey: ['calls'],
  staleTime: 60_000,
  queryFn: () => contentOf(api.GET('/api/calls')),
};
