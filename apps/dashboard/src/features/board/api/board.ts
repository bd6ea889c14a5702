import type { components, paths } from '../../../generated/openapi-types';
import { api, contentOf, ourHeaders, problemOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** The board as the reader may see it. */
export type Board = components['schemas']['Board'];

/** A project on the board. */
export type BoardCard = components['schemas']['BoardCard'];

/** One column with its numbers and limit. */
export type BoardColumn = Board['columns'][number];

/** What moving a project to another stage asks of the reader. */
export type Move = components['schemas']['ProjectMoves']['items'][number];

/** Lanes and filters of the board, as they stand in the address. */
export type BoardFilters = Partial<
  Record<'lanes' | 'q' | 'country' | 'call' | 'officer' | 'overdue' | 'held' | 'dueFrom' | 'dueTo', string>
>;

type BoardParameters = NonNullable<paths['/api/board']['get']['parameters']['query']>;
type CellParameters = NonNullable<paths['/api/board/cell']['get']['parameters']['query']>;

/** The board under these filters, with the cards of the open columns. */
export function boardQuery(filters: BoardFilters, open: readonly string[]): Reading<Board> {
  return {
    queryKey: ['board', filters, open],
    placeholderData: (before) => before,
    queryFn: () =>
      contentOf(api.GET('/api/board', { params: { query: { ...filters, open: open.join(',') } as unknown as BoardParameters } })),
  };
}

/** The cards of one cell that follow those a cursor tells of. */
export function moreCards(
  filters: BoardFilters,
  cell: { lane: string; column: string; cursor: string },
): Promise<components['schemas']['BoardCards']> {
  return contentOf(api.GET('/api/board/cell', { params: { query: { ...filters, ...cell } as unknown as CellParameters } }));
}

/** What moving a project to each other stage asks, as it stands now. */
export function movesQuery(projectId: string): Reading<components['schemas']['ProjectMoves']> {
  return {
    queryKey: ['project', projectId, 'moves'],
    staleTime: 0,
    queryFn: () => contentOf(api.GET('/api/projects/{id}/moves', { params: { path: { id: projectId } } })),
  };
}

/** Sets how many projects a stage should hold. Throws the problem when somebody else set it meanwhile. */
export async function saveLimit(stage: string, most: number | null, version: number): Promise<void> {
  const response = await fetch(`/api/board/limits/${stage}`, {
    method: 'PUT',
    headers: { ...ourHeaders(), 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    body: JSON.stringify({ most }),
  });
  if (!response.ok) throw await problemOf(response);
}
