import { useCallback, useEffect, useRef, useState } from 'react';
import { useConnection } from '../../lib/connection';
import { forget, keep, keptUnder } from '../../lib/kept';
import { problemIn } from '../../lib/problem';
import { useSessionEnd } from '../../lib/use-session-end';
import { withoutEmpty } from './differing-fields';

/** A draft as it was read. */
export interface ReadDraft<C> {
  version: number;
  content: C;
  missing: string[];
}

/** How a draft is read and saved. */
export interface DraftDoor<C> {
  /** Under which name the browser keeps what is not saved yet. */
  name: string;
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

interface KeptDraft<C> {
  version: number;
  content: C;
}

/** What was typed here before and never reached the server. */
function unsavedOf<C extends object>(name: string): KeptDraft<C> | undefined {
  const kept = keptUnder(name);
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { version, content } = kept as Partial<KeptDraft<C>>;
  return typeof version === 'number' && typeof content === 'object' ? { version, content } : undefined;
}

function keepUnsaved<C>(name: string, saving: SavingState, draft: KeptDraft<C>): void {
  if (saving === 'saved') forget(name);
  else keep(name, draft);
}

interface Start<C> {
  content: C;
  saving: SavingState;
  theirs: ReadDraft<C> | undefined;
}

/** The draft as it was read, or as it was left here unsaved; both when somebody else saved meanwhile. */
function startOf<C extends object>(read: ReadDraft<C>, name: string): Start<C> {
  const unsaved = unsavedOf<C>(name);
  if (unsaved === undefined) return { content: read.content, saving: read.version === 0 ? 'unsaved' : 'saved', theirs: undefined };
  return { content: unsaved.content, saving: 'unsaved', theirs: unsaved.version === read.version ? undefined : read };
}

/** Calls back a moment after the last change, and not at all while there is nothing to do. */
function useLater(wanted: boolean, change: unknown, act: () => void): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(act, saveAfterMs);
    return () => clearTimeout(timer);
  }, [wanted, change, act]);
}

/** Tries again what could not be saved, as soon as the connection or the session is back. */
function useAgain(failed: boolean, act: () => void): void {
  const online = useConnection() === 'online';
  const { round } = useSessionEnd();
  const seen = useRef({ online, round });
  useEffect(() => {
    const back = (online && !seen.current.online) || round !== seen.current.round;
    seen.current = { online, round };
    if (failed && back) act();
  }, [online, round, failed, act]);
}

/**
 * Saves what is typed a moment after the last key, never two savings at once, and never over somebody else's version. What has not reached the server
 * is kept in this browser and is there again after a refresh; when somebody else saved meanwhile, both versions are offered.
 */
export function useDraft<C extends object>(first: ReadDraft<C>, door: DraftDoor<C>): WrittenDraft<C> {
  const [start] = useState(() => startOf(first, door.name));
  const [content, setContent] = useState(start.content);
  const [known, setKnown] = useState<Pick<ReadDraft<C>, 'version' | 'missing'>>(first);
  const [saving, setSaving] = useState<SavingState>(start.saving);
  const [failure, setFailure] = useState<unknown>();
  const [theirs, setTheirs] = useState(start.theirs);
  const now = useRef({ content, saving: false });

  const storeOver = useCallback(
    async (seen: number): Promise<void> => {
      if (now.current.saving) return;
      now.current.saving = true;
      const sent = now.current.content;
      setSaving('saving');
      setFailure(undefined);
      try {
        setKnown(await door.store(withoutEmpty(sent), seen));
        if (now.current.content === sent) forget(door.name);
        setSaving(now.current.content === sent ? 'saved' : 'unsaved');
      } catch (error) {
        setSaving('failed');
        if (problemIn(error)?.code === 'STALE_REVISION') setTheirs(await door.read().catch(() => undefined));
        else setFailure(error);
      } finally {
        now.current.saving = false;
      }
    },
    [door],
  );
  const storeKnown = useCallback(() => void storeOver(known.version), [storeOver, known.version]);
  useLater(saving === 'unsaved' && content !== first.content && theirs === undefined, content, storeKnown);

  useAgain(saving === 'failed' && theirs === undefined, storeKnown);
  const put = (next: C, state: SavingState): void => {
    now.current.content = next;
    keepUnsaved(door.name, state, { version: known.version, content: next });
    setContent(next);
    setSaving(state);
  };
  return {
    ...known,
    content,
    saving,
    failure,
    theirs,
    set: (name, value) => put({ ...now.current.content, [name]: value }, 'unsaved'),
    saveNow: storeKnown,
    takeTheirs: () => {
      if (theirs === undefined) return;
      setTheirs(undefined);
      setKnown(theirs);
      put(theirs.content, 'saved');
    },
    keepMine: () => {
      setTheirs(undefined);
      void storeOver(theirs?.version ?? known.version);
    },
  };
}
