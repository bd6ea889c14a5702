import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardColumn } from '../api/board';
import type { CardMove } from '../use-card-move';
import { useMoveWords } from '../move-words';
import { LimitButton } from './limit-button';

interface ColumnHeadProps {
  column: BoardColumn;
  shut: boolean;
  mayLimit: boolean;
  move: CardMove;
  /** Folds the column up or opens it; nothing on a phone. */
  onToggle?: (() => void) | undefined;
}

function isOver({ limit }: BoardColumn): boolean {
  return limit.most !== null && limit.projects > limit.most;
}

/** How many stand in the column, against its limit, and how many of them are late or held. */
function Numbers({ column }: { column: BoardColumn }) {
  const { t } = useTranslation();
  const { projects, overdue, held, limit } = column;
  return (
    <>
      <Text size="sm">{t('board.projects', { count: projects })}</Text>
      <Text size="xs">
        <Text component="span" size="xs" {...(overdue > 0 ? { c: 'var(--mantine-color-error)', fw: 600 } : {})}>
          {t('home.late', { count: overdue })}
        </Text>
        {` · ${t('board.held', { count: held })}`}
      </Text>
      {limit.most !== null && (
        <Text size="xs" className="board-limit" data-over={isOver(column)}>
          {t(isOver(column) ? 'board.overLimit' : 'board.limit', { most: limit.most, count: limit.projects })}
        </Text>
      )}
    </>
  );
}

/** What dropping the lifted card in this column would do. */
function Offer({ stage, move: { lifted } }: { stage: string; move: CardMove }) {
  const wordsOf = useMoveWords();
  const offered = lifted?.over === stage ? lifted.moves.find((one) => one.to === stage) : undefined;
  if (offered === undefined || lifted === undefined) return null;
  return (
    <Text size="xs" fw={600} className="board-offer" data-way={offered.way}>
      {wordsOf(lifted.card, offered)}
    </Text>
  );
}

function Toggle({ name, shut, onToggle }: { name: string; shut: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const Icon = shut ? IconChevronsRight : IconChevronsLeft;
  const label = t(shut ? 'board.unfold' : 'board.fold', { stage: name });
  return (
    <ActionIcon variant="subtle" color="gray" size={28} aria-expanded={!shut} aria-label={label} onClick={onToggle}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}

/** Head of a column; while a card is moved it says what dropping it here would do. */
export function ColumnHead({ column, shut, mayLimit, move, onToggle }: ColumnHeadProps) {
  const { t } = useTranslation();
  const name = t(`stages.${column.stage}`);
  return (
    <div className="board-head" data-shut={shut} data-over={isOver(column)}>
      <Group justify="space-between" wrap="nowrap" gap={4}>
        <Title order={2} fz="md" id={`board-${column.stage}`}>
          {name}
        </Title>
        <Group gap={0} wrap="nowrap">
          {mayLimit && !shut && <LimitButton column={column} />}
          {onToggle !== undefined && <Toggle name={name} shut={shut} onToggle={onToggle} />}
        </Group>
      </Group>
      {shut ? <Text size="sm">{column.projects}</Text> : <Numbers column={column} />}
      <Offer stage={column.stage} move={move} />
    </div>
  );
}
