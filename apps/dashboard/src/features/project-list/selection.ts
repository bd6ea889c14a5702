/** Projects somebody has chosen: some by name, or all that matched when he chose them, but for a few. */
export type Selection =
  | { kind: 'some'; ids: readonly string[] }
  | { kind: 'all'; filters: Partial<Record<string, string>>; total: number; except: readonly string[] };

/** Nothing is chosen. */
export const noSelection: Selection = { kind: 'some', ids: [] };

/** More than so many are chosen only as all that match. */
export const mostByName = 200;

/** Whether a project is chosen. */
export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === 'some' ? selection.ids.includes(id) : !selection.except.includes(id);
}

/** How many are chosen. */
export function countOf(selection: Selection): number {
  return selection.kind === 'some' ? selection.ids.length : selection.total - selection.except.length;
}

/** The selection with these projects chosen, or not. What is beyond the most stays as it was. */
export function select(selection: Selection, ids: readonly string[], chosen: boolean): Selection {
  if (selection.kind === 'some') {
    const others = selection.ids.filter((id) => !ids.includes(id));
    return { kind: 'some', ids: (chosen ? [...others, ...ids] : others).slice(0, mostByName) };
  }
  const others = selection.except.filter((id) => !ids.includes(id));
  return { ...selection, except: (chosen ? others : [...others, ...ids]).slice(0, mostByName) };
}

/** What the API is asked with for exactly these projects. The filters of "all" are those under which it was chosen. */
export function queryOf(selection: Selection): Partial<Record<string, string>> {
  if (selection.kind === 'some') return { only: selection.ids.join(',') };
  return { ...selection.filters, ...(selection.except.length === 0 ? {} : { except: selection.except.join(',') }) };
}
