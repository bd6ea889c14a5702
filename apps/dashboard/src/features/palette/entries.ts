/** What stands under one heading of the palette. */
export type EntryGroup = 'commands' | 'pages' | 'projects' | 'calls' | 'views' | 'preferences';

/** One thing that can be opened or done. */
export interface Entry {
  id: string;
  group: EntryGroup;
  label: string;
  hint?: string | undefined;
  /** Keys that do the same. */
  keys?: string | undefined;
  act: () => void;
}

const order: readonly EntryGroup[] = ['commands', 'pages', 'projects', 'calls', 'views', 'preferences'];

/** Whether every word that was typed is in the label or the hint, in any order and case. */
export function fits({ label, hint }: Pick<Entry, 'label' | 'hint'>, typed: string): boolean {
  const text = `${label} ${hint ?? ''}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The entries by heading, in the order of the headings; those without entries are left out. */
export function grouped(entries: readonly Entry[]): [EntryGroup, Entry[]][] {
  return order
    .map((group): [EntryGroup, Entry[]] => [group, entries.filter((one) => one.group === group)])
    .filter(([, of]) => of.length > 0);
}
