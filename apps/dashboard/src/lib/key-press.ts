/** What a key event tells about the keys that were pressed. */
export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const modifiers = new Set(['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified']);

/** On a keyboard of another script the place of the key counts: the key of J is J for a Thai typist, too. */
function latin({ key, code, shiftKey }: KeyPress): string {
  if (key.length !== 1 || key.charCodeAt(0) < 128) return key;
  if (code === 'Digit1' && shiftKey) return '!';
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return /^Key([A-Z])$/.exec(code)?.[1] ?? key;
}

/** A press as shortcuts are written: `j`, `?`, `mod+k` (Ctrl, or Cmd on a Mac), `shift+x`; nothing for a modifier alone. */
export function nameOfPress(press: KeyPress): string | undefined {
  if (modifiers.has(press.key) || press.altKey) return undefined;
  const key = press.key === ' ' ? 'space' : latin(press).toLowerCase();
  const shift = press.shiftKey && /^([a-z]|.{2,})$/.test(key) ? 'shift+' : '';
  return `${press.ctrlKey || press.metaKey ? 'mod+' : ''}${shift}${key}`;
}

/** What a press leads to among the known shortcuts. */
export interface Advance {
  /** The keys of the shortcut that is complete now. */
  complete?: string;
  /** The first key of a sequence that waits for its second. */
  pending?: string;
}

/** Takes a press after an earlier first key, if there was one. A second key that fits nothing counts as a new first one. */
export function advance(pending: string | undefined, press: string, known: readonly string[]): Advance {
  const sequence = pending === undefined ? undefined : `${pending} ${press}`;
  if (sequence !== undefined && known.includes(sequence)) return { complete: sequence };
  if (known.some((one) => one.startsWith(`${press} `))) return { pending: press };
  return known.includes(press) ? { complete: press } : {};
}
