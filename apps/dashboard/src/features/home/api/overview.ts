import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** What the home page shows. */
export type Overview = components['schemas']['Overview'];

/** A project that waits for somebody. */
export type WaitingLine = components['schemas']['WaitingLine'];

/** The reader's home page; every figure counts only what he may see. */
export const overviewQuery: Reading<Overview> = {
  queryKey: ['overview'],
  queryFn: () => contentOf(api.GET('/api/overview')),
};
