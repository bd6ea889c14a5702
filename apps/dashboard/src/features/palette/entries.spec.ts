import { fits, grouped, type Entry } from './entries';

const entry = (group: Entry['group'], label: string, hint?: string): Entry => ({ id: label, group, label, hint, act: () => undefined });

describe('the palette', () => {
  it('finds what holds every word that was typed, in any order and case', () => {
    const board = entry('pages', 'Board', 'Projects by stage');
    expect(['', 'board', 'STAGE board', '  pro '].map((typed) => fits(board, typed))).toEqual([true, true, true, true]);
    expect(fits(board, 'board list')).toBe(false);
    expect(fits(entry('projects', '老挝智能物流工坊', 'LMGF-2025-001'), '物流 2025')).toBe(true);
  });

  it('shows what can be done here first, and no empty heading', () => {
    const entries = [entry('preferences', 'Dark'), entry('pages', 'Home'), entry('commands', 'Hold'), entry('pages', 'Calls')];
    expect(grouped(entries).map(([group, of]) => [group, of.length])).toEqual([
      ['commands', 1],
      ['pages', 2],
      ['preferences', 1],
    ]);
  });
});
