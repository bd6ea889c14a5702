import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { newCommandId } from '../../../lib/commands';
import { moveRehearsal, rehearsalQuery, type Move, type Rehearsal } from '../api/rehearsals';

/** Moves a room on. The same move sent again after a lost connection is one move. */
export function useMove(room: Rehearsal): UseMutationResult<Rehearsal, Error, Move> {
  const client = useQueryClient();
  const last = useRef({ what: '', key: newCommandId() });
  return useMutation({
    mutationFn: (move: Move) => {
      const what = JSON.stringify([room.rev, move]);
      if (last.current.what !== what) last.current = { what, key: newCommandId() };
      return moveRehearsal(last.current.key, room, move);
    },
    onSuccess: (moved) => client.setQueryData(rehearsalQuery(room.id).queryKey, moved),
    onError: () => client.invalidateQueries({ queryKey: rehearsalQuery(room.id).queryKey }),
  });
}
