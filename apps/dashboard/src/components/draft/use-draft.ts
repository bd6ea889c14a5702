import { useCallback, useEffect, useRef, useState } from 'react';
import { problemIn } from '../../lib/problem';
import { withoutEmpty } from './differing-fields';

/** A draft as it was read. */
export interface ReadDraft<C> {
  version: number;
  content: C;
  missing: string[];
}

/** How a draft is read and saved. */
export interface DraftDoor<C> {
  store: (content: C, seen: number) => Promise<{ version: number; missing: string[] }>;
  read: () => Promise<ReadDraft<C>>;
}

/** Where saving stands. */
export type SavingState = 'unsaved' | 'saving' | 'saved' | 'failed';

/** A draft being written. */
export interface WrittenDraft<C> {
  content: C;
  version: number;
  missing: string[];
  saving: SavingState;
  failure: unknown;
  /** What somebody else saved meanwhile. */
  theirs: ReadDraft<C> | undefined;
  set: <K extends keyof C>(name: K, value: C[K] | undefined) => void;
  saveNow: () => void;
  takeTheirs: () => void;
  keepMine: () => void;
}

const saveAfterMs = 1_200;

/** Calls back a moment after the last change, and not at all while there is nothing to do. */
function useLater(wanted: boolean, change: unknown, act: () => void): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(act, saveAfterMs);
    return () => clearTimeout(timer);
  }, [wanted, change, act]);
}

/** Saves what is typed a moment after the last key, never two savings at once, and never over somebody else's version. */
export function useDraft<C extends object>(first: ReadDraft<C>, door: DraftDoor<C>): WrittenDraft<C> {
  const [content, setContent] = useState(first.content);
  const [known, setKnown] = useState({ version: first.version, missing: first.missing });
  const [saving, setSaving] = useState<SavingState>(first.version === 0 ? 'unsaved' : 'saved');
  const [failure, setFailure] = useState<unknown>();
  const [theirs, setTheirs] = useState<ReadDraft<C>>();
  const newest = useRef(content);
  const running = useRef(false);

  const storeOver = useCallback(
    async (seen: number): Promise<void> => {
      if (running.current) return;
      running.current = true;
      const sent = newest.current;
      setSaving('saving');
      setFailure(undefined);
      try {
        setKnown(await door.store(withoutEmpty(sent), seen));
        setSaving(newest.current === sent ? 'saved' : 'unsaved');
      } catch (error) {
        setSaving('failed');
        if (problemIn(error)?.code === 'STALE_REVISION') setTheirs(await door.read().catch(() => undefined));
        else setFailure(error);
      } finally {
        running.current = false;
      }
    },
    [door],
  );
  const storeKnown = useCallback(() => void storeOver(known.version), [storeOver, known.version]);
  useLater(saving === 'unsaved' && content !== first.content && theirs === undefined, content, storeKnown);

  const put = (next: C, state: SavingState): void => {
    newest.current = next;
    setContent(next);
    setSaving(state);
  };
  return {
    content,
    ...known,
    saving,
    failure,
    theirs,
    set: (name, value) => put({ ...newest.current, [name]: value }, 'unsaved'),
    saveNow: storeKnown,
    takeTheirs: () => {
      if (theirs === undefined) return;
      setTheirs(undefined);
      setKnown({ version: theirs.version, missing: theirs.missing });
      put(theirs.content, 'saved');
    },
    keepMine: () => {
      if (theirs === undefined) return;
      setTheirs(undefined);
      void storeOver(theirs.version);
    },
  };
}
