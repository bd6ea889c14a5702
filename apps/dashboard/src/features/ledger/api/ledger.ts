import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** A check of the ledger. */
export type LedgerCheck = components['schemas']['LedgerCheck'];

/** The last checks of the whole ledger, or of one project, the last asked for first. */
export function ledgerChecksQuery(project?: string): Reading<components['schemas']['LedgerChecks']> {
  return {
    queryKey: ['ledger-checks', project ?? 'all'],
    queryFn: () => contentOf(api.GET('/api/ledger/checks', { params: { query: project === undefined ? {} : { project } } })),
  };
}

/** Asks for a check of the whole ledger, or of one project against the engine's own histories. */
export function askCheck(key: string, project?: string): Promise<LedgerCheck> {
  const body = project === undefined ? { kind: 'chain' } : { kind: 'witness', project };
  return postOnce<LedgerCheck>({ address: '/api/ledger/checks', body, key });
}

/** A root over the ledger. */
export type LedgerRoot = components['schemas']['LedgerRoot'];

/** The last roots and the public keys. */
export type LedgerRoots = components['schemas']['LedgerRoots'];

/** The last signed roots of the ledger, with the public keys. */
export const ledgerRootsQuery: Reading<LedgerRoots> = {
  queryKey: ['ledger-roots'],
  queryFn: () => contentOf(api.GET('/api/ledger/roots')),
};

/** Has the ledger's root signed now. */
export function askRoot(key: string): Promise<LedgerRoot> {
  return postOnce<LedgerRoot>({ address: '/api/ledger/roots', body: {}, key });
}
