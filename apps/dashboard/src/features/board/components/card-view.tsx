import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Text } from '@mantine/core';
import { IconHandStop, IconPlayerPause } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import type { BoardCard } from '../api/board';
import { daysSince } from '../columns';
import type { CardMove } from '../use-card-move';
import { CardGrip } from './card-grip';
import { CardNames } from './card-names';
import { DueChip } from './due-chip';

interface CardViewProps {
  card: BoardCard;
  nowMs: number;
  move: CardMove;
  onOpen: () => void;
}

/** Marks that stop a project: on hold, or waiting for a second person; in words. */
function Marks({ card }: { card: BoardCard }) {
  const { t } = useTranslation();
  const blocked = ['proposal', 'exit-proposed'].filter((mark) => card.overlays.includes(mark));
  if (card.held === null && blocked.length === 0) return null;
  return (
    <div className="card-marks">
      {card.held !== null && (
        <span>
          <IconPlayerPause size={12} aria-hidden />
          {t(`holds.${card.held}`)}
        </span>
      )}
      {blocked.map((mark) => (
        <span key={mark}>
          <IconHandStop size={12} aria-hidden />
          {t(`board.blocked.${mark}`)}
        </span>
      ))}
    </div>
  );
}

/** A project on the board: dragged by mouse, moved by keyboard with its grip, opened by its title. */
export function CardView({ card, nowMs, move, onOpen }: CardViewProps) {
  const { t, i18n } = useTranslation();
  const item = useRef<HTMLLIElement>(null);
  const start = useEffectEvent(() => move.lift(card, false));
  const end = useEffectEvent((dropped: boolean) => (dropped ? move.drop() : move.cancel()));
  useEffect(() => {
    const element = item.current;
    if (element === null) return undefined;
    return draggable({
      element,
      getInitialData: () => ({ cardId: card.id }),
      onDragStart: () => start(),
      onDrop: ({ location }) => end(location.current.dropTargets.length > 0),
    });
  }, [card.id]);
  const lifted = move.lifted?.card.id === card.id;
  return (
    <li ref={item} className="board-card" data-lifted={lifted} data-overdue={card.deadline?.overdue === true}>
      <div className="card-head">
        <div className="card-names">
          <CardNames card={card} onOpen={onOpen} />
        </div>
        <CardGrip card={card} move={move} />
      </div>
      {card.deadline !== null && <DueChip deadline={card.deadline} nowMs={nowMs} />}
      {card.deadline !== null && (
        <Text size="xs">
          {t(`ladders.${card.deadline.ladder}`)}
          {card.deadline.ownerRole !== null && ` · ${t(`roles.${card.deadline.ownerRole}`)}`}
        </Text>
      )}
      <Text size="xs">
        {t(`subStates.${card.subState}`)} · {t('board.days', { count: daysSince(card.since, nowMs) })}
      </Text>
      <Marks card={card} />
      <Text size="xs" c="dimmed">
        {card.country === null ? t('home.noCountry') : countryName(card.country, i18n.language)} · {card.officerName ?? t('list.noOfficer')}
      </Text>
    </li>
  );
}
