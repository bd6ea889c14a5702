import { advance, nameOfPress, type KeyPress } from './key-press';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('a press', () => {
  it.each<[string, KeyPress, string | undefined]>([
    ['a letter', press('j'), 'j'],
    ['a letter while the capitals are locked', press('J'), 'j'],
    ['a letter with shift', press('J', { shiftKey: true }), 'shift+j'],
    ['a sign that needs shift', press('?', { shiftKey: true }), '?'],
    ['Ctrl and a letter', press('k', { ctrlKey: true }), 'mod+k'],
    ['Cmd and a letter', press('z', { metaKey: true }), 'mod+z'],
    ['the key of J on a Thai keyboard', press('่', { code: 'KeyJ' }), 'j'],
    ['the question mark of a Thai keyboard', press('ฦ', { code: 'Slash', shiftKey: true }), '?'],
    ['a named key', press('ArrowDown'), 'arrowdown'],
    ['the space bar', press(' '), 'space'],
    ['a modifier alone', press('Shift', { shiftKey: true }), undefined],
    ['a key of an input method at work', press('Process'), undefined],
    ['a sign typed with Alt', press('@', { altKey: true }), undefined],
  ])('is named: %s', (_what, given, name) => {
    expect(nameOfPress(given)).toBe(name);
  });
});

describe('a sequence', () => {
  const known = ['g b', 'g h', 'b', 'j', 'mod+k'];

  it('waits for its second key', () => {
    expect(advance(undefined, 'g', known)).toEqual({ pending: 'g' });
    expect(advance('g', 'b', known)).toEqual({ complete: 'g b' });
  });

  it('ends with a key that does not belong to it, which then acts for itself', () => {
    expect(advance('g', 'j', known)).toEqual({ complete: 'j' });
    expect(advance('g', 'g', known)).toEqual({ pending: 'g' });
    expect(advance('g', 'x', known)).toEqual({});
  });

  it('does not need to be one', () => {
    expect(advance(undefined, 'b', known)).toEqual({ complete: 'b' });
    expect(advance(undefined, 'mod+k', known)).toEqual({ complete: 'mod+k' });
  });
});
