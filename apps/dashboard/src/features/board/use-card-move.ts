import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { inLanguage } from '../../lib/stages';
import { movesQuery, type BoardCard, type Move } from './api/board';
import { stageBeside } from './columns';
import { useMoveWords } from './move-words';

/** What the dialog of a move shows: where the card may go, why it may not, or that somebody was quicker. */
export type MoveTalk =
  | { kind: 'choose'; card: BoardCard; moves: Move[] }
  | { kind: 'told'; card: BoardCard; move: Move }
  | { kind: 'stale'; card: BoardCard }
  | { kind: 'failed'; card: BoardCard; error: unknown };

/** A card on its way to another column, by mouse or by keyboard, and what came of it. */
export interface CardMove {
  /** The card that is lifted or dragged, and the column it hovers over. */
  lifted: { card: BoardCard; over: string; byKeys: boolean; moves: Move[] } | undefined;
  talk: MoveTalk | undefined;
  lift: (card: BoardCard, byKeys: boolean) => void;
  hover: (stage: string) => void;
  step: (direction: -1 | 1) => void;
  drop: () => void;
  cancel: () => void;
  ask: (card: BoardCard) => void;
  go: (card: BoardCard, move: Move) => void;
  close: () => void;
}

/** Moves cards: asks the server what a move means at the moment it is made, and opens the form that leads there or says why there is none. */
export function useCardMove(open: (card: BoardCard, move: Move) => void): CardMove {
  const { t, i18n } = useTranslation();
  const wordsOf = useMoveWords();
  const queryClient = useQueryClient();
  const [lifted, setLifted] = useState<CardMove['lifted']>();
  const [talk, setTalk] = useState<MoveTalk>();
  const titleOf = (card: BoardCard): string =>
    inLanguage(card.titleZh, card.titleEn, i18n.language) ?? card.reference ?? t('list.untitled');
  const stage = (name: string): string => t(`stages.${name}`);
  /** Where the card may go now; nothing when somebody changed the project since the board was read. */
  const movesNow = async (card: BoardCard): Promise<Move[] | undefined> => {
    const { rev, items } = await queryClient.fetchQuery(movesQuery(card.id));
    if (rev === card.rev) return items;
    announce(t('board.stale'));
    setTalk({ kind: 'stale', card });
    return undefined;
  };
  const failed = (card: BoardCard) => (error: unknown) => setTalk({ kind: 'failed', card, error });
  const go: CardMove['go'] = (card, move) => {
    announce(wordsOf(card, move));
    if (move.way === 'project') open(card, move);
    else setTalk({ kind: 'told', card, move });
  };
  const say = (card: BoardCard, over: string, moves: Move[]): void => {
    const move = moves.find((one) => one.to === over);
    announce(
      over === card.stage ? t('board.home', { stage: stage(over) }) : `${stage(over)}. ${move === undefined ? '' : wordsOf(card, move)}`,
    );
  };
  const hover: CardMove['hover'] = (over) => {
    if (lifted === undefined || lifted.over === over) return;
    setLifted({ ...lifted, over });
    if (lifted.byKeys) say(lifted.card, over, lifted.moves);
  };
  return {
    lifted,
    talk,
    lift: (card, byKeys) => {
      setLifted({ card, over: card.stage, byKeys, moves: [] });
      if (byKeys) announce(t('board.lifted', { title: titleOf(card), stage: stage(card.stage) }));
      void queryClient
        .fetchQuery(movesQuery(card.id))
        .then(({ items }) => setLifted((now) => (now?.card.id === card.id ? { ...now, moves: items } : now)))
        .catch(() => undefined);
    },
    hover,
    step: (direction) => {
      if (lifted !== undefined) hover(stageBeside(lifted.over, direction));
    },
    drop: () => {
      setLifted(undefined);
      if (lifted === undefined) return;
      const { card, over } = lifted;
      if (over === card.stage) return announce(t('board.putBack', { title: titleOf(card) }));
      movesNow(card)
        .then((moves) => moves?.filter((move) => move.to === over).forEach((move) => go(card, move)))
        .catch(failed(card));
    },
    cancel: () => {
      if (lifted?.byKeys === true) announce(t('board.putBack', { title: titleOf(lifted.card) }));
      setLifted(undefined);
    },
    ask: (card) => {
      movesNow(card)
        .then((moves) => (moves === undefined ? undefined : setTalk({ kind: 'choose', card, moves })))
        .catch(failed(card));
    },
    go,
    close: () => setTalk(undefined),
  };
}
