import { useRef, type RefObject } from 'react';
import { useShortcut } from '../../lib/shortcuts';

/** Walks over the lines by j and k and chooses one by x; Enter opens the line that has the focus, since its link has it. */
export function useRowKeys(onToggle: (id: string) => void): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const links = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  const current = (): number => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    return links().findIndex((link) => link.dataset['rowLink'] === row);
  };
  const go = (step: 1 | -1): void => {
    const all = links();
    const at = current();
    const next = all[at === -1 ? (step === 1 ? 0 : all.length - 1) : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut('j', 'projectList.keys.next', () => go(1));
  useShortcut('k', 'projectList.keys.previous', () => go(-1));
  useShortcut('x', 'projectList.keys.select', () => {
    const id = links()[current()]?.dataset['rowLink'];
    if (id !== undefined) onToggle(id);
  });
  return box;
}
