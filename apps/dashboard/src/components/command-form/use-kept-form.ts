import { useRef, useState } from 'react';
import { newCommandId } from '../../lib/commands';
import type { Answers } from './field-specs';
import { forgetForm, keepForm, openKept } from './kept-answers';

/** Answers that are kept in this browser as they are typed, with the id of the command they are for. */
export interface KeptAnswers {
  answers: Answers;
  /** The answers were typed earlier and have not been sent; `older`: another revision was shown then. */
  restored: 'same' | 'older' | undefined;
  commandId: () => string;
  set: (name: string, value: unknown) => void;
  /** Takes another id for the next try: the last one was refused. */
  renewId: () => void;
  startAnew: () => void;
  /** Forgets them: they were sent. */
  sent: () => void;
}

/** Keeps the answers of the form at an address, for the signed-in person. */
export function useKeptForm(address: string, first: Answers, rev: number | undefined): KeptAnswers {
  const [kept] = useState(() => openKept(address, first, rev));
  const [restored, setRestored] = useState(kept.restored);
  const [answers, setAnswers] = useState(kept.answers);
  const now = useRef({ commandId: kept.commandId, answers: kept.answers });
  const put = (next: Partial<typeof now.current>): void => {
    now.current = { ...now.current, ...next };
    setAnswers(now.current.answers);
    keepForm(address, first, { ...now.current, rev: restored ? kept.rev : rev });
  };
  return {
    answers,
    restored: restored ? (kept.rev === rev ? 'same' : 'older') : undefined,
    commandId: () => now.current.commandId,
    set: (name, value) => put({ answers: { ...now.current.answers, [name]: value } }),
    renewId: () => put({ commandId: newCommandId() }),
    startAnew: () => {
      setRestored(false);
      put({ commandId: newCommandId(), answers: first });
    },
    sent: () => forgetForm(address, first),
  };
}
