import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Button, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberWalk } from '../../../lib/walk';
import { useCellCards, type CellPlace } from '../use-cell-cards';
import type { CardMove } from '../use-card-move';
import { CardView } from './card-view';

interface CellViewProps extends CellPlace {
  label: string;
  nowMs: number;
  move: CardMove;
  shut: boolean;
}

function Cards({ label, nowMs, move, ...place }: Omit<CellViewProps, 'shut'>) {
  const { t } = useTranslation();
  const { cards, more, loading } = useCellCards(place);
  const remember = (): void => rememberWalk(cards.map(({ id }) => id));
  return (
    <>
      {cards.length > 0 && (
        <ul aria-label={label}>
          {cards.map((card) => (
            <CardView key={card.id} card={card} nowMs={nowMs} move={move} onOpen={remember} />
          ))}
        </ul>
      )}
      {more !== undefined && (
        <Button variant="default" size="xs" onClick={more} loading={loading} aria-label={`${t('board.more')}: ${label}`}>
          {t('board.more')}
        </Button>
      )}
    </>
  );
}

/** What a drop in this column would be: this column is aimed at, and whether there is a way. */
function aimOf({ lifted }: CardMove, stage: string): { 'data-target'?: boolean; 'data-way'?: string | undefined } {
  if (lifted === undefined) return {};
  return {
    'data-target': lifted.over === stage && lifted.card.stage !== stage,
    'data-way': lifted.moves.find((one) => one.to === stage)?.way,
  };
}

/** The cards of one lane in one column; cards can be dropped here. */
export function CellView(props: CellViewProps) {
  const { shut, ...rest } = props;
  const { stage, cell, move } = rest;
  const box = useRef<HTMLDivElement>(null);
  const hover = useEffectEvent(() => move.hover(stage));
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    return dropTargetForElements({ element, getData: () => ({ stage }), onDragEnter: () => hover() });
  }, [stage]);
  return (
    <div ref={box} className="board-cell" data-cell={stage} data-shut={shut} {...aimOf(move, stage)}>
      {shut ? (
        <Text size="xs" ta="center">
          {cell?.projects ?? ''}
        </Text>
      ) : (
        <Cards {...rest} />
      )}
    </div>
  );
}
