import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { advance, nameOfPress } from './key-press';

/** Where `?` lists a shortcut: those of the open page, those that lead to a page, those that work everywhere. */
export type ShortcutGroup = 'page' | 'go' | 'everywhere';

/** How a shortcut behaves where that is not as usual. */
export interface ShortcutOptions {
  /** Whether it acts now; one that does not is not listed. */
  enabled?: boolean;
  /** Also while somebody types; only for keys with Ctrl or Cmd. */
  inInputs?: boolean;
  group?: ShortcutGroup;
}

/** A shortcut that acts now. */
export interface Shortcut {
  readonly keys: string;
  /** The key of its sentence in the catalogue. */
  readonly words: string;
  readonly group: ShortcutGroup;
  readonly inInputs: boolean;
  readonly act: () => void;
}

const storageKey = 'gongfang.shortcuts';
const secondKeyWithinMs = 1_500;
/** Who types here means letters, not commands. */
const typing = 'input, textarea, select, [contenteditable=true], [role=textbox], [role=menu], [role=listbox]';

let shortcuts: readonly Shortcut[] = [];
let pending: string | undefined;
let forget: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys act on pages; people who use speech input switch them off (WCAG 2.1.4). Keys with Ctrl or Cmd always act. */
export function shortcutsAreOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

/** Switches single-key shortcuts on or off in this browser. */
export function switchShortcuts(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  changed();
}

/** Whether single keys act, for pages that name them. */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, shortcutsAreOn);
}

/** All shortcuts that act now, the newest last. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => shortcuts);
}

/** Where the press happened decides: nothing acts below a dialog or while an input method composes; while somebody types only what says so. */
function mayAct(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('[aria-modal=true]') !== null) return false;
  return target?.closest(typing) === null || target === null || shortcut.inInputs;
}

function onPress(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const press = nameOfPress(event);
  if (press === undefined) return;
  const on = shortcutsAreOn();
  const able = shortcuts.filter((one) => (on || one.keys.startsWith('mod+')) && mayAct(one, event));
  const next = advance(
    pending,
    press,
    able.map((one) => one.keys),
  );
  clearTimeout(forget);
  pending = next.pending;
  if (pending !== undefined) forget = setTimeout(() => (pending = undefined), secondKeyWithinMs);
  const found = able.findLast((one) => one.keys === next.complete);
  if (found === undefined) return;
  event.preventDefault();
  found.act();
}

function register(shortcut: Shortcut): () => void {
  if (shortcuts.length === 0) window.addEventListener('keydown', onPress);
  shortcuts = [...shortcuts, shortcut];
  changed();
  return () => {
    shortcuts = shortcuts.filter((one) => one !== shortcut);
    if (shortcuts.length === 0) window.removeEventListener('keydown', onPress);
    changed();
  };
}

/**
 * Keys that act while the calling component is shown: one (`j`), two after each other (`g b`) or with Ctrl or Cmd (`mod+k`). The newest of
 * equal keys wins. They are listed by `?` with the sentence of the catalogue that `words` names, and never act while somebody types or
 * above an open dialog.
 */
export function useShortcut(keys: string, words: string, act: () => void, options: ShortcutOptions = {}): void {
  const { enabled = true, inInputs = false, group = 'page' } = options;
  const run = useEffectEvent(act);
  useEffect(() => {
    if (!enabled) return undefined;
    return register({ keys, words, group, inInputs, act: () => run() });
  }, [keys, words, group, inInputs, enabled]);
}
