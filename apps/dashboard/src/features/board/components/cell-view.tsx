import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberWalk } from '../../../lib/walk';
import { moreCards, type Board, type BoardCard, type BoardFilters } from '../api/board';
import type { CardMove } from '../use-card-move';
import { CardView } from './card-view';

interface CellViewProps {
  lane: string;
  stage: string;
  label: string;
  cell: Board['cells'][number] | undefined;
  filters: BoardFilters;
  nowMs: number;
  move: CardMove;
  shut: boolean;
}

/** The cell's first cards and those asked for after them; one that moved up meanwhile is shown once. */
function useCards({ lane, stage, cell, filters }: CellViewProps): { cards: BoardCard[]; more: (() => void) | undefined; loading: boolean } {
  const [wanted, setWanted] = useState(false);
  const cursor = cell?.next ?? undefined;
  const rest = useInfiniteQuery({
    queryKey: ['board', 'cell', filters, lane, stage],
    initialPageParam: cursor ?? '',
    queryFn: ({ pageParam }) => moreCards(filters, { lane, column: stage, cursor: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: wanted && cursor !== undefined,
  });
  const following = wanted ? (rest.data?.pages.flatMap((page) => page.cards) ?? []) : [];
  const cards = [...new Map([...(cell?.cards ?? []), ...following].map((card) => [card.id, card])).values()];
  const hasMore = wanted && rest.data !== undefined ? rest.hasNextPage : cursor !== undefined;
  const more = (): void => {
    if (wanted) void rest.fetchNextPage();
    else setWanted(true);
  };
  return { cards, more: hasMore ? more : undefined, loading: rest.isFetching };
}

/** The cards of one lane in one column; cards can be dropped here. */
export function CellView(props: CellViewProps) {
  const { stage, label, cell, filters, nowMs, move, shut } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { cards, more, loading } = useCards(props);
  const hover = useEffectEvent(() => move.hover(stage));
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    return dropTargetForElements({ element, getData: () => ({ stage }), onDragEnter: () => hover() });
  }, [stage]);
  const { lifted } = move;
  const way = lifted?.moves.find((one) => one.to === stage)?.way;
  const target = lifted?.over === stage && lifted.card.stage !== stage;
  return (
    <div
      ref={box}
      className="board-cell"
      data-cell={stage}
      data-shut={shut}
      data-target={target}
      data-way={lifted === undefined ? undefined : way}
    >
      {!shut && cards.length > 0 && (
        <ul aria-label={label}>
          {cards.map((card) => (
            <CardView key={card.id} card={card} nowMs={nowMs} move={move} onOpen={() => rememberWalk(cards.map(({ id }) => id))} />
          ))}
        </ul>
      )}
      {shut && cell !== undefined && filters.lanes !== undefined && (
        <Text size="xs" ta="center">
          {cell.projects}
        </Text>
      )}
      {!shut && more !== undefined && (
        <Button variant="default" size="xs" onClick={more} loading={loading} aria-label={`${t('board.more')}: ${label}`}>
          {t('board.more')}
        </Button>
      )}
    </div>
  );
}
