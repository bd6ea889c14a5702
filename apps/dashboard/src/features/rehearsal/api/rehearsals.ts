import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

type Schemas = components['schemas'];

/** A rehearsal: copies that are played on under their own time. */
export type Rehearsal = Schemas['Rehearsal'];
/** A copy with its open deadlines. */
export type RehearsalCopy = Schemas['RehearsalCopies']['items'][number];
/** What happened at once to a copy. */
export type RehearsalLine = Schemas['RehearsalLines']['items'][number];
/** A mail that would have gone. */
export type RehearsalMailLine = Schemas['RehearsalMails']['items'][number];
/** How a rehearsal is moved on, but for the revision. */
export type Move =
  | { kind: 'next-event' | 'next-day' | 'year' | 'restart' }
  | { kind: 'until'; until: string }
  | { kind: 'act'; project: string; command: string; body: Record<string, unknown>; as?: string };

/** Rehearsals that are kept. */
export const rehearsalsQuery: Reading<Schemas['RehearsalPage']> = {
  queryKey: ['rehearsals'],
  queryFn: () => contentOf(api.GET('/api/rehearsals')),
};

const at = (id: string) => ({ params: { path: { id } } });

/** One rehearsal. */
export function rehearsalQuery(id: string): Reading<Rehearsal> {
  return { queryKey: ['rehearsal', id], queryFn: () => contentOf(api.GET('/api/rehearsals/{id}', at(id))) };
}

/** Marks what a room holds: it is read anew when a move begins and when it ends. */
export function markOf({ rev, last }: Rehearsal): string {
  return `${rev}/${last?.state ?? ''}`;
}

/** Its copies. */
export function copiesQuery(id: string, mark: string): Reading<Schemas['RehearsalCopies']> {
  return {
    queryKey: ['rehearsal', id, 'copies', mark],
    queryFn: () => contentOf(api.GET('/api/rehearsals/{id}/copies', at(id))),
    placeholderData: (before) => before,
  };
}

/** What happened before a line, the last first. */
export function linesQuery(id: string, mark: string, before: number | undefined): Reading<Schemas['RehearsalLines']> {
  const query = before === undefined ? {} : { before: String(before) };
  return {
    queryKey: ['rehearsal', id, 'lines', mark, before ?? 0],
    queryFn: () => contentOf(api.GET('/api/rehearsals/{id}/lines', { params: { path: { id }, query: query as never } })),
    placeholderData: (shown) => shown,
  };
}

/** Its mails: those that left, the last first, or those that wait, the next first. */
export function mailsQuery(id: string, mark: string, which: 'left' | 'waiting', after: number): Reading<Schemas['RehearsalMails']> {
  return {
    queryKey: ['rehearsal', id, 'mails', mark, which, after],
    queryFn: () =>
      contentOf(api.GET('/api/rehearsals/{id}/mails', { params: { path: { id }, query: { which, after: String(after) } as never } })),
    placeholderData: (shown) => shown,
  };
}

/** One mail as it would have been read. */
export function mailQuery(id: string, no: number): Reading<Schemas['RehearsalMail']> {
  return {
    queryKey: ['rehearsal', id, 'mail', no],
    queryFn: () => contentOf(api.GET('/api/rehearsals/{id}/mails/{no}', { params: { path: { id, no: String(no) as never } } })),
  };
}

/** A copied project as its page shows one, with what somebody may do in the rehearsal. */
export function copiedProjectQuery(id: string, projectId: string, as: string | undefined, mark: string): Reading<Schemas['ProjectDetail']> {
  return {
    queryKey: ['rehearsal', id, 'project', projectId, as ?? '', mark],
    queryFn: () =>
      contentOf(
        api.GET('/api/rehearsals/{id}/projects/{projectId}', {
          params: { path: { id, projectId }, query: as === undefined ? {} : { as } },
        }),
      ),
  };
}

/** What can be copied: projects that fit what was typed, a handful, and all calls. */
export function sourcesQuery(q: string): Reading<{ projects: Schemas['ProjectLine'][]; calls: Schemas['Calls']['items'] }> {
  return {
    queryKey: ['rehearsal-sources', q],
    placeholderData: (before) => before,
    queryFn: async () => {
      const projects = contentOf(api.GET('/api/projects', { params: { query: { q, limit: '12' as never } } }));
      const calls = contentOf(api.GET('/api/calls'));
      return { projects: (await projects).items, calls: (await calls).items };
    },
  };
}

/** Policies that can be tried: versions and open drafts, the newest first. */
export const triablePoliciesQuery: Reading<Schemas['PolicyList']> = {
  queryKey: ['policies'],
  queryFn: () => contentOf(api.GET('/api/policies')),
};

/** Copies a project or a call. */
export function openRehearsal(
  key: string,
  body: { source: { kind: string; id: string }; policyVersion?: number; reason: string },
): Promise<Rehearsal> {
  return postOnce<Rehearsal>({ address: '/api/rehearsals', body, key });
}

/** Moves a rehearsal on. */
export function moveRehearsal(key: string, { id, rev }: Pick<Rehearsal, 'id' | 'rev'>, move: Move): Promise<Rehearsal> {
  return postOnce<Rehearsal>({ address: `/api/rehearsals/${id}/moves`, body: { ...move, rev }, key });
}

/** Throws a rehearsal away. */
export function discardRehearsal(id: string): Promise<unknown> {
  return contentOf(api.DELETE('/api/rehearsals/{id}', at(id)));
}
