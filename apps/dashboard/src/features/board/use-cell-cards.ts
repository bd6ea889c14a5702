import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { moreCards, type Board, type BoardCard, type BoardFilters } from './api/board';

/** Where a cell is on the board. */
export interface CellPlace {
  lane: string;
  stage: string;
  cell: Board['cells'][number] | undefined;
  filters: BoardFilters;
}

/** Cards of a cell that are shown, and how to show more; nothing when there are no more. */
export interface CellCards {
  cards: BoardCard[];
  more: (() => void) | undefined;
  loading: boolean;
}

function once(cards: BoardCard[]): BoardCard[] {
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}

/** The cell's first cards and, once asked for, those that follow; one that moved up meanwhile is shown once. */
export function useCellCards({ lane, stage, cell, filters }: CellPlace): CellCards {
  const [wanted, setWanted] = useState(false);
  const cursor = cell?.next;
  const rest = useInfiniteQuery({
    queryKey: ['board', 'cell', filters, lane, stage],
    initialPageParam: cursor ?? '',
    queryFn: ({ pageParam }) => moreCards(filters, { lane, column: stage, cursor: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: wanted && cursor != null,
  });
  const first = cell?.cards ?? [];
  if (!wanted || rest.data === undefined)
    return { cards: first, more: cursor == null ? undefined : () => setWanted(true), loading: rest.isFetching };
  return {
    cards: once([...first, ...rest.data.pages.flatMap((page) => page.cards)]),
    more: rest.hasNextPage ? () => void rest.fetchNextPage() : undefined,
    loading: rest.isFetchingNextPage,
  };
}
