import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** What is asked of the reader. */
export type OpenTasks = components['schemas']['OpenTasks'];

/** One thing that is asked. */
export type OpenTask = OpenTasks['items'][number];

/** A page of what the reader has done. */
export type DoneTasks = components['schemas']['DoneTasks'];

/** One thing that is done. */
export type DoneTask = DoneTasks['items'][number];

/** What is asked of the reader now. */
export const openTasksQuery: Reading<OpenTasks> = {
  queryKey: ['tasks', 'open'],
  queryFn: () => contentOf(api.GET('/api/tasks')),
};

/** What the reader has done, page by page. */
export const doneTasksPages = {
  queryKey: ['tasks', 'done'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam }: { pageParam: string | null }): Promise<DoneTasks> =>
    contentOf(api.GET('/api/tasks/done', { params: { query: pageParam === null ? {} : { cursor: pageParam } } })),
  getNextPageParam: (last: DoneTasks): string | null => last.next,
};
