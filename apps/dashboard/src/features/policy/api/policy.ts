import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** Every key of a policy and every row of its ladder. */
export type PolicyKeys = components['schemas']['PolicyKeys'];

/** What is known of one key. */
export type PolicyKey = PolicyKeys['items'][number];

/** Versions and drafts. */
export type PolicyList = components['schemas']['PolicyList'];

/** A version or draft with every value. */
export type PolicyVersion = components['schemas']['PolicyVersion'];

/** A key in which two versions differ. */
export type PolicyChange = PolicyVersion['changes'][number];

/** Versions and drafts, the newest first. */
export const policiesQuery: Reading<PolicyList> = {
  queryKey: ['policies'],
  queryFn: () => contentOf(api.GET('/api/policies')),
};

/** Keys; they change with a release only. */
export const policyKeysQuery: Reading<PolicyKeys> = {
  queryKey: ['policies', 'keys'],
  staleTime: Infinity,
  queryFn: () => contentOf(api.GET('/api/policies/keys')),
};

/** One version or draft. */
export function policyQuery(version: number): Reading<PolicyVersion> {
  return {
    queryKey: ['policies', version],
    staleTime: 0,
    queryFn: () => contentOf(api.GET('/api/policies/{version}', { params: { path: { version: String(version) } } })),
  };
}

/** In what a version differs from another. */
export function differenceQuery(version: number, from: number): Reading<components['schemas']['PolicyDifferences']> {
  return {
    queryKey: ['policies', version, 'difference', from],
    queryFn: () =>
      contentOf(
        api.GET('/api/policies/{version}/difference', { params: { path: { version: String(version) }, query: { with: String(from) } } }),
      ),
  };
}

/** Begins a draft, once under its key. */
export function beginDraft(body: { base: number; name: string; note?: string }, key: string): Promise<PolicyVersion> {
  return postOnce({ address: '/api/policies', body, key });
}

/** What is to be changed of a draft. */
export type DraftValues = Record<string, unknown>;

/** Saves values of a draft if nobody saved it since `seen`. */
export function saveDraft(version: number, values: DraftValues, seen: number): Promise<PolicyVersion> {
  return contentOf(
    api.PUT('/api/policies/{version}', {
      params: { path: { version: String(version) }, header: { 'If-Match': `"${seen}"` } },
      body: { values },
    }),
  );
}

/** Acts on a draft, once under its key. */
export function actOnDraft(
  { version, rev }: Pick<PolicyVersion, 'version' | 'rev'>,
  act: 'propose' | 'confirm' | 'reject' | 'discard',
  { key, reason }: { key: string; reason?: string },
): Promise<unknown> {
  return postOnce({ address: `/api/policies/${version}/${act}`, body: reason === undefined ? {} : { reason }, key, seen: rev });
}
