import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { movesQuery, type BoardCard, type Move } from './api/board';
import { useMoveWords } from './move-words';

/** What the dialog of a move shows: where the card may go, why it may not, that somebody was quicker, or that the server did not answer. */
export type MoveTalk =
  | { kind: 'choose'; card: BoardCard; moves: Move[] }
  | { kind: 'told'; card: BoardCard; move: Move }
  | { kind: 'stale'; card: BoardCard }
  | { kind: 'failed'; card: BoardCard; error: unknown };

/** Settles where a card goes. */
export interface MoveTalking {
  talk: MoveTalk | undefined;
  /** Lets the person choose from a list. */
  ask: (card: BoardCard) => void;
  /** Goes to a stage: opens the form that leads there, or says why there is none. */
  goTo: (card: BoardCard, stage: string) => void;
  go: (card: BoardCard, move: Move) => void;
  close: () => void;
}

/** Asks the server what a move means at the moment it is made; a project that was changed since the board was read is looked at again first. */
export function useMoveTalk(open: (card: BoardCard, move: Move) => void): MoveTalking {
  const { t } = useTranslation();
  const wordsOf = useMoveWords();
  const queryClient = useQueryClient();
  const [talk, setTalk] = useState<MoveTalk>();
  const go: MoveTalking['go'] = (card, move) => {
    announce(wordsOf(card, move));
    if (move.way === 'project') open(card, move);
    else setTalk({ kind: 'told', card, move });
  };
  const withMoves = (card: BoardCard, then: (moves: Move[]) => void): void => {
    queryClient
      .fetchQuery(movesQuery(card.id))
      .then(({ rev, items }) => {
        if (rev === card.rev) return then(items);
        announce(t('board.stale'));
        return setTalk({ kind: 'stale', card });
      })
      .catch((error: unknown) => setTalk({ kind: 'failed', card, error }));
  };
  return {
    talk,
    ask: (card) => withMoves(card, (moves) => setTalk({ kind: 'choose', card, moves })),
    goTo: (card, stage) =>
      withMoves(card, (moves) => {
        for (const move of moves) if (move.to === stage) go(card, move);
      }),
    go,
    close: () => setTalk(undefined),
  };
}
