import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../../lib/stages';
import type { BoardCard } from '../api/board';
import type { CardMove } from '../use-card-move';

const steps: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 };

/** The grips in a column and the columns in their order, for the arrow keys. */
function gripBeside(grip: HTMLElement, key: string): HTMLElement | undefined {
  const cell = grip.closest('[data-cell]');
  const gripsIn = (one: Element | null | undefined): HTMLElement[] => [...(one?.querySelectorAll<HTMLElement>('[data-grip]') ?? [])];
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const own = gripsIn(grip.closest('[data-board]')).filter(
      (one) => one.closest('[data-cell]')?.getAttribute('data-cell') === cell?.getAttribute('data-cell'),
    );
    return own[own.indexOf(grip) + (key === 'ArrowDown' ? 1 : -1)];
  }
  const cells = [...(grip.closest('[data-lane]')?.querySelectorAll('[data-cell]') ?? [])].filter((one) => gripsIn(one).length > 0);
  return cell === null ? undefined : gripsIn(cells[cells.indexOf(cell) + (steps[key] ?? 0)])[0];
}

/** Space lifts a card, the arrows choose a column, space drops, escape puts it back; a click or Enter asks where to. Unlifted, the arrows go from card to card. */
export function CardGrip({ card, move }: { card: BoardCard; move: CardMove }) {
  const { t, i18n } = useTranslation();
  const lifted = move.lifted?.card.id === card.id && move.lifted.byKeys;
  const title = inLanguage(card.titleZh, card.titleEn, i18n.language) ?? card.reference ?? t('list.untitled');
  const whileLifted = (key: string): boolean => {
    const step = steps[key];
    if (step !== undefined) move.step(step);
    else if (key === ' ' || key === 'Enter') move.drop();
    else if (key === 'Escape') move.cancel();
    else return key.startsWith('Arrow');
    return true;
  };
  const whileResting = (key: string, grip: HTMLElement): boolean => {
    if (key === ' ') move.lift(card, true);
    else if (key.startsWith('Arrow')) gripBeside(grip, key)?.focus();
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (lifted ? whileLifted(event.key) : whileResting(event.key, event.currentTarget)) event.preventDefault();
  };
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      data-grip={card.id}
      aria-label={t('board.move', { title })}
      aria-describedby="board-keys"
      aria-pressed={lifted}
      onKeyDown={press}
      onKeyUp={(event) => {
        if (event.key === ' ') event.preventDefault();
      }}
      onBlur={() => {
        if (lifted) move.cancel();
      }}
      onClick={() => move.ask(card)}
    >
      <IconGripVertical size={18} aria-hidden />
    </ActionIcon>
  );
}
