import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** What the watchdog proved and found. */
export type WatchPage = components['schemas']['WatchPage'];

/** One comparison of everything with everything. */
export type WatchProof = components['schemas']['WatchProof'];

/** Something that is not as it should be. */
export type WatchFinding = components['schemas']['WatchFinding'];

/** The last proofs, what is open and what is gone. */
export const watchdogQuery: Reading<WatchPage> = {
  queryKey: ['watchdog'],
  queryFn: () => contentOf(api.GET('/api/watchdog')),
};

/** Asks for a proof now. */
export function askProof(key: string): Promise<WatchProof> {
  return postOnce<WatchProof>({ address: '/api/watchdog/proofs', body: {}, key });
}
