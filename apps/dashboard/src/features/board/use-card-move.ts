import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { inLanguage } from '../../lib/stages';
import { movesQuery, type BoardCard, type Move } from './api/board';
import { stageBeside } from './columns';
import { useMoveWords } from './move-words';
import { useMoveTalk, type MoveTalking } from './use-move-talk';

/** A card on its way to another column, by mouse or by keyboard, and what came of it. */
export interface CardMove extends MoveTalking {
  /** The card that is lifted or dragged, the column it hovers over, and where it may go as far as is known yet. */
  lifted: { card: BoardCard; over: string; byKeys: boolean; moves: Move[] } | undefined;
  lift: (card: BoardCard, byKeys: boolean) => void;
  hover: (stage: string) => void;
  step: (direction: -1 | 1) => void;
  drop: () => void;
  cancel: () => void;
}

/** Moves cards; who moves them by keyboard is told each step. `open` shows the form that leads on. */
export function useCardMove(open: (card: BoardCard, move: Move) => void): CardMove {
  const { t, i18n } = useTranslation();
  const wordsOf = useMoveWords();
  const queryClient = useQueryClient();
  const talking = useMoveTalk(open);
  const [lifted, setLifted] = useState<CardMove['lifted']>();
  const titleOf = (card: BoardCard): string =>
    inLanguage(card.titleZh, card.titleEn, i18n.language) ?? card.reference ?? t('list.untitled');
  const putBack = (card: BoardCard): void => announce(t('board.putBack', { title: titleOf(card) }));
  const say = (card: BoardCard, over: string, moves: Move[]): void => {
    const stage = t(`stages.${over}`);
    const move = moves.find((one) => one.to === over);
    announce(over === card.stage ? t('board.home', { stage }) : `${stage}. ${move === undefined ? '' : wordsOf(card, move)}`);
  };
  const hover: CardMove['hover'] = (over) => {
    if (lifted === undefined || lifted.over === over) return;
    setLifted({ ...lifted, over });
    if (lifted.byKeys) say(lifted.card, over, lifted.moves);
  };
  const lift: CardMove['lift'] = (card, byKeys) => {
    setLifted({ card, over: card.stage, byKeys, moves: [] });
    if (byKeys) announce(t('board.lifted', { title: titleOf(card), stage: t(`stages.${card.stage}`) }));
    queryClient.fetchQuery(movesQuery(card.id)).then(
      ({ items }) => setLifted((now) => (now?.card.id === card.id ? { ...now, moves: items } : now)),
      // Dropping it asks again, and says what is wrong.
      () => undefined,
    );
  };
  const drop = (): void => {
    setLifted(undefined);
    if (lifted === undefined) return;
    if (lifted.over === lifted.card.stage) putBack(lifted.card);
    else talking.goTo(lifted.card, lifted.over);
  };
  const cancel = (): void => {
    setLifted(undefined);
    if (lifted?.byKeys === true) putBack(lifted.card);
  };
  const step: CardMove['step'] = (direction) => {
    if (lifted !== undefined) hover(stageBeside(lifted.over, direction));
  };
  return { ...talking, lifted, lift, hover, step, drop, cancel };
}
