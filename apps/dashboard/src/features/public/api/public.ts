import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

type Schemas = components['schemas'];

/** A published call with everything that is public of it. */
export type PublicCall = Schemas['PublicCall'];

/** One project of the register. */
export type RegisterEntry = Schemas['RegisterEntry'];

/** What the register is searched by, as it stands in the address. */
export interface RegisterSearch {
  q?: string;
  year?: string;
  country?: string;
  status?: string;
  after?: string;
}

/** Published calls. */
export const publicCallsQuery: Reading<Schemas['PublicCalls']> = {
  queryKey: ['public', 'calls'],
  queryFn: () => contentOf(api.GET('/api/public/calls')),
};

/** One published call by its code. */
export function publicCallQuery(code: string): Reading<PublicCall> {
  return {
    queryKey: ['public', 'calls', code],
    queryFn: () => contentOf(api.GET('/api/public/calls/{code}', { params: { path: { code } } })),
  };
}

/** A page of the register. */
export function registerQuery(search: RegisterSearch): Reading<Schemas['RegisterPage']> {
  return {
    queryKey: ['public', 'register', search],
    queryFn: () => contentOf(api.GET('/api/public/register', { params: { query: search as never } })),
    placeholderData: (before) => before,
  };
}

/** One project of the register by its reference. */
export function registerEntryQuery(reference: string): Reading<RegisterEntry> {
  return {
    queryKey: ['public', 'register', 'entry', reference],
    queryFn: () => contentOf(api.GET('/api/public/register/{reference}', { params: { path: { reference } } })),
  };
}
